#include "core/document/edits/result_edits.h"

#include <algorithm>
#include <utility>

#include "core/document/bytes_of.h"
#include "core/document/document.h"
#include "core/document/item_list.h"

namespace retailor::document {

namespace {

DocumentChange stripChange() { return {DocumentChange::What::Candidates, {}, 0}; }

bool hasLayerNamed(const Document& document, const std::string& name) {
  const std::vector<Layer>& layers = document.state().layers;
  return std::any_of(layers.begin(), layers.end(), [&](const Layer& layer) { return layer.name == name; });
}

}  // namespace

AcceptCandidateEdit::AcceptCandidateEdit(Document& document, Id candidate)
    : DocumentEdit(document, tr("Apply result")), m_candidate(candidate) {
  const StagedCandidate* staged = document.candidate(candidate);
  setObsolete(!staged);
  m_window = staged ? staged->result.window : image::Rect{};
  m_layer = staged ? document.newId() : 0;
  m_layerName = freeLayerName(document);
}

std::string AcceptCandidateEdit::freeLayerName(const Document& document) {
  for (std::size_t number = document.state().layers.size() + 1;; ++number) {
    std::string name = tr("Result %1").arg(number).toStdString();
    if (!hasLayerNamed(document, name)) return name;
  }
}

// The index is looked up each time: staging is no edit and may have happened in between.
void AcceptCandidateEdit::redo() {
  const auto apply = [this](DocumentState& s) {
    m_index = indexOf(s.candidates, m_candidate);
    s.layers.push_back({m_layer, m_layerName, taken(s.candidates, m_index).result});
  };
  m_document.change(apply, {DocumentChange::What::Layers, m_window, m_layer});
  m_document.change([](DocumentState&) {}, stripChange());
}

void AcceptCandidateEdit::undo() {
  const auto giveBack = [this](DocumentState& s) {
    Layer layer = taken(s.layers, indexOf(s.layers, m_layer));
    insertAt(s.candidates, m_index, {m_candidate, std::move(layer.result)});
  };
  m_document.change(giveBack, {DocumentChange::What::Layers, m_window, m_layer});
  m_document.change([](DocumentState&) {}, stripChange());
}

DiscardCandidateEdit::DiscardCandidateEdit(Document& document, Id candidate) : DocumentEdit(document, tr("Discard result")) {
  m_candidate.id = candidate;
  setObsolete(!document.candidate(candidate));
}

void DiscardCandidateEdit::undo() {
  m_document.change(
      [this](DocumentState& s) {
        insertAt(s.candidates, m_index, {m_candidate.id, std::exchange(m_candidate.result, {})});
      },
      stripChange());
}

void DiscardCandidateEdit::redo() {
  const auto take = [this](DocumentState& s) {
    m_index = indexOf(s.candidates, m_candidate.id);
    m_candidate = taken(s.candidates, m_index);
  };
  m_document.change(take, stripChange());
}

std::size_t DiscardCandidateEdit::bytesHeld() const { return sizeof(*this) + bytesOf(m_candidate.result); }

void DiscardCandidateEdit::forget() {
  m_candidate = {};
  DocumentEdit::forget();
}

}  // namespace retailor::document
