#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/neural/weights/open_weights.h"
#include "tests/core/neural/weights/handmade_weights.h"

using namespace retailor;

namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "weights";

QJsonObject contents() {
  QFile file(QString::fromStdString((fixtures / "contents.json").string()));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString sha256(std::span<const std::byte> bytes) {
  const auto all = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
  return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
}

QJsonObject described(const weights::TensorView& tensor) {
  QJsonArray shape;
  for (const std::int64_t side : tensor.shape) shape.append(static_cast<double>(side));
  const auto word = weights::nameOf(tensor.element);
  return {{QStringLiteral("dtype"), QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()))},
          {QStringLiteral("shape"), shape},
          {QStringLiteral("sha256"), sha256(tensor.bytes)}};
}

weights::TensorView halves(std::initializer_list<std::uint16_t> bits) {
  const auto kept = std::make_shared<const std::vector<std::uint16_t>>(bits);
  return {weights::Element::F16, {static_cast<std::int64_t>(bits.size())}, std::as_bytes(std::span(*kept)), kept};
}

}  // namespace

class TestOpenWeights : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyTensorHasTheBytesThatWereSaved_data() {
    QTest::addColumn<QString>("file");
    const QJsonObject all = contents();
    QVERIFY(all.size() >= 8);
    for (const QString& file : all.keys()) QTest::newRow(qPrintable(file)) << file;
  }

  void everyTensorHasTheBytesThatWereSaved() {
    QFETCH(QString, file);
    const auto opened = weights::openWeights(fixtures / "files" / file.toStdString());
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.failure().sentence.c_str());
    QJsonObject found;
    for (const auto& [name, tensor] : opened->tensors) found[QString::fromStdString(name)] = described(tensor);
    QCOMPARE(found, contents()[file].toObject());
  }

  // As torch wrote them under Python 2: a dictionary made of a list of its pairs.
  void dictionariesOfPython2AreRead() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("old.pt")).toStdString();
    const auto opened = [&file](const std::string& items) {
      const std::string made = tests::name("collections", "OrderedDict") + "(](" + items + "etR";
      std::ofstream(file, std::ios::binary) << tests::archiveOf(tests::pickleOf(made));
      return weights::openWeights(file);
    };
    const std::string pair = "](" + tests::text("weight") + tests::tensor({}) + "e";
    QVERIFY(opened(pair)->find("weight") != nullptr);
    for (const std::string& items : {pair + "](" + tests::text("a") + "e", tests::text("weight"), "](" + tests::tuple({1, 2, 3}) + "e"}) {
      const auto refused = opened(items);
      QVERIFY(!refused && refused.failure().sentence.find("no pair") != std::string::npos);
    }
  }

  void metadataIsKept() {
    const auto opened = weights::openWeights(fixtures / "files" / "every_type.safetensors");
    QCOMPARE(QString::fromStdString(opened->metadata.at("note")), QStringLiteral("naïve “quotes”"));
  }

  void picklesThatAskForCodeAreRefused_data() {
    QTest::addColumn<QString>("file");
    const QDir folder(QString::fromStdString((fixtures / "files").string()));
    for (const QString& file : folder.entryList({QStringLiteral("hostile_*")})) QTest::newRow(qPrintable(file)) << file;
  }

  void picklesThatAskForCodeAreRefused() {
    QFETCH(QString, file);
    const auto opened = weights::openWeights(fixtures / "files" / file.toStdString());
    QVERIFY(!opened);
    QCOMPARE(opened.failure().kind, FailureKind::MissingWeights);
    QVERIFY2(QString::fromStdString(opened.failure().sentence).contains(file), opened.failure().sentence.c_str());
    QVERIFY(!QFile::exists(QStringLiteral("owned")));
  }

  void tensorsOutliveTheMapTheyCameFrom() {
    weights::TensorView tensor;
    {
      const auto opened = weights::openWeights(fixtures / "files" / "archive.bin");
      tensor = *opened->find("whole");
    }
    float last = 0;
    std::memcpy(&last, tensor.bytes.data() + 23 * sizeof last, sizeof last);
    QCOMPARE(last, 23.0F);
  }

  void aPrefixGivesItsPart() {
    const auto unet = weights::openWeights(fixtures / "files" / "bundle.bin")->under("unet.");
    QCOMPARE(unet.tensors.size(), std::size_t(1));
    QVERIFY(unet.find("conv_in.weight") != nullptr);
  }

  void infinityAndNoNumberAreFound() {
    QVERIFY(weights::isFinite(halves({0x3c00, 0x7bff, 0x8000})));
    QVERIFY(!weights::isFinite(halves({0x3c00, 0x7c00})));
    QVERIFY(!weights::isFinite(halves({0xfe01, 0x3c00})));
    QVERIFY(weights::isFinite(*weights::openWeights(fixtures / "files" / "every_type.safetensors")->find("i64")));
  }
};

QTEST_GUILESS_MAIN(TestOpenWeights)
#include "test_open_weights.moc"
