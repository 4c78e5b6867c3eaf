#include "ui/tools/mask_work.h"

#include <cstring>

#include "core/document/edits/change_mask_edit.h"
#include "ui/controls/background.h"

namespace retailor::ui {

namespace {

// Only what really differs, so that the edit keeps, compresses and repaints little.
MaskPatch trimmed(const MaskPatch& patch, const mask::Mask& old) {
  const image::Rect& where = patch.where;
  image::Rect differs;
  for (int y = 0; y < where.height; ++y) {
    const std::uint8_t* before = old.row(where.y + y) + where.x;
    const std::uint8_t* after = patch.coverage.row(y);
    if (std::memcmp(before, after, static_cast<std::size_t>(where.width)) == 0) continue;
    int first = 0, last = where.width - 1;
    while (before[first] == after[first]) ++first;
    while (before[last] == after[last]) --last;
    differs = image::united(differs, {first, y, last - first + 1, 1});
  }
  if (differs.empty()) return {};
  return {{where.x + differs.x, where.y + differs.y, differs.width, differs.height}, patch.coverage.cropped(differs)};
}

}  // namespace

MaskWork::MaskWork(OpenDocument& open, QObject* parent) : QObject(parent), m_open(open) {}

void MaskWork::start(const QString& label, Maker make) {
  if (busy() || !m_open.document()) return;
  m_label = label;
  m_make = std::move(make);
  m_document = m_open.document();
  connect(m_document, &document::Document::changed, this, [this](const document::DocumentChange& change) {
    if (change.what == document::DocumentChange::What::Mask) m_outdated = true;
  });
  Q_EMIT busyChanged(true);
  run();
}

void MaskWork::run() {
  m_outdated = false;
  inBackground<Result<MaskPatch>>(
      this,
      [make = m_make, state = m_document->state()]() -> Result<MaskPatch> {
        Result<MaskPatch> made = make(state);
        if (made) return trimmed(*made, state.mask);
        return made;
      },
      [this](Result<MaskPatch> made) { take(std::move(made)); });
}

void MaskWork::take(Result<MaskPatch> made) {
  if (!m_document || m_document != m_open.document()) return end();
  if (m_outdated) return run();
  const QString label = m_label;
  end();
  if (!made) return Q_EMIT failed(QString::fromStdString(made.failure().sentence));
  apply(label, *made);
}

void MaskWork::end() {
  if (m_document) disconnect(m_document, nullptr, this, nullptr);
  m_make = nullptr;
  Q_EMIT busyChanged(false);
}

void MaskWork::apply(const QString& label, const MaskPatch& patch) {
  document::Document* document = m_open.document();
  if (!document || patch.where.empty()) return;
  const mask::Mask before = document->mask();
  document->maskForPainting().paste(patch.coverage, patch.where.x, patch.where.y);
  document->maskPainted(patch.where);
  document->undoStack().push(new document::ChangeMaskEdit(*document, before, patch.where, label));
}

}  // namespace retailor::ui
