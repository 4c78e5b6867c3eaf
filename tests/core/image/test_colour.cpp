#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "core/image/colour.h"
#include "core/image/opencv_bitmap.h"
#include "tests/core/image/drawn_pictures.h"
#include "tests/core/image/handmade_files.h"

using namespace retailor::image;
using namespace std::string_literals;

namespace {

ColourProfile profileOf(const std::string& chunks) {
  return readBack(bytesOf(HandmadePng{1, 1, 8, 2, chunks, "\0\1\2\3"s}.file())).profile;
}

ColourProfile displayP3() { return profileOf(pngChunk("cICP", "\x0C\x0D\x00\x01"s)); }

ColourProfile primaries(std::initializer_list<std::uint32_t> chromaticities, std::uint32_t gamma) {
  ByteText text;
  for (const std::uint32_t value : chromaticities) text.big(value, 4);
  return profileOf(pngChunk("gAMA", ByteText().big(gamma, 4).all()) + pngChunk("cHRM", text.all()));
}

ColourProfile adobeRgb() { return primaries({31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000}, 45470); }

ColourProfile broken() { return {std::make_shared<const Bytes>(Bytes(200))}; }

// CIE76 on OpenCV's Lab: stricter than ΔE2000 for vivid colours.
double largestLabDistance(const Bitmap& a, const Bitmap& b) {
  cv::Mat labA, labB, difference;
  cv::cvtColor(toCv(withSampleType(a, SampleType::F32)), labA, cv::COLOR_RGB2Lab);
  cv::cvtColor(toCv(withSampleType(b, SampleType::F32)), labB, cv::COLOR_RGB2Lab);
  double largest = 0;
  for (int y = 0; y < labA.rows; ++y) {
    for (int x = 0; x < labA.cols; ++x) largest = std::max(largest, cv::norm(labA.at<cv::Vec3f>(y, x) - labB.at<cv::Vec3f>(y, x)));
  }
  return largest;
}

}  // namespace

class TestColour : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sameProfileKeepsEverySample_data() {
    QTest::addColumn<bool>("tagged");
    QTest::newRow("untagged") << false;
    QTest::newRow("Display P3") << true;
  }
  void sameProfileKeepsEverySample() {
    QFETCH(bool, tagged);
    const ColourProfile profile = tagged ? displayP3() : ColourProfile{};
    const ColourProfile again = tagged ? displayP3() : ColourProfile{};
    const Bitmap deep = scattered({40, 30}, 4, SampleType::U16);
    QVERIFY(expected(convertColours(deep, profile, again, SampleType::U16)) == deep);
    QVERIFY(expected(convertColours(deep, profile, again, SampleType::U8)) == withSampleType(deep, SampleType::U8));
  }

  void knownColoursConvert() {
    const Bitmap red = filled<std::uint8_t>({1, 1}, {219, 0, 0});  // sRGB red lies at 219 on Adobe RGB's red
    const Bitmap grey = filled<std::uint8_t>({1, 1}, {128, 128, 128});
    const Bitmap srgbRed = expected(toSrgb(red, adobeRgb(), SampleType::U8)), srgbGrey = expected(toSrgb(grey, adobeRgb(), SampleType::U8));
    QVERIFY(largestDifference(srgbRed, filled<std::uint8_t>({1, 1}, {255, 0, 0})) <= 1);
    QVERIFY(largestDifference(srgbGrey, filled<std::uint8_t>({1, 1}, {129, 129, 129})) == 0);
  }

  void thereAndBackIsTheSameColour_data() {
    QTest::addColumn<bool>("deep");
    QTest::newRow("8 bit by way of 16") << false;
    QTest::newRow("16 bit") << true;
  }
  void thereAndBackIsTheSameColour() {
    QFETCH(bool, deep);
    const SampleType type = deep ? SampleType::U16 : SampleType::U8;
    const Bitmap srgb = scattered({64, 64}, 3, type);
    for (const ColourProfile& wide : {displayP3(), adobeRgb()}) {
      const Bitmap there = expected(convertColours(srgb, {}, wide, SampleType::U16));
      QVERIFY(largestLabDistance(expected(convertColours(there, wide, {}, type)), srgb) < 0.5);
      QVERIFY(!(there == withSampleType(srgb, SampleType::U16)));
    }
  }

  void alphaIsCarriedOver_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (const int from : {8, 16}) {
      for (const int to : {8, 16}) QTest::addRow("%d to %d", from, to) << from << to;
    }
  }
  void alphaIsCarriedOver() {
    QFETCH(int, from);
    QFETCH(int, to);
    const SampleType target = to == 8 ? SampleType::U8 : SampleType::U16;
    const Bitmap source = scattered({300, 300}, 4, from == 8 ? SampleType::U8 : SampleType::U16);
    const Bitmap result = expected(convertColours(source, displayP3(), {}, target)), plain = withSampleType(source, target);
    const std::size_t sample = bytesPerSample(target);
    for (std::size_t i = 3 * sample; i < result.byteCount(); i += 4 * sample) {
      QVERIFY2(std::memcmp(result.bytes() + i, plain.bytes() + i, sample) == 0, qPrintable(QString::number(i)));
    }
  }

  void largePicturesConvertLikeSmallOnes() {
    const Bitmap large = scattered({1500, 1200}, 3, SampleType::U8);  // enough for several threads
    const Rect corner{700, 1100, 40, 40};
    const Bitmap whole = expected(toSrgb(large, displayP3(), SampleType::U8)),
                 part = expected(toSrgb(large.cropped(corner), displayP3(), SampleType::U8));
    QVERIFY(whole.cropped(corner) == part);
  }

  void brokenProfileIsBadInput() {
    const Bitmap pixels = scattered({2, 2}, 3, SampleType::U8);
    QVERIFY(!complaint(convertColours(pixels, broken(), {}, SampleType::U8)).isEmpty());
    QVERIFY(!complaint(convertColours(pixels, {}, broken(), SampleType::U8)).isEmpty());
    QVERIFY(!isSrgb(broken()));
  }

  void profilesAreRecognised() {
    QVERIFY(isSrgb({}));
    QVERIFY(isSrgb(primaries({31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000}, 45455)));
    QVERIFY(!isSrgb(displayP3()));
    QVERIFY(!isSrgb(adobeRgb()));
    QCOMPARE(QString::fromStdString(profileName({})), QStringLiteral("untagged"));
    QCOMPARE(QString::fromStdString(profileName(displayP3())), QStringLiteral("Display P3"));
    QCOMPARE(QString::fromStdString(profileName(broken())), QStringLiteral("unnamed profile"));
  }

  void transferCurveHasItsKnownPoints() {
    QVERIFY(std::abs(srgbToLinear(0.5F) - 0.214041F) < 1e-5F);
    QVERIFY(std::abs(srgbToLinear(0.04F) - 0.04F / 12.92F) < 1e-7F);
    for (int i = 0; i <= 1000; ++i)
      QVERIFY(std::abs(linearToSrgb(srgbToLinear(static_cast<float>(i) / 1000)) - static_cast<float>(i) / 1000) < 1e-5F);
  }
};

QTEST_GUILESS_MAIN(TestColour)
#include "test_colour.moc"
