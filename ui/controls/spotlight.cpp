#include "ui/controls/spotlight.h"

#include <QPainter>
#include <QVariantAnimation>
#include <cmath>
#include <numbers>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr int spotlightMargin = 5;
constexpr int glowMilliseconds = 2000;
constexpr double glowTurns = 2;

}  // namespace

void Spotlight::shineOn(QWidget* control) {
  if (control == nullptr || !control->isVisible()) return;
  QWidget* window = control->window();
  for (auto* old : window->findChildren<Spotlight*>(QString(), Qt::FindDirectChildrenOnly)) old->deleteLater();
  (new Spotlight(control, window))->show();
}

Spotlight::Spotlight(QWidget* control, QWidget* window) : QWidget(window) {
  setObjectName(QStringLiteral("spotlight"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  setGeometry(QRect(control->mapTo(window, QPoint()), control->size())
                  .adjusted(-spotlightMargin, -spotlightMargin, spotlightMargin, spotlightMargin));
  auto* glow = new QVariantAnimation(this);
  glow->setStartValue(0.0);
  glow->setEndValue(1.0);
  glow->setDuration(glowMilliseconds);
  connect(glow, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    m_glow = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * glowTurns * value.toDouble());
    update();
  });
  connect(glow, &QVariantAnimation::finished, this, &QObject::deleteLater);
  glow->start();
}

void Spotlight::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor colour = accentColour();
  colour.setAlphaF(static_cast<float>(0.18 * m_glow));
  painter.setBrush(colour);
  colour.setAlphaF(static_cast<float>(0.25 + 0.75 * m_glow));
  painter.setPen(QPen(colour, 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
}

}  // namespace retailor::ui
