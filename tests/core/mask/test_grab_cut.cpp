#include <QtTest>
#include <thread>

#include "core/mask/grab_cut.h"
#include "core/mask/mask_combine.h"
#include "tests/core/composite/noise_picture.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

// A reddish object with a texture of its own before a greenish background, both noisy.
image::Bitmap pictureOf(const Mask& object, int channels = 3) {
  std::mt19937 random(7);
  std::normal_distribution<float> grain(0, 9);
  image::Bitmap picture(object.size(), channels, image::SampleType::U8);
  for (int y = 0; y < object.height(); ++y) {
    for (int x = 0; x < object.width(); ++x) {
      const bool inside = object.at(x, y) > 0;
      const float base[3] = {inside ? 180.0f : 70.0f, inside ? 80.0f + 15 * static_cast<float>((x / 9) % 2) : 120.0f,
                             inside ? 70.0f : 60.0f + 0.1f * static_cast<float>(y)};
      for (int c = 0; c < 3; ++c)
        picture.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(std::clamp(base[c] + grain(random), 0.0f, 255.0f));
    }
  }
  return picture;
}

double overlap(const Mask& a, const Mask& b) {
  double both = 0, either = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      both += a.at(x, y) >= 128 && b.at(x, y) >= 128;
      either += a.at(x, y) >= 128 || b.at(x, y) >= 128;
    }
  }
  return both / either;
}

Mask ellipse(image::Size size) {
  return tests::drawn(size,
                      [=](int x, int y) { return std::hypot((x + 0.5) / size.width - 0.5, ((y + 0.5) / size.height - 0.5) * 1.3) < 0.3; });
}

image::Rect boxRound(const Mask& object, int margin) { return intersected(image::grown(object.support(), margin), object.bounds()); }

}  // namespace

