#include "ui/window/side_column.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QToolButton>
#include <algorithm>

#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr int leastWidth = 340;  // logical pixels

bool turnsWithTheWheel(const QWidget& control) {
  return qobject_cast<const QComboBox*>(&control) || qobject_cast<const QAbstractSpinBox*>(&control) ||
         qobject_cast<const QSlider*>(&control);
}

QString foldedKey(const QString& section) { return QStringLiteral("folded/") + section; }

}  // namespace

SideColumn::SideColumn(QWidget* parent) : QScrollArea(parent) {
  auto* content = new QWidget;
  content->setObjectName(QStringLiteral("sideColumn"));
  m_rows = new QVBoxLayout(content);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(0);
  setWidget(content);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMinimumWidth(leastWidth);
  qApp->installEventFilter(this);
}

bool SideColumn::eventFilter(QObject* watched, QEvent* event) {
  if (watched == widget() && event->type() == QEvent::LayoutRequest) widenForContent();
  if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) return QScrollArea::eventFilter(watched, event);
  auto* control = qobject_cast<QWidget*>(watched);
  return control != nullptr && turnsWithTheWheel(*control) && widget()->isAncestorOf(control) && steer(*control, *event);
}

// The wheel scrolls the column: on its way it must not change what happens to lie under the pointer.
bool SideColumn::steer(QWidget& control, QEvent& event) {
  if (event.type() == QEvent::Polish) {
    if (control.focusPolicy() == Qt::WheelFocus) control.setFocusPolicy(Qt::StrongFocus);
    return false;
  }
  if (control.hasFocus() && !qobject_cast<QComboBox*>(&control)) return false;
  QCoreApplication::sendEvent(viewport(), &event);
  return true;
}

// Words are longer in some languages.
void SideColumn::widenForContent() {
  setMinimumWidth(std::max(leastWidth, widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()));
}

void SideColumn::addSection(const QString& name, const QString& title, const QString& icon, QWidget* content) {
  auto* head = new QToolButton;
  head->setObjectName(name);
  head->setProperty("sectionTitle", true);
  head->setText(title);
  head->setIcon(themeIcon(icon));
  head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  head->setCheckable(true);
  head->setToolTip(tr("Fold or unfold"));
  connect(head, &QToolButton::clicked, this, [this, name](bool open) {
    unfold(name, open);
    QSettings().setValue(foldedKey(name), !open);
  });
  m_rows->addWidget(head);
  m_rows->addWidget(content);
  m_rows->addSpacing(1);
  m_sections.insert(name, {head, content});
  unfold(name, !QSettings().value(foldedKey(name)).toBool());
}

void SideColumn::unfold(const QString& name, bool open) {
  const Section section = m_sections.value(name);
  section.content->setVisible(open);
  section.head->setChecked(open);
}

void SideColumn::reveal(QWidget* control) {
  if (!widget()->isAncestorOf(control)) return;
  for (auto section = m_sections.cbegin(); section != m_sections.cend(); ++section)
    if (section->content->isAncestorOf(control) && !section->head->isChecked()) unfold(section.key(), true);
  widget()->layout()->activate();
  ensureWidgetVisible(control, 0, 24);
}

void SideColumn::setSectionShown(const QString& name, bool shown) {
  const Section section = m_sections.value(name);
  if (!section.head) return;
  section.head->setVisible(shown);
  section.content->setVisible(shown && section.head->isChecked());
}

void SideColumn::bringIntoView(const QString& name) {
  QWidget* found = widget()->findChild<QWidget*>(name);
  if (!found) return;
  widget()->layout()->activate();
  ensureWidgetVisible(found, 0, 12);
}

}  // namespace retailor::ui
