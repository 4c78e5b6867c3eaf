#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>

#include "core/completion/job_queue.h"
#include "core/completion/latest_preview.h"
#include "ui/run/method_source.h"
#include "ui/run/method_watch.h"
#include "ui/run/run_ear.h"
#include "ui/run/run_progress.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Starts, watches and stops runs: turns the worker's calls into signals on the main thread, fetches the newest preview at most 15 times a
// second, and stages candidates in the document the run began with (results for a document closed meanwhile are dropped). One run at a
// time.
class RunSession : public QObject {
  Q_OBJECT

 public:
  RunSession(OpenDocument& open, MethodSource source, QObject* parent = nullptr);
  ~RunSession() override;  // cancels and waits

  void loadMethods();  // once, after the first paint; methodsLoaded or failed follows
  const Methods& methods() const { return m_methods; }
  std::shared_ptr<completion::CompletionMethod> method(const std::string& key) const;

  const MethodWatch& watch() const { return m_watch; }
  MethodWatch& watch() { return m_watch; }

  bool loadFailed() const { return m_loadFailed; }
  bool running() const { return m_run != 0; }
  void start();  // a snapshot of the document, with its settings
  void cancel();
  void keepNow();  // "stop and keep this"

 Q_SIGNALS:
  void methodsLoaded();
  void runStarted();
  void stageBegan(const QString& name);
  void progressed(double share, double elapsedSeconds,
                  double remainingSeconds);  // share of the whole run 0..1; remaining < 0: not known yet
  void stepDone(int step, int steps);
  void previewReady(const QRect& window, const QImage& picture);   // photo pixels; sRGB
  void areaChosen(const std::shared_ptr<const mask::Mask>& area);  // where previews show, when that is not the document's mask
  void noted(const QString& sentence);
  void deviceChosen(const QString& name);        // the graphics card that computes from here on; empty: the processor
  void referencesRead(int cached, int encoded);  // known from earlier runs, and new
  void candidatesStaged(quint64 firstId);
  void failed(const QString& sentence);
  void cancelled();
  void runFinished();  // after any end

 private:
  void followDocument();
  struct Loaded;
  void tookMethods(Loaded loaded);
  void prepareOnWorker(document::DocumentState state, std::shared_ptr<completion::CompletionMethod> method,
                       completion::ModelFolders folders);
  void tick();  // at most 15 times a second: tells what the worker said, fetches the newest preview
  void tellNews();
  void tell(const StageNews& news);
  void tell(const StepNews& news);
  void tell(const NoteNews& news);
  void tell(const DeviceNews& news);
  void tell(const ReferencesNews& news);
  void tell(const AreaNews& news);
  void tellProgress();
  void fetchPreview();
  void finish(std::uint64_t run, completion::CompletionOutcome outcome);
  void settle(std::vector<completion::Candidate> candidates);
  void settle(const Failure& failure);
  void settle(completion::Cancelled);

  OpenDocument& m_open;
  MethodSource m_source;
  Methods m_methods;
  MethodWatch m_watch;
  bool m_loadAsked = false;
  bool m_loadFailed = false;
  bool m_converting = false;  // a preview is being made ready for the screen
  completion::LatestPreview m_preview;
  QTimer m_fetch;
  QElapsedTimer m_clock;
  RunProgress m_progress;
  std::shared_ptr<RunEar> m_ear;             // of the run that goes
  document::Document* m_document = nullptr;  // the run began with it; null once it was closed
  std::uint64_t m_run = 0;                   // 0: none goes
  std::uint64_t m_lastRun = 0;
  completion::JobQueue m_queue;  // last: its worker ends before the rest goes
};

}  // namespace retailor::ui
