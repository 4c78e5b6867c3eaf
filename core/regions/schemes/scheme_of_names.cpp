#include "core/regions/schemes/scheme_of_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <utility>

namespace retailor::regions {

namespace {

using Words = std::vector<std::string>;

// Names of published parsers that no known scheme has.
constexpr std::array<std::pair<const char*, BodyPart>, 22> kOtherNames{{{"unlabelled", BodyPart::None},
                                                                        {"unlabeled", BodyPart::None},
                                                                        {"none", BodyPart::None},
                                                                        {"eye-g", BodyPart::Face},
                                                                        {"l-eye", BodyPart::Face},
                                                                        {"r-eye", BodyPart::Face},
                                                                        {"l-brow", BodyPart::Face},
                                                                        {"r-brow", BodyPart::Face},
                                                                        {"l-ear", BodyPart::Face},
                                                                        {"r-ear", BodyPart::Face},
                                                                        {"ear-r", BodyPart::Face},
                                                                        {"u-lip", BodyPart::Face},
                                                                        {"l-lip", BodyPart::Face},
                                                                        {"beard", BodyPart::Face},
                                                                        {"neck-l", BodyPart::Carried},
                                                                        {"blouse", BodyPart::UpperClothes},
                                                                        {"trousers", BodyPart::LowerClothes},
                                                                        {"jeans", BodyPart::LowerClothes},
                                                                        {"shoes", BodyPart::Shoes},
                                                                        {"boots", BodyPart::Shoes},
                                                                        {"hand", BodyPart::Arms},
                                                                        {"arm", BodyPart::Arms}}};

// "Upper_clothes " is "upper-clothes".
std::string plain(const std::string& word) {
  std::string result;
  for (const char letter : word) {
    const bool parts = letter == ' ' || letter == '_' || letter == '-';
    if (!parts) result += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    if (parts && !result.empty() && result.back() != '-') result += '-';
  }
  while (result.ends_with('-')) result.pop_back();
  return result;
}

Words wordsOf(const std::string& name) {
  Words words;
  std::istringstream list(name);
  for (std::string word; std::getline(list, word, ',');) words.push_back(plain(word));
  return words;
}

bool isCalled(const Words& words, const std::string& name) { return std::ranges::find(words, name) != words.end(); }

std::size_t alike(const ParsingScheme& scheme, const std::vector<Words>& names) {
  std::size_t count = 0;
  for (std::size_t id = 0; id < names.size() && id < scheme.classes.size(); ++id)
    count += isCalled(names[id], scheme.classes[id].name) ? 1 : 0;
  return count;
}

// Null where none comes near. A scheme may have a class more than the parser: torso skin, which some give ATR.
const ParsingScheme* knownBy(const std::vector<Words>& names) {
  const ParsingScheme* best = nullptr;
  std::size_t most = (4 * names.size() + 4) / 5 - 1;
  for (const ParsingScheme& scheme : knownSchemes()) {
    const bool fits = scheme.classes.size() == names.size() || scheme.classes.size() == names.size() + 1;
    const std::size_t count = fits ? alike(scheme, names) : 0;
    if (count > most) best = &scheme, most = count;
  }
  return best;
}

BodyPart partCalled(const Words& words) {
  for (const std::string& word : words) {
    for (const ParsingScheme& scheme : knownSchemes())
      for (const ParsingClass& one : scheme.classes)
        if (one.name == word) return one.part;
    for (const auto& [name, part] : kOtherNames)
      if (name == word) return part;
  }
  return BodyPart::Skin;
}

bool isNumbered(const Words& words) { return words.empty() || words.front().empty() || words.front().starts_with("label-"); }

}  // namespace

ParsingScheme schemeOfNames(const std::vector<std::string>& names, const std::string& parser) {
  std::vector<Words> words;
  std::ranges::transform(names, std::back_inserter(words), wordsOf);
  if (std::ranges::all_of(words, isNumbered)) return *schemeNamed(names.size() == 47 ? "fashionpedia" : "atr");
  if (const ParsingScheme* known = knownBy(words)) return *known;
  ParsingScheme own{"labels", "Labels of " + parser, {}};
  for (std::size_t id = 0; id < names.size(); ++id)
    own.classes.push_back({static_cast<std::uint32_t>(id), plain(names[id]), partCalled(words[id])});
  return own;
}

}  // namespace retailor::regions
