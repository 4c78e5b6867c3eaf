#pragma once

#include <QObject>
#include <optional>

#include "ui/canvas/mask_layer.h"
#include "ui/canvas/patch_shelf.h"
#include "ui/canvas/picture_levels.h"
#include "ui/canvas/preview_layer.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// What the canvas shows, lowest first: checkerboard, photo, accepted layers, preview or candidate, mask. Follows the open document and
// tells what to repaint. Main thread; conversions for the screen run on workers.
class CanvasLayers : public QObject {
  Q_OBJECT

 public:
  enum class Show { Original, Result };

  explicit CanvasLayers(OpenDocument& open, QObject* parent = nullptr);

  bool photoReady() const { return !m_photo.empty(); }
  bool settled() const { return photoReady() && !m_shelf.waiting(); }
  void draw(QPainter& painter, const ZoomPan& zoom, const QRect& clip, Show show) const;

  void setPreviewArea(std::shared_ptr<const mask::Mask> area) { m_previewArea = std::move(area); }  // null: the document's mask
  void showPreview(const QRect& window, const QImage& picture);
  void showCandidate(const completion::Candidate& candidate);
  void clearPreview();

  void setMaskVisible(bool visible);
  void setMaskColour(const QColor& colour);
  QColor maskColour() const { return m_mask.colour(); }
  // While a marked region is painted it is what is tinted; the mask steps back to an outline.
  void setPaintTarget(const document::PaintTarget& target);

 Q_SIGNALS:
  void photoReplaced(QSize size);
  void needsRepaint(const QRect& photo);  // photo pixels; empty: everything

 private:
  void follow();
  void take(const document::DocumentChange& change);
  void loadPhoto(document::Document& document);
  void maskChanged(const image::Rect& rect);
  void regionChanged(const document::DocumentChange& change);
  bool holdsLastShown(const std::vector<document::Layer>& layers) const;
  void drawResults(QPainter& painter, const ZoomPan& zoom, const QRect& clip) const;
  MaskLayer::Look maskLook() const;

  OpenDocument& m_open;
  PictureLevels m_photo;
  mutable PatchShelf m_shelf;  // mutable: asking it for a picture may start a conversion
  PreviewLayer m_preview;
  std::shared_ptr<const mask::Mask> m_previewArea;
  std::optional<completion::Candidate> m_candidate;
  MaskLayer m_mask;
  MaskLayer m_region;
  document::PaintTarget m_target;  // m_region shows it unless it is the mask
  bool m_maskVisible = true;
  bool m_maskTouched = true;                       // since a result was last shown: the user wants to see the mask again
  std::weak_ptr<const image::Bitmap> m_lastShown;  // the candidate looked at last
  bool m_applied = false;                          // it became a layer: the tint stays away from it until the mask is touched
};

}  // namespace retailor::ui
