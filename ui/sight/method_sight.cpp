#include "ui/sight/method_sight.h"

#include <algorithm>
#include <utility>

#include "core/document/document_state.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/run/generate_readiness.h"

namespace retailor::ui {

namespace {

using completion::CompletionSettings;
using completion::PreparedInput;

constexpr int sightSoonMilliseconds = 350;

// What is left of the settings once those are put aside that change nothing of what a method is given.
CompletionSettings withoutTheRest(CompletionSettings settings) {
  const CompletionSettings usual;
  settings.seed = usual.seed;
  settings.prompt = settings.negativePrompt = {};
  settings.guidance = usual.guidance;
  settings.variations = usual.variations;
  settings.threads = usual.threads;
  return settings;
}

QImage sightImageOf(const image::Bitmap& picture) {
  if (picture.channels() > 1) return toQImage(picture);
  QImage grey(picture.width(), picture.height(), QImage::Format_Grayscale8);
  const auto view = picture.view<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y) std::copy_n(view.row(y), picture.width(), grey.scanLine(y));
  return grey;
}

QImage shrunkForTile(const QImage& picture, QSize tile) {
  if (picture.width() <= tile.width() && picture.height() <= tile.height()) return picture;
  return picture.scaled(tile, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

// Asks a method about a document.
class SightQuestion {
 public:
  SightQuestion(document::DocumentState state, std::shared_ptr<completion::CompletionMethod> method, completion::ModelFolders folders,
                QSize tile)
      : m_state(std::move(state)), m_method(std::move(method)), m_folders(std::move(folders)), m_tile(tile) {}

  Sight answer(const std::stop_token& stop) const {
    completion::CompletionRequest request = document::requestFor(m_state);
    request.modelFolders = m_folders;
    if (stop.stop_requested()) return {};
    const auto inputs = m_method->preparedInputs(request, stop);
    if (stop.stop_requested()) return {};
    if (!inputs) return {.obstacle = QString::fromStdString(inputs.failure().sentence)};
    Sight sight{.window = {inputs->window.x, inputs->window.y, inputs->window.width, inputs->window.height}};
    for (const std::string& note : inputs->notes) sight.notes.append(QString::fromStdString(note));
    for (const PreparedInput& input : inputs->pictures) sight.pictures.append(pictureOf(input));
    return sight;
  }

 private:
  SightPicture pictureOf(const PreparedInput& input) const {
    SightPicture picture{.kind = input.kind, .behind = input.behind, .looker = input.looker};
    const QImage whole = sightImageOf(input.picture);
    picture.size = whole.size();
    picture.shown = shrunkForTile(whole, m_tile);
    if (input.kind != PreparedInput::Kind::Reference) return picture;
    const document::Reference& reference = countedReference(input.reference);
    picture.reference = reference.id;
    picture.name = QString::fromStdString(reference.tagged.name);
    return picture;
  }

  // Requests leave out references of weight 0.
  const document::Reference& countedReference(std::size_t index) const {
    std::size_t at = 0;
    for (; at < m_state.references.size(); ++at)
      if (m_state.references[at].tagged.weight > 0 && index-- == 0) break;
    return m_state.references.at(at);
  }

  document::DocumentState m_state;
  std::shared_ptr<completion::CompletionMethod> m_method;
  completion::ModelFolders m_folders;
  QSize m_tile;
};

}  // namespace

MethodSight::MethodSight(OpenDocument& open, RunSession& session, QObject* parent)
    : QObject(parent), m_open(open), m_session(session), m_look(this) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(sightSoonMilliseconds);
  connect(&m_soon, &QTimer::timeout, this, &MethodSight::look);
  connect(&m_open, &OpenDocument::documentReplaced, this, &MethodSight::followDocument);
  connect(&m_session, &RunSession::methodsLoaded, this, &MethodSight::lookSoon);
  connect(&m_session.watch(), &MethodWatch::changed, this, &MethodSight::lookSoon);
  followDocument();
}

void MethodSight::watch(bool on) {
  if (m_watched == on) return;
  m_watched = on;
  if (on) {
    look();
  } else {
    m_soon.stop();
    m_look.stop();
  }
}

void MethodSight::setTile(QSize pixels) {
  if (m_tile == pixels) return;
  m_tile = pixels;
  lookSoon();
}

void MethodSight::followDocument() {
  if (m_open.document() != nullptr) connect(m_open.document(), &document::Document::changed, this, &MethodSight::heedChange);
  m_look.stop();
  lookSoon();
}

void MethodSight::heedChange(const document::DocumentChange& change) {
  using What = document::DocumentChange::What;
  if (change.what == What::Candidates) return;
  if (change.what == What::Settings && withoutTheRest(m_open.document()->state().settings) == m_asked) return;
  lookSoon();
}

// What is on its way is of no use any more.
void MethodSight::lookSoon() {
  if (!m_watched) return;
  m_look.stop();
  m_soon.start();
}

void MethodSight::look() {
  m_soon.stop();
  if (const Obstacle obstacle = obstacleTo(m_open, m_session); !obstacle.sentence.isEmpty()) {
    m_look.stop();
    Q_EMIT seen({.obstacle = obstacle.sentence});
    return;
  }
  const document::DocumentState& state = m_open.document()->state();
  m_asked = withoutTheRest(state.settings);
  const MethodState* known = m_session.watch().stateOf(state.settings.method);
  const SightQuestion question(state, m_session.method(state.settings.method),
                               known != nullptr ? known->folders : completion::ModelFolders{}, m_tile);
  Q_EMIT looking();
  m_look.start<Sight>([question](const std::stop_token& stop) { return question.answer(stop); },
                      [this](const Sight& sight) {
                        if (m_watched && !m_look.stopped()) Q_EMIT seen(sight);
                      });
}

}  // namespace retailor::ui
