#include "core/neural/models/model_settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t mostOfAnything = 1'000'000;

const Json& valueOf(const Json& values, const char* name) {
  static const Json nothing;
  const auto found = values.find(name);
  return found == values.end() ? nothing : *found;
}

bool isCount(const Json& value) {
  return value.is_number_integer() && value.get<double>() >= 1 && value.get<double>() <= static_cast<double>(mostOfAnything);
}

template <class T, class Fits>
std::vector<T> listed(const ModelSettings& settings, const Json& value, const char* name, Fits fits) {
  if (!value.is_array() || value.empty() || !std::all_of(value.begin(), value.end(), fits))
    settings.refuse(std::string("“") + name + "” is not a list that fits");
  return value.get<std::vector<T>>();
}

}  // namespace

ModelSettings::ModelSettings(const std::string& json, std::string owner) : m_owner(std::move(owner)) {
  Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) refuse("it holds no JSON object");
  m_values = std::make_shared<const Json>(std::move(parsed));
}

void ModelSettings::refuse(const std::string& why) const {
  throw RefusedModel("The settings in " + m_owner + " cannot be used: " + why + ". Download the model again, or choose another one.");
}

bool ModelSettings::has(const char* name) const { return !valueOf(*m_values, name).is_null(); }

std::int64_t ModelSettings::count(const char* name, std::int64_t absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  if (!isCount(value)) refuse(std::string("“") + name + "” is not a number from 1 to a million");
  return value.get<std::int64_t>();
}

double ModelSettings::real(const char* name, double absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  if (!value.is_number()) refuse(std::string("“") + name + "” is not a number");
  return value.get<double>();
}

bool ModelSettings::flag(const char* name, bool absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  if (!value.is_boolean()) refuse(std::string("“") + name + "” is neither true nor false");
  return value.get<bool>();
}

std::string ModelSettings::word(const char* name, const std::string& absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  if (!value.is_string()) refuse(std::string("“") + name + "” is not a word");
  return value.get<std::string>();
}

std::vector<std::string> ModelSettings::words(const char* name, const std::vector<std::string>& absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  return listed<std::string>(*this, value, name, [](const Json& item) { return item.is_string(); });
}

std::vector<std::int64_t> ModelSettings::counts(const char* name, const std::vector<std::int64_t>& absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  return listed<std::int64_t>(*this, value, name, isCount);
}

std::vector<std::int64_t> ModelSettings::countPerBlock(const char* name, std::int64_t absent, std::size_t length) const {
  if (!valueOf(*m_values, name).is_array()) return std::vector<std::int64_t>(length, count(name, absent));
  auto list = counts(name, {});
  if (list.size() != length) refuse(std::string("“") + name + "” does not have one number per block");
  return list;
}

std::int64_t ModelSettings::entries(const char* name, std::int64_t absent) const {
  const Json& value = valueOf(*m_values, name);
  if (value.is_null()) return absent;
  if (!value.is_structured() || value.empty()) refuse(std::string("“") + name + "” holds no entries");
  return static_cast<std::int64_t>(value.size());
}

ModelSettings ModelSettings::under(const char* name) const {
  const Json& value = valueOf(*m_values, name);
  return value.is_object() ? ModelSettings(std::make_shared<const Json>(value), m_owner) : *this;
}

void ModelSettings::requireFalse(const char* name) const {
  if (flag(name, false)) refuse(std::string("“") + name + "” is true, which Retailor does not compute");
}

void ModelSettings::require(const char* name, const std::string& value) const {
  if (word(name, value) != value) refuse(std::string("“") + name + "” is “" + word(name, value) + "”, which Retailor does not compute");
}

}  // namespace retailor::neural
