#include "ui/window/recovery_bar.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace retailor::ui {

RecoveryBar::RecoveryBar(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("recoveryBar"));
  setAccessibleName(tr("Unsaved work"));
  m_text.setObjectName(QStringLiteral("recoveryText"));
  m_text.setWordWrap(true);
  auto* recover = new QPushButton(tr("Bring it back"));
  recover->setObjectName(QStringLiteral("recoverWork"));
  auto* discard = new QPushButton(tr("Delete it"));
  discard->setObjectName(QStringLiteral("discardWork"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 4, 6, 4);
  row->addWidget(&m_text, 1);
  row->addWidget(recover);
  row->addWidget(discard);
  connect(recover, &QPushButton::clicked, this, &RecoveryBar::recoverWanted);
  connect(discard, &QPushButton::clicked, this, &RecoveryBar::discardWanted);
  hide();
}

void RecoveryBar::show(const QString& sentence) {
  m_text.setText(sentence);
  setVisible(!sentence.isEmpty());
}

}  // namespace retailor::ui
