#include "ui/tools/tool_options.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>

#include "ui/controls/target_look.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

using mask::PaintMode;

ToolOptions::ToolOptions(ToolBox& box, QWidget* parent)
    : QToolBar(tr("Tool options"), parent),
      m_box(box),
      m_size(tr("Size"), {1, 2048, 1, tr(" px"), true}),
      m_hardness(tr("Hardness"), {0, 100, 10, tr(" %"), false}),
      m_tolerance(tr("Tolerance"), {0, 100, 1, {}, false}),
      m_contiguous(tr("Connected only")),
      m_protect(tr("Protect other parts")),
      m_apply(tr("Apply")),
      m_discard(tr("Discard")) {
  setObjectName(QStringLiteral("toolOptions"));
  setAccessibleName(tr("Tool options"));
  setMovable(false);
  m_title.setMinimumWidth(84);
  m_title.setContentsMargins(8, 0, 4, 0);
  addWidget(&m_title);
  addTarget();
  addMode();
  addControls();
  addScribbleButtons();
  connect(&box, &ToolBox::toolChanged, this, [this] { showFor(m_box.options()); });
  connect(&box.settings(), &ToolSettings::changed, this, &ToolOptions::readSettings);
  connect(&box.settings(), &ToolSettings::targetChanged, this, &ToolOptions::readTarget);
  showFor(box.options());
  readSettings();
  readTarget();
  readScribbles();
}

// In the order of the References panel.
void ToolOptions::addTarget() {
  using completion::BodyRegion;
  using document::PaintTarget;
  m_target.setObjectName(QStringLiteral("paintTarget"));
  m_target.setAccessibleName(tr("What the tools paint"));
  m_target.setToolTip(tr("What the tools paint: the mask of what may change, or a part of the photo for fitting clothes."));
  m_targets = {PaintTarget{}};
  for (const BodyRegion region : completion::allRegions)
    if (region != BodyRegion::Anything) m_targets.push_back(PaintTarget::wornAt(region));
  m_targets.push_back(PaintTarget::inFront());
  for (const PaintTarget& target : m_targets) {
    QPixmap chip(12, 12);
    chip.fill(targetColour(target));
    if (target.isMask())
      m_target.addItem(themeIcon(QStringLiteral("mask")), targetTitle(target));
    else
      m_target.addItem(QIcon(chip), targetTitle(target));
  }
  m_targetAction = addWidget(&m_target);
  connect(&m_target, &QComboBox::activated, this,
          [this](int index) { m_box.settings().setTarget(m_targets[static_cast<std::size_t>(index)]); });
}

void ToolOptions::readTarget() {
  const auto found = std::ranges::find(m_targets, m_box.settings().target());
  m_target.setCurrentIndex(static_cast<int>(found - m_targets.begin()));
  showFor(m_box.options());
}

void ToolOptions::addMode() {
  auto* holder = new QWidget;
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(0, 0, 8, 0);
  row->setSpacing(2);
  const auto button = [&](PaintMode mode, const QString& icon, const QString& name, const QString& tip) {
    auto* made = new QToolButton;
    made->setIcon(themeIcon(icon));
    made->setCheckable(true);
    made->setToolTip(tip);
    made->setAccessibleName(name);
    made->setObjectName(QStringLiteral("mode_") + icon);
    m_mode.addButton(made, static_cast<int>(mode));
    row->addWidget(made);
  };
  button(PaintMode::Add, QStringLiteral("add"), tr("Add to the mask"), tr("Add to the mask (X swaps; hold Shift)"));
  button(PaintMode::Subtract, QStringLiteral("subtract"), tr("Subtract from the mask"), tr("Subtract from the mask (X swaps; hold Alt)"));
  m_modeAction = addWidget(holder);
  connect(&m_mode, &QButtonGroup::idClicked, this, [this](int id) { m_box.settings().setMode(static_cast<PaintMode>(id)); });
}

