#include "ui/run/settings/pair_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace retailor::ui {

PairField::PairField(const PairRange& range, const QString& firstName, const QString& secondName, QWidget* parent)
    : QWidget(parent),
      m_first(number(range, QStringLiteral("first"), firstName)),
      m_second(number(range, QStringLiteral("second"), secondName)) {
  setFocusProxy(m_first);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(m_first, 1);
  row->addWidget(new QLabel(range.between, this));
  row->addWidget(m_second, 1);
}

QSpinBox* PairField::number(const PairRange& range, const QString& objectName, const QString& accessibleName) {
  auto* box = new QSpinBox(this);
  box->setObjectName(objectName);
  box->setAccessibleName(accessibleName);
  box->setRange(range.smallest, range.largest);
  box->setSingleStep(range.step);
  box->setSuffix(range.suffix);
  box->setSpecialValueText(range.atSmallest);
  box->setKeyboardTracking(false);  // a number is taken when it is whole
  connect(box, &QSpinBox::valueChanged, this, [this] { Q_EMIT edited(m_first->value(), m_second->value()); });
  return box;
}

void PairField::setValues(int first, int second) {
  const QSignalBlocker quietFirst(m_first), quietSecond(m_second);
  m_first->setValue(first);
  m_second->setValue(second);
}

}  // namespace retailor::ui
