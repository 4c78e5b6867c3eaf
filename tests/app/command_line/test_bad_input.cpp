#include <QTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

const QString kComplete = QStringLiteral("complete --method fake ");
const QString kInputs = QStringLiteral("--photo photo.png --mask mask.png ");
const QString kOutput = QStringLiteral("--output out.png ");

void row(const char* name, const QString& arguments, const char* says) {
  QTest::newRow(name) << QString(kComplete + arguments) << QString::fromUtf8(says);
}
void row(const char* name, const char* arguments, const char* says) { row(name, QString::fromLatin1(arguments), says); }
void goodInputsBut(const char* name, const char* arguments, const char* says) {
  row(name, kInputs + kOutput + QString::fromLatin1(arguments), says);
}
void photoRow(const char* name, const char* says) {
  row(name, QStringLiteral("--photo %1 --mask mask.png --output out.png").arg(QString::fromLatin1(name)), says);
}

// A PNG whose header declares 100,000 × 100,000 pixels.
QByteArray hugePng() {
  QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000186a0000186a00802000000");
  return png + QByteArray::fromHex("00000000") + QByteArray(100, '\0');
}

void addSpoiledFiles(const Workplace& place) {
  place.writeText(QStringLiteral("empty.png"), "");
  place.writeText(QStringLiteral("text.png"), "this is no picture, whatever its name says");
  place.writeText(QStringLiteral("cut.png"), place.bytes(QStringLiteral("photo.png")).left(200));
  place.writeText(QStringLiteral("huge.png"), hugePng());
  place.writePicture(QStringLiteral("small-mask.png"), mask::Mask(image::Size{10, 10}, std::uint8_t{255}).toBitmap());
  place.writePicture(QStringLiteral("black.png"), mask::Mask(image::Size{64, 48}).toBitmap());
  place.writePicture(QStringLiteral("white.png"), mask::Mask(image::Size{64, 48}, std::uint8_t{255}).toBitmap());
  place.writePicture(QStringLiteral("shirt-black.png"), mask::Mask(image::Size{20, 10}).toBitmap());
  place.writeText(QStringLiteral("bad-recipe.json"), "{\"retailor-recipe\": 99}");
  QFile::link(place.path(QStringLiteral("photo.png")), place.path(QStringLiteral("linked.png")));
  std::filesystem::create_hard_link(place.file(QStringLiteral("mask.png")), place.file(QStringLiteral("hard.png")));
}

}  // namespace

// Each of the bad inputs ends with exit code 2, one sentence that names what is at fault, and nothing written.
class TestBadInput : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void badInputIsRefusedInOneSentence_data();
  void badInputIsRefusedInOneSentence();
  void fullDiskIsFoundBeforeTheRun();
  void infoRefusesWhatItDoesNotKnow();

 private:
  static void addPictureRows();
  static void addPlaceRows();
  static void addReferenceRows();
  static void addPoseRows();
  static void addNumberRows();
  static void addUsageRows();
};

void TestBadInput::addPictureRows() {
  photoRow("missing.png", "missing.png");
  photoRow("empty.png", "empty.png");
  photoRow("cut.png", "cut.png");
  photoRow("text.png", "text.png");
  photoRow("huge.png", "huge.png");
  photoRow("programs", "programs");
  photoRow("/dev/zero", "zero");
  row("mask missing", "--photo photo.png --mask gone.png --output out.png", "gone.png");
  row("mask of another size", "--photo photo.png --mask small-mask.png --output out.png", "small-mask.png");
  row("mask empty", "--photo photo.png --mask black.png --output out.png", "black.png");
  row("mask full", "--photo photo.png --mask white.png --output out.png", "white.png");
  row("no photo named", "--mask mask.png --output out.png", "--photo");
  row("no mask named", "--photo photo.png --output out.png", "--mask");
  row("no output named", "--photo photo.png --mask mask.png", "--output");
}

