#include <QTest>

#include "tests/app/command_line/workplace.h"
#include "tests/fakes/fake_method.h"

using namespace retailor;
using namespace retailor::tests;

class TestWhatItSees : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void picturesAreWrittenAndNothingIsRun() {
    const Workplace place;
    const Ended ended = place.run(QStringLiteral(
        "complete --method fake --photo photo.png --mask mask.png --reference upper-clothes=shirt.png --what-it-sees sight"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const QStringList all{QStringLiteral("blend-mask.png"), QStringLiteral("crop.png"), QStringLiteral("model-mask.png"),
                          QStringLiteral("pre-fill.png"), QStringLiteral("reference-1-attention.png")};
    QCOMPARE(place.entries(QStringLiteral("sight")), all);
    QCOMPARE(place.pixels(QStringLiteral("sight/crop.png")).size(), place.pixels(QStringLiteral("sight/model-mask.png")).size());
    QVERIFY(place.pixels(QStringLiteral("sight/reference-1-attention.png")) == place.pixels(QStringLiteral("shirt.png")));
  }

  void theBuiltInMethodTellsToo() {
    const Workplace place;
    const Ended ended = place.runReal(QStringLiteral("complete --photo photo.png --mask mask.png --what-it-sees sight --progress none"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(place.entries(QStringLiteral("sight")).size(), 4);
  }

  void anEmptyMaskIsSaidInASentence() {
    const Workplace place;
    place.writePicture(QStringLiteral("nothing.png"), mask::Mask(fakes::smallMask().size()).toBitmap());
    const Ended ended = place.run(QStringLiteral("complete --method fake --photo photo.png --mask nothing.png --what-it-sees sight"));
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(QStringLiteral("mask is empty")), qPrintable(ended.err));
    QVERIFY(place.entries(QStringLiteral("sight")).isEmpty());
  }

  void aFolderThatCannotBeMadeIsNamed() {
    const Workplace place;
    const Ended ended =
        place.run(QStringLiteral("complete --method fake --photo photo.png --mask mask.png --what-it-sees photo.png/sight"));
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(QStringLiteral("photo.png/sight")), qPrintable(ended.err));
  }
};

QTEST_GUILESS_MAIN(TestWhatItSees)
#include "test_what_it_sees.moc"
