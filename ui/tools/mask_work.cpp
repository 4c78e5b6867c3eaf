#include "ui/tools/mask_work.h"

#include <cstring>

#include "core/document/edits/mark_region.h"
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

void MaskWork::start(const QString& label, const document::PaintTarget& target, Maker make) {
  if (busy() || !m_open.document()) return;
  m_label = label;
  m_target = target;
  m_make = std::move(make);
  m_document = m_open.document();
  connect(m_document, &document::Document::changed, this, [this](const document::DocumentChange& change) {
    using What = document::DocumentChange::What;
    const bool concerned = m_target.isMask() ? change.what == What::Mask : change.what == What::Regions && change.target == m_target;
    m_outdated = m_outdated || concerned;
  });
  Q_EMIT busyChanged(true);
  run();
}

void MaskWork::run() {
  m_outdated = false;
  const auto region = m_target.isMask() ? nullptr : std::make_shared<const mask::Mask>(m_document->coverage(m_target));
  inBackground<Result<MaskPatch>>(
      this,
      [make = m_make, state = m_document->state(), region]() -> Result<MaskPatch> {
        const mask::Mask& old = region ? *region : state.mask;
        Result<MaskPatch> made = make(state, old);
        if (made) return trimmed(*made, old);
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
  apply(label, m_target, *made);
}

void MaskWork::end() {
  if (m_document) disconnect(m_document, nullptr, this, nullptr);
  m_make = nullptr;
  Q_EMIT busyChanged(false);
}

void MaskWork::apply(const QString& label, const document::PaintTarget& target, const MaskPatch& patch) {
  document::Document* document = m_open.document();
  if (!document || patch.where.empty()) return;
  const mask::Mask before = document->coverage(target);
  document->maskForPainting(target).paste(patch.coverage, patch.where.x, patch.where.y);
  document->maskPainted(patch.where, target);
  document::pushPainted(*document, before, patch.where, label, target, m_sharing);
}

}  // namespace retailor::ui