void TestBadInput::addPlaceRows() {
  row("output is the photo", kInputs + QStringLiteral("--output photo.png"), "photo.png is the same file");
  row("output is the mask", kInputs + QStringLiteral("--output mask.png"), "mask.png is the same file");
  row("output is the photo by a link", kInputs + QStringLiteral("--output linked.png"), "linked.png is the same file");
  row("output is the mask by a hard link", kInputs + QStringLiteral("--output hard.png"), "hard.png is the same file");
  row("output is the photo by another path", kInputs + QStringLiteral("--output programs/../photo.png"), "is the same file");
  row("output is a reference", kInputs + QStringLiteral("--output shirt.png --reference face=shirt.png"), "is the same file");
  row("output is a reference's mask", kInputs + QStringLiteral("--output shirt-mask.png --reference face=shirt.png,mask=shirt-mask.png"),
      "is the same file");
  row("recipe is the photo", kInputs + kOutput + QStringLiteral("--recipe-out photo.png"), "photo.png is the same file");
  row("recipe is the output", kInputs + kOutput + QStringLiteral("--recipe-out ./out.png"), "cannot both be");
  row("variation is the mask", QStringLiteral("--photo photo.png --mask mask-2.png --output mask.png --variations 2"), "same file");
  row("output folder missing", kInputs + QStringLiteral("--output gone/out.png"), "gone");
  row("output folder takes no files", kInputs + QStringLiteral("--output /proc/out.png"), "/proc");
  row("output folder is a file", kInputs + QStringLiteral("--output photo.png/out.png"), "photo.png");
  row("output is a folder", kInputs + QStringLiteral("--output folder.png"), "folder.png is a folder");
  row("output of unknown kind", kInputs + QStringLiteral("--output out.gif"), "out.gif");
  goodInputsBut("recipe folder missing", "--recipe-out gone/r.json", "gone");
  goodInputsBut("previews below a file", "--previews photo.png/previews", "previews");
}

void TestBadInput::addReferenceRows() {
  goodInputsBut("unknown region", "--reference hat=shirt.png", "hat");
  goodInputsBut("reference without region", "--reference shirt.png", "REGION=FILE");
  goodInputsBut("reference without file", "--reference face=", "face=");
  goodInputsBut("reference missing", "--reference face=gone.png", "gone.png");
  goodInputsBut("reference mask empty", "--reference face=shirt.png,mask=shirt-black.png", "shirt.png: None of");
  goodInputsBut("reference mask of another size", "--reference face=shirt.png,mask=mask.png", "shirt.png");
  goodInputsBut("placement of three numbers", "--reference face=shirt.png,at=1:2:3", "at=");
  goodInputsBut("placement not a number", "--reference face=shirt.png,at=1:2:nan:4", "at=");
  goodInputsBut("placement turned inside out", "--reference face=shirt.png,at=1:2:-3:4", "at=");
  goodInputsBut("weight too large", "--reference face=shirt.png,weight=3", "weight=");
  goodInputsBut("weight not a number", "--reference face=shirt.png,weight=heavy", "weight=");
  goodInputsBut("two masks", "--reference face=shirt.png,mask=mask.png,mask=mask.png", "mask=");
}

void TestBadInput::addPoseRows() {
  const auto posed = [](const char* name, const char* file, const char* says) {
    QTest::newRow(name) << QStringLiteral("complete --method fake-posed ") + kInputs + kOutput + QStringLiteral("--pose ") +
                               QString::fromLatin1(file)
                        << QString::fromUtf8(says);
  };
  posed("pose missing", "gone.png", "gone.png");
  posed("pose that is no picture", "text.png", "text.png");
  posed("pose cut", "cut.png", "cut.png");
  posed("pose of another size", "shirt.png", "'shirt.png' is 20 × 10");
  goodInputsBut("pose that the method does not heed", "--pose photo.png", "--pose");
  QTest::newRow("output is the pose") << QStringLiteral("complete --method fake-posed ") + kInputs +
                                             QStringLiteral("--output white.png --pose white.png")
                                      << QStringLiteral("is the same file");
}

