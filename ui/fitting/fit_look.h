#pragma once

#include <QObject>
#include <QRect>
#include <QTimer>
#include <memory>
#include <stop_token>

#include "ui/fitting/fit_work.h"
#include "ui/tools/visible_picture.h"

namespace retailor::ui {

// How the fit in work looks on the photo: plain at once while pins move, and when they rest, in the photo's light, drawn on a worker. The
// newest drawing wins. Main thread.
class FitLook : public QObject {
  Q_OBJECT

 public:
  struct Picture {
    QRect window;  // photo pixels
    PictureLevels levels;
    bool lit = false;
  };
  struct Cloth {
    document::DocumentState state;
    std::shared_ptr<const garment::GarmentCut> cut;
    std::shared_ptr<const garment::WornGarment> worn;
    garment::FitSettings settings;
  };

  explicit FitLook(QObject* parent = nullptr);
  ~FitLook() override { m_drawing.request_stop(); }

  void forget();  // there is nothing to see any more
  void forgetWarnings() { m_warnings.clear(); }
  void clothMoved();              // what is drawn is old; due() follows
  void drawSoon();                // due() follows when nothing more happens for a moment
  void draw(const Cloth& cloth);  // lit
  // At no more than `scale` of the photo's size, and small enough for a frame; `window` in photo pixels may be empty.
  void drawPlain(const garment::GarmentCut& cut, const garment::FitMesh& mesh, const garment::FitSettings& settings, const QRect& window,
                 double scale);

  bool isOld() const { return m_isOld; }
  const Picture& picture() const { return m_picture; }
  const garment::FitWarnings& warnings() const { return m_warnings; }  // of the light and of what is left uncovered

 Q_SIGNALS:
  void due();    // draw() is wanted
  void drawn();  // lit, with its warnings
  void failed(const QString& sentence);

 private:
  void take(Result<DrawnFit> drawn);

  Picture m_picture;
  bool m_isOld = true;
  garment::FitWarnings m_warnings;
  std::shared_ptr<VisiblePicture> m_photo = std::make_shared<VisiblePicture>();
  QTimer m_soon;
  std::stop_source m_drawing;
  int m_number = 0;  // of the newest drawing
};

}  // namespace retailor::ui
