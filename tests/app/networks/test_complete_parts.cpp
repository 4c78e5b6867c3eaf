// retailor-cli complete --method parts-to-whole, as a shell sees it.
#include <QtTest>

#include "tests/app/command_line/workplace.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;

class TestCompleteParts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeTinyPartsModel(m_place.file(QStringLiteral("model")));
    const auto request = tinyRequest({});
    m_place.writePicture(QStringLiteral("photo.png"), request.photo->pixels);
    m_place.writePicture(QStringLiteral("mask.png"), request.mask->toBitmap());
    m_place.writePicture(QStringLiteral("all.png"), mask::Mask(image::Size{128, 128}, std::uint8_t{255}).toBitmap());
    m_place.writePicture(QStringLiteral("pose.png"), mask::Mask(image::Size{128, 128}, std::uint8_t{80}).toBitmap());
  }

  void keepsWhatIsNotMaskedAndRemakesItFromItsRecipe() {
    const Ended ended = run(QStringLiteral("--mask mask.png --pose pose.png --output out.png --recipe-out made.json"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const image::Bitmap before = m_place.pixels(QStringLiteral("photo.png")), after = m_place.pixels(QStringLiteral("out.png"));
    QVERIFY(before != after);
    for (int y = 0; y < 128; ++y)
      for (int x = 0; x < 128; ++x)
        if (x < 30 || x >= 100 || y < 40 || y >= 90)
          QVERIFY(std::equal(before.view<std::uint8_t>().pixel(x, y), before.view<std::uint8_t>().pixel(x, y) + 3,
                             after.view<std::uint8_t>().pixel(x, y)));
    const QByteArray recipe = m_place.bytes(QStringLiteral("made.json"));
    for (const char* named : {"\"pose.png\"", "image-attention/decoupled_attn.pth", "pose_guider/"})
      QVERIFY2(recipe.contains(named), named);
    const Ended again = m_place.runReal(QStringLiteral("complete --model model --recipe made.json --output again.png"));
    QVERIFY2(again.code == 0, qPrintable(again.err));
    QVERIFY(m_place.pixels(QStringLiteral("again.png")) == after);
  }

  void aMaskOverAllDrawsANewPictureAndSaysSo() {
    const Ended ended = run(QStringLiteral("--mask all.png --output new.png"));
    QVERIFY2(ended.code == 0 && ended.err.contains(QStringLiteral("drawn anew")), qPrintable(ended.err));
    QVERIFY(m_place.pixels(QStringLiteral("new.png")) != m_place.pixels(QStringLiteral("photo.png")));
  }

  void endsWithTheCodeOfItsFailure_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int code, const char* says) {
      QTest::newRow(name) << QString::fromLatin1(arguments) << code << QString::fromLatin1(says);
    };
    row("no tag", "--reference anything=photo.png", 2, "photo.png");
    row("too many",
        "--reference shoes=photo.png --reference shoes=photo.png --reference shoes=photo.png --reference shoes=photo.png "
        "--reference shoes=photo.png --reference shoes=photo.png",
        2, "than 6");
    row("pose of another size", "--pose shirt.png", 2, "'shirt.png' is 20");
    row("no pose at all", "--pose gone.png", 2, "gone.png");
  }
  void endsWithTheCodeOfItsFailure() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = run(QStringLiteral("--mask mask.png --output a.png ") + arguments);
    QVERIFY2(ended.code == code, qPrintable(ended.err));
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
    QVERIFY(!m_place.entries().contains(QStringLiteral("a.png")));
  }

  void withoutItsImageAttentionTheModelIsNotReady() {
    QFile::rename(m_place.path(QStringLiteral("model/decoupled_attn.pth")), m_place.path(QStringLiteral("away")));
    const Ended ended = run(QStringLiteral("--mask mask.png --output a.png"));
    QFile::rename(m_place.path(QStringLiteral("away")), m_place.path(QStringLiteral("model/decoupled_attn.pth")));
    QVERIFY2(ended.code == 3 && ended.err.contains(QStringLiteral("decoupled_attn.pth")), qPrintable(ended.err));
  }

 private:
  Ended run(const QString& arguments) const {
    return m_place.runReal(QStringLiteral("complete --method parts-to-whole --model model --photo photo.png --steps 2 "
                                          "--reference upper-clothes=shirt.png,mask=shirt-mask.png ") +
                           arguments);
  }

  Workplace m_place;
};

QTEST_GUILESS_MAIN(TestCompleteParts)
#include "test_complete_parts.moc"