void TestBadInput::addNumberRows() {
  goodInputsBut("seed negative", "--seed -1", "--seed");
  goodInputsBut("seed beyond 64 bits", "--seed 18446744073709551616", "--seed");
  goodInputsBut("steps with a unit", "--steps 12px", "--steps");
  goodInputsBut("steps out of range", "--steps 100000", "steps");
  goodInputsBut("strength nan", "--strength nan", "--strength");
  goodInputsBut("strength infinite", "--strength inf", "--strength");
  goodInputsBut("strength with a comma", "--strength 0,5", "--strength");
  goodInputsBut("strength in hex", "--strength 0x1", "--strength");
  goodInputsBut("strength above one", "--strength 1.5", "Strength");
  goodInputsBut("window of three", "--window 1:2:3", "--window");
  goodInputsBut("window outside", "--window 60:40:30:30", "window");
  goodInputsBut("no variations", "--variations 0", "variations");
  goodInputsBut("endless variations", "--variations 2000000000", "variations");
}

void TestBadInput::addUsageRows() {
  goodInputsBut("unknown option", "--colour red", "--colour");
  goodInputsBut("value missing", "--seed", "--seed");
  goodInputsBut("unknown preset", "--preset best", "fast|standard|quality");
  goodInputsBut("unknown progress", "--progress loud", "plain|json|none");
  goodInputsBut("unknown device", "--device tpu", "tpu");
  goodInputsBut("option the method does not heed", "--prompt red", "--prompt");
  goodInputsBut("size the method does not heed", "--size 512:512", "--size");
  goodInputsBut("precision the method does not heed", "--precision fp16", "--precision");
  goodInputsBut("a GPU the method does not use", "--device cuda", "cuda");
  goodInputsBut("recipe missing", "--recipe gone.json", "gone.json");
  goodInputsBut("recipe of another version", "--recipe bad-recipe.json", "bad-recipe.json");
  QTest::newRow("unknown method") << QString(QStringLiteral("complete --method magic ") + kInputs + kOutput) << QStringLiteral("magic");
  QTest::newRow("no command") << QString() << QStringLiteral("subcommand");
  QTest::newRow("unknown command") << QStringLiteral("paint") << QStringLiteral("paint");
}

void TestBadInput::badInputIsRefusedInOneSentence_data() {
  QTest::addColumn<QString>("arguments");
  QTest::addColumn<QString>("says");
  addPictureRows();
  addPlaceRows();
  addReferenceRows();
  addPoseRows();
  addNumberRows();
  addUsageRows();
}

void TestBadInput::badInputIsRefusedInOneSentence() {
  QFETCH(QString, arguments);
  QFETCH(QString, says);
  const Workplace place;
  addSpoiledFiles(place);
  QFile::copy(place.path(QStringLiteral("mask.png")), place.path(QStringLiteral("mask-2.png")));
  QDir(place.folder()).mkdir(QStringLiteral("folder.png"));
  const QStringList before = place.entries();
  const QByteArray photo = place.bytes(QStringLiteral("photo.png"));
  const Ended ended = place.run(arguments);
  QVERIFY2(ended.code == 2, qPrintable(ended.err));
  QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
  QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
  QVERIFY(ended.err.startsWith(QLatin1String("retailor-cli: ")));
  QCOMPARE(place.entries(), before);
  QCOMPARE(place.bytes(QStringLiteral("photo.png")), photo);
}

// A limit on file sizes stands in for a full disk: root may write anywhere, but not past it.
void TestBadInput::fullDiskIsFoundBeforeTheRun() {
  const Workplace place;
  const QStringList before = place.entries();
  const QString command =
      QStringLiteral("trap '' XFSZ; ulimit -f 8; exec %1 complete --method fake-slow --photo photo.png --mask mask.png --output out.png")
          .arg(place.fakeProgram());
  const Ended ended = place.run(QStringLiteral("bash"), {QStringLiteral("-c"), command});
  QVERIFY2(ended.code == 2, qPrintable(ended.err));
  QVERIFY(ended.err.contains(QStringLiteral("room")));
  QCOMPARE(place.entries(), before);
}

void TestBadInput::infoRefusesWhatItDoesNotKnow() {
  const Workplace place;
  addSpoiledFiles(place);
  for (const char* name : {"empty.png", "text.png", "cut.png", "huge.png", "gone.png", "bad-recipe.json", "programs"}) {
    const Ended ended = place.run(QStringLiteral("info ") + QString::fromLatin1(name));
    QVERIFY2(ended.code == 2, name);
    QVERIFY2(ended.err.contains(QString::fromLatin1(name)), qPrintable(ended.err));
  }
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"
