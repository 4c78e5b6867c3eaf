#include "ui/window/message_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr int noteMilliseconds = 12000;

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("messageBar"));
  setAccessibleName(tr("Message"));
  m_text.setObjectName(QStringLiteral("messageText"));
  m_text.setWordWrap(true);
  m_text.setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton;
  close->setIcon(themeIcon(QStringLiteral("close")));
  close->setAccessibleName(tr("Close the message"));
  close->setToolTip(tr("Close the message"));
  close->setObjectName(QStringLiteral("messageClose"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 4, 6, 4);
  row->addWidget(&m_icon);
  row->addWidget(&m_text, 1);
  row->addWidget(close);
  m_fade.setSingleShot(true);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  connect(&m_fade, &QTimer::timeout, this, &QWidget::hide);
  hide();
}

void MessageBar::withdraw(const QString& sentence) {
  if (m_text.text() == sentence) hide();
}

void MessageBar::show(const QString& sentence, bool calm) {
  m_text.setText(sentence);
  m_icon.setPixmap(themeIcon(calm ? QStringLiteral("info") : QStringLiteral("warning")).pixmap(QSize(18, 18), devicePixelRatioF()));
  setProperty("calm", calm);
  style()->unpolish(this);
  style()->polish(this);
  if (calm)
    m_fade.start(noteMilliseconds);
  else
    m_fade.stop();
  QWidget::show();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

}  // namespace retailor::ui
