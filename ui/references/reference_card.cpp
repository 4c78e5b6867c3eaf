#include "ui/references/reference_card.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "core/completion/fitted_references.h"
#include "ui/controls/background.h"
#include "ui/controls/elided_name.h"
#include "ui/controls/percent_slider.h"
#include "ui/controls/region_look.h"
#include "ui/controls/theme.h"
#include "ui/references/reference_thumbnail.h"

namespace retailor::ui {

namespace {

constexpr QSize thumbnailSize(60, 60);

struct CardLook {
  QImage thumbnail;
  std::vector<regions::ReferenceConcern> concerns;
};

QToolButton* button(const QString& icon, const QString& name, const QString& text, QWidget* parent) {
  auto* made = new QToolButton(parent);
  made->setIcon(themeIcon(icon));
  made->setIconSize(QSize(16, 16));
  made->setObjectName(name);
  made->setAccessibleName(text);
  made->setToolTip(text);
  made->setFocusPolicy(Qt::StrongFocus);
  return made;
}

}  // namespace

ReferenceCard::ReferenceCard(document::Id id, bool offersParser, QWidget* parent)
    : QFrame(parent),
      m_id(id),
      m_thumbnail(new QLabel(this)),
      m_concerns(new QLabel(this)),
      m_name(new ElidedName(this)),
      m_weight(new PercentSlider(0, 200, tr("Weight of this reference"), this)),
      m_menu(new QMenu(this)) {
  setObjectName(QStringLiteral("referenceCard"));
  setFocusPolicy(Qt::StrongFocus);
  setStyleSheet(
      QStringLiteral("#referenceCard { background: #2e3134; border: 1px solid #3a3e42; border-radius: 5px; }"
                     "#referenceCard:focus { border-color: #8cc6fa; }"));
  m_thumbnail->setObjectName(QStringLiteral("referenceThumbnail"));
  m_thumbnail->setFixedSize(thumbnailSize);
  m_concerns->setObjectName(QStringLiteral("referenceConcerns"));
  m_concerns->setWordWrap(true);
  m_concerns->setStyleSheet(QStringLiteral("color: #f2c46d;"));
  m_concerns->hide();
  m_weight->setObjectName(QStringLiteral("referenceWeight"));
  m_weight->setToolTip(tr("How much this reference counts. At 0 % it is left out."));
  connect(m_weight, &PercentSlider::edited, this, [this](double share) { Q_EMIT weightEdited(m_id, share); });
  addParts();
  fillMenu(m_menu, offersParser);
}

void ReferenceCard::addParts() {
  auto* lines = new QVBoxLayout;
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(2);
  auto* head = new QHBoxLayout;
  head->setSpacing(2);
  head->addWidget(m_name, 1);
  head->addWidget(buttons());
  lines->addLayout(head);
  lines->addWidget(m_weight);
  lines->addWidget(fitButton());
  lines->addWidget(m_concerns);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(5, 5, 5, 5);
  row->setSpacing(8);
  row->addWidget(m_thumbnail, 0, Qt::AlignTop);
  row->addLayout(lines, 1);
}

QWidget* ReferenceCard::buttons() {
  auto* bar = new QWidget(this);
  auto* mask = button(QStringLiteral("edit-mask"), QStringLiteral("editReferenceMask"), tr("Choose which part of it counts"), bar);
  m_place = button(QStringLiteral("place"), QStringLiteral("placeReference"), tr("Place it on the photo"), bar);
  m_place->setCheckable(true);  // shows whether it is placed; a click always asks for the handles
  auto* remove = button(QStringLiteral("remove"), QStringLiteral("removeReference"), tr("Remove this reference"), bar);
  auto* more = button(QStringLiteral("chevron-down"), QStringLiteral("referenceMenu"),
                      tr("Change its body region, or share it out to several"), bar);
  more->setMenu(m_menu);
  more->setPopupMode(QToolButton::InstantPopup);
  more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
  connect(mask, &QToolButton::clicked, this, [this] { Q_EMIT maskWanted(m_id); });
  connect(m_place, &QToolButton::clicked, this, [this](bool checked) {
    m_place->setChecked(!checked);
    Q_EMIT placementWanted(m_id);
  });
  connect(remove, &QToolButton::clicked, this, [this] { Q_EMIT removeWanted(m_id); });
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(2);
  for (QToolButton* one : {mask, m_place, more, remove}) row->addWidget(one);
  return bar;
}

// Like placing: shows whether it is fitted, and a click always asks for the pins.
QWidget* ReferenceCard::fitButton() {
  m_fit = button(QStringLiteral("fit-garment"), QStringLiteral("fitReference"), tr("Fit to the person"), this);
  m_fit->setText(tr("Fit to the person"));
  m_fit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_fit->setCheckable(true);
  m_fit->setProperty("bordered", true);
  m_fit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(m_fit, &QToolButton::clicked, this, [this](bool checked) {
    m_fit->setChecked(!checked);
    Q_EMIT fitWanted(m_id);
  });
  return m_fit;
}

void ReferenceCard::showFit(const completion::TaggedReference& reference) {
  const bool fitted = reference.fit.has_value();
  m_fit->setVisible(completion::garmentRow(reference.region).has_value());
  m_fit->setChecked(fitted);
  m_fit->setText(fitted ? tr("Fitted to the person") : tr("Fit to the person"));
  m_fit->setToolTip(fitted ? tr("Bent onto what the person wears. Click to see and move its pins.")
                           : tr("Bends the garment onto the one that the person wears, with pins to drag."));
}

void ReferenceCard::fillMenu(QMenu* menu, bool offersParser) {
  menu->setObjectName(QStringLiteral("regionMenu"));
  menu->addSection(tr("Body region"));
  for (const completion::BodyRegion region : completion::allRegions) {
    QAction* action = menu->addAction(themeIcon(regionIconName(region)), regionTitle(region));
    action->setObjectName(QString::fromUtf8(completion::regionKey(region).data()));
    connect(action, &QAction::triggered, this, [this, region] {
      if (region != m_region) Q_EMIT regionWanted(m_id, region);
    });
  }
  menu->addSection(tr("A whole person"));
  QAction* byMap = menu->addAction(themeIcon(QStringLiteral("regions")), tr("Share out by a parsing map…"));
  byMap->setObjectName(QStringLiteral("shareByMap"));
  connect(byMap, &QAction::triggered, this, [this] { Q_EMIT shareByMapWanted(m_id); });
  if (!offersParser) return;
  QAction* byParser = menu->addAction(themeIcon(QStringLiteral("regions")), tr("Share out with a parser…"));
  byParser->setObjectName(QStringLiteral("shareByParser"));
  connect(byParser, &QAction::triggered, this, [this] { Q_EMIT shareByParserWanted(m_id); });
}

void ReferenceCard::setReference(const completion::TaggedReference& reference) {
  m_region = reference.region;
  m_name->setName(QString::fromStdString(reference.name));
  setAccessibleName(tr("Reference %1 for %2").arg(QString::fromStdString(reference.name), regionTitle(reference.region)));
  m_place->setChecked(reference.placement.has_value());
  m_place->setToolTip(reference.placement ? tr("Placed on the photo. Click to move it.")
                                          : tr("Place it on the photo. Until then the method finds a place."));
  m_place->setEnabled(!reference.fit);  // a fitted one has its place
  m_weight->setValue(reference.weight);
  showFit(reference);
  renewThumbnail(reference);
}

void ReferenceCard::renewThumbnail(const completion::TaggedReference& reference) {
  if (m_shownPicture == reference.picture.get() && m_shownMask == reference.mask.get()) return;
  m_shownPicture = reference.picture.get();
  m_shownMask = reference.mask.get();
  const qreal scale = devicePixelRatioF();
  inBackground<CardLook>(
      this,
      [reference, scale] {
        return CardLook{referenceThumbnail(reference, thumbnailSize * scale),
                        regions::concernsOf(*reference.picture, reference.mask.get())};
      },
      [this, scale, number = ++m_thumbnailNumber](CardLook look) {
        if (number != m_thumbnailNumber) return;
        look.thumbnail.setDevicePixelRatio(scale);
        m_thumbnail->setPixmap(QPixmap::fromImage(look.thumbnail));
        showConcerns(look.concerns);
      });
}

void ReferenceCard::showConcerns(const std::vector<regions::ReferenceConcern>& concerns) {
  using enum regions::ReferenceConcern;
  QStringList words;
  for (const regions::ReferenceConcern concern : concerns) {
    if (concern == TooSmall) words << tr("small, less than 64 pixels across");
    if (concern == TooLittle) words << tr("less than 1 % of its picture counts");
    if (concern == Blurred) words << tr("blurred");
    if (concern == CutOff) words << tr("cut off by its picture's edge");
  }
  m_concerns->setText(tr("⚠ %1").arg(words.join(QStringLiteral(", "))));
  m_concerns->setToolTip(tr("It may serve badly: %1.").arg(words.join(QStringLiteral(", "))));
  m_concerns->setVisible(!words.isEmpty());
}

void ReferenceCard::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Delete: Q_EMIT removeWanted(m_id); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT maskWanted(m_id); return;
    case Qt::Key_Menu: m_menu->popup(mapToGlobal(rect().center())); return;
    default: QFrame::keyPressEvent(event);
  }
}

void ReferenceCard::focusInEvent(QFocusEvent* event) {
  QFrame::focusInEvent(event);
  Q_EMIT focused(m_id);
}

void ReferenceCard::contextMenuEvent(QContextMenuEvent* event) { m_menu->popup(event->globalPos()); }

}  // namespace retailor::ui
