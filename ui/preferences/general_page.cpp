#include "ui/preferences/general_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QThread>

#include "ui/preferences/preference_keys.h"

namespace retailor::ui {

namespace {

QSpinBox* field(const Preference<int>& preference, int low, int high, const QString& name, QWidget* parent) {
  auto* box = new QSpinBox(parent);
  box->setObjectName(name);
  box->setRange(low, high);
  box->setValue(preference.value());
  QObject::connect(box, &QSpinBox::valueChanged, box, [preference](int value) { preference.set(value); });
  return box;
}

QLabel* explanation(const QString& sentence, QWidget* parent) {
  auto* label = new QLabel(sentence, parent);
  label->setProperty("muted", true);
  label->setWordWrap(true);
  return label;
}

}  // namespace

GeneralPage::GeneralPage(QWidget* parent) : QWidget(parent) {
  auto* rows = new QFormLayout(this);
  rows->setContentsMargins(14, 14, 14, 14);
  rows->setVerticalSpacing(8);
  auto* threads = field(preferences::threads, 0, 256, QStringLiteral("preferenceThreads"), this);
  threads->setSpecialValueText(tr("All (%1)").arg(QThread::idealThreadCount()));
  rows->addRow(tr("Processor threads of a run"), threads);
  rows->addRow(explanation(tr("Fewer leave room for other programs. The result is the same with any number."), this));
  auto* previews = field(preferences::previewsPerSecond, 1, 15, QStringLiteral("preferencePreviews"), this);
  rows->addRow(tr("Previews a second, at most"), previews);
  rows->addRow(explanation(tr("Both take effect with the next run."), this));
}

}  // namespace retailor::ui
