#include "ui/run/run_ear.h"

#include <utility>

namespace retailor::ui {

void RunEar::stageBegan(const std::string& name, double weight) {
  const std::lock_guard lock(m_mutex);
  m_news.emplace_back(StageNews{name, weight});
}

void RunEar::stepDone(int step, int steps, double /*seconds*/) {
  const std::lock_guard lock(m_mutex);
  if (!m_news.empty() && std::holds_alternative<StepNews>(m_news.back())) m_news.pop_back();
  m_news.emplace_back(StepNews{step, steps});
}

void RunEar::previewReady(const image::Rect& window, image::Bitmap picture) { m_preview.put({m_run, window, std::move(picture)}); }

void RunEar::areaChosen(const mask::Mask& area) {
  auto kept = std::make_shared<const mask::Mask>(area);
  const std::lock_guard lock(m_mutex);
  m_news.emplace_back(AreaNews{std::move(kept)});
}

void RunEar::noted(const std::string& sentence) {
  const std::lock_guard lock(m_mutex);
  m_news.emplace_back(NoteNews{sentence});
}

void RunEar::deviceChosen(const std::string& name) {
  const std::lock_guard lock(m_mutex);
  m_news.emplace_back(DeviceNews{name});
}

void RunEar::referencesRead(int cached, int encoded) {
  const std::lock_guard lock(m_mutex);
  m_news.emplace_back(ReferencesNews{cached, encoded});
}

std::vector<RunNews> RunEar::take() {
  const std::lock_guard lock(m_mutex);
  return std::exchange(m_news, {});
}

bool RunEar::giveUp() {
  const std::lock_guard lock(m_mutex);
  m_givenUp = m_queueNumber == 0;
  return m_givenUp;
}

bool RunEar::givenUp() const {
  const std::lock_guard lock(m_mutex);
  return m_givenUp;
}

void RunEar::handOver(const std::function<std::uint64_t()>& start) {
  const std::lock_guard lock(m_mutex);
  if (!m_givenUp) m_queueNumber = start();
}

std::uint64_t RunEar::queueNumber() const {
  const std::lock_guard lock(m_mutex);
  return m_queueNumber;
}

}  // namespace retailor::ui
