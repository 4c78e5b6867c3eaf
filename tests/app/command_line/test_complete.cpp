#include <QTest>

#include "tests/app/command_line/workplace.h"
#include "tests/fakes/fake_method.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

template <class Sample>
bool samplesOutsideEqual(const image::Bitmap& a, const image::Bitmap& b, const mask::Mask& mask) {
  for (int y = 0; y < mask.height(); ++y)
    for (int x = 0; x < mask.width(); ++x)
      if (mask.at(x, y) == 0 && !std::equal(a.view<Sample>().pixel(x, y), a.view<Sample>().pixel(x, y) + 3, b.view<Sample>().pixel(x, y)))
        return false;
  return true;
}

bool equalOutsideMask(const image::Bitmap& a, const image::Bitmap& b) {
  if (a.size() != b.size() || a.sampleType() != b.sampleType()) return false;
  return a.sampleType() == image::SampleType::U8 ? samplesOutsideEqual<std::uint8_t>(a, b, fakes::smallMask())
                                                 : samplesOutsideEqual<std::uint16_t>(a, b, fakes::smallMask());
}

}  // namespace

class TestComplete : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void resultIsThePatternInsideAndThePhotoOutside_data();
  void resultIsThePatternInsideAndThePhotoOutside();
  void everyFormatCanBeWritten_data();
  void everyFormatCanBeWritten();
  void variationsAreNumberedAndSeededOnward();
  void previewsAreKeptInOrder();
  void referencesOfSeveralRegionsAreTaken();
  void fileNamesMayHoldCommasAndEqualsSigns();
  void builtInMethodCompletesAndIsTheSameAtAnyThreadCount();
  void outputMayBeReplaced();
  void programDoesWithoutQt();
  void helpAndVersionEndWell();
};

void TestComplete::resultIsThePatternInsideAndThePhotoOutside_data() {
  QTest::addColumn<QString>("photo");
  QTest::addColumn<QString>("output");
  QTest::newRow("8 bit PNG") << "photo.png"
                             << "out.png";
  QTest::newRow("16 bit PNG") << "photo16.png"
                              << "out.png";
  QTest::newRow("16 bit TIFF") << "photo16.png"
                               << "out.tif";
}

void TestComplete::resultIsThePatternInsideAndThePhotoOutside() {
  QFETCH(QString, photo);
  QFETCH(QString, output);
  const Workplace place;
  const Ended ended =
      place.run(QStringLiteral("complete --method fake --photo %1 --mask mask.png --output %2 --seed 3").arg(photo, output));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  const image::Bitmap result = place.pixels(output);
  QVERIFY(equalOutsideMask(result, place.pixels(photo)));
  const image::Bitmap eight = image::withSampleType(result, image::SampleType::U8);
  for (int c = 0; c < 3; ++c) QCOMPARE(eight.view<std::uint8_t>().pixel(30, 25)[c], fakes::FakeMethod::sampleAt(3, 30, 25, c));
}

