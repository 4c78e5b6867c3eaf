#include "core/methods/diffusion/kept_references.h"

#include <ATen/ATen.h>

#include <utility>

namespace retailor::diffusion {
namespace {

std::size_t bytesOf(const KeptReferences::Tensors& tensors) {
  std::size_t bytes = 0;
  for (const at::Tensor& tensor : tensors)
    if (tensor.defined()) bytes += tensor.nbytes();
  return bytes;
}

}  // namespace

const KeptReferences::Tensors* KeptReferences::find(const std::string& key) {
  const auto place = m_places.find(key);
  if (place == m_places.end()) return nullptr;
  m_entries.splice(m_entries.begin(), m_entries, place->second);
  return &m_entries.front().tensors;
}

void KeptReferences::keep(const std::string& key, Tensors tensors) {
  forget(key);
  for (at::Tensor& tensor : tensors)
    if (tensor.defined()) tensor = tensor.to(at::kCPU);
  const std::size_t bytes = bytesOf(tensors);
  if (bytes > m_budget) return;
  while (m_bytes + bytes > m_budget) drop(std::prev(m_entries.end()));
  m_entries.push_front({key, std::move(tensors), bytes});
  m_places[key] = m_entries.begin();
  m_bytes += bytes;
}

void KeptReferences::forget(const std::string& key) {
  if (const auto place = m_places.find(key); place != m_places.end()) drop(place->second);
}

void KeptReferences::drop(std::list<Entry>::iterator entry) {
  m_bytes -= entry->bytes;
  m_places.erase(entry->key);
  m_entries.erase(entry);
}

void KeptReferences::clear() {
  m_places.clear();
  m_entries.clear();
  m_bytes = 0;
}

Result<KeptReferences::Tensors> ReferencesOfRun::of(std::size_t reference, const std::string& key,
                                                    const std::function<Result<KeptReferences::Tensors>()>& make) {
  m_seen.insert(reference);
  if (const auto* known = m_kept.find(key)) return *known;
  m_encoded.insert(reference);
  Result<KeptReferences::Tensors> made = make();
  if (made) m_kept.keep(key, *made);
  return made;
}

void ReferencesOfRun::expect(std::size_t reference, const std::string& key) {
  m_seen.insert(reference);
  if (m_kept.find(key) == nullptr) m_encoded.insert(reference);
}

}  // namespace retailor::diffusion
