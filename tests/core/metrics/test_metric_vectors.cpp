// Every metric without weights against numbers computed independently in double precision (metric_vectors.json).
#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/metrics/colour_difference.h"
#include "core/metrics/cosine.h"
#include "core/metrics/gradient_similarity.h"
#include "core/metrics/pixel_error.h"
#include "core/metrics/seam_ratio.h"
#include "core/metrics/structural_similarity.h"
#include "tests/core/metrics/vector_pictures.h"

using namespace retailor;
using namespace retailor::metrics;
using namespace retailor::tests;
using namespace Qt::StringLiterals;

namespace {

double number(const QJsonValue& value) { return value.isNull() ? std::numeric_limits<double>::infinity() : value.toDouble(); }

Lab labIn(const QJsonArray& values) { return {values[0].toDouble(), values[1].toDouble(), values[2].toDouble()}; }

// The pictures, row by row, of one list of the file.
void rowsOf(QLatin1StringView list) {
  QTest::addColumn<QJsonObject>("row");
  const QJsonArray rows = metricVectors()[list].toArray();
  for (qsizetype i = 0; i < rows.size(); ++i) QTest::addRow("%d", static_cast<int>(i)) << rows[i].toObject();
}

std::vector<float> firstRow(std::uint32_t seed, double perColumn) {
  Lcg random(seed);
  std::vector<float> row;
  for (int i = 0; i < 8; ++i) row.push_back(static_cast<float>(random.word() / 65535.0 + perColumn * i));
  return row;
}

}  // namespace