class TestGrabCut : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aBoxFindsTheObject_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("channels");
    QTest::newRow("small") << 200 << 150 << 3;
    QTest::newRow("with alpha") << 200 << 150 << 4;
    QTest::newRow("made smaller inside") << 1500 << 1100 << 3;
  }
  void aBoxFindsTheObject() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, channels);
    const Mask object = ellipse({width, height});
    const auto found = grabCut(pictureOf(object, channels), {boxRound(object, width / 25), {}, {}});
    QVERIFY(found.ok());
    QVERIFY2(overlap(*found, object) >= 0.97, qPrintable(QString::number(overlap(*found, object))));
  }

  // The mistake: a patch of the object in the ground's own colour.
  void aStrokeCorrectsAMistake() {
    const Mask object = ellipse({400, 300}), patch = tests::disc(object.size(), 200, 130, 24);
    const image::Bitmap picture = pictureOf(subtracted(object, patch), 3);
    const GrabCutHints box{boxRound(object, 16), {}, {}};
    const auto before = grabCut(picture, box);
    GrabCutHints corrected = box;
    corrected.inside = tests::disc(object.size(), 200, 130, 22);
    const auto after = grabCut(picture, corrected);
    QVERIFY(before.ok() && after.ok());
    QVERIFY2(overlap(*after, object) >= 0.99, qPrintable(QString::number(overlap(*after, object))));
    QVERIFY(overlap(*before, object) < overlap(*after, object));
  }

  void nothingOutsideTheBoxIsTaken() {
    const Mask object = ellipse({200, 150});
    const image::Rect box{30, 20, 85, 110};  // cuts the object, which goes on to the right
    const auto found = grabCut(pictureOf(object), {box, {}, {}});
    QVERIFY(found.ok() && !found->isEmpty());
    QVERIFY(intersected(found->support(), box) == found->support());
  }

  void strokesAreObeyed() {
    const Mask object = ellipse({240, 180});
    const GrabCutHints hints{boxRound(object, 12), tests::disc(object.size(), 80, 50, 3), tests::disc(object.size(), 125, 90, 9)};
    const auto found = grabCut(pictureOf(object), hints);
    QVERIFY(found.ok());
    for (int y = 0; y < 180; ++y) {
      for (int x = 0; x < 240; ++x) {
        if (hints.outside->at(x, y)) QCOMPARE(int(found->at(x, y)), 0);
      }
    }
    QCOMPARE(int(found->at(80, 50)), 255);
  }

  void aStrokeChoosesAmongPieces() {
    const Mask left = tests::disc({240, 180}, 70, 90, 35), right = tests::disc({240, 180}, 170, 90, 30),
               small = tests::disc({240, 180}, 120, 40, 8);
    Mask all = tests::drawn({240, 180}, [&](int x, int y) { return left.at(x, y) || right.at(x, y) || small.at(x, y); });
    const image::Bitmap picture = pictureOf(all);
    GrabCutHints hints{boxRound(all, 10), {}, {}};
    const auto pair = grabCut(picture, hints);
    QVERIFY(pair.ok());
    QVERIFY(pair->at(70, 90) && pair->at(170, 90) && !pair->at(120, 40));  // shoes come in pairs, specks go
    hints.inside = tests::disc({240, 180}, 170, 90, 6);
    const auto one = grabCut(picture, hints);
    QVERIFY(one.ok());
    QVERIFY(overlap(*one, right) >= 0.95);
  }

  // In a noise of squares the colour models depend on where they start.
  void theSameHintsGiveTheSameMask() {
    const image::Bitmap noise = tests::noisePicture({12, 9}, 3, image::SampleType::U8, 3);
    image::Bitmap picture({120, 90}, 3, image::SampleType::U8);
    for (int y = 0; y < 90; ++y) {
      for (int x = 0; x < 120; ++x)
        std::copy_n(noise.view<std::uint8_t>().pixel(x / 10, y / 10), 3, picture.span<std::uint8_t>().pixel(x, y));
    }
    const GrabCutHints hints{{28, 18, 66, 54}, {}, {}};
    const auto first = grabCut(picture, hints);
    QVERIFY(!first->isEmpty());
    for (int i = 0; i < 3; ++i) QVERIFY(*grabCut(picture, hints) == *first);
    std::jthread([&] { QVERIFY(*grabCut(picture, hints) == *first); }).join();
  }

  void boxesThatSayNothingAreRefused_data() {
    QTest::addColumn<QRect>("box");
    QTest::newRow("empty") << QRect(10, 10, 0, 5);
    QTest::newRow("beside the picture") << QRect(300, 10, 20, 20);
    QTest::newRow("the whole picture") << QRect(0, 0, 100, 80);
    QTest::newRow("larger than the picture") << QRect(-10, -10, 500, 500);
  }
  void boxesThatSayNothingAreRefused() {
    QFETCH(QRect, box);
    const auto found = grabCut(pictureOf(ellipse({100, 80})), {{box.x(), box.y(), box.width(), box.height()}, {}, {}});
    QVERIFY(!found.ok());
    QVERIFY(found.failure().kind == FailureKind::BadInput);
    QVERIFY(found.failure().sentence.ends_with('.'));
  }

  void aStrokeOfBackgroundSavesABoxOfTheWholePicture() {
    const Mask object = ellipse({100, 80});
    const auto found = grabCut(pictureOf(object), {object.bounds(), {}, tests::disc(object.size(), 10, 10, 6)});
    QVERIFY(found.ok());
    QVERIFY(overlap(*found, object) > 0.9);
  }

  void tinyAndFlatPicturesAreHarmless_data() {
    QTest::addColumn<int>("side");
    for (int side : {2, 3, 5, 16}) QTest::addRow("%d pixels", side) << side;
  }
  void tinyAndFlatPicturesAreHarmless() {
    QFETCH(int, side);
    const image::Bitmap flat({side, side}, 3, image::SampleType::U8);
    const auto found = grabCut(flat, {{side / 2, side / 2, 1, 1}, {}, {}});
    QVERIFY(found.ok());
    QVERIFY(found->size() == flat.size());
  }

  void stoppingGivesAnEmptyMask() {
    const Mask object = ellipse({600, 500});
    std::stop_source source;
    source.request_stop();
    const auto found = grabCut(pictureOf(object), {boxRound(object, 20), {}, {}}, source.get_token());
    QVERIFY(found.ok() && found->isEmpty());
  }

  void aLargeObjectTakesAboutASecond() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    const Mask object = ellipse({2000, 1500});
    const image::Bitmap picture = pictureOf(object);
    double share = 0;
    const double time = tests::processorMilliseconds([&] { share = overlap(*grabCut(picture, {boxRound(object, 60), {}, {}}), object); });
    QVERIFY(share > 0.97);
    QVERIFY2(time < 4000, qPrintable(QString::number(time)));
  }
};

QTEST_GUILESS_MAIN(TestGrabCut)
#include "test_grab_cut.moc"
