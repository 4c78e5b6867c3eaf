#include "ui/regions/scheme_candidates.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/image/resize.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

namespace {

constexpr std::size_t kMostCandidates = 4;
constexpr int kCandidateSide = 132;  // pixels

// Nearest pixels, as labels want.
regions::LabelMap shrunk(const regions::LabelMap& map, image::Size box) {
  regions::LabelMap small = map;
  const image::Size fitted = image::fittedInto(map.size, box);
  if (fitted.width >= map.size.width) return small;
  small.size = fitted;
  small.ids.clear();
  for (int y = 0; y < fitted.height; ++y)
    for (int x = 0; x < fitted.width; ++x)
      small.ids.push_back(
          map.ids[static_cast<std::size_t>(y) * static_cast<std::size_t>(map.size.height) / static_cast<std::size_t>(fitted.height) *
                      static_cast<std::size_t>(map.size.width) +
                  static_cast<std::size_t>(x) * static_cast<std::size_t>(map.size.width) / static_cast<std::size_t>(fitted.width)]);
  return small;
}

QImage pictureBy(const regions::ParsingScheme& scheme, const regions::LabelMap& map, const QImage& look) {
  const auto imported = regions::importedParts(map, scheme, {look.width(), look.height()}, {.stretched = true});
  return imported ? tinted(look, imported->parts) : look;
}

}  // namespace

SchemeCandidates::SchemeCandidates(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout), m_work(this) {
  setObjectName(QStringLiteral("schemeCandidates"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* title = new QLabel(tr("The map could be of several kinds. Which picture has the parts right?"));
  title->setWordWrap(true);
  column->addWidget(title);
  column->addLayout(m_row);
  m_row->addStretch(1);
  hide();
}

void SchemeCandidates::compare(std::shared_ptr<const regions::LabelMap> map, const QImage& look,
                               std::vector<regions::ParsingScheme> schemes) {
  if (schemes.size() > kMostCandidates) schemes.resize(kMostCandidates);
  m_schemes = std::move(schemes);
  const QImage small = look.scaled(kCandidateSide, kCandidateSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  m_work.start<std::vector<QImage>>(
      [map = std::move(map), small, schemes = m_schemes](const std::stop_token& stop) {
        const regions::LabelMap few = shrunk(*map, {2 * kCandidateSide, 2 * kCandidateSide});
        std::vector<QImage> pictures;
        for (const regions::ParsingScheme& scheme : schemes)
          if (!stop.stop_requested()) pictures.push_back(pictureBy(scheme, few, small));
        return pictures;
      },
      [this](const std::vector<QImage>& pictures) { show(pictures); });
}

void SchemeCandidates::show(const std::vector<QImage>& pictures) {
  for (std::size_t i = 0; i < pictures.size() && i < m_schemes.size(); ++i) {
    auto* button = new QToolButton;
    const QString title = QString::fromStdString(m_schemes[i].title);
    button->setObjectName(QStringLiteral("schemeCandidate%1").arg(i));
    button->setAccessibleName(tr("Read as %1").arg(title));
    button->setToolTip(tr("Read as %1").arg(title));
    button->setIcon(QPixmap::fromImage(pictures[i]));
    button->setIconSize(pictures[i].size());
    button->setText(title.section(QLatin1Char(','), 0, 0));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    m_group.addButton(button, static_cast<int>(i));
    m_row->insertWidget(static_cast<int>(i), button);
    connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT chosen(static_cast<int>(i)); });
  }
  setVisible(pictures.size() > 1);
  select(m_selected);
}

void SchemeCandidates::select(int index) {
  m_selected = index;
  m_group.setExclusive(false);
  for (QAbstractButton* button : m_group.buttons()) button->setChecked(m_group.id(button) == index);
  m_group.setExclusive(true);
}

}  // namespace retailor::ui
