#include "ui/regions/replace_menu.h"

#include "core/mask/mask_combine.h"
#include "core/regions/replacement/replaced_garment.h"
#include "ui/controls/region_look.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

using completion::BodyRegion;

ReplaceMenu::ReplaceMenu(OpenDocument& open, MaskWork& work, ActionTable& table, QWidget* parent)
    : QMenu(tr("&Replace"), parent), m_open(open), m_work(work), m_comparing(this) {
  setObjectName(QStringLiteral("replaceMenu"));
  setIcon(themeIcon(QStringLiteral("swap")));
  for (const BodyRegion region : completion::allRegions) {
    if (region == BodyRegion::Anything) continue;
    const std::string_view key = completion::regionKey(region);
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    QAction* action =
        table.add(QStringLiteral("replace_") + name, tr("Replace: %1").arg(regionTitle(region)), tr("Mask"), {}, regionIconName(region));
    connect(action, &QAction::triggered, this, [this, region] { replace(region); });
    addAction(action);
  }
  addSeparator();
  m_sleeves = addAction(tr("Sleeves &may change: draw arms and hands anew"));
  m_sleeves->setObjectName(QStringLiteral("replaceSleeves"));
  m_sleeves->setToolTip(
      tr("Off, arms, hands and what else is marked as lying in front stay as they are. For upper and whole-body clothes."));
  m_sleeves->setCheckable(true);
  setToolTipsVisible(true);
}

void ReplaceMenu::replace(BodyRegion region) {
  regions::HoleSettings settings;
  settings.sleevesMayChange = m_sleeves->isChecked();
  m_work.start(tr("Replace: %1").arg(regionTitle(region)), {},
               [region, settings](const document::DocumentState& state, const mask::Mask& old) -> Result<MaskPatch> {
                 const Result<mask::Mask> hole = regions::replacementHole(state.regions, region, old.size(), settings);
                 if (!hole) return hole.failure();
                 return MaskPatch{old.bounds(), mask::added(old, *hole)};
               });
  warn(region);
}

void ReplaceMenu::warn(BodyRegion region) {
  if (!m_open.document()) return;
  m_comparing.start<garment::FitWarnings>(
      [region, state = m_open.document()->state()](const std::stop_token& stop) {
        completion::CompletionRequest request;
        request.regions = state.regions;
        for (const document::Reference& reference : state.references) request.references.push_back(reference.tagged);
        return regions::lengthWarnings(request, region, stop);
      },
      [this](const garment::FitWarnings& warnings) { tell(warnings); });
}

void ReplaceMenu::tell(const garment::FitWarnings& warnings) {
  QStringList sentences;
  for (const garment::FitWarning& warning : warnings) sentences << QString::fromStdString(warning.sentence);
  if (!sentences.isEmpty() && !m_comparing.stopped()) Q_EMIT noted(sentences.join(QLatin1Char(' ')));
}

}  // namespace retailor::ui
