#include "ui/run/settings/lora_list.h"

#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/controls/elided_name.h"
#include "ui/controls/prompts.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

LoraList::LoraList(QWidget* parent) : QWidget(parent), m_lines(new QVBoxLayout(this)), m_add(new QToolButton(this)) {
  m_lines->setContentsMargins(0, 0, 0, 0);
  m_lines->setSpacing(4);
  m_add->setObjectName(QStringLiteral("addLora"));
  m_add->setText(tr("Add…"));
  m_add->setToolTip(tr("Choose files with low-rank changes (LoRA) of the model: .safetensors, .bin, .pt"));
  m_add->setEnabled(false);
  m_lines->addWidget(m_add, 0, Qt::AlignLeft);
  setFocusProxy(m_add);
  connect(m_add, &QToolButton::clicked, this, &LoraList::add);
}

void LoraList::setPrompts(Prompts& prompts) {
  m_prompts = &prompts;
  m_add->setEnabled(true);
}

void LoraList::showLoras(const Loras& loras) {
  if (loras == m_loras) return;
  m_loras = loras;
  rebuild();
}

QWidget* LoraList::line(std::size_t index) {
  const QString path = QString::fromStdString(m_loras[index].file), file = QFileInfo(path).fileName();
  auto* line = new QWidget(this);
  auto* name = new ElidedName(line);
  name->setName(file);
  name->setToolTip(path);
  auto* scale = new QDoubleSpinBox(line);
  scale->setObjectName(QStringLiteral("loraScale"));
  scale->setAccessibleName(tr("Strength of %1").arg(file));
  scale->setToolTip(tr("How strongly it changes the model; below zero it works against what it was trained to do."));
  scale->setRange(-10, 10);
  scale->setSingleStep(0.05);
  scale->setKeyboardTracking(false);
  scale->setValue(m_loras[index].scale);
  connect(scale, &QDoubleSpinBox::valueChanged, this, [this, index](double value) { setScale(index, value); });
  auto* away = new QToolButton(line);
  away->setObjectName(QStringLiteral("removeLora"));
  away->setIcon(themeIcon(QStringLiteral("remove")));
  away->setAccessibleName(tr("Take out %1").arg(file));
  away->setToolTip(tr("Run without it; the file stays"));
  connect(away, &QToolButton::clicked, this, [this, index] { remove(index); });
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(name, 1);
  row->addWidget(scale);
  row->addWidget(away);
  return line;
}

void LoraList::add() {
  const QString folder = m_loras.empty() ? QString() : QFileInfo(QString::fromStdString(m_loras.back().file)).path();
  const QStringList files = m_prompts->openFiles(this, tr("LoRA files"), folder, tr("LoRA files (*.safetensors *.bin *.pt *.pth *.ckpt)"));
  if (files.isEmpty()) return;
  for (const QString& file : files) m_loras.push_back({file.toStdString()});
  rebuild();
  Q_EMIT edited(m_loras);
}

void LoraList::remove(std::size_t index) {
  m_loras.erase(m_loras.begin() + static_cast<std::ptrdiff_t>(index));
  rebuild();
  Q_EMIT edited(m_loras);
}

void LoraList::setScale(std::size_t index, double scale) {
  m_loras[index].scale = scale;
  Q_EMIT edited(m_loras);
}

// A line's own button may be what asked for this: lines go once it has returned.
void LoraList::rebuild() {
  for (QWidget* line : m_shown) {
    m_lines->removeWidget(line);
    line->hide();
    line->deleteLater();
  }
  m_shown.clear();
  for (std::size_t i = 0; i < m_loras.size(); ++i) {
    m_shown.push_back(line(i));
    m_lines->insertWidget(static_cast<int>(i), m_shown.back());
  }
}

}  // namespace retailor::ui