void TestComplete::everyFormatCanBeWritten_data() {
  QTest::addColumn<QString>("output");
  for (const char* name : {"out.png", "out.jpg", "out.JPEG", "out.tiff", "out.webp"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TestComplete::everyFormatCanBeWritten() {
  QFETCH(QString, output);
  const Workplace place;
  const Ended ended = place.run(QStringLiteral("complete --method fake --photo photo.png --mask mask.png --output ") + output);
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  QCOMPARE(place.pixels(output).size(), (image::Size{64, 48}));
}

void TestComplete::variationsAreNumberedAndSeededOnward() {
  const Workplace place;
  const Ended ended = place.run(QStringLiteral(
      "complete --method fake --photo photo.png --mask mask.png --output v.png --recipe-out v.json --seed 3 --variations 3"));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  const QStringList names{QStringLiteral("v.png"), QStringLiteral("v-2.png"), QStringLiteral("v-3.png")};
  for (int i = 0; i < 3; ++i)
    QCOMPARE(place.pixels(names[i]).view<std::uint8_t>().pixel(30, 25)[0],
             fakes::FakeMethod::sampleAt(3 + static_cast<unsigned>(i), 30, 25, 0));
  QVERIFY(place.bytes(QStringLiteral("v-3.json")).contains("\"seed\": 5"));
}

void TestComplete::previewsAreKeptInOrder() {
  const Workplace place;
  const Ended ended = place.run(QStringLiteral(
      "complete --method fake --steps 12 --photo photo.png --mask mask.png --output out.png --previews shown/here --progress none"));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  const QStringList previews = place.entries(QStringLiteral("shown/here"));
  QCOMPARE(previews.size(), 12);
  QCOMPARE(previews.first(), QStringLiteral("preview-001.png"));
  const image::Bitmap last = place.pixels(QStringLiteral("shown/here/preview-012.png"));
  QCOMPARE(last.view<std::uint8_t>().pixel(0, 0)[1], fakes::FakeMethod::sampleAt(0, 15, 9, 1));  // the window begins at (15, 9)
}

void TestComplete::referencesOfSeveralRegionsAreTaken() {
  const Workplace place;
  const Ended ended = place.run(
      QStringLiteral("complete --method fake --photo photo.png --mask mask.png --output out.png --recipe-out r.json "
                     "--reference upper-clothes=shirt.png,weight=0.5,at=20:15:24:18:-7.5,mask=shirt-mask.png --reference shoes=shirt.png"));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  const QByteArray recipe = place.bytes(QStringLiteral("r.json"));
  for (const char* part : {"\"upper-clothes\"", "\"shoes\"", "\"weight\": 0.5", "\"degrees\": -7.5", "\"width\": 24.0"})
    QVERIFY2(recipe.contains(part), part);
}

void TestComplete::fileNamesMayHoldCommasAndEqualsSigns() {
  const Workplace place;
  const QString odd = QStringLiteral("my=shirt,red,at home.png");
  place.writePicture(odd, *fakes::smallReference().picture);
  const QStringList arguments{QStringLiteral("complete"),
                              QStringLiteral("--method"),
                              QStringLiteral("fake"),
                              QStringLiteral("--photo"),
                              QStringLiteral("photo.png"),
                              QStringLiteral("--mask"),
                              QStringLiteral("mask.png"),
                              QStringLiteral("--output"),
                              QStringLiteral("o,u=t.png"),
                              QStringLiteral("--reference"),
                              QStringLiteral("face=") + odd + QStringLiteral(",at=1:2:30:40")};
  const Ended ended = place.run(place.fakeProgram(), arguments);
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  QVERIFY(place.entries().contains(QStringLiteral("o,u=t.png")));
}

void TestComplete::builtInMethodCompletesAndIsTheSameAtAnyThreadCount() {
  const Workplace place;
  const QString base = QStringLiteral(
      "complete --photo photo16.png --mask mask.png --preset fast --seed 4 --reference upper-clothes=shirt.png,at=20:15:24:18 ");
  const Ended one = place.runReal(base + QStringLiteral("--output one.png --threads 1"));
  QVERIFY2(one.code == 0, qPrintable(one.err));
  const Ended two = place.runReal(base + QStringLiteral("--output two.png --threads 2"));
  QVERIFY2(two.code == 0, qPrintable(two.err));
  QVERIFY(place.bytes(QStringLiteral("one.png")) == place.bytes(QStringLiteral("two.png")));
  QVERIFY(equalOutsideMask(place.pixels(QStringLiteral("one.png")), place.pixels(QStringLiteral("photo16.png"))));
}

void TestComplete::outputMayBeReplaced() {
  const Workplace place;
  place.writeText(QStringLiteral("out.png"), "old");
  QCOMPARE(place.run(QStringLiteral("complete --method fake --photo photo.png --mask mask.png --output out.png")).code, 0);
  QCOMPARE(place.pixels(QStringLiteral("out.png")).size(), (image::Size{64, 48}));
}

void TestComplete::programDoesWithoutQt() {
  const Workplace place;
  const Ended libraries = place.run(QStringLiteral("ldd"), {Workplace::realProgram()});
  QVERIFY(libraries.out.contains(QStringLiteral("libc.so")));
  QVERIFY(!libraries.out.contains(QStringLiteral("libQt")));
}

void TestComplete::helpAndVersionEndWell() {
  const Workplace place;
  for (const char* arguments : {"--help", "complete --help", "--version"}) {
    const Ended ended = place.run(QString::fromLatin1(arguments));
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.err.isEmpty() && !ended.out.isEmpty());
  }
}

QTEST_GUILESS_MAIN(TestComplete)
#include "test_complete.moc"
