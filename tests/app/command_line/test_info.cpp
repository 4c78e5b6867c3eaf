#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

QJsonObject factsOf(const Workplace& place, const char* file) {
  const Ended ended = place.run(QStringLiteral("info --json ") + QString::fromLatin1(file));
  return ended.code == 0 ? QJsonDocument::fromJson(ended.out.toUtf8()).object() : QJsonObject();
}

QString text(const QJsonObject& facts, const char* key) { return facts.value(QLatin1String(key)).toVariant().toString(); }

// A stored zip of one entry, as OpenRaster asks for it first.
QByteArray smallestProject() {
  return QByteArray::fromHex("504b03040a00000000000000000000000000100000001000000008000000") + "mimetypeimage/openraster" +
         QByteArray::fromHex("504b01021e030a000000000000000000000000001000000010000000080000000000000000000000a48100000000") + "mimetype" +
         QByteArray::fromHex("504b0506000000000100010036000000360000000000");
}

}  // namespace

class TestInfo : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pictureIsDescribed() {
    const Workplace place;
    const QJsonObject facts = factsOf(place, "photo16.png");
    QCOMPARE(text(facts, "kind"), QStringLiteral("picture"));
    QCOMPARE(text(facts, "format"), QStringLiteral("PNG"));
    QCOMPARE(text(facts, "width"), QStringLiteral("64"));
    QCOMPARE(text(facts, "height"), QStringLiteral("48"));
    QCOMPARE(text(facts, "bits"), QStringLiteral("16"));
  }

  void recipeInAPictureIsShown() {
    const Workplace place;
    QCOMPARE(
        place.run(QStringLiteral("complete --method fake --photo photo.png --mask mask.png --seed 6 --output out.tif --embed-recipe")).code,
        0);
    const QJsonObject recipe = factsOf(place, "out.tif").value(QLatin1String("recipe")).toObject();
    QCOMPARE(recipe.value(QLatin1String("settings")).toObject().value(QLatin1String("seed")).toInt(), 6);
    QVERIFY(place.run(QStringLiteral("info out.tif")).out.contains(QStringLiteral("seed")));
  }

  void recipeFileIsShown() {
    const Workplace place;
    QCOMPARE(place.run(QStringLiteral("complete --method fake --photo photo.png --mask mask.png --output o.png --recipe-out r.json")).code,
             0);
    QCOMPARE(text(factsOf(place, "r.json"), "kind"), QStringLiteral("recipe"));
  }

  void projectIsRecognised() {
    const Workplace place;
    place.writeText(QStringLiteral("work.ora"), smallestProject());
    const QJsonObject facts = factsOf(place, "work.ora");
    QCOMPARE(text(facts, "kind"), QStringLiteral("project"));
  }
};

QTEST_GUILESS_MAIN(TestInfo)
#include "test_info.moc"
