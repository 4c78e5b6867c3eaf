#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "core/completion/completion_listener.h"
#include "core/completion/latest_preview.h"

namespace retailor::ui {

struct StageNews {
  std::string name;
  double weight = 0;
};

struct StepNews {
  int step = 0;
  int steps = 0;
};

struct NoteNews {
  std::string sentence;
};

struct DeviceNews {
  std::string name;
};

struct ReferencesNews {
  int cached = 0;
  int encoded = 0;
};

struct AreaNews {
  std::shared_ptr<const mask::Mask> area;
};

using RunNews = std::variant<StageNews, StepNews, NoteNews, DeviceNews, ReferencesNews, AreaNews>;

// The worker's side of a run: keeps what the method says until the window asks for it, so that a chatty method cannot flood the main
// thread. Of steps in a row only the newest is kept; stages and notes are all kept. Methods are called on the worker, take() and the flags
// from any thread.
class RunEar : public completion::CompletionListener {
 public:
  RunEar(std::uint64_t run, completion::LatestPreview& preview) : m_run(run), m_preview(preview) {}

  void stageBegan(const std::string& name, double weight) override;
  void stepDone(int step, int steps, double seconds) override;
  void previewReady(const image::Rect& window, image::Bitmap picture) override;
  void areaChosen(const mask::Mask& area) override;
  void noted(const std::string& sentence) override;
  void deviceChosen(const std::string& name) override;
  void referencesRead(int cached, int encoded) override;
  bool wantsToKeepNow() const override { return m_keep; }

  std::vector<RunNews> take();
  void keepNow() { m_keep = true; }
  // Gives up before the queue has the job. False when handOver() was first: then the queue's own number is to be cancelled.
  bool giveUp();
  bool givenUp() const;
  // On the worker, once the request is built: `start` hands the job to the queue and returns its number there. Not called after giveUp().
  void handOver(const std::function<std::uint64_t()>& start);
  std::uint64_t queueNumber() const;  // 0 before handOver

 private:
  const std::uint64_t m_run;
  completion::LatestPreview& m_preview;
  mutable std::mutex m_mutex;
  std::vector<RunNews> m_news;
  std::uint64_t m_queueNumber = 0;
  bool m_givenUp = false;
  std::atomic_bool m_keep = false;
};

}  // namespace retailor::ui
