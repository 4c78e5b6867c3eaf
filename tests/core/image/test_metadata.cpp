#include <QtTest>

#include <exiv2/exiv2.hpp>

#include "core/image/photo_metadata.h"
#include "tests/core/image/drawn_pictures.h"

using namespace retailor::image;

namespace {

const char kSourceType[] = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

// What another program finds in a file: "key = value" for every datum.
QStringList found(const Bytes& file) {
  const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
  image->readMetadata();
  QStringList list;
  const auto add = [&](const std::string& key, const std::string& value) { list << QString::fromStdString(key + " = " + value); };
  for (const auto& datum : image->exifData()) add(datum.key(), datum.toString());
  for (const auto& datum : image->iptcData()) add(datum.key(), datum.toString());
  for (const auto& datum : image->xmpData()) add(datum.key(), datum.toString());
  return list;
}

bool has(const QStringList& list, const char* text) { return !list.filter(QString::fromUtf8(text)).isEmpty(); }

bool same(const QStringList& list, const char* line) { return list.contains(QString::fromUtf8(line)); }

// A camera's JPEG: maker, time, place, a small picture of the unedited photo, a caption.
Bytes cameraFile() {
  WriteOptions plain;
  plain.markGenerated = false;
  const Bytes file = encodedAs(photoOf(blocks(3, 2)), FileFormat::Jpeg, plain);
  const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
  image->readMetadata();
  Exiv2::ExifData& exif = image->exifData();
  exif["Exif.Image.Make"] = "Canon";
  exif["Exif.Image.Copyright"] = "Someone";
  exif["Exif.Image.Orientation"] = std::uint16_t{1};
  exif["Exif.Photo.DateTimeOriginal"] = "2024:05:06 07:08:09";
  exif["Exif.Photo.PixelXDimension"] = std::uint32_t{4000};
  exif["Exif.GPSInfo.GPSLatitude"] = "52/1 31/1 0/1";
  exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
  Exiv2::ExifThumb(exif).setJpegThumbnail(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
  image->iptcData()["Iptc.Application2.Caption"] = "A shirt";
  image->iptcData()["Iptc.Application2.City"] = "Berlin";
  image->xmpData()["Xmp.dc.creator"] = "Someone";
  image->xmpData()["Xmp.exif.GPSLatitude"] = "52,31N";
  image->xmpData()["Xmp.tiff.Orientation"] = "6";
  image->xmpData()["Xmp.photoshop.City"] = "Berlin";
  image->writeMetadata();
  image->io().open();
  const auto* first = reinterpret_cast<const std::byte*>(image->io().mmap());
  return {first, first + image->io().size()};
}

void addFormats() {
  QTest::addColumn<int>("format");
  for (const NamedFormat& format : kFormats) QTest::addRow("%s", format.name) << static_cast<int>(format.format);
}

FileFormat fetchedFormat() {
  QFETCH(int, format);
  return static_cast<FileFormat>(format);
}

}  // namespace

class TestMetadata : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_photo = readBack(cameraFile()); }

  void exportKeepsWhatTheCameraWrote_data() { addFormats(); }
  void exportKeepsWhatTheCameraWrote() {
    const QStringList list = found(encodedAs(m_photo, fetchedFormat()));
    QVERIFY(same(list, "Exif.Image.Make = Canon"));
    QVERIFY(same(list, "Exif.Image.Copyright = Someone"));
    QVERIFY(same(list, "Exif.Photo.DateTimeOriginal = 2024:05:06 07:08:09"));
    QVERIFY(has(list, "GPSLatitude = 52/1"));
    QVERIFY(same(list, "Xmp.dc.creator = Someone"));
    QVERIFY(fetchedFormat() == FileFormat::WebP || same(list, "Iptc.Application2.Caption = A shirt"));  // WebP has no place for IPTC
  }

  void twoTripsKeepAsMuchAsOne_data() { addFormats(); }
  void twoTripsKeepAsMuchAsOne() {
    WriteOptions plain;
    plain.markGenerated = false;
    const Bytes once = encodedAs(m_photo, fetchedFormat(), plain);
    const Bytes twice = encodedAs(readBack(once), fetchedFormat(), plain);
    QCOMPARE(found(twice).filter(QStringLiteral("Strip"), Qt::CaseInsensitive).size(),
             found(once).filter(QStringLiteral("Strip"), Qt::CaseInsensitive).size());
    QVERIFY(same(found(twice), "Exif.Image.Make = Canon"));
    QCOMPARE(found(twice).size(), found(once).size());
  }

  void sizeAndOrientationAreRenewed_data() { addFormats(); }
  void sizeAndOrientationAreRenewed() {
    const QStringList list = found(encodedAs(m_photo, fetchedFormat()));
    QVERIFY(same(list, "Exif.Image.Orientation = 1"));
    QVERIFY(same(list, "Xmp.tiff.Orientation = 1"));
    QVERIFY(same(list, "Exif.Photo.PixelXDimension = 24"));
    QVERIFY(same(list, "Exif.Photo.PixelYDimension = 16"));
  }

  void smallPictureOfTheUneditedPhotoIsDropped_data() { addFormats(); }
  void smallPictureOfTheUneditedPhotoIsDropped() {
    QVERIFY(has(found(cameraFile()), "Exif.Thumbnail"));
    QVERIFY(!has(found(encodedAs(m_photo, fetchedFormat())), "Exif.Thumbnail"));
  }

  void placeIsStrippedOnRequest_data() { addFormats(); }
  void placeIsStrippedOnRequest() {
    WriteOptions options;
    options.metadata = MetadataPolicy::StripLocation;
    const QStringList list = found(encodedAs(m_photo, fetchedFormat(), options));
    QVERIFY(!has(list, "GPS"));
    QVERIFY(!has(list, "Berlin"));
    QVERIFY(same(list, "Exif.Image.Make = Canon"));
    QVERIFY(same(list, "Xmp.dc.creator = Someone"));
  }

  void everythingIsStrippedOnRequest_data() { addFormats(); }
  void everythingIsStrippedOnRequest() {
    WriteOptions options;
    options.metadata = MetadataPolicy::StripAll;
    const QStringList list = found(encodedAs(m_photo, fetchedFormat(), options));
    for (const char* gone : {"Canon", "Someone", "GPS", "Berlin", "A shirt", "2024"}) QVERIFY2(!has(list, gone), gone);
    QVERIFY(has(list, kSourceType));
    options.markGenerated = false;
    QVERIFY(!has(found(encodedAs(m_photo, fetchedFormat(), options)), "Xmp."));
  }

  void generatedPicturesSaySo_data() { addFormats(); }
  void generatedPicturesSaySo() {
    const QStringList list = found(encodedAs(m_photo, fetchedFormat()));
    QVERIFY(same(list, qPrintable(QStringLiteral("Xmp.iptcExt.DigitalSourceType = ") + QString::fromUtf8(kSourceType))));
    QVERIFY(has(list, "stEvt:softwareAgent = Retailor"));
    WriteOptions options;
    options.markGenerated = false;
    QVERIFY(!has(found(encodedAs(m_photo, fetchedFormat(), options)), kSourceType));
  }

  void historyGrowsByOneAnExport() {
    const Photo once = readBack(encodedAs(m_photo, FileFormat::Png));
    const QStringList list = found(encodedAs(once, FileFormat::Png));
    QVERIFY(has(list, "History[2]/stEvt:action = edited"));
    QVERIFY(!has(list, "History[3]"));
  }

  void recipeIsEmbeddedAndFoundAgain_data() { addFormats(); }
  void recipeIsEmbeddedAndFoundAgain() {
    WriteOptions options;
    options.recipeJson = "{\"version\":1,\"prompt\":\"a <red> \\\"shirt\\\" & ünïcode\",\"seed\":42}";
    options.metadata = MetadataPolicy::StripAll;
    const Photo back = readBack(encodedAs(m_photo, fetchedFormat(), options));
    QCOMPARE(QString::fromStdString(embeddedRecipe(back.metadata)), QString::fromStdString(options.recipeJson));
    QVERIFY(embeddedRecipe(readBack(encodedAs(back, fetchedFormat())).metadata).empty());  // it belonged to the first export
  }

  void recipeTooLongForJpegIsSaid() {
    WriteOptions options;
    options.recipeJson = std::string(100000, 'x');
    QVERIFY(complaint(encodePhoto(m_photo, FileFormat::Jpeg, options)).contains(QStringLiteral("do not fit")));
    QCOMPARE(embeddedRecipe(readBack(encodedAs(m_photo, FileFormat::Png, options)).metadata).size(), options.recipeJson.size());
  }

  void cameraThatNamesAdobeRgbIsBelieved() {
    Photo photo = photoOf(blocks(1, 1));
    const Bytes file = encodedAs(photo, FileFormat::Jpeg);
    const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
    image->readMetadata();
    image->exifData()["Exif.Iop.InteroperabilityIndex"] = "R03";
    image->writeMetadata();
    image->io().open();
    const auto* first = reinterpret_cast<const std::byte*>(image->io().mmap());
    const Photo back = readBack({first, first + image->io().size()});
    QVERIFY(back.profile.tagged());
    QVERIFY(has(found(encodedAs(back, FileFormat::Jpeg)), "Exif.Photo.ColorSpace = 65535"));
  }

  void pixelsSurviveMetadata_data() { addFormats(); }
  void pixelsSurviveMetadata() {
    Photo photo = m_photo;
    photo.pixels = scattered({31, 23}, 4, fetchedFormat() == FileFormat::WebP ? SampleType::U8 : SampleType::U16);
    const Photo back = readBack(encodedAs(photo, fetchedFormat()));
    QVERIFY(fetchedFormat() == FileFormat::Jpeg || back.pixels == photo.pixels);
  }

 private:
  Photo m_photo;
};

QTEST_GUILESS_MAIN(TestMetadata)
#include "test_metadata.moc"
