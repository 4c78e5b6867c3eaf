#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/completion/body_region.h"

class QDropEvent;
class QMimeData;

namespace retailor::ui {

// Lies over the window while a picture is dragged above it: labelled zones "Open as photo" and the body regions; with Ctrl held
// "Use as mask" and "Parts from a parsing map". Hidden otherwise. Accepts local files and pictures (a dragged picture is saved to a
// temporary file first).
class DropZones : public QWidget {
  Q_OBJECT

 public:
  explicit DropZones(QWidget* window);  // watches the window's drag events and covers it

  // Without an open photo there is nothing to complete: only "Open as photo" is offered.
  void setPhotoOpen(bool open) { m_photoOpen = open; }

 Q_SIGNALS:
  void droppedAsPhoto(const QString& file);
  void droppedAsMask(const QString& file);
  void droppedAsParsingMap(const QString& file);
  void droppedAsReference(const QStringList& files, retailor::completion::BodyRegion region);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class Purpose { Photo, Mask, ParsingMap, Reference };
  struct Zone {
    Purpose purpose = Purpose::Photo;
    completion::BodyRegion region = completion::BodyRegion::Anything;
    QRectF rect;
    bool row = false;  // a row of the References panel that shows through
    bool operator==(const Zone&) const = default;
  };

  void begin(QDropEvent* event);
  void end();
  void follow(QDropEvent* event);
  void layOut(bool asMask);
  std::optional<Zone> zoneAt(QPoint position) const;
  QRectF layOutRows();  // as zones of their own; their bounding rect
  void layOutGrid(const QRectF& all);
  void tell(const Zone& zone, const QStringList& files);
  void paintZone(QPainter& painter, const Zone& zone) const;
  static void paintTitle(QPainter& painter, const Zone& zone);
  static QString titleOf(const Zone& zone);
  static QString iconOf(const Zone& zone);
  static QColor colourOf(const Zone& zone);

  QWidget* m_window;
  bool m_photoOpen = true;
  std::vector<Zone> m_zones;
  std::optional<Zone> m_hovered;
  QTimer m_leftSoon;  // hides the overlay when the drag left the window without ever entering the overlay
};

}  // namespace retailor::ui
