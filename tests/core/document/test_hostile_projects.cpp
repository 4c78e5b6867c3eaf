#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include "tests/core/document/sample_project.h"
#include "tests/core/document/zip_by_hand.h"

using namespace retailor;
using namespace retailor::document;
using sample::Entries;

// Projects made to do harm. Each must be refused with a sentence that names the file and what is wrong with it.
class TestHostileProjects : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void filesThatAreNoProjects_data();
  void filesThatAreNoProjects();
  void namesThatPointOutside_data();
  void namesThatPointOutside();
  void missingEntries_data();
  void missingEntries();
  void doubleEntries();
  void bombs();
  void sizesThatLie();
  void picturesOfAnotherKind_data();
  void picturesOfAnotherKind();
  void wrongJson_data();
  void wrongJson();
  void nestedJson();
  void otherKindsOfPacking();

 private:
  std::string path() const { return m_folder.filePath(QStringLiteral("evil.ora")).toStdString(); }
  void refused(const char* because);
  void refusedWith(const Entries& entries, const char* because);

  QTemporaryDir m_folder;
  Entries m_good;
};

void TestHostileProjects::initTestCase() {
  QVERIFY(writeProject(sample::everything(image::SampleType::U8), path()).ok());
  m_good = sample::readZip(path());
  QVERIFY(sample::writeZip(path(), m_good));
  QVERIFY(readProject(path()).ok());
}

void TestHostileProjects::refused(const char* because) {
  const Result<ReadProject> read = readProject(path());
  QVERIFY(!read.ok());
  const std::string& sentence = read.failure().sentence;
  QVERIFY2(read.failure().kind == FailureKind::BadInput, sentence.c_str());
  QVERIFY2(sentence.find("“evil.ora”") != std::string::npos, sentence.c_str());
  QVERIFY2(sentence.find(because) != std::string::npos, sentence.c_str());
}

void TestHostileProjects::refusedWith(const Entries& entries, const char* because) {
  QVERIFY(sample::writeZip(path(), entries));
  refused(because);
}

void TestHostileProjects::filesThatAreNoProjects_data() {
  QTest::addColumn<QByteArray>("contents");
  QTest::addColumn<QByteArray>("because");
  QTest::newRow("empty") << QByteArray() << QByteArray("empty");
  QTest::newRow("text") << QByteArray("hello, this is no zip file at all") << QByteArray("not an OpenRaster file");
  QTest::newRow("start of a zip") << QByteArray("PK\3\4") + QByteArray(200, '\0') << QByteArray("not an OpenRaster file");
}

void TestHostileProjects::filesThatAreNoProjects() {
  QFETCH(QByteArray, contents);
  QFETCH(QByteArray, because);
  sample::write(path(), contents);
  refused(because.constData());
  refusedWith({{"hello.txt", "an ordinary zip"}}, "not an OpenRaster file");
  refusedWith({{"mimetype", "application/epub+zip"}}, "not an OpenRaster file");
  refusedWith({{"mimetype", "image/openraster"}}, "mergedimage.png");
  QVERIFY(!readProject(m_folder.filePath(QStringLiteral("absent.ora")).toStdString()).ok());
  QVERIFY(!readProject(m_folder.path().toStdString()).ok());
}

void TestHostileProjects::namesThatPointOutside_data() {
  QTest::addColumn<QByteArray>("name");
  for (const char* name :
       {"../evil", "retailor/../../evil", "..", "a/..", "/etc/passwd", "C:/windows/evil", "..\\evil", "a\\b", "retailor/x/.."})
    QTest::newRow(name) << QByteArray(name);
}

void TestHostileProjects::namesThatPointOutside() {
  QFETCH(QByteArray, name);
  Entries entries = m_good;
  entries.emplace_back(name.toStdString(), "evil");
  refusedWith(entries, "points outside");
}

void TestHostileProjects::missingEntries_data() {
  QTest::addColumn<QByteArray>("name");
  for (const char* name : {"mimetype", "data/photo.png", "retailor/mask.png", "retailor/regions/in-front.png", "retailor/references/1.png",
                           "retailor/references/2-mask.png", "data/layer-3.png", "retailor/results/4.png", "retailor/results/4-blend.png",
                           "retailor/candidates/5.png"})
    QTest::newRow(name) << QByteArray(name);
}

