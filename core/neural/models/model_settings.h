#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace retailor::neural {

// The settings beside a network's weights (config.json), read with types and defaults; a name that is absent or null has its default. Every
// function throws RefusedModel, naming the setting, when the value cannot be what is asked for. Counts and widths are 1..1 000 000.
class ModelSettings {
 public:
  // `owner` names the file in sentences.
  ModelSettings(const std::string& json, std::string owner);

  std::int64_t count(const char* name, std::int64_t absent) const;
  double real(const char* name, double absent) const;
  bool flag(const char* name, bool absent) const;
  std::string word(const char* name, const std::string& absent) const;
  std::vector<std::string> words(const char* name, const std::vector<std::string>& absent) const;
  std::vector<std::int64_t> counts(const char* name, const std::vector<std::int64_t>& absent) const;
  // A list of `length` counts; a single number stands for that many of it.
  std::vector<std::int64_t> countPerBlock(const char* name, std::int64_t absent, std::size_t length) const;

  std::int64_t entries(const char* name, std::int64_t absent) const;  // of the object or list of that name, at least one

  bool has(const char* name) const;             // there, and not null
  ModelSettings under(const char* name) const;  // the object of that name, or these settings where there is none

  // For the one value of a setting that is implemented: anything else is refused.
  void requireFalse(const char* name) const;
  void require(const char* name, const std::string& value) const;
  [[noreturn]] void refuse(const std::string& why) const;

 private:
  ModelSettings(std::shared_ptr<const nlohmann::json> values, std::string owner) : m_values(std::move(values)), m_owner(std::move(owner)) {}

  std::shared_ptr<const nlohmann::json> m_values;
  std::string m_owner;
};

}  // namespace retailor::neural
