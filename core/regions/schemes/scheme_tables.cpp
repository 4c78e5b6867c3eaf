// The classes of published parsers, in the order of their ids.
#include <span>

#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::regions {

namespace {

struct Row {
  const char* name;
  BodyPart part;
};

constexpr BodyPart none = BodyPart::None, face = BodyPart::Face, hair = BodyPart::Hair, upper = BodyPart::UpperClothes,
                   lower = BodyPart::LowerClothes, whole = BodyPart::WholeBody, shoes = BodyPart::Shoes, skin = BodyPart::Skin,
                   arms = BodyPart::Arms, carried = BodyPart::Carried, inherit = BodyPart::Inherit;

// Ids count from 0.
ParsingScheme numbered(std::string key, std::string title, std::span<const Row> rows, bool coarse = false) {
  ParsingScheme scheme{std::move(key), std::move(title), {}, coarse};
  for (std::size_t id = 0; id < rows.size(); ++id) scheme.classes.push_back({static_cast<std::uint32_t>(id), rows[id].name, rows[id].part});
  return scheme;
}

constexpr Row kSelfie[] = {{"background", none}, {"hair", hair},     {"body-skin", skin},
                           {"face-skin", face},  {"clothes", whole}, {"others", carried}};

constexpr Row kPascal[] = {{"background", none}, {"head", face},        {"torso", upper},     {"upper-arms", arms},
                           {"lower-arms", arms}, {"upper-legs", lower}, {"lower-legs", lower}};

constexpr Row kOwn[] = {{"background", none},     {"face", face},        {"hair", hair},   {"upper-clothes", upper},
                        {"lower-clothes", lower}, {"whole-body", whole}, {"shoes", shoes}, {"other", skin}};

constexpr Row kAtr[] = {{"background", none},  {"hat", hair},    {"hair", hair},     {"sunglasses", face}, {"upper-clothes", upper},
                        {"skirt", lower},      {"pants", lower}, {"dress", whole},   {"belt", lower},      {"left-shoe", shoes},
                        {"right-shoe", shoes}, {"face", face},   {"left-leg", skin}, {"right-leg", skin},  {"left-arm", arms},
                        {"right-arm", arms},   {"bag", carried}, {"scarf", upper},   {"torso-skin", skin}};

constexpr Row kFashion18[] = {{"background", none}, {"face", face},    {"hair", hair},      {"top", upper},   {"dress", whole},
                              {"skirt", lower},     {"pants", lower},  {"belt", lower},     {"bag", carried}, {"hat", hair},
                              {"scarf", upper},     {"glasses", face}, {"arms", arms},      {"hands", arms},  {"legs", skin},
                              {"feet", shoes},      {"torso", skin},   {"jewelry", carried}};

constexpr Row kCelebA[] = {{"background", none},  {"skin", face},    {"left-brow", face}, {"right-brow", face}, {"left-eye", face},
                           {"right-eye", face},   {"glasses", face}, {"left-ear", face},  {"right-ear", face},  {"earring", face},
                           {"nose", face},        {"mouth", face},   {"upper-lip", face}, {"lower-lip", face},  {"neck", skin},
                           {"necklace", carried}, {"cloth", upper},  {"hair", hair},      {"hat", hair}};

constexpr Row kLip[] = {{"background", none},     {"hat", hair},      {"hair", hair},      {"glove", arms},      {"sunglasses", face},
                        {"upper-clothes", upper}, {"dress", whole},   {"coat", upper},     {"socks", shoes},     {"pants", lower},
                        {"jumpsuits", whole},     {"scarf", upper},   {"skirt", lower},    {"face", face},       {"left-arm", arms},
                        {"right-arm", arms},      {"left-leg", skin}, {"right-leg", skin}, {"left-shoe", shoes}, {"right-shoe", shoes}};

constexpr Row kDeepFashion[] = {
    {"background", none}, {"top", upper},     {"outer", upper},      {"skirt", lower},    {"dress", whole},   {"pants", lower},
    {"leggings", lower},  {"headwear", hair}, {"eyeglass", face},    {"neckwear", upper}, {"belt", lower},    {"footwear", shoes},
    {"bag", carried},     {"hair", hair},     {"face", face},        {"skin", skin},      {"ring", carried},  {"wrist-wearing", carried},
    {"socks", shoes},     {"gloves", arms},   {"necklace", carried}, {"rompers", whole},  {"earrings", face}, {"tie", upper}};

constexpr Row kFashionpedia[] = {
    {"background", none}, {"shirt", upper},       {"t-shirt", upper},  {"sweater", upper},    {"cardigan", upper},   {"jacket", upper},
    {"vest", upper},      {"pants", lower},       {"shorts", lower},   {"skirt", lower},      {"coat", upper},       {"dress", whole},
    {"jumpsuit", whole},  {"cape", upper},        {"glasses", face},   {"hat", hair},         {"headband", hair},    {"tie", upper},
    {"glove", arms},      {"watch", carried},     {"belt", lower},     {"leg-warmer", lower}, {"tights", lower},     {"sock", shoes},
    {"shoe", shoes},      {"bag", carried},       {"scarf", upper},    {"umbrella", carried}, {"hood", upper},       {"collar", inherit},
    {"lapel", inherit},   {"epaulette", inherit}, {"sleeve", inherit}, {"pocket", inherit},   {"neckline", inherit}, {"buckle", inherit},
    {"zipper", inherit},  {"applique", inherit},  {"bead", inherit},   {"bow", inherit},      {"flower", inherit},   {"fringe", inherit},
    {"ribbon", inherit},  {"rivet", inherit},     {"ruffle", inherit}, {"sequin", inherit},   {"tassel", inherit}};

ParsingScheme atr() {
  ParsingScheme scheme = numbered("atr", "ATR, 18 classes", kAtr);
  scheme.faceWithNeck = true;
  return scheme;
}

ParsingScheme cihp() {
  ParsingScheme scheme = numbered("cihp", "CIHP, 20 classes", kLip);
  scheme.classes[10] = {10, "torso-skin", skin};
  return scheme;
}

}  // namespace

const std::vector<ParsingScheme>& knownSchemes() {
  static const std::vector<ParsingScheme> schemes{numbered("selfie", "MediaPipe selfie, 6 classes", kSelfie, true),
                                                  numbered("pascal-person-part", "Pascal-Person-Part, 7 classes", kPascal, true),
                                                  numbered("retailor", "Retailor, 8 classes", kOwn),
                                                  atr(),
                                                  numbered("fashion-18", "Fashion parser, 18 classes", kFashion18),
                                                  numbered("celebamask", "CelebAMask-HQ faces, 19 classes", kCelebA),
                                                  numbered("lip", "LIP, 20 classes", kLip),
                                                  cihp(),
                                                  numbered("deepfashion", "DeepFashion-MultiModal, 24 classes", kDeepFashion),
                                                  numbered("fashionpedia", "Fashionpedia, 47 classes", kFashionpedia)};
  return schemes;
}

}  // namespace retailor::regions
