#pragma once

#include <QObject>
#include <QPainterPath>
#include <QPolygonF>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/tracing/smart_scissors.h"
#include "core/result.h"

namespace retailor::ui {

// An outline being traced with smart scissors: anchors the user clicked, the paths along edges between them, and the live one to the
// pointer. The map of paths round each new anchor is made on a pool thread; until it is there the path is straight, and then takes its
// course. All points in picture pixels. Main thread.
class ScissorsTrace : public QObject {
  Q_OBJECT

 public:
  using Picture = std::function<std::shared_ptr<const image::Bitmap>()>;  // sRGB U8; asked on a pool thread

  explicit ScissorsTrace(QObject* parent = nullptr) : QObject(parent) {}

  bool going() const { return !m_anchors.empty(); }
  std::size_t anchors() const { return m_anchors.size(); }
  bool nearStart(QPointF at, double reach) const;  // a click there means to close

  // `reach`: picture pixels per logical pixel on screen, the fineness worth looking at.
  void addAnchor(Picture picture, QSize size, QPointF at, double reach);
  void pointAt(QPointF at);
  void removeLastAnchor();
  void close();  // needs three corners; finished comes when the last path is known
  void cancel();

  QPainterPath traced() const;  // along all anchors
  QPainterPath live() const;    // from the last one to the pointer
  QPolygonF corners() const;    // the anchors
  QRectF bounds() const;

 Q_SIGNALS:
  void changed(const QRectF& picture);  // what looks different now
  void finished(const QPolygonF& outline);
  void failed(const QString& sentence);

 private:
  struct Anchor {
    QPointF at;
    double reach = 1;
    quint64 number = 0;
    QPolygonF path;  // from the anchor before, this one included
  };
  using Scissors = std::shared_ptr<const mask::SmartScissors>;

  void findPaths(const Anchor& anchor);
  void take(quint64 number, Result<Scissors> made);
  QPolygonF pathTo(QPointF to) const;
  void finish();
  void tell(const QRectF& before);

  Picture m_picture;
  QSize m_size;
  std::vector<Anchor> m_anchors;
  Scissors m_scissors;  // round the last anchor; null until they are made
  std::optional<QPointF> m_pointer;
  QPolygonF m_live;
  bool m_closing = false;
  quint64 m_lastNumber = 0;
};

}  // namespace retailor::ui
