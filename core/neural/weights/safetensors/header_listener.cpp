#include "core/neural/weights/safetensors/header_listener.h"

#include <limits>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {

bool HeaderListener::stop(const std::string& problem) {
  if (m_problem.empty()) m_problem = problem;
  return false;
}

std::string HeaderListener::current() const { return "tensor “" + shown(m_header.tensors.back().name) + "”"; }

bool HeaderListener::plainValue() {
  if (m_inside == Inside::Unknown || m_next == Next::Unknown) return true;
  if (m_inside == Inside::Metadata) return stop("its __metadata__ holds something that is not text");
  if (m_header.tensors.empty() || m_inside == Inside::Nothing) return stop("its header is not a table of tensors");
  return stop("its header describes " + current() + " in a way the format does not know");
}

bool HeaderListener::number_unsigned(number_unsigned_t value) {
  if (m_inside == Inside::ShapeList) {
    Shape& shape = m_header.tensors.back().shape;
    if (shape.size() == mostSides) return stop("its " + current() + " has more than 8 sides");
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      return stop("its " + current() + " is larger than any memory");
    shape.push_back(static_cast<std::int64_t>(value));
    return true;
  }
  if (m_inside != Inside::OffsetList) return plainValue();
  if (m_offsets.size() == 2) return stop("its " + current() + " has more than two offsets");
  m_offsets.push_back(value);
  return true;
}

bool HeaderListener::string(string_t& value) {
  if (m_inside == Inside::Metadata) {
    m_header.metadata[m_metadataName] = value;
    return true;
  }
  if (m_inside != Inside::Tensor || m_next != Next::Dtype) return plainValue();
  const auto element = elementNamed(value);
  if (!element) return stop("its " + current() + " is of the type “" + shown(value) + "”, which Retailor does not read");
  m_header.tensors.back().element = *element;
  m_next = Next::Text;
  return true;
}

bool HeaderListener::start_object(std::size_t) {
  if (m_inside == Inside::Unknown || (m_inside == Inside::Tensor && m_next == Next::Unknown)) {
    m_inside = Inside::Unknown;
    ++m_unknownDepth;
    return true;
  }
  if (m_inside == Inside::Nothing && m_next == Next::TopObject) {
    m_inside = Inside::Tensors;
    return true;
  }
  if (m_inside != Inside::Tensors) return plainValue();
  m_inside = m_next == Next::MetadataObject ? Inside::Metadata : Inside::Tensor;
  return true;
}

bool HeaderListener::key(string_t& name) {
  if (m_inside == Inside::Tensors) return tensorNamed(name);
  if (m_inside == Inside::Metadata) return metadataNamed(name);
  return m_inside != Inside::Tensor || fieldNamed(name);
}

bool HeaderListener::tensorNamed(const std::string& name) {
  if (name == "__metadata__") {
    if (m_hasMetadata) return stop("its header has __metadata__ twice");
    m_hasMetadata = true;
    m_next = Next::MetadataObject;
    return true;
  }
  if (m_header.tensors.size() == mostTensors) return stop("it declares more than 100,000 tensors");
  if (!m_names.insert(name).second) return stop("its header names the tensor “" + shown(name) + "” twice");
  m_header.tensors.push_back({name, Element::F32, {}, 0, 0});
  m_offsets.clear();
  m_fields.clear();
  m_next = Next::TensorObject;
  return true;
}

bool HeaderListener::metadataNamed(const std::string& name) {
  if (m_header.metadata.contains(name)) return stop("its __metadata__ names “" + shown(name) + "” twice");
  m_metadataName = name;
  return true;
}

bool HeaderListener::fieldNamed(const std::string& name) {
  if (!m_fields.insert(name).second) return stop("its header says “" + shown(name) + "” twice of " + current());
  m_next = name == "dtype" ? Next::Dtype : name == "shape" ? Next::ShapeList : name == "data_offsets" ? Next::OffsetList : Next::Unknown;
  return true;
}

bool HeaderListener::end_object() {
  if (m_inside == Inside::Unknown) {
    if (--m_unknownDepth == 0) m_inside = Inside::Tensor;
    return true;
  }
  if (m_inside == Inside::Tensor) return tensorEnded();
  m_inside = m_inside == Inside::Metadata ? Inside::Tensors : Inside::Nothing;
  m_next = Next::Text;
  return true;
}

bool HeaderListener::tensorEnded() {
  if (!m_fields.contains("dtype") || !m_fields.contains("shape") || m_offsets.size() != 2)
    return stop("its header leaves out the type, the shape or the offsets of " + current());
  m_header.tensors.back().begin = m_offsets[0];
  m_header.tensors.back().end = m_offsets[1];
  m_inside = Inside::Tensors;
  m_next = Next::Text;
  return true;
}

bool HeaderListener::start_array(std::size_t) {
  if (m_inside == Inside::Unknown || (m_inside == Inside::Tensor && m_next == Next::Unknown)) {
    m_inside = Inside::Unknown;
    ++m_unknownDepth;
    return true;
  }
  if (m_inside == Inside::Tensor && m_next == Next::ShapeList)
    m_inside = Inside::ShapeList;
  else if (m_inside == Inside::Tensor && m_next == Next::OffsetList)
    m_inside = Inside::OffsetList;
  else
    return plainValue();
  return true;
}

bool HeaderListener::end_array() {
  if (m_inside == Inside::Unknown && --m_unknownDepth > 0) return true;
  m_inside = Inside::Tensor;
  m_next = Next::Text;
  return true;
}

bool HeaderListener::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
  return stop("its header is not valid JSON (at byte " + std::to_string(position) + ")");
}

}  // namespace retailor::weights
