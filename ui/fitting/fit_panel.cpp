#include "ui/fitting/fit_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/controls/theme.h"
#include "ui/fitting/fit_form.h"
#include "ui/fitting/fit_handles.h"
#include "ui/fitting/fit_warnings.h"
#include "ui/fitting/fit_words.h"

namespace retailor::ui {

using garment::FitSettings;

namespace {

QLabel* mutedLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("muted", true);
  label->setWordWrap(true);
  return label;
}

template <class Choice>
auto reads(Choice FitSettings::*member) {
  return [member](const FitSettings& settings) { return static_cast<int>(settings.*member); };
}

template <class Choice>
auto writes(Choice FitSettings::*member) {
  return [member](FitSettings& settings, int item) { settings.*member = static_cast<Choice>(item); };
}

// Automatic, yes, no.
int readArm(const FitSettings& settings, std::size_t side) {
  const std::optional<bool> down = settings.armDown[side];
  return down ? (*down ? 1 : 2) : 0;
}

void writeArm(FitSettings& settings, std::size_t side, int item) {
  settings.armDown[side] = item == 0 ? std::nullopt : std::optional(item == 1);
}

}  // namespace

FitPanel::FitPanel(CurrentFit& fit, FitHandles& handles, QWidget* parent)
    : QWidget(parent),
      m_fit(fit),
      m_handles(handles),
      m_title(new QLabel(this)),
      m_busy(mutedLabel(tr("Working on the fit…"), this)),
      m_warnings(new FitWarningList(this)),
      m_common(new FitForm(this)),
      m_rare(new FitForm(this)) {
  setObjectName(QStringLiteral("fitPanel"));
  m_title->setObjectName(QStringLiteral("fitTitle"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 10);
  column->setSpacing(8);
  for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_warnings), common(), actions(), more()})
    column->addWidget(part);
  column->addWidget(mutedLabel(tr("Bends and shades the picture you give; it draws no hidden skin and no new folds."), this));
  m_busy->setVisible(false);
  column->addWidget(m_busy);
  for (FitForm* form : {m_common, m_rare}) connect(form, &FitForm::edited, this, &FitPanel::edit);
  connect(&fit, &CurrentFit::settingsChanged, this, &FitPanel::showSettings);
  connect(&fit, &CurrentFit::warningsChanged, this, &FitPanel::showWarnings);
  connect(&fit, &CurrentFit::busyChanged, m_busy, &QWidget::setVisible);
  connect(&handles, &FitHandles::currentPinChanged, this, &FitPanel::listPins);
}

QWidget* FitPanel::common() {
  FitForm& form = *m_common;
  m_kind = form.addChoice(
      {tr("Garment"), "fitKind", tr("What its outline is read as.")}, {},
      [this](const FitSettings& s) { return s.kind ? m_kind->findData(static_cast<int>(*s.kind)) : 0; },
      [this](FitSettings& s, int item) {
        const QVariant kind = m_kind->itemData(item);
        s.kind = kind.isValid() ? std::optional(static_cast<garment::GarmentKind>(kind.toInt())) : std::nullopt;
        s.pins.clear();  // another kind has other pins
      });
  form.addPercent({tr("Follow folds"), "fitFolds", tr("How strongly the folds of the worn garment shade the new one.")}, 0, 120,
                  &FitSettings::followFolds);
  form.addPercent({tr("Tight – loose"), "fitLooseness", tr("Narrower or wider than the worn garment.")}, -100, 100,
                  &FitSettings::looseness);
  form.addChoice({tr("Keep length"), "fitLength", tr("How long hem and sleeves are drawn.")},
                 {tr("Where it differs clearly"), tr("Always the garment's own"), tr("As long as the worn one")},
                 reads(&FitSettings::length), writes(&FitSettings::length));
  form.addChoice({tr("Where it leaves bare"), "fitUncovered", tr("What becomes of the worn garment where the new one does not cover it.")},
                 {tr("Fill, but keep old sleeves"), tr("Fill from around it"), tr("Keep the old cloth")}, reads(&FitSettings::uncovered),
                 writes(&FitSettings::uncovered));
  form.addRow(pinRow());
  return m_common;
}

