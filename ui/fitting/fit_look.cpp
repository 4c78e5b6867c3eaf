#include "ui/fitting/fit_look.h"

#include <algorithm>
#include <cmath>

#include "core/garment/placing/placed_garment.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"

namespace retailor::ui {

namespace {

constexpr double kPlainPixels = 250'000;  // of the cloth shown while a pin is dragged: drawn within a frame
constexpr int kRestBeforeLight = 180;     // ms

}  // namespace

FitLook::FitLook(QObject* parent) : QObject(parent) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kRestBeforeLight);
  connect(&m_soon, &QTimer::timeout, this, &FitLook::due);
}

void FitLook::forget() {
  m_drawing.request_stop();
  ++m_number;
  m_soon.stop();
  m_picture = {};
  m_warnings.clear();
  m_isOld = true;
}

void FitLook::clothMoved() {
  m_isOld = true;
  drawSoon();
}

void FitLook::drawSoon() {
  m_drawing.request_stop();
  ++m_number;
  m_soon.start();
}

void FitLook::draw(const Cloth& cloth) {
  m_drawing = {};
  const auto work = [photo = m_photo, cloth, stop = m_drawing.get_token()] {
    return drawnFit(*photo->of(cloth.state), cloth.cut, cloth.worn, cloth.settings, stop);
  };
  inBackground<Result<DrawnFit>>(this, work, [this, number = m_number](Result<DrawnFit> drawn) {
    if (number == m_number) take(std::move(drawn));
  });
}

void FitLook::take(Result<DrawnFit> drawn) {
  if (!drawn) return Q_EMIT failed(QString::fromStdString(drawn.failure().sentence));
  if (drawn->picture.empty()) return;
  m_picture = {drawn->window, drawn->picture, true};
  m_isOld = false;
  m_warnings = std::move(drawn->warnings);
  Q_EMIT this->drawn();
}

void FitLook::drawPlain(const garment::GarmentCut& cut, const garment::FitMesh& mesh, const garment::FitSettings& settings,
                        const QRect& window, double scale) {
  m_isOld = false;
  m_picture = {};
  if (window.isEmpty()) return;
  const double within = std::min({1.0, scale, std::sqrt(kPlainPixels / (1.0 * window.width() * window.height()))});
  const image::Rect rect{window.x(), window.y(), window.width(), window.height()};
  m_picture = {window, PictureLevels(toQImage(garment::clothPreview(cut, mesh, settings, rect, within))), false};
}

}  // namespace retailor::ui