void TestHostileProjects::missingEntries() {
  QFETCH(QByteArray, name);
  const bool type = name == "mimetype";
  refusedWith(sample::without(m_good, name.toStdString()), type ? "not an OpenRaster file" : name.constData());
  refusedWith(sample::without(m_good, name.toStdString()), type ? "" : "is missing");
}

// libzip writes no doubles, so the name of a second entry of equal length is changed in the file.
void TestHostileProjects::doubleEntries() {
  Entries entries = m_good;
  entries.emplace_back("retailor/mask.pnX", "another mask");
  QVERIFY(sample::writeZip(path(), entries));
  QByteArray zip = sample::contentsOf(path());
  QCOMPARE(zip.count("retailor/mask.pnX"), 2);
  zip.replace("retailor/mask.pnX", "retailor/mask.png");
  sample::write(path(), zip);
  refused("two entries named “retailor/mask.png”");
}

void TestHostileProjects::bombs() {
  Entries entries = m_good;
  sample::entryNamed(entries, "retailor/mask.png") = QByteArray(200 << 20, '\0');
  QVERIFY(sample::writeZip(path(), entries, ZIP_CM_DEFLATE));
  QVERIFY(std::filesystem::file_size(path()) < (1 << 20));
  refused("out of proportion");
  entries = m_good;
  for (int i = 0; i < 5000; ++i) entries.emplace_back("x" + std::to_string(i), "");
  refusedWith(entries, "entries, far more");
  entries = m_good;
  sample::entryNamed(entries, "retailor/document.json") = QByteArray(20 << 20, ' ');
  QVERIFY(sample::writeZip(path(), entries, ZIP_CM_DEFLATE));
  refused("larger than such an entry may be");
}

// The central directory says sizes at 20 (packed) and 24 (inflated) from its signature.
void TestHostileProjects::sizesThatLie() {
  for (const quint32 lie : {10U, 3000U, 0xFFFFFFF0U}) {
    Entries entries = m_good;
    sample::entryNamed(entries, "retailor/mask.png") = QByteArray(2000, 'x');
    QVERIFY(sample::writeZip(path(), entries, ZIP_CM_DEFLATE));
    QByteArray zip = sample::contentsOf(path());
    const auto name = zip.lastIndexOf("retailor/mask.png");
    QCOMPARE(zip.mid(name - 46, 4), QByteArray("PK\1\2"));
    qToLittleEndian(lie, zip.data() + name - 46 + 24);
    sample::write(path(), zip);
    refused("retailor/mask.png");
  }
}

void TestHostileProjects::picturesOfAnotherKind_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("takenFrom");
  QTest::addColumn<QByteArray>("because");
  QTest::newRow("mask of another size") << QByteArray("retailor/mask.png") << QByteArray("retailor/references/2-mask.png")
                                        << QByteArray("size");
  QTest::newRow("coloured mask") << QByteArray("retailor/mask.png") << QByteArray("data/photo.png") << QByteArray("kind");
  QTest::newRow("grey photo") << QByteArray("data/photo.png") << QByteArray("retailor/mask.png") << QByteArray("kind");
  QTest::newRow("small photo") << QByteArray("data/photo.png") << QByteArray("retailor/references/2.png") << QByteArray("size");
  QTest::newRow("reference mask of another size")
      << QByteArray("retailor/references/2-mask.png") << QByteArray("retailor/mask.png") << QByteArray("size");
  QTest::newRow("pose of another size") << QByteArray("retailor/pose.png") << QByteArray("retailor/references/2.png") << QByteArray("size");
  QTest::newRow("grey pose") << QByteArray("retailor/pose.png") << QByteArray("retailor/mask.png") << QByteArray("kind");
  QTest::newRow("layer of another size") << QByteArray("data/layer-3.png") << QByteArray("data/layer-4.png") << QByteArray("size");
  QTest::newRow("layer without alpha") << QByteArray("data/layer-3.png") << QByteArray("data/photo.png") << QByteArray("kind");
  QTest::newRow("text") << QByteArray("data/photo.png") << QByteArray("stack.xml") << QByteArray("kind");
}

void TestHostileProjects::picturesOfAnotherKind() {
  QFETCH(QByteArray, name);
  QFETCH(QByteArray, takenFrom);
  QFETCH(QByteArray, because);
  Entries entries = m_good;
  sample::entryNamed(entries, name.toStdString()) = sample::entryNamed(m_good, takenFrom.toStdString());
  refusedWith(entries, because.constData());
  refusedWith(entries, name.constData());
}

