#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/result.h"

namespace retailor::diffusion {

// Collects what a run computed, to be compared with another implementation. Empty name: collects nothing.
class RunTrace {
 public:
  explicit RunTrace(std::filesystem::path file) : m_file(std::move(file)) {}

  bool wanted() const { return !m_file.empty(); }
  // A tensor of the whole run; the last one kept under a name counts.
  void keep(const std::string& name, const at::Tensor& tensor);
  // A tensor [1, …] of one variation: those of one name are joined along the first axis, in order.
  void add(const std::string& name, const at::Tensor& tensor);
  // The same, but a single variation's has no first axis.
  void addPicture(const std::string& name, const at::Tensor& tensor);
  void clear();

  // Writes the file, whole or not at all. CannotWrite names it.
  Result<void> write() const;

 private:
  std::filesystem::path m_file;
  std::map<std::string, std::vector<at::Tensor>> m_parts;
  std::set<std::string> m_pictures;  // names of addPicture
};

}  // namespace retailor::diffusion
