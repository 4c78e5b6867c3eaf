#include <QtTest>

#include "tests/house/words_in_source.h"

using namespace retailor::house;

class TestWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesThatSayNothingAreFound() {
    for (const char* path : {"core/utils/a.h", "core/image/image_helper.cpp", "ui/window_manager.h", "core/common.h", "core/misc/a.h"})
      QCOMPARE(emptyNames({sourceFile(path, "")}).size(), std::size_t(1));
    QCOMPARE(emptyNames({sourceFile("core/a.h", "class LayerManager;\n")}).size(), std::size_t(1));
    QVERIFY(emptyNames({sourceFile("core/commonwealth/miscount.h", "// a manager\nclass Mask;\n")}).empty());
  }

  void leftoversAreFound() {
    for (const char* text : {"// TODO later\n", "qDebug() << x;\n", "std::cout << x;\n", "printf(x);\n"})
      QCOMPARE(leftovers({sourceFile("core/a.cpp", text)}).size(), std::size_t(1));
    QVERIFY(leftovers({sourceFile("app/a.cpp", "std::cout << x;\n")}).empty());
    QVERIFY(leftovers({sourceFile("core/a.cpp", "// not to std::cout, nor printf()\nsnprintf(x);\n")}).empty());
  }

  void untranslatedWordsAreFound() {
    for (const char* text : {"label->setText(\"Open photo\");", "menu->addAction(QStringLiteral(\"Open\"));", "new QLabel(\"Seed\", this);",
                             "QLabel x{u\"Seed\"};", "button->setToolTip(\n    QLatin1String(\"Paints\"));"})
      QCOMPARE(untranslatedWords({sourceFile("ui/a.cpp", text)}).size(), std::size_t(1));
    for (const char* text : {"label->setText(tr(\"Open photo\"));", "label->setText(QString());", "label->setText(QStringLiteral(\"%\"));",
                             "// setText(\"Open\")", "x->setObjectName(\"open\");"})
      QVERIFY(untranslatedWords({sourceFile("ui/a.cpp", text)}).empty());
  }

  void ourNamesSaySomething() { verifyNone(emptyNames(readSources(RETAILOR_SOURCE_DIR, {"core", "ui", "app", "tests"}))); }
  void ourSourcesHoldNoLeftovers() { verifyNone(leftovers(readSources(RETAILOR_SOURCE_DIR, {"core", "ui", "app", "tests"}))); }
  void ourWordsAreTranslated() { verifyNone(untranslatedWords(readSources(RETAILOR_SOURCE_DIR, {"ui", "app"}))); }

 private:
  static void verifyNone(const Findings& findings) { QVERIFY2(findings.empty(), joined(findings).c_str()); }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