void ToolOptions::addControls() {
  m_size.setObjectName(QStringLiteral("tipSize"));
  m_hardness.setObjectName(QStringLiteral("tipHardness"));
  m_tolerance.setObjectName(QStringLiteral("tolerance"));
  m_contiguous.setObjectName(QStringLiteral("contiguous"));
  m_sizeAction = addWidget(&m_size);
  m_hardnessAction = addWidget(&m_hardness);
  m_toleranceAction = addWidget(&m_tolerance);
  m_contiguousAction = addWidget(&m_contiguous);
  m_protect.setObjectName(QStringLiteral("protectParts"));
  m_protect.setToolTip(
      tr("A pixel belongs to one part. Ticked, parts that are marked already keep theirs; else what is painted last takes it."));
  m_protectAction = addWidget(&m_protect);
  ToolSettings& settings = m_box.settings();
  connect(&m_size, &NumberSlider::changed, this, [&settings](double value) { settings.setDiameter(value); });
  connect(&m_hardness, &NumberSlider::changed, this, [&settings](double value) { settings.setHardness(value / 100); });
  connect(&m_tolerance, &NumberSlider::changed, this, [&settings](double value) { settings.setTolerance(value); });
  connect(&m_contiguous, &QCheckBox::toggled, this, [&settings](bool on) { settings.setContiguous(on); });
  connect(&m_protect, &QCheckBox::toggled, this,
          [&settings](bool on) { settings.setSharing(on ? document::Sharing::Yields : document::Sharing::TakesOver); });
}

void ToolOptions::addScribbleButtons() {
  auto* holder = new QWidget;
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(8, 0, 0, 0);
  m_apply.setObjectName(QStringLiteral("scribbleApply"));
  m_apply.setToolTip(tr("Mark every scribbled part on the photo as proposed (Enter)"));
  m_apply.setProperty("primary", true);
  m_discard.setObjectName(QStringLiteral("scribbleDiscard"));
  m_discard.setToolTip(tr("Take back all strokes (Esc; Backspace takes back the last one)"));
  row->addWidget(&m_apply);
  row->addWidget(&m_discard);
  m_scribbleAction = addWidget(holder);
  ScribbleBoard& board = m_box.scribbles();
  connect(&m_apply, &QPushButton::clicked, &board, &ScribbleBoard::apply);
  connect(&m_discard, &QPushButton::clicked, &board, &ScribbleBoard::clear);
  connect(&board, &ScribbleBoard::stateChanged, this, &ToolOptions::readScribbles);
}

void ToolOptions::readScribbles() {
  m_apply.setEnabled(m_box.scribbles().applicable());
  m_discard.setEnabled(!m_box.scribbles().strokes().empty());
}

void ToolOptions::showFor(ToolBox::Options options) {
  using Options = ToolBox::Options;
  if (const QAction* tool = m_box.currentAction()) m_title.setText(tool->text().remove(QLatin1Char('&')));
  m_modeAction->setVisible(options != Options::None);
  m_targetAction->setVisible(options != Options::None);
  m_sizeAction->setVisible(options == Options::Brush || options == Options::Scribble);
  m_hardnessAction->setVisible(options == Options::Brush);
  m_toleranceAction->setVisible(options == Options::Wand);
  m_contiguousAction->setVisible(options == Options::Wand);
  m_scribbleAction->setVisible(options == Options::Scribble);
  m_protectAction->setVisible(options != Options::None && options != Options::Scribble &&
                              m_box.settings().target().what == document::PaintTarget::What::Region);
}

void ToolOptions::readSettings() {
  const ToolSettings& settings = m_box.settings();
  m_size.setValue(2 * settings.tip().radius);
  m_hardness.setValue(100 * settings.tip().hardness);
  m_tolerance.setValue(settings.tolerance());
  m_contiguous.setChecked(settings.contiguous());
  m_mode.button(static_cast<int>(settings.mode()))->setChecked(true);
}

}  // namespace retailor::ui
