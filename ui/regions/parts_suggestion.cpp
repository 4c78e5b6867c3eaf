#include "ui/regions/parts_suggestion.h"

#include <QAction>

#include "core/regions/suggestions/body_prior.h"
#include "core/regions/suggestions/found_faces.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

PartsSuggestion::PartsSuggestion(OpenDocument& open, ToolBox& tools, std::optional<std::filesystem::path> cascade, QObject* parent)
    : QObject(parent), m_open(open), m_tools(tools), m_cascade(std::move(cascade)), m_work(this) {
  connect(&open, &OpenDocument::documentReplaced, this, [this] { m_work.stop(); });
}

void PartsSuggestion::suggest() {
  if (!m_open.document() || !m_cascade) return;
  m_work.start<Result<std::vector<image::Rect>>>(
      [picture = m_picture, state = m_open.document()->state(), cascade = *m_cascade](const std::stop_token& stop) {
        return regions::foundFaces(*picture->of(state), cascade, stop);
      },
      [this, size = m_open.document()->mask().size()](const Result<std::vector<image::Rect>>& faces) { take(faces, size); });
  Q_EMIT busyChanged(true);
}

void PartsSuggestion::take(const Result<std::vector<image::Rect>>& faces, image::Size photo) {
  Q_EMIT busyChanged(false);
  if (m_work.stopped() || !m_open.document()) return;
  if (!faces) return Q_EMIT failed(QString::fromStdString(faces.failure().sentence));
  if (faces->empty())
    return Q_EMIT failed(tr("No face seen from the front was found. Scribble on the parts yourself (R), or bring in a parsing map."));
  std::vector<ScribbleBoard::Suggestion> strokes;
  for (const regions::PartStroke& stroke : regions::bodyPrior(faces->front(), photo))
    strokes.push_back({markedAs(stroke.part), stroke.radius, stroke.path});
  for (QAction* action : m_tools.toolActions())
    if (action->objectName() == QLatin1String("tool_scribble")) action->trigger();
  m_tools.scribbles().suggest(strokes);
  Q_EMIT noted(
      tr("This is a guess from the face, for someone who stands upright. Mend it with strokes, with Alt on what is none of the parts; "
         "Enter marks the parts, Esc discards them."));
}

}  // namespace retailor::ui
