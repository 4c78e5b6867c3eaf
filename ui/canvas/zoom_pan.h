#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QTransform>

namespace retailor::ui {

// Where the photo lies in the view and how large: a plain value. View positions are logical pixels of the widget; scale 1 (100 %) shows one
// photo pixel on one device pixel, whatever the screen's pixel ratio. The photo's corner always falls on a whole device pixel.
class ZoomPan {
 public:
  static constexpr double smallest = 0.05, largest = 64.0;

  void setViewport(QSizeF size, double pixelRatio);  // keeps the fit, or what is in the middle
  void setPhoto(QSize size);                         // fits it

  QSize photo() const { return m_photo; }
  QSizeF viewport() const { return m_viewport; }
  double scale() const { return m_scale; }
  double pixelRatio() const { return m_ratio; }
  double viewScale() const { return m_scale / m_ratio; }  // logical pixels per photo pixel
  bool showsPixels() const { return m_scale > 2.0; }      // drawn as squares rather than smoothed

  QPointF toView(QPointF photo) const { return m_origin + photo * viewScale(); }
  QPointF toPhoto(QPointF view) const { return (view - m_origin) / viewScale(); }
  QRectF toView(const QRectF& photo) const { return {toView(photo.topLeft()), photo.size() * viewScale()}; }
  QRectF photoRect() const { return toView(QRectF(QPointF(), QSizeF(m_photo))); }
  QPointF deviceOrigin() const { return m_origin * m_ratio; }
  QTransform photoToView() const { return QTransform::fromTranslate(m_origin.x(), m_origin.y()).scale(viewScale(), viewScale()); }

  void fit();
  void setScale(double scale, QPointF at);  // the photo point under `at` stays there
  void zoomBy(double factor, QPointF at) { setScale(m_scale * factor, at); }
  void panBy(QPointF delta);

 private:
  void place(QPointF origin);

  QSize m_photo;
  QSizeF m_viewport{1, 1};
  double m_ratio = 1;
  double m_scale = 1;
  QPointF m_origin;
  bool m_fitted = true;
};

}  // namespace retailor::ui
