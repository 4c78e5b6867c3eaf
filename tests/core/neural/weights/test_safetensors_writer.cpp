#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "core/neural/weights/weight_names.h"
#include "tests/core/neural/weights/held_tensor.h"

using namespace retailor;

class TestSafetensorsWriter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsWrittenIsReadBack() {
    const auto file = path("written.safetensors");
    auto mixed = *weights::openWeights(std::filesystem::path(RETAILOR_SOURCE_DIR) / "tests/parity/weights/files/every_type.safetensors");
    mixed.tensors["naïve “name”\n"] = tests::numbers({2}, {1, 2});
    QVERIFY(weights::writeSafetensors(file, mixed.tensors, mixed.metadata).ok());
    const auto read = weights::openWeights(file);
    QVERIFY2(read.ok(), read.ok() ? "" : read.failure().sentence.c_str());
    QCOMPARE(read->metadata, mixed.metadata);
    QCOMPARE(read->tensors.size(), mixed.tensors.size());
    for (const auto& [name, tensor] : mixed.tensors) {
      const weights::TensorView* same = read->find(name);
      QVERIFY2(same != nullptr && same->shape == tensor.shape && same->element == tensor.element &&
                   std::ranges::equal(same->bytes, tensor.bytes),
               name.c_str());
      QCOMPARE(reinterpret_cast<std::uintptr_t>(same->bytes.data()) % weights::bytesOf(same->element), std::uintptr_t(0));
    }
  }

  void nothingIsWrittenWhereItCannotBe() {
    const auto written = weights::writeSafetensors(path("no/such/folder.safetensors"), {});
    QCOMPARE(written.failure().kind, FailureKind::CannotWrite);
    QVERIFY(!weights::writeSafetensors(m_folder.path().toStdString(), {}).ok());
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral(".retailor*")}, QDir::Files | QDir::Hidden).isEmpty());
  }

  void oldNamesBecomeTodays_data() {
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("current");
    const auto row = [](const char* published, const char* current) {
      QTest::newRow(published) << QString::fromLatin1(published) << QString::fromLatin1(current);
    };
    row("encoder.mid_block.attentions.0.query.weight", "encoder.mid_block.attentions.0.to_q.weight");
    row("decoder.mid_block.attentions.0.proj_attn.bias", "decoder.mid_block.attentions.0.to_out.0.bias");
    row("decoder.mid_block.attentions.0.to_k.bias", "decoder.mid_block.attentions.0.to_k.bias");
    row("mid_block.attentions.0.transformer_blocks.0.attn1.to_q.weight", "mid_block.attentions.0.transformer_blocks.0.attn1.to_q.weight");
    row("text_model.embeddings.position_ids", "");
    row("conv_in.weight", "conv_in.weight");
  }

  void oldNamesBecomeTodays() {
    QFETCH(QString, published);
    QFETCH(QString, current);
    QCOMPARE(QString::fromStdString(weights::currentName(published.toStdString())), current);
  }

  void modelsWithoutTheirPrefixGetIt() {
    weights::WeightMap text;
    for (const char* name : {"embeddings.token_embedding.weight", "final_layer_norm.weight", "text_projection.weight"})
      text.tensors[name] = tests::ones({1});
    const auto renamed = weights::withCurrentNames(text);
    QVERIFY(renamed->find("text_model.final_layer_norm.weight") != nullptr && renamed->find("text_projection.weight") != nullptr);
  }

  void aTensorUnderTwoNamesIsRefused() {
    weights::WeightMap vae;
    for (const char* name : {"encoder.mid_block.attentions.0.query.weight", "encoder.mid_block.attentions.0.to_q.weight"})
      vae.tensors[name] = tests::ones({1, 1});
    QVERIFY(!weights::withCurrentNames(vae).ok());
  }

 private:
  std::filesystem::path path(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSafetensorsWriter)
#include "test_safetensors_writer.moc"
