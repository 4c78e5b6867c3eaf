#include "ui/run/run_session.h"

#include <QImage>
#include <algorithm>
#include <utility>

#include "core/document/document_state.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"
#include "ui/preferences/preference_keys.h"
#include "ui/run/generate_readiness.h"

namespace retailor::ui {

namespace {

QRect toQRect(const image::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

// The state as the run takes it: a pose only where the method heeds one; where the document leaves it open, the user's preference says how
// many threads.
document::DocumentState snapshot(const document::Document& document, const completion::MethodTraits& traits) {
  document::DocumentState state = document.state();
  if (std::ranges::count(traits.settings, completion::Setting::Pose) == 0) state.pose = {};
  if (state.settings.threads == 0) state.settings.threads = preferences::threads.value();
  return state;
}

}  // namespace

RunSession::RunSession(OpenDocument& open, MethodSource source, QObject* parent)
    : QObject(parent), m_open(open), m_source(std::move(source)) {
  connect(&m_fetch, &QTimer::timeout, this, &RunSession::tick);
  connect(&m_open, &OpenDocument::documentReplaced, this, &RunSession::followDocument);
}

RunSession::~RunSession() {
  if (m_ear) m_ear->giveUp();
  m_queue.cancelAll();
}

void RunSession::followDocument() {
  if (!running()) return;
  m_document = nullptr;
  cancel();
}

struct RunSession::Loaded {
  Result<Methods> methods;
  MethodStates states;
};

void RunSession::loadMethods() {
  if (std::exchange(m_loadAsked, true)) return;
  m_queue.post([this, source = m_source](const std::stop_token&) {
    const auto loaded = std::make_shared<Loaded>(Loaded{source(), {}});
    if (loaded->methods) loaded->states = statesOf(*loaded->methods);
    QMetaObject::invokeMethod(
        this, [this, loaded] { tookMethods(std::move(*loaded)); }, Qt::QueuedConnection);
  });
}

void RunSession::tookMethods(Loaded loaded) {
  m_loadFailed = !loaded.methods.ok();
  if (m_loadFailed) {
    Q_EMIT failed(QString::fromStdString(loaded.methods.failure().sentence));
    return;
  }
  m_methods = std::move(loaded.methods).value();
  m_watch.begin(m_methods, std::move(loaded.states));
  Q_EMIT methodsLoaded();
}

std::shared_ptr<completion::CompletionMethod> RunSession::method(const std::string& key) const {
  for (const auto& method : m_methods)
    if (method->traits().key == key) return method;
  return nullptr;
}

void RunSession::start() {
  document::Document* document = m_open.document();
  if (running() || document == nullptr) return;
  auto chosen = method(document->state().settings.method);
  if (chosen == nullptr) {
    Q_EMIT failed(tr("The completion method “%1” is not here. Choose another one in the Generate panel.")
                      .arg(QString::fromStdString(document->state().settings.method)));
    return;
  }
  if (const Obstacle obstacle = obstacleTo(m_open, *this); obstacle.isMissingModel) {
    Q_EMIT failed(obstacle.sentence);
    return;
  }
  m_document = document;
  m_run = ++m_lastRun;
  m_progress = {};
  m_ear = std::make_shared<RunEar>(m_run, m_preview);
  m_clock.start();
  m_fetch.start(1000 / std::clamp(preferences::previewsPerSecond.value(), 1, 15) + 1);
  Q_EMIT runStarted();
  Q_EMIT stageBegan(tr("Preparing"));
  const MethodState* state = m_watch.stateOf(chosen->traits().key);
  document::DocumentState taken = snapshot(*document, chosen->traits());
  prepareOnWorker(std::move(taken), std::move(chosen), state != nullptr ? state->folders : completion::ModelFolders{});
}

// Flattening and hashing a large photo takes up to a second: the worker does it, from a copy that shares the pictures.
void RunSession::prepareOnWorker(document::DocumentState state, std::shared_ptr<completion::CompletionMethod> method,
                                 completion::ModelFolders folders) {
  auto finished = [this, run = m_run](completion::CompletionOutcome outcome) {
    const auto kept = std::make_shared<completion::CompletionOutcome>(std::move(outcome));
    QMetaObject::invokeMethod(
        this, [this, run, kept] { finish(run, std::move(*kept)); }, Qt::QueuedConnection);
  };
  m_queue.post([this, ear = m_ear, finished, method = std::move(method), state = std::move(state),
                folders = std::move(folders)](const std::stop_token& stop) {
    if (stop.stop_requested() || ear->givenUp()) return;
    try {
      auto request = document::requestFor(state);
      request.modelFolders = folders;
      ear->handOver([&] { return m_queue.start(std::move(request), method, ear, finished); });
    } catch (const std::bad_alloc&) {
      finished(
          Failure{FailureKind::OutOfMemory, tr("There is not enough memory to start. Close other programs and try again.").toStdString()});
    } catch (const std::exception& error) {
      finished(Failure{FailureKind::Internal, error.what()});
    }
  });
}

void RunSession::cancel() {
  if (!running()) return;
  if (m_ear->giveUp())
    finish(m_run, completion::Cancelled{});
  else
    m_queue.cancel(m_ear->queueNumber());
}

void RunSession::keepNow() {
  if (m_ear) m_ear->keepNow();
}

void RunSession::tick() {
  tellNews();
  if (!running()) return;  // whoever heard the news may have ended the run
  tellProgress();
  fetchPreview();
}

void RunSession::tellNews() {
  const auto ear = m_ear;
  if (!ear) return;
  for (const RunNews& news : ear->take()) std::visit([this](const auto& one) { tell(one); }, news);
}

void RunSession::tell(const StageNews& news) {
  m_progress.stageBegan(news.weight);
  Q_EMIT stageBegan(QString::fromStdString(news.name));
}

void RunSession::tell(const StepNews& news) {
  m_progress.stepDone(news.step, news.steps);
  Q_EMIT stepDone(news.step, news.steps);
}

void RunSession::tell(const DeviceNews& news) { Q_EMIT deviceChosen(QString::fromStdString(news.name)); }

void RunSession::tell(const NoteNews& news) { Q_EMIT noted(QString::fromStdString(news.sentence)); }

void RunSession::tellProgress() {
  const double elapsed = static_cast<double>(m_clock.elapsed()) / 1000.0;
  Q_EMIT progressed(m_progress.share(), elapsed, m_progress.remaining(elapsed));
}

// While one picture is being converted newer ones replace each other in the box: newest wins, and nothing queues up.
void RunSession::fetchPreview() {
  if (m_converting) return;
  auto preview = m_preview.take();
  if (!preview || preview->run != m_run) return;
  m_converting = true;
  const auto picture = std::make_shared<image::Bitmap>(std::move(preview->picture));
  inBackground<QImage>(
      this, [picture] { return toQImage(*picture); },
      [this, run = preview->run, window = preview->window](const QImage& shown) {
        m_converting = false;
        if (run == m_run) Q_EMIT previewReady(toQRect(window), shown);
      });
}

void RunSession::finish(std::uint64_t run, completion::CompletionOutcome outcome) {
  if (run != m_run) return;
  tellNews();
  m_fetch.stop();
  m_ear.reset();
  m_run = 0;
  std::visit([this](auto&& ending) { settle(std::forward<decltype(ending)>(ending)); }, std::move(outcome));
  m_document = nullptr;
  Q_EMIT runFinished();
}

void RunSession::settle(std::vector<completion::Candidate> candidates) {
  if (m_document == nullptr || m_document != m_open.document() || candidates.empty()) return;
  const std::size_t before = m_document->state().candidates.size();
  m_document->stage(std::move(candidates));
  if (m_document->state().candidates.size() > before) Q_EMIT candidatesStaged(m_document->state().candidates[before].id);
}

void RunSession::settle(const Failure& failure) { Q_EMIT failed(QString::fromStdString(failure.sentence)); }

void RunSession::settle(completion::Cancelled) { Q_EMIT cancelled(); }

}  // namespace retailor::ui