// Within a millionth of the number in the file, which has ten digits.
#define COMPARE_CLOSELY(actual, wanted)                                                                                  \
  do {                                                                                                                   \
    const double is = (actual), should = (wanted);                                                                       \
    const bool close = is == should || std::abs(is - should) <= 1e-6 * std::abs(should) + 1e-12;                         \
    QVERIFY2(close, qPrintable(u"%1: %2 instead of %3"_s.arg(u"" #actual).arg(is, 0, 'g', 12).arg(should, 0, 'g', 12))); \
  } while (false)

class TestMetricVectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void picturesAreRebuiltExactly_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("wanted");
    const QJsonObject all = metricVectors()["checksums"_L1].toObject();
    for (auto one = all.begin(); one != all.end(); ++one) QTest::newRow(qPrintable(one.key())) << one.key() << one->toObject();
  }
  void picturesAreRebuiltExactly() {
    QFETCH(QString, name);
    QFETCH(QJsonObject, wanted);
    const image::Bitmap picture = vectorPicture(name.toStdString());
    const auto* samples = picture.view<std::uint8_t>().data;
    const auto count = static_cast<qsizetype>(picture.byteCount());
    QCOMPARE(std::accumulate(samples, samples + count, std::int64_t{0}), wanted["sum"_L1].toInteger());
    const QJsonArray first = wanted["first12"_L1].toArray(), last = wanted["last3"_L1].toArray();
    for (qsizetype i = 0; i < first.size(); ++i) QCOMPARE(static_cast<int>(samples[i]), first[i].toInt());
    for (qsizetype i = 0; i < last.size(); ++i) QCOMPARE(static_cast<int>(samples[count - 3 + i]), last[i].toInt());
  }

  void pixelErrorsMatch_data() { rowsOf("pairs"_L1); }
  void pixelErrorsMatch() {
    QFETCH(QJsonObject, row);
    const image::Bitmap a = picture(row, "a"), b = picture(row, "b");
    const PixelError whole = *pixelError(b, a), rect = *pixelErrorInside(b, a, rectMask());
    COMPARE_CLOSELY(whole.mse, number(row["mse"_L1]));
    COMPARE_CLOSELY(whole.mae, number(row["mae"_L1]));
    COMPARE_CLOSELY(whole.psnr, number(row["psnr"_L1]));
    COMPARE_CLOSELY(rect.mse, number(row["mse_rect"_L1]));
    COMPARE_CLOSELY(rect.psnr, number(row["psnr_rect"_L1]));
    COMPARE_CLOSELY(pixelErrorInside(b, a, circleMask())->psnr, number(row["psnr_circle"_L1]));
  }

  void structureMatches_data() { rowsOf("pairs"_L1); }
  void structureMatches() {
    QFETCH(QJsonObject, row);
    const image::Bitmap a = picture(row, "a"), b = picture(row, "b");
    COMPARE_CLOSELY(*ssim(b, a), number(row["ssim_gauss11_rgb"_L1]));
    COMPARE_CLOSELY(*ssim(b, a, SsimOf::Luma), number(row["ssim_gauss11_luma"_L1]));
    COMPARE_CLOSELY(*ssimInside(b, a, rectMask()), number(row["ssim_gauss11_rgb_rect"_L1]));
    COMPARE_CLOSELY(*gradientDeviation(b, a), number(row["gmsd"_L1]));
    COMPARE_CLOSELY(*gradientError(b, a), number(row["gradient_mae"_L1]));
  }

  void coloursMatch_data() { rowsOf("pairs"_L1); }
  void coloursMatch() {
    QFETCH(QJsonObject, row);
    const image::Bitmap a = picture(row, "a"), b = picture(row, "b");
    const ColourDifference whole = *colourDifference(b, a);
    COMPARE_CLOSELY(whole.mean1976, number(row["de76_mean"_L1]));
    COMPARE_CLOSELY(whole.mean2000, number(row["de2000_mean"_L1]));
    COMPARE_CLOSELY(whole.most2000, number(row["de2000_max"_L1]));
    COMPARE_CLOSELY(colourDifferenceInside(b, a, rectMask())->mean2000, number(row["de2000_mean_rect"_L1]));
  }

  void largerPicturesMatch_data() { rowsOf("ms_ssim"_L1); }
  void largerPicturesMatch() {
    QFETCH(QJsonObject, row);
    const image::Bitmap a = picture(row, "a"), b = picture(row, "b");
    COMPARE_CLOSELY(*multiScaleSsim(b, a), number(row["ms_ssim_rgb"_L1]));
    COMPARE_CLOSELY(*ssim(b, a), number(row["ssim_gauss11_rgb"_L1]));
    COMPARE_CLOSELY(pixelError(b, a)->psnr, number(row["psnr"_L1]));
  }

  void seamsMatch_data() { rowsOf("seam"_L1); }
  void seamsMatch() {
    QFETCH(QJsonObject, row);
    const Seam seam = *seamOf(picture(row, "image"), rectMask());
    COMPARE_CLOSELY(seam.crossStep, number(row["cross_step"_L1]));
    COMPARE_CLOSELY(seam.nearStep, number(row["near_step"_L1]));
    COMPARE_CLOSELY(seam.ratio, number(row["ratio"_L1]));
  }

  void sixteenBitsGiveTheSamePsnr() {
    const QJsonObject row = metricVectors()["u16"_L1].toObject();
    const auto a = image::withSampleType(vectorPicture("G64"), image::SampleType::U16);
    const auto b = image::withSampleType(vectorPicture("GN64"), image::SampleType::U16);
    COMPARE_CLOSELY(pixelError(b, a)->mse, number(row["mse"_L1]));
    COMPARE_CLOSELY(pixelError(b, a)->psnr, number(row["psnr_L65535"_L1]));
  }

  void coloursBecomeExactLab_data() { rowsOf("lab_d65_2deg"_L1); }
  void coloursBecomeExactLab() {
    QFETCH(QJsonObject, row);
    const QJsonArray srgb = row["srgb"_L1].toArray();
    const Lab is = labOf({srgb[0].toInt() / 255.0, srgb[1].toInt() / 255.0, srgb[2].toInt() / 255.0});
    const Lab should = labIn(row["lab"_L1].toArray());
    QVERIFY(std::abs(is.l - should.l) < 1e-4 && std::abs(is.a - should.a) < 1e-4 && std::abs(is.b - should.b) < 1e-4);
  }

  void hardPairsOfSharmaMatch_data() { rowsOf("ciede2000_pairs"_L1); }
  void hardPairsOfSharmaMatch() {
    QFETCH(QJsonObject, row);
    const Lab one = labIn(row["lab1"_L1].toArray()), other = labIn(row["lab2"_L1].toArray());
    COMPARE_CLOSELY(colourDifference2000(one, other), number(row["de2000"_L1]));
    COMPARE_CLOSELY(colourDifference2000(other, one), number(row["de2000"_L1]));
  }

  void cosineMatches() {
    COMPARE_CLOSELY(*cosine(firstRow(21, 0), firstRow(22, 0.05)), number(metricVectors()["cosine"_L1].toObject()["cos"_L1]));
  }
};

QTEST_GUILESS_MAIN(TestMetricVectors)
#include "test_metric_vectors.moc"
