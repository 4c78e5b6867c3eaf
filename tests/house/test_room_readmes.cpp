#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "tests/house/room_table.h"

using namespace retailor::house;

namespace {

constexpr int readmeMost = 19;

Findings readmeFindings(const std::filesystem::path& root, const RoomTable& table) {
  Findings findings;
  for (const auto& room : table.rooms()) {
    const int lines = lineCount(readText(root / room.name / "README.md"));
    if (lines == 0) findings.push_back(room.name + " has no README.md");
    if (lines > readmeMost) findings.push_back(room.name + "/README.md has " + std::to_string(lines) + " lines; a room's is under 20");
  }
  return findings;
}

void writeReadme(const std::filesystem::path& root, const std::string& room, int lines) {
  std::filesystem::create_directories(root / room);
  std::ofstream stream(root / room / "README.md");
  for (int i = 0; i < lines; ++i) stream << "line\n";
}

}  // namespace

class TestRoomReadmes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void missingAndLongReadmesAreFound() {
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeReadme(root, "core/image", 19);
    writeReadme(root, "core/mask", 20);
    QCOMPARE(readmeFindings(root, RoomTable::parse("core/image||\ncore/mask||\nui||\n")).size(), std::size_t(2));
  }

  void everyRoomHasAShortReadme() {
    const auto findings = readmeFindings(RETAILOR_SOURCE_DIR, RoomTable::parse(readText(RETAILOR_ROOMS_FILE)));
    QVERIFY2(findings.empty(), joined(findings).c_str());
  }
};

QTEST_GUILESS_MAIN(TestRoomReadmes)
#include "test_room_readmes.moc"
