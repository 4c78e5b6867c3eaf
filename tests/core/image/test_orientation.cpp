#include <QtTest>

#include <exiv2/exiv2.hpp>

#include "core/image/exif_turn.h"
#include "tests/core/image/drawn_pictures.h"

using namespace retailor::image;

namespace {

// Where the block at (x, y) of the upright picture lies in the picture as stored (EXIF 2.3, tag 0x0112), for an upright size w × h.
QPoint storedPlace(int orientation, int x, int y, int w, int h) {
  switch (orientation) {
    case 2: return {w - 1 - x, y};
    case 3: return {w - 1 - x, h - 1 - y};
    case 4: return {x, h - 1 - y};
    case 5: return {y, x};
    case 6: return {y, w - 1 - x};
    case 7: return {h - 1 - y, w - 1 - x};
    case 8: return {h - 1 - y, x};
    default: return {x, y};
  }
}

Bitmap asStored(const Bitmap& upright, int orientation) {
  const bool turned = orientation >= 5 && orientation <= 8;
  Bitmap stored(turned ? Size{upright.height(), upright.width()} : upright.size(), upright.channels(), upright.sampleType());
  const std::size_t pixel = static_cast<std::size_t>(upright.channels()) * bytesPerSample(upright.sampleType());
  for (int y = 0; y < upright.height(); ++y) {
    for (int x = 0; x < upright.width(); ++x) {
      const QPoint at = storedPlace(orientation, x, y, upright.width(), upright.height());
      const auto from = static_cast<std::size_t>(y * upright.width() + x) * pixel,
                 to = static_cast<std::size_t>(at.y() * stored.width() + at.x()) * pixel;
      std::memcpy(stored.bytes() + to, upright.bytes() + from, pixel);
    }
  }
  return stored;
}

Bytes withOrientationTag(const Bytes& file, int orientation) {
  const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
  image->readMetadata();
  image->exifData()["Exif.Image.Orientation"] = static_cast<std::uint16_t>(orientation);
  image->writeMetadata();
  image->io().open();
  const auto* first = reinterpret_cast<const std::byte*>(image->io().mmap());
  return {first, first + image->io().size()};
}

int orientationTag(const Bytes& exif) {
  Exiv2::ExifData data;
  Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte*>(exif.data()), static_cast<uint32_t>(exif.size()));
  const auto found = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
  return found == data.end() ? 0 : static_cast<int>(found->toLong());
}

}  // namespace

class TestOrientation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyTurnEndsUprightOnce_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("orientation");
    for (const NamedFormat& format : kFormats) {
      for (int orientation = 0; orientation <= 9; ++orientation)
        QTest::addRow("%s %d", format.name, orientation) << static_cast<int>(format.format) << orientation;
    }
  }
  void everyTurnEndsUprightOnce() {
    QFETCH(int, format);
    QFETCH(int, orientation);
    const Bitmap upright = blocks(3, 2);
    const Bytes file = withOrientationTag(encodedAs(photoOf(asStored(upright, orientation)), static_cast<FileFormat>(format)), orientation);
    const Photo photo = readBack(file);
    QCOMPARE(photo.pixels.width(), upright.width());
    QVERIFY(largestDifference(photo.pixels, upright) <= (static_cast<FileFormat>(format) == FileFormat::Jpeg ? 6 : 0));
    QCOMPARE(orientationTag(photo.metadata.exif), 1);
    // A second trip must not turn it again.
    QVERIFY(largestDifference(readBack(encodedAs(photo, static_cast<FileFormat>(format))).pixels, upright) <= 8);
  }

  void deepPicturesTurnToo_data() {
    QTest::addColumn<int>("channels");
    for (const int channels : {1, 2, 3, 4, 5}) QTest::addRow("%d channels", channels) << channels;
  }
  void deepPicturesTurnToo() {
    QFETCH(int, channels);
    const Bitmap upright = scattered({5, 3}, channels, SampleType::U16);
    for (int orientation = 1; orientation <= 8; ++orientation) {
      QVERIFY(turnedUpright(asStored(upright, orientation), orientation) == upright);
    }
  }

  void masksTurnLikePhotos() {
    const QTemporaryDir folder;
    const std::filesystem::path file = (folder.path() + QStringLiteral("/mask.png")).toStdString();
    const Bitmap upright = blocks(3, 2);
    QVERIFY(writeWhole(file, withOrientationTag(encodedAs(photoOf(asStored(upright, 6)), FileFormat::Png), 6)).ok());
    const Bitmap mask = expected(readCoverage(file));
    QCOMPARE(mask.width(), upright.width());
    QCOMPARE(mask.channels(), 1);
  }
};

QTEST_GUILESS_MAIN(TestOrientation)
#include "test_orientation.moc"
