#include "core/document/edits/layer_edits.h"

#include <algorithm>
#include <utility>

#include "core/document/bytes_of.h"
#include "core/document/document.h"
#include "core/document/item_list.h"

namespace retailor::document {

namespace {

DocumentChange layerChange(const Document& document, Id id) {
  const Layer* layer = document.layer(id);
  return {DocumentChange::What::Layers, layer ? layer->result.window : image::Rect{}, id};
}

Layer looksOf(const Layer& layer) { return {layer.id, layer.name, {}, layer.opacity, layer.visible}; }

bool sameLooks(const Layer& a, const Layer& b) { return a.name == b.name && a.opacity == b.opacity && a.visible == b.visible; }

}  // namespace

RemoveLayerEdit::RemoveLayerEdit(Document& document, Id layer)
    : DocumentEdit(document, tr("Remove layer")), m_index(indexOf(document.state().layers, layer)), m_change(layerChange(document, layer)) {
  setObsolete(!document.layer(layer));
}

void RemoveLayerEdit::undo() {
  m_document.change([this](DocumentState& s) { insertAt(s.layers, m_index, std::exchange(m_layer, {})); }, m_change);
}

void RemoveLayerEdit::redo() {
  m_document.change([this](DocumentState& s) { m_layer = taken(s.layers, m_index); }, m_change);
}

std::size_t RemoveLayerEdit::bytesHeld() const { return sizeof(*this) + bytesOf(m_layer.result); }

void RemoveLayerEdit::forget() {
  m_layer = {};
  DocumentEdit::forget();
}

ChangeLayerEdit::ChangeLayerEdit(Document& document, const Layer& after)
    : DocumentEdit(document, {}), m_after(looksOf(after)), m_change(layerChange(document, after.id)) {
  const Layer* before = document.layer(after.id);
  if (before) m_before = looksOf(*before);
  setObsolete(!before || sameLooks(m_before, m_after));
  setText(labelOf(m_before, m_after));
}

QString ChangeLayerEdit::labelOf(const Layer& before, const Layer& after) {
  if (before.visible != after.visible) return after.visible ? tr("Show layer") : tr("Hide layer");
  return before.name != after.name ? tr("Rename layer") : tr("Change opacity of layer");
}

void ChangeLayerEdit::undo() { show(m_before); }

void ChangeLayerEdit::redo() { show(m_after); }

int ChangeLayerEdit::id() const {
  const bool opacityOnly = m_before.name == m_after.name && m_before.visible == m_after.visible;
  return opacityOnly ? static_cast<int>(MergeKind::LayerOpacity) : -1;
}

bool ChangeLayerEdit::mergeWith(const QUndoCommand* later) {
  const auto& next = static_cast<const ChangeLayerEdit&>(*later);
  if (next.m_after.id != m_after.id) return false;
  m_after = next.m_after;
  setObsolete(sameLooks(m_before, m_after));
  return true;
}

void ChangeLayerEdit::show(const Layer& looks) {
  const auto apply = [&](DocumentState& s) {
    Layer& layer = s.layers[indexOf(s.layers, looks.id)];
    layer.name = looks.name;
    layer.opacity = looks.opacity;
    layer.visible = looks.visible;
  };
  m_document.change(apply, m_change);
}

MoveLayerEdit::MoveLayerEdit(Document& document, Id layer, std::size_t toIndex)
    : DocumentEdit(document, tr("Move layer")), m_from(indexOf(document.state().layers, layer)), m_change(layerChange(document, layer)) {
  const bool found = document.layer(layer) != nullptr;
  if (found) m_to = std::min(toIndex, document.state().layers.size() - 1);
  setObsolete(!found || m_from == m_to);
}

void MoveLayerEdit::undo() { move(m_to, m_from); }

void MoveLayerEdit::redo() { move(m_from, m_to); }

void MoveLayerEdit::move(std::size_t from, std::size_t to) {
  m_document.change([&](DocumentState& s) { insertAt(s.layers, to, taken(s.layers, from)); }, m_change);
}

}  // namespace retailor::document
