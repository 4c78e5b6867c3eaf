#include "ui/fitting/fit_guide.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace retailor::ui {

FitGuide::FitGuide(QWidget* parent) : QFrame(parent), m_step(new QLabel(this)), m_text(new QLabel(this)), m_busy(new QLabel(this)) {
  setObjectName(QStringLiteral("fitGuide"));
  setAccessibleName(tr("Fitting a garment"));
  m_step->setObjectName(QStringLiteral("fitStep"));
  m_text->setObjectName(QStringLiteral("fitText"));
  m_text->setWordWrap(true);
  m_busy->setObjectName(QStringLiteral("fitBusy"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 5, 8, 5);
  row->setSpacing(8);
  row->addWidget(m_step);
  row->addWidget(m_text, 1);
  row->addWidget(m_busy);
  m_mask = addButton(QStringLiteral("fitUseMask"), tr("Use the mask"), &FitGuide::maskWanted);
  m_mask->setToolTip(tr("What is masked becomes the worn garment, and the mask is cleared."));
  m_paint = addButton(QStringLiteral("fitPaint"), tr("Paint it by hand"), &FitGuide::paintWanted);
  m_click = addButton(QStringLiteral("fitClick"), tr("More clicks"), &FitGuide::clickWanted);
  m_click->setToolTip(tr("Say by clicking what else belongs to it, and what does not"));
  m_cancel = addButton(QStringLiteral("fitCancel"), tr("Cancel"), &FitGuide::cancelWanted);
  m_done = addButton(QStringLiteral("fitDone"), tr("Done"), &FitGuide::doneWanted);
  m_done->setProperty("primary", true);
  hide();
}

QPushButton* FitGuide::addButton(const QString& name, const QString& text, void (FitGuide::*wanted)()) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  connect(button, &QPushButton::clicked, this, wanted);
  layout()->addWidget(button);
  return button;
}

void FitGuide::show(const QString& step, const QString& text, const QList<QPushButton*>& buttons) {
  m_step->setText(step);
  m_text->setText(text);
  for (QPushButton* button : {m_mask, m_paint, m_click, m_cancel, m_done}) button->setVisible(buttons.contains(button));
  QFrame::show();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void FitGuide::showClick(const QString& garment, bool maskThere) {
  QList<QPushButton*> buttons{m_paint, m_cancel};
  if (maskThere) buttons << m_mask;
  show(tr("1 of 3"), tr("Click the %1 that the person wears.").arg(garment), buttons);
}

void FitGuide::showClickMore() {
  show(tr("2 of 3"), tr("Click what else belongs to it; with Alt held, what does not."), {m_paint, m_cancel, m_done});
  m_done->setEnabled(true);
}

void FitGuide::showCorrect(const QString& region, bool canClick, bool mayGoOn) {
  QList<QPushButton*> buttons{m_cancel, m_done};
  if (canClick) buttons << m_click;
  const QString text = tr("%1: add with brush or lasso, take away with the eraser. Leave out hands, hair and bags.").arg(region);
  show(canClick ? tr("2 of 3") : QString(),
       canClick ? text : tr("Paint over hands, hair or bags that lie before the clothes; they stay as they are."), buttons);
  m_done->setEnabled(mayGoOn);
}

void FitGuide::showPins() {
  show(tr("3 of 3"),
       tr("Drag the pins, with Shift both of a cuff. Double click adds one and puts a moved one back, right click offers more. Then press "
          "Generate."),
       {m_done});
  m_done->setEnabled(true);
}

void FitGuide::setBusy(const QString& what) { m_busy->setText(what); }

}  // namespace retailor::ui
