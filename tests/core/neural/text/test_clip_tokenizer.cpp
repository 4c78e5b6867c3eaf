#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/neural/text/clip_tokenizer.h"

using namespace retailor;
using text::ClipTokenizer;

namespace {

namespace fs = std::filesystem;

const fs::path smallVocabulary = fs::path(RETAILOR_SOURCE_DIR) / "tests" / "parity" / "tokenizer" / "small_vocabulary";

struct Sample {
  std::string text;
  std::vector<std::int64_t> ids;  // without the padding
  std::size_t count = 0;
};

std::vector<Sample> samplesIn(const fs::path& file) {
  std::vector<Sample> samples;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const auto row = nlohmann::json::parse(line);
    samples.push_back({row["text"], row["ids"], row["count"]});
  }
  return samples;
}

QString joined(const std::vector<std::int64_t>& ids) {
  QStringList words;
  for (const std::int64_t id : ids) words << QString::number(id);
  return words.join(QLatin1Char(' '));
}

// How many of the samples come out otherwise; says the first few.
int differing(const ClipTokenizer& tokenizer, const std::vector<Sample>& samples) {
  int count = 0;
  for (const Sample& sample : samples) {
    std::vector<std::int64_t> expected = sample.ids;
    expected.resize(static_cast<std::size_t>(tokenizer.length()), tokenizer.paddingId());
    const auto ids = tokenizer.encode(sample.text);
    const auto words = tokenizer.wordIds(sample.text);
    if (ids && words && *ids == expected && words->size() == sample.count) continue;
    if (++count <= 5)
      qWarning("%s\n  got      %s\n  expected %s", sample.text.c_str(), qPrintable(ids ? joined(*ids) : QStringLiteral("-")),
               qPrintable(joined(expected)));
  }
  return count;
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

class TestClipTokenizer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void idsAreThoseOfTheReference() {
    const auto tokenizer = ClipTokenizer::open(smallVocabulary);
    QVERIFY2(tokenizer.ok(), tokenizer.ok() ? "" : tokenizer.failure().sentence.c_str());
    const auto samples = samplesIn(smallVocabulary / "strings.jsonl");
    QVERIFY(samples.size() >= 500);
    QCOMPARE(differing(*tokenizer, samples), 0);
  }

  void idsOfARealVocabularyAreThoseOfTheReference() {
    const QString folder = qEnvironmentVariable("RETAILOR_CLIP_TOKENIZER");
    if (folder.isEmpty())
      QSKIP("RETAILOR_CLIP_TOKENIZER names no folder with CLIP's vocab.json, merges.txt and the reference's strings.jsonl");
    const fs::path path = folder.toStdString();
    const auto tokenizer = ClipTokenizer::open(path);
    QVERIFY2(tokenizer.ok(), tokenizer.ok() ? "" : tokenizer.failure().sentence.c_str());
    QCOMPARE(differing(*tokenizer, samplesIn(path / "strings.jsonl")), 0);
  }

  void aLongPromptIsCutBeforeTheEndToken() {
    const auto tokenizer = ClipTokenizer::open(smallVocabulary);
    const auto ids = tokenizer->encode(std::string(100'000, 'x'));
    QCOMPARE(ids->size(), std::size_t(77));
    QCOMPARE(ids->front(), tokenizer->startId());
    QCOMPARE(ids->back(), tokenizer->endId());
  }

  void textThatIsNotUtf8IsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("lone byte") << QByteArray("caf\xe9");
    QTest::newRow("cut") << QByteArray("x\xf0\x9f\x98");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf");
  }

  void textThatIsNotUtf8IsRefused() {
    QFETCH(QByteArray, text);
    const auto ids = ClipTokenizer::open(smallVocabulary)->encode(text.toStdString());
    QVERIFY(!ids);
    QCOMPARE(ids.failure().kind, FailureKind::BadInput);
  }

  void theFolderSaysWhatPadsAndHowLong() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    for (const char* name : {"vocab.json", "merges.txt"}) fs::copy_file(smallVocabulary / name, path / name);
    write(path / "special_tokens_map.json", R"({"pad_token": "!"})");
    write(path / "tokenizer_config.json", R"({"model_max_length": 10})");
    const auto tokenizer = ClipTokenizer::open(path);
    QCOMPARE(tokenizer->encode("")->size(), std::size_t(10));
    QCOMPARE(tokenizer->encode("")->back(), 0);
  }

  void brokenFoldersAreRefusedByName_data() {
    QTest::addColumn<QString>("vocabulary");
    QTest::addColumn<QString>("merges");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* vocabulary, const char* merges, const char* named) {
      QTest::newRow(name) << QString::fromLatin1(vocabulary) << QString::fromLatin1(merges) << QString::fromLatin1(named);
    };
    row("no vocabulary", nullptr, "#version\n", "vocab.json");
    row("no merges", R"({"<|startoftext|>":0,"<|endoftext|>":1})", nullptr, "merges.txt");
    row("not JSON", "{\"a\":", "#version\n", "vocab.json");
    row("a list", "[1,2]", "#version\n", "vocab.json");
    row("id is text", R"({"a":"b"})", "#version\n", "vocab.json");
    row("id below zero", R"({"a":-1})", "#version\n", "vocab.json");
    row("a token twice", R"({"a":1,"a":2})", "#version\n", "vocab.json");
    row("no special tokens", R"({"a":1})", "#version\n", "vocab.json");
    row("merge of unknown tokens", R"({"<|startoftext|>":0,"<|endoftext|>":1})", "#version\na b\n", "merges.txt");
    row("merge of one token", R"({"a":0})", "#version\na\n", "merges.txt");
  }

  void brokenFoldersAreRefusedByName() {
    QFETCH(QString, vocabulary);
    QFETCH(QString, merges);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    if (!vocabulary.isNull()) write(path / "vocab.json", vocabulary.toStdString());
    if (!merges.isNull()) write(path / "merges.txt", merges.toStdString());
    const auto tokenizer = ClipTokenizer::open(path);
    QVERIFY(!tokenizer);
    QCOMPARE(tokenizer.failure().kind, FailureKind::MissingWeights);
    QVERIFY2(QString::fromStdString(tokenizer.failure().sentence).contains(named), tokenizer.failure().sentence.c_str());
  }

  void aSingleTokenizerFileIsReadToo() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    std::ifstream vocabulary(smallVocabulary / "vocab.json"), merges(smallVocabulary / "merges.txt");
    nlohmann::json single{{"model", {{"vocab", nlohmann::json::parse(vocabulary)}, {"merges", nlohmann::json::array()}}}};
    std::string line;
    std::getline(merges, line);
    while (std::getline(merges, line)) single["model"]["merges"].push_back(line);
    write(path / "tokenizer.json", single.dump());
    const auto tokenizer = ClipTokenizer::open(path);
    QVERIFY2(tokenizer.ok(), tokenizer.ok() ? "" : tokenizer.failure().sentence.c_str());
    QCOMPARE(*tokenizer->encode("a photo of a person"), *ClipTokenizer::open(smallVocabulary)->encode("a photo of a person"));
  }
};

QTEST_GUILESS_MAIN(TestClipTokenizer)
#include "test_clip_tokenizer.moc"
