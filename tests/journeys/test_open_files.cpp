// Opening: photos, files that are none, and what the window says of them.
#include <QDialog>
#include <QLabel>
#include <QPointer>

#include "tests/journeys/window_bench.h"
#include "ui/window/message_bar.h"

using namespace retailor;
using namespace retailor::journeys;

class TestOpenFiles : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void badFilesAreOneSentenceThatNamesThem_data();
  void badFilesAreOneSentenceThatNamesThem();
  void aBadFileLeavesTheOpenDocumentAlone();
  void openingIsRemembered();
  void anotherDocumentEndsTheSearchForParts();
  void keySheetShowsEveryTool();
};

void TestOpenFiles::badFilesAreOneSentenceThatNamesThem_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("content");
  QTest::newRow("missing") << QStringLiteral("missing.png") << QByteArray();
  QTest::newRow("empty") << QStringLiteral("empty.jpg") << QByteArray("");
  QTest::newRow("text") << QStringLiteral("text.png") << QByteArray("this is no picture");
  QTest::newRow("project that is none") << QStringLiteral("none.ora") << QByteArray("PK\x03\x04 nothing");
}

void TestOpenFiles::badFilesAreOneSentenceThatNamesThem() {
  QFETCH(QString, name);
  QFETCH(QByteArray, content);
  WindowBench bench;
  const QString path = bench.file(name);
  if (!content.isNull()) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
  }
  bench.window->openFile(path);
  auto* bar = bench.window->findChild<ui::MessageBar*>();
  QTRY_VERIFY(!bar->sentence().isEmpty());
  QVERIFY2(bar->sentence().contains(name), qPrintable(bar->sentence()));
  QVERIFY(!bench.window->openDocument().document());
}

void TestOpenFiles::aBadFileLeavesTheOpenDocumentAlone() {
  WindowBench bench;
  bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
  const document::Document* before = &bench.document();
  bench.window->openFile(bench.file(QStringLiteral("missing.png")));
  QTRY_VERIFY(!bench.window->findChild<ui::MessageBar*>()->sentence().isEmpty());
  QCOMPARE(&bench.document(), before);
}

void TestOpenFiles::openingIsRemembered() {
  WindowBench bench;
  const QString path = bench.picture(QStringLiteral("person.png"), {320, 240}, 60);
  bench.open(path);
  QCOMPARE(ui::RecentFiles().files(), QStringList(path));
}

void TestOpenFiles::anotherDocumentEndsTheSearchForParts() {
  ui::ParserSource parsers;
  parsers.find = [](const QStringList&, const std::stop_token&) { return std::vector<ui::OfferedParser>(); };
  WindowBench bench(WindowBench::standIn({}), {}, parsers);
  bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
  bench.trigger("mask_parser");
  const QPointer<QDialog> dialog = bench.window->findChild<QDialog*>(QStringLiteral("parserDialog"));
  QVERIFY(dialog && dialog->isVisible());
  bench.open(bench.picture(QStringLiteral("another.png"), {240, 240}, 90));
  QVERIFY(!dialog || !dialog->isVisible());
}

void TestOpenFiles::keySheetShowsEveryTool() {
  WindowBench bench;
  QTest::keyClick(bench.window.get(), Qt::Key_F1);
  auto* sheet = bench.window->findChild<QDialog*>(QStringLiteral("keySheet"));
  QTRY_VERIFY(sheet && sheet->isVisible());
  QStringList words;
  for (const QLabel* label : sheet->findChildren<QLabel*>()) words << label->text();
  for (const char* tool : {"Brush", "Eraser", "Lasso", "Rectangle", "Wand", "Object box"})
    QVERIFY2(words.contains(QString::fromLatin1(tool)), tool);
}

QTEST_MAIN(TestOpenFiles)
#include "test_open_files.moc"
