#include "ui/regions/map_questions.h"

#include <QHBoxLayout>
#include <QLabel>

namespace retailor::ui {

using regions::MapTurn;
using regions::WholeBodyRule;

MapQuestions::MapQuestions(image::Size map, image::Size picture, QWidget* parent)
    : QWidget(parent),
      m_map(map),
      m_picture(picture),
      m_stretch(tr("S&tretch it to the picture")),
      m_divide(tr("&Divide whole-body clothes at the waist")),
      m_trim(tr("&Cut faces off below the chin")),
      m_work(this) {
  nameParts();
  layOut();
  connect(&m_turn, &QComboBox::activated, this, &MapQuestions::offerStretching);
  connect(&m_turn, &QComboBox::activated, this, &MapQuestions::changed);
  connect(&m_stretch, &QCheckBox::toggled, this, &MapQuestions::changed);
  connect(&m_divide, &QCheckBox::clicked, this, [this](bool on) {
    m_wholeBody = on ? WholeBodyRule::Divided : WholeBodyRule::Kept;
    Q_EMIT changed();
  });
  connect(&m_trim, &QCheckBox::toggled, this, &MapQuestions::wantTrimming);
  offerStretching();
}

void MapQuestions::nameParts() {
  m_turn.setObjectName(QStringLiteral("parsingTurn"));
  m_turn.setAccessibleName(tr("Which way the map lies"));
  m_turn.addItem(tr("Found out"), static_cast<int>(MapTurn::FoundOut));
  m_turn.addItem(tr("As it lies"), static_cast<int>(MapTurn::AsItLies));
  m_turn.addItem(tr("A quarter to the right"), static_cast<int>(MapTurn::QuarterRight));
  m_turn.addItem(tr("A quarter to the left"), static_cast<int>(MapTurn::QuarterLeft));
  m_turn.addItem(tr("Upside down"), static_cast<int>(MapTurn::UpsideDown));
  m_stretch.setObjectName(QStringLiteral("parsingStretch"));
  m_divide.setObjectName(QStringLiteral("parsingDivide"));
  m_divide.setToolTip(tr("A dress or an overall then counts as upper and lower clothes, so that half of it can be replaced."));
  m_divide.hide();
  m_trim.setObjectName(QStringLiteral("parsingTrim"));
  m_trim.setToolTip(tr("Faces of these labels often go on down the neck, which then counts as skin. The chin is found on the picture."));
  m_trim.hide();
  m_aboutFaces.setObjectName(QStringLiteral("parsingFaces"));
  m_aboutFaces.setWordWrap(true);
  m_aboutFaces.hide();
}

void MapQuestions::layOut() {
  auto* title = new QLabel(tr("T&urned"));
  title->setBuddy(&m_turn);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* row = new QHBoxLayout;
  row->addWidget(title);
  row->addWidget(&m_turn);
  row->addWidget(&m_stretch);
  row->addStretch(1);
  column->addLayout(row);
  column->addWidget(&m_divide);
  column->addWidget(&m_trim);
  column->addWidget(&m_aboutFaces);
}

regions::MapChoices MapQuestions::choices() const {
  return {static_cast<MapTurn>(m_turn.currentData().toInt()), !m_stretch.isHidden() && m_stretch.isChecked(), m_wholeBody,
          trims() ? m_faces : std::vector<image::Rect>()};
}

void MapQuestions::offerStretching() {
  m_stretch.setVisible(!regions::fitsShape(m_map, m_picture, static_cast<MapTurn>(m_turn.currentData().toInt())));
}

void MapQuestions::showDress(bool thereIsOne, bool divided) {
  m_divide.setVisible(thereIsOne || divided);
  m_divide.setChecked(divided);
}

void MapQuestions::findFacesBy(FaceFinder finder) {
  m_finder = std::move(finder);
  showNeck(m_facesHoldNeck);
}

void MapQuestions::showNeck(bool facesHoldIt) {
  m_facesHoldNeck = facesHoldIt;
  m_trim.setVisible(facesHoldIt && m_finder);
  tellAboutFaces(m_aboutFaces.text());
}

bool MapQuestions::trims() const { return !m_trim.isHidden() && m_trim.isChecked(); }

void MapQuestions::wantTrimming(bool wanted) {
  m_work.stop();
  tellAboutFaces({});
  if (!wanted || !m_faces.empty()) return Q_EMIT changed();
  tellAboutFaces(tr("Looking for faces…"));
  m_work.start<Faces>(m_finder, [this](const Faces& faces) { take(faces); });
}

void MapQuestions::take(const Faces& faces) {
  if (m_work.stopped()) return;
  tellAboutFaces({});
  if (faces) m_faces = *faces;
  if (!m_faces.empty()) return Q_EMIT changed();
  tellAboutFaces(faces ? tr("No face seen from the front was found.") : QString::fromStdString(faces.failure().sentence));
  const QSignalBlocker quiet(m_trim);
  m_trim.setChecked(false);
  m_trim.setEnabled(false);
}

void MapQuestions::tellAboutFaces(const QString& sentence) {
  m_aboutFaces.setText(sentence);
  m_aboutFaces.setVisible(!m_trim.isHidden() && !sentence.isEmpty());
}

}  // namespace retailor::ui
