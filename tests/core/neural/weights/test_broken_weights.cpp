#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <set>

#include "core/neural/weights/open_weights.h"
#include "tests/core/neural/weights/broken_weights.h"
#include "tests/core/neural/weights/handmade_weights.h"

using namespace retailor;

class TestBrokenWeights : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theHandmadeArchiveIsGoodUntilBroken() {
    const auto opened = openBytes("pytorch_model.bin", tests::archiveOf(tests::HandmadeTensor()));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.failure().sentence.c_str());
    QCOMPARE(opened->find("weight")->shape, (weights::Shape{2, 3}));
  }

  void unknownFieldsAreTolerated() {
    const std::string header = R"({"a":{"dtype":"F32","extra":{"x":[1,{"y":null}]},"shape":[2],"more":true,"data_offsets":[0,8]}}   )";
    const auto opened = openBytes("weights.safetensors", tests::safetensorsOf(header, 8));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.failure().sentence.c_str());
  }

  void brokenWeightsAreRefusedWithTheReason_data() {
    QTest::addColumn<int>("index");
    std::set<std::string> names;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
      QVERIFY(names.insert(m_all[i].name).second);
      QTest::newRow(m_all[i].name.c_str()) << static_cast<int>(i);
    }
  }

  void brokenWeightsAreRefusedWithTheReason() {
    QFETCH(int, index);
    const tests::BrokenWeights& broken = m_all[static_cast<std::size_t>(index)];
    const auto opened = openBytes(broken.fileName, broken.bytes);
    QVERIFY(!opened);
    QCOMPARE(opened.failure().kind, FailureKind::MissingWeights);
    const std::string& sentence = opened.failure().sentence;
    QVERIFY2(sentence.find(broken.reason) != std::string::npos, sentence.c_str());
    QVERIFY2(!QString::fromStdString(sentence).contains(QChar(QChar::ReplacementCharacter)), sentence.c_str());  // is UTF-8
    QVERIFY2(broken.reason.ends_with(".safetensors") || sentence.find(broken.fileName) != std::string::npos, sentence.c_str());
  }

 private:
  Result<weights::WeightMap> openBytes(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path file = std::filesystem::path(m_folder.path().toStdString()) / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return weights::openWeights(file);
  }

  QTemporaryDir m_folder;
  std::vector<tests::BrokenWeights> m_all = tests::allBrokenWeights();
};

QTEST_GUILESS_MAIN(TestBrokenWeights)
#include "test_broken_weights.moc"
