#include <QTest>

#include "core/regions/schemes/scheme_of_names.h"

using namespace retailor::regions;

namespace {

using Names = std::vector<std::string>;

Names namesOf(const char* key, std::size_t count) {
  Names names;
  for (const ParsingClass& one : schemeNamed(key)->classes)
    if (names.size() < count) names.push_back(one.name);
  return names;
}

Names nameless(int count) {
  Names names;
  for (int id = 0; id < count; ++id) names.push_back("LABEL_" + std::to_string(id));
  return names;
}

// As Fashionpedia's annotations call the classes whose names list several.
Names fashionpedia() {
  Names names = namesOf("fashionpedia", 47);
  names[0] = "unlabelled";
  names[1] = "shirt, blouse";
  names[2] = "top, t-shirt, sweatshirt";
  names[16] = "headband, head covering, hair accessory";
  names[21] = "leg warmer";
  names[22] = "tights, stockings";
  names[25] = "bag, wallet";
  return names;
}

const Names kFaceParser{"background", "skin",  "nose",  "eye_g", "l_eye", "r_eye", "l_brow", "r_brow", "l_ear", "r_ear",
                        "mouth",      "u_lip", "l_lip", "hair",  "hat",   "ear_r", "neck_l", "neck",   "cloth"};

}  // namespace

class TestSchemeOfNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void publishedNamesFindTheirScheme_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, const Names& names, const char* key) {
      QStringList list;
      for (const std::string& one : names) list << QString::fromStdString(one);
      QTest::newRow(name) << list << QString::fromLatin1(key);
    };
    Names shouted{"Background", "Hat",        "HAIR", "Sunglasses", "Upper clothes", "Skirt",     "Pants",     "Dress", "Belt",
                  "Left_shoe",  "Right-shoe", "Face", "Left-leg",   "Right-leg",     "Left-arm ", "Right-arm", "Bag",   "Scarf"};
    row("ATR, as written", shouted, "atr");
    row("18 without names", nameless(18), "atr");
    row("47 without names", nameless(47), "fashionpedia");
    row("Fashionpedia", fashionpedia(), "fashionpedia");
    row("18 in another order", namesOf("fashion-18", 18), "fashion-18");
    row("LIP", namesOf("lip", 20), "lip");
    row("CIHP", namesOf("cihp", 20), "cihp");
    row("DeepFashion", namesOf("deepfashion", 24), "deepfashion");
    row("of no scheme", kFaceParser, "labels");
  }
  void publishedNamesFindTheirScheme() {
    QFETCH(QStringList, names);
    QFETCH(QString, key);
    Names list;
    for (const QString& name : names) list.push_back(name.toStdString());
    QCOMPARE(QString::fromStdString(schemeOfNames(list, "parser").key), key);
  }

  void otherNamesAreReadOneByOne() {
    const ParsingScheme scheme = schemeOfNames(kFaceParser, "face-parsing");
    QCOMPARE(scheme.classes.size(), kFaceParser.size());
    const auto part = [&](const char* name) {
      const auto at = std::ranges::find(kFaceParser, name) - kFaceParser.begin();
      return scheme.classOf(static_cast<std::uint32_t>(at))->part;
    };
    QVERIFY(part("background") == BodyPart::None);
    QVERIFY(part("skin") == BodyPart::Face && part("nose") == BodyPart::Face && part("l_brow") == BodyPart::Face);
    QVERIFY(part("hair") == BodyPart::Hair && part("hat") == BodyPart::Hair);
    QVERIFY(part("cloth") == BodyPart::UpperClothes);
    QVERIFY(scheme.title.find("face-parsing") != std::string::npos);
    QVERIFY(schemeOfNames({"background", "tail", "hair"}, "it").classOf(1)->part == BodyPart::Skin);
  }
};

QTEST_GUILESS_MAIN(TestSchemeOfNames)
#include "test_scheme_of_names.moc"
