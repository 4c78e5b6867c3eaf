#pragma once

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "core/neural/weights/safetensors/safetensors_header.h"

namespace retailor::weights {

// Hears the JSON of a header word by word, so that no tree of it is ever built, and stops at the first that breaks a rule.
class HeaderListener : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit HeaderListener(SafetensorsHeader& header) : m_header(header) {}
  const std::string& problem() const { return m_problem; }  // what stopped it, without a full stop

  bool null() override { return plainValue(); }
  bool boolean(bool) override { return plainValue(); }
  bool number_integer(number_integer_t) override { return plainValue(); }
  bool number_unsigned(number_unsigned_t value) override;
  bool number_float(number_float_t, const string_t&) override { return plainValue(); }
  bool string(string_t& value) override;
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(std::size_t) override;
  bool end_array() override;
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override;

 private:
  enum class Inside { Nothing, Tensors, Metadata, Tensor, ShapeList, OffsetList, Unknown };
  enum class Next { TopObject, MetadataObject, TensorObject, Text, Dtype, ShapeList, OffsetList, Unknown };

  bool stop(const std::string& problem);
  bool plainValue();  // a value that no rule of the format asks for
  bool tensorNamed(const std::string& name);
  bool fieldNamed(const std::string& name);
  bool metadataNamed(const std::string& name);
  bool tensorEnded();
  std::string current() const;  // "tensor “x”"

  SafetensorsHeader& m_header;
  Inside m_inside = Inside::Nothing;
  Next m_next = Next::TopObject;
  int m_unknownDepth = 0;
  std::unordered_set<std::string> m_names;
  bool m_hasMetadata = false;
  std::string m_metadataName;
  std::vector<std::uint64_t> m_offsets;
  std::unordered_set<std::string> m_fields;  // seen in the current tensor
  std::string m_problem;
};

}  // namespace retailor::weights