QWidget* FitPanel::pinRow() {
  auto* row = new QWidget(this);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  m_pins = new QComboBox(row);
  m_pins->setObjectName(QStringLiteral("fitPins"));
  m_pins->setAccessibleName(tr("Pin"));
  m_pins->setToolTip(tr("The pin at hand. On the canvas Tab goes to the next, arrow keys move it."));
  m_resetPin = pinButton(row, QStringLiteral("fitResetPin"), QStringLiteral("undo"), tr("Reset this pin"));
  m_resetPin->setToolTip(tr("Puts this pin back where the automatic fit had it (double click on it)"));
  m_removePin = pinButton(row, QStringLiteral("fitRemovePin"), QStringLiteral("remove"), tr("Remove this pin"));
  m_removePin->setToolTip(tr("Remove this pin (Delete)"));
  auto* mesh = new QCheckBox(tr("Mesh"), row);
  mesh->setObjectName(QStringLiteral("fitShowMesh"));
  mesh->setToolTip(tr("Show the mesh that bends the cloth"));
  mesh->setChecked(m_handles.showsMesh());
  for (QWidget* part : {static_cast<QWidget*>(new QLabel(tr("Pin"), row)), static_cast<QWidget*>(m_pins), static_cast<QWidget*>(m_resetPin),
                        static_cast<QWidget*>(m_removePin), static_cast<QWidget*>(mesh)})
    line->addWidget(part, part == m_pins ? 1 : 0);
  connect(mesh, &QCheckBox::toggled, &m_handles, &FitHandles::setShowMesh);
  connect(m_pins, &QComboBox::activated, this,
          [this](int item) { m_handles.setCurrentPin(item > 0 ? std::optional(static_cast<std::size_t>(item - 1)) : std::nullopt); });
  connect(m_resetPin, &QToolButton::clicked, this, [this] {
    if (const auto pin = pinAtHand()) m_fit.resetPin(*pin);
  });
  connect(m_removePin, &QToolButton::clicked, this, [this] {
    if (const auto pin = pinAtHand()) m_fit.removePin(*pin);
  });
  return row;
}

QToolButton* FitPanel::pinButton(QWidget* row, const QString& name, const QString& icon, const QString& text) {
  auto* button = new QToolButton(row);
  button->setIcon(themeIcon(icon));
  button->setObjectName(name);
  button->setAccessibleName(text);
  return button;
}

std::optional<std::size_t> FitPanel::pinAtHand() const { return m_fit.ready() && !m_fit.busy() ? m_handles.currentPin() : std::nullopt; }

QPushButton* FitPanel::addButton(const QString& name, const QString& text, const QString& tip) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  button->setToolTip(tip);
  return button;
}

QWidget* FitPanel::actions() {
  m_automatic = addButton(QStringLiteral("fitAutomatic"), tr("Back to the automatic fit"), tr("Takes all your pins away"));
  auto* flip = addButton(QStringLiteral("fitFlip"), tr("Flip left and right"), tr("Turns the garment over, left to right"));
  auto* mark = addButton(QStringLiteral("fitMark"), tr("Worn garment…"), tr("Mark or correct the garment that the person wears"));
  auto* front = addButton(QStringLiteral("fitInFront"), tr("In front…"), tr("Mark hands, hair or bags that lie before the clothes"));
  auto* unfit = addButton(QStringLiteral("fitUnfit"), tr("Do not fit"), tr("Uses the picture as it is, without bending it"));
  connect(m_automatic, &QPushButton::clicked, this, [this] {
    if (m_fit.ready() && !m_fit.busy()) m_fit.resetPins();
  });
  connect(flip, &QPushButton::clicked, this, [this] {
    if (m_fit.tagged()) m_fit.flip();
  });
  connect(mark, &QPushButton::clicked, this, &FitPanel::markWanted);
  connect(front, &QPushButton::clicked, this, &FitPanel::inFrontWanted);
  connect(unfit, &QPushButton::clicked, this, &FitPanel::unfitWanted);
  auto* holder = new QWidget(this);
  auto* grid = new QGridLayout(holder);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(5);
  grid->addWidget(m_automatic, 0, 0, 1, 2);
  grid->addWidget(flip, 1, 0);
  grid->addWidget(mark, 1, 1);
  grid->addWidget(front, 2, 0);
  grid->addWidget(unfit, 2, 1);
  return holder;
}

