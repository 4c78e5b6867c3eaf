#include <QtTest>
#include <algorithm>

#include "tests/house/room_table.h"

using namespace retailor::house;

namespace {

const char* const smallTable =
    "core||\n"
    "core/image|core|opencv|\n"
    "core/mask|core core/image||\n"
    "core/document|core;core/mask|json|qtcore qtgui\n"
    "core/neural|core|torch|\n"
    "ui|core core/document|qtsvg|qtwidgets\n";

Findings arrowsOf(const char* path, const char* text) {
  return forbiddenArrows(RoomTable::parse(smallTable), {sourceFile(path, text)}, RETAILOR_QT_FOLDER);
}

}  // namespace

class TestArrows : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void arrowsOutsideTheTableAreFound_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    const auto row = [](const char* name, const char* path, const char* text, int found) {
      QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(text) << found;
    };
    row("allowed room", "core/mask/a.cpp", "#include \"core/image/b.h\"\n#include \"core/result.h\"\n#include <vector>\n", 0);
    row("own room", "core/mask/a.cpp", "#include \"core/mask/deep/b.h\"\n", 0);
    row("against the arrow", "core/image/a.cpp", "#include \"core/mask/b.h\"\n", 1);
    row("core to ui", "core/mask/a.cpp", "#include \"ui/canvas/b.h\"\n", 1);
    row("not named from the root", "core/mask/a.cpp", "#include \"stroke.h\"\n", 1);
    row("in a comment", "core/mask/a.cpp", "// #include \"ui/canvas/b.h\"\n/* #include <QLabel> */\n", 0);
    row("library in .cpp", "core/image/a.cpp", "#include <opencv2/core.hpp>\n", 0);
    row("undeclared library", "core/mask/a.cpp", "#include <torch/torch.h>\n", 1);
    row("unknown library", "core/mask/a.cpp", "#include <boost/any.hpp>\n", 1);
    row("Qt Gui in document", "core/document/a.h", "#include <QUndoStack>\n#include <QtCore/QString>\n", 0);
    row("Qt Widgets in document", "core/document/a.cpp", "#include <QLabel>\n", 1);
    row("Qt in mask", "core/mask/a.cpp", "#include <QString>\n", 1);
    row("Qt in ui", "ui/canvas/a.h", "#include <QtWidgets>\n#include <QLabel>\n#include <QString>\n", 0);
    row("no room", "core/attic/a.h", "", 1);
    row("no room at all", "attic/a.h", "", 1);
  }

  void arrowsOutsideTheTableAreFound() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, found);
    const auto findings = arrowsOf(path.toLatin1(), text.toLatin1());
    QVERIFY2(static_cast<int>(findings.size()) == found, joined(findings).c_str());
  }

  void librariesReachedThroughOtherRoomsAreFound() {
    const auto shows = sourceFile("core/image/shows.h", "#include <opencv2/core.hpp>\n");
    const auto between = sourceFile("core/image/between.h", "#include \"core/image/shows.h\"\n#include \"core/image/between.h\"\n");
    const auto reaches = sourceFile("core/mask/a.cpp", "#include \"core/image/between.h\"\n");
    QCOMPARE(forbiddenArrows(RoomTable::parse(smallTable), {shows, between, reaches}, RETAILOR_QT_FOLDER).size(), std::size_t(1));
    QVERIFY(forbiddenArrows(RoomTable::parse(smallTable), {shows, between}, RETAILOR_QT_FOLDER).empty());
  }

  void qtAndTorchInOneFileAreFound() {
    const auto both = sourceFile("app/a.cpp", "#include <QString>\n#include <torch/torch.h>\n");
    const auto one = sourceFile("app/b.cpp", "#include <QString>\n");
    QCOMPARE(filesWithQtAndTorch({both, one}, RETAILOR_QT_FOLDER).size(), std::size_t(1));
  }

  void looseRowsAreFound() {
    QVERIFY(looseRows(RoomTable::parse(smallTable)).empty());
    for (const char* row : {"ui|core|opencv|qtwidgets", "ui||torch|", "core/mask|ui||", "core/image||qtcore|", "core/document|||qtwidgets",
                            "ui|core/methods||"})
      QCOMPARE(looseRows(RoomTable::parse(row)).size(), std::size_t(1));
  }

  void everyIncludeIsInTheTable() {
    const auto table = RoomTable::parse(readText(RETAILOR_ROOMS_FILE));
    QVERIFY(!table.rooms().empty());
    std::vector<SourceFile> files = readSources(RETAILOR_SOURCE_DIR, {"core", "ui", "app"});
    std::erase_if(files, [&](const SourceFile& file) { return isLeftOut(table, file); });
    auto findings = forbiddenArrows(table, files, RETAILOR_QT_FOLDER);
    QVERIFY2(findings.empty(), joined(findings).c_str());
    findings = filesWithQtAndTorch(files, RETAILOR_QT_FOLDER);
    QVERIFY2(findings.empty(), joined(findings).c_str());
  }

  void theTableKeepsTheRules() {
    const auto findings = looseRows(RoomTable::parse(readText(RETAILOR_ROOMS_FILE)));
    QVERIFY2(findings.empty(), joined(findings).c_str());
  }

 private:
  // A build without the window or without libtorch has no rows for their rooms; the whole build has them all.
  static bool isLeftOut(const RoomTable& table, const SourceFile& file) {
    const auto names = [&](const char* room) {
      return std::ranges::any_of(table.rooms(), [&](const Room& row) { return row.name == room; });
    };
    return !names("ui") || !names("core/neural") ? !table.roomOf(file.path) : false;
  }
};

QTEST_GUILESS_MAIN(TestArrows)
#include "test_arrows.moc"
