#include "ui/run/settings/seed_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QToolButton>

#include "ui/controls/theme.h"

namespace retailor::ui {

SeedField::SeedField(QWidget* parent) : QWidget(parent), m_number(new QLineEdit(this)) {
  m_number->setObjectName(QStringLiteral("seedNumber"));
  m_number->setAccessibleName(tr("Seed"));
  m_number->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,20}")), this));
  connect(m_number, &QLineEdit::editingFinished, this, &SeedField::takeText);

  auto* dice = new QToolButton(this);
  dice->setObjectName(QStringLiteral("seedDice"));
  dice->setIcon(themeIcon(QStringLiteral("dice")));
  dice->setAccessibleName(tr("Roll a new seed"));
  dice->setToolTip(tr("Roll a new seed. The same seed gives the same result again."));
  connect(dice, &QToolButton::clicked, this, &SeedField::roll);

  setFocusProxy(m_number);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(m_number, 1);
  row->addWidget(dice);
}

void SeedField::setSeed(quint64 seed) { m_number->setText(QString::number(seed)); }

void SeedField::takeText() {
  bool fits = false;
  const quint64 seed = m_number->text().toULongLong(&fits);
  if (fits && m_number->isModified()) Q_EMIT edited(seed);
  m_number->setModified(false);
}

// Six digits are easy to read out and to type again.
void SeedField::roll() {
  const quint64 seed = QRandomGenerator::global()->bounded(1'000'000U);
  setSeed(seed);
  Q_EMIT edited(seed);
}

}  // namespace retailor::ui
