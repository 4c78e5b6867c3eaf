#include "ui/regions/parts_suggestion.h"

#include <QAction>

#include "core/regions/suggestions/found_faces.h"
#include "core/regions/suggestions/suggested_parts.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

PartsSuggestion::PartsSuggestion(OpenDocument& open, ToolBox& tools, std::optional<std::filesystem::path> cascade, QObject* parent)
    : QObject(parent), m_open(open), m_tools(tools), m_cascade(std::move(cascade)), m_work(this) {
  connect(&open, &OpenDocument::documentReplaced, this, [this] { m_work.stop(); });
  connect(&tools.scribbles(), &ScribbleBoard::stateChanged, this, &PartsSuggestion::endNote);
}

void PartsSuggestion::suggest() {
  if (!m_open.document() || !m_cascade) return;
  m_work.start<Found>(
      [picture = m_picture, state = m_open.document()->state(), cascade = *m_cascade](const std::stop_token& stop) -> Found {
        const auto photo = picture->of(state);
        const auto faces = regions::foundFaces(*photo, cascade, stop);
        if (!faces) return faces.failure();
        return faces->empty() ? std::vector<regions::PartStroke>() : regions::suggestedParts(*photo, faces->front(), stop);
      },
      [this](const Found& strokes) { take(strokes); });
  Q_EMIT busyChanged(true);
}

void PartsSuggestion::take(const Found& found) {
  Q_EMIT busyChanged(false);
  if (m_work.stopped() || !m_open.document()) return;
  if (!found) return Q_EMIT failed(QString::fromStdString(found.failure().sentence));
  if (found->empty()) return Q_EMIT failed(tr("No face was found. Scribble on the parts yourself (R), or bring in a parsing map."));
  std::vector<ScribbleBoard::Suggestion> strokes;
  for (const regions::PartStroke& stroke : *found) strokes.push_back({markedAs(stroke.part), stroke.radius, stroke.path});
  for (QAction* action : m_tools.toolActions())
    if (action->objectName() == QLatin1String("tool_scribble")) action->trigger();
  m_tools.scribbles().suggest(strokes);
  m_note =
      tr("This is a guess from the face, for someone who stands upright. Mend it with strokes, with Alt on what is none of the parts; "
         "Enter marks the parts, Esc discards them.");
  Q_EMIT noted(m_note);
}

void PartsSuggestion::endNote() {
  if (m_tools.scribbles().strokes().empty() && !m_note.isEmpty()) Q_EMIT noteEnded(std::exchange(m_note, {}));
}

}  // namespace retailor::ui