void TestHostileProjects::wrongJson_data() {
  QTest::addColumn<QByteArray>("from");
  QTest::addColumn<QByteArray>("to");
  const auto row = [](const char* name, const char* from, const char* to) { QTest::newRow(name) << QByteArray(from) << QByteArray(to); };
  row("not JSON", "{", "[");
  row("newer version", "\"retailor-project\": 1", "\"retailor-project\": 2");
  row("version is a text", "\"retailor-project\": 1", "\"retailor-project\": \"1\"");
  row("no photo", "\"photo\": {", "\"photon\": {");
  row("photo of another size", "\"width\": 48", "\"width\": 47");
  row("photo of huge size", "\"width\": 48", "\"width\": 1e300");
  row("photo of no size", "\"width\": 48", "\"width\": 0");
  row("number not finite", "\"opacity\": 0.125", "\"opacity\": 1e999");
  row("number is NaN", "\"opacity\": 0.125", "\"opacity\": NaN");
  row("opacity above 1", "\"opacity\": 0.125", "\"opacity\": 1.5");
  row("opacity is a list", "\"opacity\": 0.125", "\"opacity\": []");
  row("weight negative", "\"weight\": 0.7", "\"weight\": -0.7");
  row("unknown region", "\"region\": \"upper-clothes\",\n   \"weight\": 0.7", "\"region\": \"nose\",\n   \"weight\": 0.7");
  row("id huge", "\"id\": 9", "\"id\": 18446744073709551615");
  row("id not whole", "\"id\": 9", "\"id\": 9.5");
  row("id negative", "\"id\": 9", "\"id\": -9");
  row("id used twice", "\"id\": 9", "\"id\": 3");
  row("id zero", "\"id\": 9", "\"id\": 0");
  row("id never given out", "\"last-id\": 12", "\"last-id\": 8");
  row("last id huge", "\"last-id\": 12", "\"last-id\": 18446744073709551615");
  row("window outside the photo", "\"x\": 40", "\"x\": 41");
  row("window negative", "\"x\": 40", "\"x\": -1");
  row("window beyond int", "\"x\": 40", "\"x\": 4294967336");
  row("layers are no list", "\"layers\": [", "\"layers\": {}, \"x\": [");
  row("visible is a number", "\"visible\": false", "\"visible\": 0");
  row("name is missing", "\"name\": \"top\"", "\"nome\": \"top\"");
  row("blend is unknown", "\"blend\": \"apart\"", "\"blend\": \"both\"");
  row("regions are no list", "\"regions\": [", "\"regions\": {}, \"x\": [");
  row("a region that is none", "\"in-front\"", "\"../../mask\"");
  row("a region twice", "\"in-front\"", "\"upper-clothes\"");
  row("a region without a picture", "\"in-front\"", "\"shoes\"");
  row("reference of no picture", "\"id\": 2,", "\"id\": 11,");
}

void TestHostileProjects::wrongJson() {
  QFETCH(QByteArray, from);
  QFETCH(QByteArray, to);
  Entries entries = m_good;
  QByteArray& json = sample::entryNamed(entries, "retailor/document.json");
  QVERIFY2(json.contains(from), json.constData());
  json.replace(json.indexOf(from), from.size(), to);
  refusedWith(entries, "");
}

void TestHostileProjects::nestedJson() {
  Entries entries = m_good;
  sample::entryNamed(entries, "retailor/document.json") = QByteArray(8 << 20, '[');
  refusedWith(entries, "well-formed");
  sample::entryNamed(entries, "retailor/document.json") = QByteArray("{\"a\":").repeated(1 << 20);
  refusedWith(entries, "well-formed");
}

void TestHostileProjects::otherKindsOfPacking() {
  Entries entries = m_good;
  sample::entryNamed(entries, "stack.xml") = QByteArray(100'000, 'x');
  if (zip_compression_method_supported(ZIP_CM_BZIP2, 1)) {
    QVERIFY(sample::writeZip(path(), entries, ZIP_CM_BZIP2));
    refused("packed in a way");
  }
}

QTEST_GUILESS_MAIN(TestHostileProjects)
#include "test_hostile_projects.moc"
