#include <QCryptographicHash>
#include <QTest>

#include "core/completion/hash.h"
#include "tests/fakes/small_request.h"

using namespace retailor;
using namespace retailor::completion;

class TestHash : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Recipes live for years: the hash is of width, height, channels, sample type (little-endian) and the samples, and stays so.
  void hashIsOfShapeAndSamples() {
    image::Bitmap picture({2, 1}, 3, image::SampleType::U8);
    for (int i = 0; i < 6; ++i) picture.bytes()[i] = static_cast<std::byte>(i + 1);
    const QByteArray shape = QByteArray::fromHex("02000000010000000300000000000000");
    const QByteArray expected = QCryptographicHash::hash(shape + QByteArray::fromHex("010203040506"), QCryptographicHash::Sha256).toHex();
    QCOMPARE(QByteArray::fromStdString(sha256Of(picture)), expected);
  }

  void samplesOfAnotherShapeHashDifferently() {
    const image::Bitmap wide({4, 1}, 3, image::SampleType::U8), tall({1, 4}, 3, image::SampleType::U8);
    QVERIFY(sha256Of(wide) != sha256Of(tall));
    QVERIFY(sha256Of(fakes::smallPicture(image::SampleType::U8)) != sha256Of(fakes::smallPicture(image::SampleType::U16)));
  }

  void maskHashesAsItsBitmap() { QCOMPARE(sha256Of(fakes::smallMask()), sha256Of(fakes::smallMask().toBitmap())); }

  void oneSampleChangesTheHash() {
    image::Bitmap picture = fakes::smallPicture();
    const std::string before = sha256Of(picture);
    picture.bytes()[1000] ^= std::byte{1};
    QVERIFY(sha256Of(picture) != before);
  }
};

QTEST_GUILESS_MAIN(TestHash)
#include "test_hash.moc"
