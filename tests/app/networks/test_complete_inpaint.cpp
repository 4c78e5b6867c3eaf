// retailor-cli complete --method inpaint, as a shell sees it.
#include <QtEndian>
#include <QtTest>

#include "tests/app/command_line/workplace.h"
#include "tests/core/methods/inpaint/tiny_model.h"

using namespace retailor;
using namespace retailor::tests;

class TestCompleteInpaint : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeTinyModel(m_place.file(QStringLiteral("model")), 9);
    writeTinyLoras(m_place.file(QStringLiteral("loras")));
    const auto request = tinyRequest({});
    m_place.writePicture(QStringLiteral("photo.png"), request.photo->pixels);
    m_place.writePicture(QStringLiteral("mask.png"), request.mask->toBitmap());
  }

  void writesTheResultTheTraceAndAPreviewPerStep() {
    const Ended ended =
        run(QStringLiteral("--output out.png --trace trace.safetensors --previews previews --steps 4 --prompt coat --scheduler unipc"));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(m_place.entries(QStringLiteral("previews")).size(), 4);
    QVERIFY(m_place.bytes(QStringLiteral("trace.safetensors")).contains("negative_prompt_embeds"));
    QVERIFY(m_place.pixels(QStringLiteral("out.png")) != m_place.pixels(QStringLiteral("photo.png")));
  }

  void theSameSeedGivesTheSameFile() {
    QCOMPARE(run(QStringLiteral("--output one.png --seed 9 --steps 3")).code, 0);
    QCOMPARE(run(QStringLiteral("--output two.png --seed 9 --steps 3")).code, 0);
    QVERIFY(m_place.bytes(QStringLiteral("one.png")) == m_place.bytes(QStringLiteral("two.png")));
  }

  void endsWithTheCodeOfItsFailure_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int code, const char* says) {
      QTest::newRow(name) << QString::fromLatin1(arguments) << code << QString::fromLatin1(says);
    };
    row("too many steps", "--output a.png --steps 1000", 2, "--steps");
    row("no step left", "--output a.png --steps 3 --strength 0.1", 2, "--strength");
    row("no such device", "--output a.png --device gpu", 2, "gpu");
    row("half precision on a processor", "--output a.png --device cpu --precision fp16", 2, "fp32");
    row("noise that is none", "--output a.png --noise photo.png", 2, "photo.png");
    row("a reference without an adapter", "--output a.png --reference anything=photo.png", 3, "IP-Adapter");
    row("a LoRA that is not there", "--output a.png --lora nowhere/wool.safetensors=0.5", 3, "nowhere/wool.safetensors");
    row("a LoRA's scale that is no number", "--output a.png --lora loras/lora-peft.safetensors=much", 3, "lora-peft.safetensors=much");
    row("a LoRA's scale out of range", "--output a.png --lora loras/lora-peft.safetensors=11", 2, "between -10 and 10");
    row("a photo as a LoRA", "--output a.png --lora photo.png", 3, "photo.png");
    row("a model as a LoRA", "--output a.png --lora model/vae/diffusion_pytorch_model.safetensors", 3, "holds no LoRA");
    row("a trace in no folder", "--output a.png --trace nowhere/t.safetensors", 2, "nowhere");
  }

  void endsWithTheCodeOfItsFailure() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = run(arguments);
    QVERIFY2(ended.code == code, qPrintable(ended.err));
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
    QVERIFY(!m_place.entries().contains(QStringLiteral("a.png")));
  }

  // What a cut download or a bad disk makes of a model. Every float whose bits are all set is no number.
  void aDamagedPartIsThreeAndNamed_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    for (const char* file :
         {"unet/diffusion_pytorch_model.safetensors", "vae/diffusion_pytorch_model.safetensors", "text_encoder/model.safetensors"}) {
      const QByteArray good = m_place.bytes(QStringLiteral("model/") + QString::fromLatin1(file));
      const qsizetype header = 8 + static_cast<qsizetype>(qFromLittleEndian<quint64>(good.constData()));
      const auto row = [file](const char* how, const QByteArray& bytes) {
        QTest::newRow(qPrintable(QString::fromLatin1("%1 %2").arg(QLatin1String(file), QLatin1String(how))))
            << QString::fromLatin1(file) << bytes;
      };
      row("cut", good.left(good.size() / 2));
      row("empty", {});
      row("no numbers", good.left(header) + QByteArray(good.size() - header, '\xff'));
    }
  }

  void aDamagedPartIsThreeAndNamed() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    const QString place = QStringLiteral("model/") + file;
    const QByteArray good = m_place.bytes(place);
    m_place.writeText(place, bytes);
    const Ended ended = run(QStringLiteral("--output a.png --steps 2"));
    m_place.writeText(place, good);
    QVERIFY2(ended.code == 3 && ended.err.count(QLatin1Char('\n')) == 1, qPrintable(ended.err));
    QVERIFY2(ended.err.contains(file), qPrintable(ended.err));
    QVERIFY(!m_place.entries().contains(QStringLiteral("a.png")));
  }

  void aLoraOfAnotherModelIsThreeAndNamed() {
    writeTinyLoras(m_place.file(QStringLiteral("other")));
    QByteArray bytes = m_place.bytes(QStringLiteral("other/lora-peft.safetensors"));
    m_place.writeText(QStringLiteral("other/lora-peft.safetensors"),
                      bytes.replace("unet.", "vnet.").replace("text_encoder.", "text_decoder."));
    const Ended ended = run(QStringLiteral("--output a.png --lora other/lora-peft.safetensors"));
    QVERIFY2(ended.code == 3 && ended.err.contains(QStringLiteral("other/lora-peft.safetensors")), qPrintable(ended.err));
    QVERIFY2(ended.err.contains(QStringLiteral("another model")), qPrintable(ended.err));
  }

  void loraLayersThatFitNothingAreTold() {
    writeTinyLoras(m_place.file(QStringLiteral("half")));
    QByteArray bytes = m_place.bytes(QStringLiteral("half/lora-peft.safetensors"));
    m_place.writeText(QStringLiteral("half/lora-peft.safetensors"), bytes.replace("text_encoder.", "text_decoder."));
    const QString arguments = QStringLiteral(
        "complete --method inpaint --model model --photo photo.png --mask mask.png --steps 2 --output a.png --lora "
        "half/lora-peft.safetensors");
    const Ended ended = m_place.runReal(arguments);
    QVERIFY2(ended.code == 0 && ended.err.contains(QStringLiteral("1 layer of the LoRA")), qPrintable(ended.err));
    QFile::remove(m_place.path(QStringLiteral("a.png")));
  }

  void aLoraChangesThePictureByItsScale() {
    const auto picture = [this](const QString& more) {
      const Ended ended = run(QStringLiteral("--output lora.png --steps 2 ") + more);
      return ended.code == 0 ? m_place.bytes(QStringLiteral("lora.png")) : ended.err.toUtf8();
    };
    const QByteArray plain = picture({}), full = picture(QStringLiteral("--lora loras/lora-peft.safetensors"));
    QVERIFY(plain.startsWith("\x89PNG") && full.startsWith("\x89PNG"));
    QVERIFY(plain != full);
    QVERIFY(picture(QStringLiteral("--lora loras/lora-peft.safetensors=0")) == plain);
    QVERIFY(picture(QStringLiteral("--lora loras/lora-peft.safetensors=0.5")) != full);
  }

  void aLoraIsFoundAmongTheModelsByItsName() {
    QCOMPARE(run(QStringLiteral("--output path.png --steps 2 --lora loras/lora-peft.safetensors=0.5")).code, 0);
    const Ended named = run(QStringLiteral("--output name.png --steps 2 --model loras --lora lora-peft.safetensors=0.5"));
    QVERIFY2(named.code == 0, qPrintable(named.err));
    QVERIFY(m_place.bytes(QStringLiteral("path.png")) == m_place.bytes(QStringLiteral("name.png")));
    const Ended unknown = run(QStringLiteral("--output a.png --model loras --lora wool.safetensors"));
    QVERIFY2(unknown.code == 3 && unknown.err.contains(QStringLiteral("wool.safetensors")), qPrintable(unknown.err));
  }

  void aRecipeFindsItsLoraBesideItAndKnowsItAgain() {
    const QString one = QStringLiteral("--output one.png --steps 2 --lora loras/lora-kohya.safetensors=0.5 --recipe-out loras/made.json");
    QVERIFY2(run(one).code == 0, "the run itself");
    const QString again = QStringLiteral("--output two.png --recipe loras/made.json");
    const Ended ended = run(again);
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QVERIFY(m_place.bytes(QStringLiteral("one.png")) == m_place.bytes(QStringLiteral("two.png")));
    QFile::remove(m_place.path(QStringLiteral("loras/lora-kohya.safetensors")));
    QCOMPARE(run(again).code, 3);
    QFile::copy(m_place.path(QStringLiteral("loras/lora-peft.safetensors")), m_place.path(QStringLiteral("loras/lora-kohya.safetensors")));
    const Ended other = run(again);
    QVERIFY2(other.code == 2 && other.err.contains(QStringLiteral("lora-kohya.safetensors")), qPrintable(other.err));
    writeTinyLoras(m_place.file(QStringLiteral("loras")));
  }

  void guidanceOfZeroIsNone() {
    QCOMPARE(run(QStringLiteral("--output zero.png --guidance 0 --steps 2")).code, 0);
    QCOMPARE(run(QStringLiteral("--output one.png --guidance 1 --steps 2")).code, 0);
    QVERIFY(m_place.bytes(QStringLiteral("zero.png")) == m_place.bytes(QStringLiteral("one.png")));
  }

  void aMissingModelIsThree() {
    const Ended ended =
        m_place.runReal(QStringLiteral("complete --method inpaint --model nothing --photo photo.png --mask mask.png --output a.png"));
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.err.contains(QStringLiteral("nothing")), qPrintable(ended.err));
  }

 private:
  Ended run(const QString& arguments) const {
    return m_place.runReal(QStringLiteral("complete --method inpaint --model model --photo photo.png --mask mask.png --progress none ") +
                           arguments);
  }

  Workplace m_place;
};

QTEST_GUILESS_MAIN(TestCompleteInpaint)
#include "test_complete_inpaint.moc"
