#include "ui/canvas/canvas_layers.h"

#include <algorithm>

#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/canvas/checkerboard.h"
#include "ui/controls/background.h"
#include "ui/controls/target_look.h"

namespace retailor::ui {

namespace {

QRect asQRect(const image::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

}  // namespace

CanvasLayers::CanvasLayers(OpenDocument& open, QObject* parent) : QObject(parent), m_open(open) {
  connect(&open, &OpenDocument::documentReplaced, this, &CanvasLayers::follow);
  connect(&m_shelf, &PatchShelf::ready, this, [this] {
    if (m_candidate) m_preview.clear();
    Q_EMIT needsRepaint({});
  });
  follow();
}

void CanvasLayers::follow() {
  m_photo = {};
  m_preview.clear();
  m_previewArea.reset();
  m_candidate.reset();
  m_applied = false;
  m_maskTouched = true;
  document::Document* document = m_open.document();
  if (!document) return Q_EMIT needsRepaint({});
  connect(document, &document::Document::changed, this, &CanvasLayers::take);
  m_mask.rebuild(document->mask());
  setPaintTarget(m_target);
  const auto& pixels = document->photo().pixels;
  Q_EMIT photoReplaced({pixels.width(), pixels.height()});
  loadPhoto(*document);
}

void CanvasLayers::loadPhoto(document::Document& document) {
  const std::shared_ptr<const image::Photo> photo = document.state().photo;
  inBackground<PictureLevels>(
      this, [photo] { return PictureLevels(forScreen(photo->pixels, photo->profile)); },
      [this, photo](PictureLevels picture) {
        if (!m_open.document() || m_open.document()->state().photo != photo) return;
        m_photo = std::move(picture);
        Q_EMIT needsRepaint({});
      });
}

void CanvasLayers::take(const document::DocumentChange& change) {
  using What = document::DocumentChange::What;
  if (change.what == What::Mask) return maskChanged(change.rect);
  if (change.what == What::Regions) return regionChanged(change);
  if (change.what != What::Layers) return;
  m_applied = holdsLastShown(m_open.document()->state().layers);
  Q_EMIT needsRepaint(change.rect.empty() ? QRect() : asQRect(change.rect));
}

bool CanvasLayers::holdsLastShown(const std::vector<document::Layer>& layers) const {
  const auto shown = m_lastShown.lock();
  return shown && std::any_of(layers.begin(), layers.end(), [&](const document::Layer& layer) { return layer.result.pixels == shown; });
}

void CanvasLayers::maskChanged(const image::Rect& rect) {
  const mask::Mask& mask = m_open.document()->mask();
  if (rect.empty())
    m_mask.rebuild(mask);
  else
    m_mask.update(mask, rect);
  const bool sameLook = m_maskTouched;
  m_maskTouched = true;
  m_applied = false;
  Q_EMIT needsRepaint(sameLook && !rect.empty() ? asQRect(rect) : QRect());
}

void CanvasLayers::showPreview(const QRect& window, const QImage& picture) {
  if (!m_open.document()) return;
  const bool first = m_preview.empty() || m_candidate;
  if (first) m_maskTouched = false;
  m_candidate.reset();
  m_preview.show(window, picture, m_previewArea ? *m_previewArea : m_open.document()->mask());
  Q_EMIT needsRepaint(first ? QRect() : window);
}

void CanvasLayers::showCandidate(const completion::Candidate& candidate) {
  if (!m_open.document()) return;
  m_candidate = candidate;
  m_lastShown = candidate.pixels;
  m_maskTouched = false;
  m_applied = false;
  // While it is being converted the last preview stays, so that nothing flickers.
  if (m_shelf.find(candidate, m_open.document()->photo().profile)) m_preview.clear();
  Q_EMIT needsRepaint({});
}

void CanvasLayers::clearPreview() {
  if (m_preview.empty() && !m_candidate) return;
  m_preview.clear();
  m_candidate.reset();
  Q_EMIT needsRepaint({});
}

void CanvasLayers::setMaskVisible(bool visible) {
  m_maskVisible = visible;
  m_maskTouched = true;
  m_applied = false;
  Q_EMIT needsRepaint({});
}

void CanvasLayers::setMaskColour(const QColor& colour) {
  m_mask.setColour(colour);
  Q_EMIT needsRepaint({});
}

void CanvasLayers::setPaintTarget(const document::PaintTarget& target) {
  m_target = target;
  if (!target.isMask() && m_open.document()) {
    m_region.setColour(targetColour(target));
    m_region.rebuild(m_open.document()->coverage(target));
  }
  Q_EMIT needsRepaint({});
}

void CanvasLayers::regionChanged(const document::DocumentChange& change) {
  if (m_target.isMask() || change.target != m_target) return;
  const mask::Mask& region = m_open.document()->coverage(m_target);
  if (change.rect.empty())
    m_region.rebuild(region);
  else
    m_region.update(region, change.rect);
  Q_EMIT needsRepaint(change.rect.empty() ? QRect() : asQRect(change.rect));
}

MaskLayer::Look CanvasLayers::maskLook() const {
  if (!m_maskVisible) return MaskLayer::Look::Hidden;
  if (!m_target.isMask()) return MaskLayer::Look::OutlineOnly;
  if (m_maskTouched) return MaskLayer::Look::Tinted;
  if (m_candidate) return MaskLayer::Look::Hidden;
  return m_preview.empty() && !m_applied ? MaskLayer::Look::Tinted : MaskLayer::Look::OutlineOnly;
}

void CanvasLayers::drawResults(QPainter& painter, const ZoomPan& zoom, const QRect& clip) const {
  const document::DocumentState& state = m_open.document()->state();
  const auto put = [&](const completion::Candidate& result, double opacity) {
    const PictureLevels* picture = m_shelf.find(result, state.photo->profile);
    if (!picture) return;
    painter.setOpacity(opacity);
    picture->draw(painter, zoom, asQRect(result.window), clip);
    painter.setOpacity(1);
  };
  for (const document::Layer& layer : state.layers)
    if (layer.visible) put(layer.result, layer.opacity);
  m_preview.draw(painter, zoom, clip);
  if (m_candidate) put(*m_candidate, 1);
}

void CanvasLayers::draw(QPainter& painter, const ZoomPan& zoom, const QRect& clip, Show show) const {
  if (!m_open.document() || m_photo.empty()) return;
  if (m_photo.hasAlpha()) drawCheckerboard(painter, zoom.photoRect(), clip);
  m_photo.draw(painter, zoom, QRect(QPoint(), zoom.photo()), clip);
  if (show == Show::Original) return;
  drawResults(painter, zoom, clip);
  m_mask.draw(painter, zoom, m_open.document()->mask(), clip, maskLook());
  if (!m_target.isMask()) m_region.draw(painter, zoom, m_open.document()->coverage(m_target), clip, MaskLayer::Look::Tinted);
}

}  // namespace retailor::ui
