#include "ui/run/generate_readiness.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/fitting/fit_work.h"
#include "ui/run/run_session.h"

namespace retailor::ui {

namespace {

struct Readiness {
  Q_DECLARE_TR_FUNCTIONS(GenerateReadiness)
};

bool anyReferenceCounts(const document::DocumentState& state) {
  return std::ranges::any_of(state.references, [](const document::Reference& reference) { return reference.tagged.weight > 0; });
}

Obstacle lacking(const MethodState& state) {
  if (state.readiness.ready()) return {};
  const completion::MissingFile& first = state.readiness.missing.front();
  const QString what = QString::fromStdString(first.what), where = QString::fromStdString(first.where);
  if (state.models.empty())
    return {Readiness::tr("This method needs %1, and there is none yet. The Models page shows where to put it.").arg(what),
            Readiness::tr("Looked for in %1").arg(where), true};
  return {Readiness::tr("The model lacks a file: %1 (%2).").arg(what, where), {}, true};
}

Obstacle methodTrouble(const RunSession& session, const std::string& key) {
  if (session.methods().empty())
    return {session.loadFailed() ? Readiness::tr("No completion method could be loaded.")
                                 : Readiness::tr("The completion methods are being loaded.")};
  if (session.method(key) == nullptr) return {Readiness::tr("Choose a completion method.")};
  const MethodState* state = session.watch().stateOf(key);
  return state != nullptr ? lacking(*state) : Obstacle{Readiness::tr("The models are being looked for.")};
}

// Fitted garments say themselves what changes, if what they replace is marked.
QString whyNotWithoutMask(const document::DocumentState& state, const completion::CompletionMethod& method) {
  if (!anyReferenceCounts(state)) return Readiness::tr("Paint over the part to complete first.");
  for (const document::Reference& reference : state.references) {
    const completion::TaggedReference& tagged = reference.tagged;
    if (tagged.weight <= 0) continue;
    if (!tagged.fit) return Readiness::tr("Paint over the part to complete first, or fit a garment to the person.");
    if (!wornIsMarked(state.regions, tagged.region))
      return Readiness::tr("Mark the garment that the person wears first: “Fitted to the person” on the reference leads there.");
  }
  if (!method.traits().fitsGarments)
    return Readiness::tr("This method cannot fit garments. Choose another one, or paint over the part to complete.");
  return {};
}

}  // namespace

Obstacle obstacleTo(const OpenDocument& open, const RunSession& session) {
  const document::Document* document = open.document();
  if (document == nullptr) return {Readiness::tr("Open a photo first.")};
  if (Obstacle trouble = methodTrouble(session, document->state().settings.method); !trouble.sentence.isEmpty()) return trouble;
  if (document->mask().isEmpty()) return {whyNotWithoutMask(document->state(), *session.method(document->state().settings.method))};
  if (!anyReferenceCounts(document->state()) && document->mask().isFull())
    return {Readiness::tr("The whole photo is painted over. Leave a part to continue from, or add a reference.")};
  return {};
}

QString captionWithoutReferences(const OpenDocument& open) {
  const document::Document* document = open.document();
  if (document == nullptr || document->state().settings.method != "patch-diffusion" || anyReferenceCounts(document->state())) return {};
  return Readiness::tr("Texture fill: fine for plain or textured backgrounds. Add references to complete clothes, hair or a face.");
}

}  // namespace retailor::ui
