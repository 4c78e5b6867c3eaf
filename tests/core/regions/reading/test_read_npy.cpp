#include <QtTest>

#include "core/regions/reading/read_npy.h"
#include "tests/core/regions/reading/label_files.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

const LabelMap kSmall{"small", {3, 2}, {0, 1, 2, 3, 4, 5}};

Result<LabelMap> readText(const std::string& file) {
  return readNpy({reinterpret_cast<const std::byte*>(file.data()), file.size()}, "labels.npy");
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

}  // namespace

class TestReadNpy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLeadingSideOfOneIsLeftOut() {
    const auto map = readText(replaced(tests::npyOf(kSmall, "|u1"), "(2, 3), }  ", "(1, 2, 3)} "));
    QVERIFY(map.ok());
    QVERIFY(map->size == kSmall.size && map->ids == kSmall.ids);
  }

  void everyCutIsNoticed() {
    const std::string whole = tests::npyOf(kSmall, "<i4");
    QVERIFY(readText(whole).ok());
    for (std::size_t length = 0; length < whole.size(); ++length) QVERIFY(!readText(whole.substr(0, length)).ok());
  }

  void otherArraysAreRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("about");
    const auto row = [](const char* name, const std::string& file, const char* about) {
      QTest::newRow(name) << QByteArray::fromStdString(file) << QByteArray(about);
    };
    const std::string whole = tests::npyOf(kSmall, "<i4");
    row("floats", replaced(whole, "<i4", "<f4"), "whole numbers");
    row("objects", replaced(whole, "<i4", "|O8"), "whole numbers");
    row("one dimension", replaced(whole, "(2, 3)", "(6,  )"), "dimensions");
    row("four dimensions", replaced(whole, "(2, 3), }     ", "(1, 1, 2, 3), }"), "dimensions");
    row("no pixels", replaced(whole, "(2, 3)", "(0, 3)"), "declares");
    row("far too large", replaced(whole, "(2, 3), }            ", "(60000, 60000), }    "), "too large");
    row("beyond all numbers", replaced(whole, "(2, 3), }                      ", "(4000000000, 4000000000), }   "), "too large");
    row("negative sides", replaced(whole, "(2, 3)", "(-2,3)"), "");
    row("no shape", replaced(whole, "'shape'", "'shade'"), "shape");
    LabelMap negative = kSmall;
    negative.ids[2] = 0xffffffff;
    row("negative labels", tests::npyOf(negative, "<i4"), "below 0");
  }
  void otherArraysAreRefused() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, about);
    const auto map = readText(file.toStdString());
    if (about.isEmpty()) return;  // whatever it says, it must not crash
    QVERIFY(!map.ok());
    QVERIFY2(map.failure().sentence.find(about.toStdString()) != std::string::npos, map.failure().sentence.c_str());
  }
};

QTEST_GUILESS_MAIN(TestReadNpy)
#include "test_read_npy.moc"