QWidget* FitPanel::more() {
  auto* holder = new QWidget(this);
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  auto* head = new QToolButton(holder);
  head->setObjectName(QStringLiteral("fitMore"));
  head->setText(tr("More"));
  head->setProperty("fold", true);
  head->setIcon(themeIcon(QStringLiteral("chevron-right")));
  head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  head->setCheckable(true);
  addRare(*m_rare);
  m_rare->hide();
  column->addWidget(head);
  column->addWidget(m_rare);
  connect(head, &QToolButton::toggled, this, [this, head](bool open) {
    head->setIcon(themeIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_rare->setVisible(open);
  });
  return holder;
}

void FitPanel::addRare(FitForm& form) {
  form.addPercent({tr("Follow outline"), "fitOutline", tr("At 0 % the garment keeps its own outline between the pins.")}, 0, 100,
                  &FitSettings::followOutline);
  form.addPercent({tr("Stiffness"), "fitStiffness", tr("The stiffer, the less the outline bends the cloth.")}, 25, 400,
                  &FitSettings::stiffness);
  form.addNumber({tr("Exposure"), "fitExposure", tr("Darker or lighter than its picture.")}, {-2, 2, 0.1, tr(" stops"), {}},
                 &FitSettings::exposure);
  form.addPercent({tr("Cool – warm"), "fitWarmth", tr("The colour of the light on it.")}, -100, 100, &FitSettings::warmth);
  const QStringList arm{tr("Automatic"), tr("Lies on the body"), tr("Away from the body")};
  const auto addArm = [&](const FitControlName& name, std::size_t side) {
    form.addChoice(
        name, arm, [side](const FitSettings& s) { return readArm(s, side); },
        [side](FitSettings& s, int item) { writeArm(s, side, item); });
  };
  addArm({tr("Left sleeve"), "fitArmLeft", tr("Whether the sleeve on the left of the picture lies on the body.")}, 0);
  addArm({tr("Right sleeve"), "fitArmRight", tr("Whether the sleeve on the right of the picture lies on the body.")}, 1);
  form.addSwitch({tr("Sleeves lie over the body"), "fitSleeveOver", tr("Off: the body covers them.")}, &FitSettings::sleeveOverTorso);
  form.addNumber({tr("Cut out from"), "fitSensitivity",
                  tr("How far a colour must be from the backdrop to count as cloth. Lower it for white on white.")},
                 {0, 30, 0.5, {}, tr("Measured")}, &FitSettings::sensitivity);
  form.addSwitch({tr("Gaps are see-through"), "fitGaps", tr("Patches of the backdrop's colour inside the garment are holes.")},
                 &FitSettings::seeThroughGaps);
  form.addSwitch({tr("Take away the inside of the collar"), "fitCollar", tr("The back of the neckline that a flat garment shows.")},
                 &FitSettings::collarCut);
  form.addChoice(
      {tr("Collar edge"), "fitCollarEdge", tr("Where the collar is cut, if the strongest edge is the wrong one.")},
      {tr("Strongest"), tr("Next deeper"), tr("Third"), tr("Fourth")}, [](const FitSettings& s) { return std::min(s.collarEdge, 3); },
      [](FitSettings& s, int item) { s.collarEdge = item; });
}

// A number between "measured" and the least that can be meant does not exist.
void FitPanel::edit(const FitSettings& after) {
  FitSettings good = after;
  if (good.sensitivity > 0 && good.sensitivity < 1.5) good.sensitivity = m_fit.settings().sensitivity > 0 ? 0 : 1.5;
  if (m_fit.tagged() && garment::usable(good)) m_fit.change(good);
}

void FitPanel::showSettings() {
  const completion::TaggedReference* tagged = m_fit.tagged();
  if (!tagged) return;
  m_title->setText(fontMetrics().elidedText(QString::fromStdString(tagged->name), Qt::ElideMiddle, 300));
  showKinds();
  for (FitForm* form : {m_common, m_rare}) form->show(m_fit.settings());
  m_automatic->setEnabled(!m_fit.settings().pins.empty());
  listPins();
}

void FitPanel::showKinds() {
  const auto row = completion::garmentRow(m_fit.tagged()->region);
  const QSignalBlocker quiet(m_kind);
  m_kind->clear();
  m_kind->addItem(m_fit.ready() ? tr("Automatic: %1").arg(kindTitle(m_fit.cut().kind)) : tr("Automatic"));
  for (const garment::GarmentKind kind : garment::allKinds)
    if (row && garment::fitsRow(kind, *row)) m_kind->addItem(kindTitle(kind), static_cast<int>(kind));
}

void FitPanel::showWarnings() { m_warnings->show(m_fit.warnings()); }

void FitPanel::listPins() {
  QStringList names{tr("None chosen")};
  if (m_fit.ready())
    for (const garment::FitPin& pin : m_fit.pins()) names << pinName(pin);
  if (std::exchange(m_listed, names) != names) {
    m_pins->clear();
    m_pins->addItems(names);
  }
  const auto current = m_handles.currentPin();
  m_pins->setCurrentIndex(current ? static_cast<int>(*current) + 1 : 0);
  m_removePin->setEnabled(current.has_value());
  m_resetPin->setEnabled(current && m_fit.ready() && *current < m_fit.pins().size() && m_fit.canReset(*current));
}

}  // namespace retailor::ui
