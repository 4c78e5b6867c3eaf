#include "ui/controls/elided_name.h"

#include <QResizeEvent>

namespace retailor::ui {

void ElidedName::setName(const QString& name) {
  m_name = name;
  setToolTip(name);
  setAccessibleName(name);
  shorten();
}

QSize ElidedName::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(QStringLiteral("abc…xyz")), QLabel::minimumSizeHint().height()};
}

void ElidedName::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  shorten();
}

void ElidedName::shorten() { setText(fontMetrics().elidedText(m_name, Qt::ElideMiddle, contentsRect().width())); }

}  // namespace retailor::ui
