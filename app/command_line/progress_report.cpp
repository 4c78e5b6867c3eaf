#include "app/command_line/progress_report.h"

#include <algorithm>
#include <utility>

namespace retailor::command_line {

ProgressReport::ProgressReport(ProgressLines& lines, PreviewFolder previews)
    : m_lines(lines), m_previews(std::move(previews)), m_began(lines.seconds()) {}

void ProgressReport::stageBegan(const std::string& name, double weight) {
  m_before = std::min(1.0, m_before + m_weight);
  m_weight = weight;
  m_stage = name;
  m_lines.stage(name, weight);
}

void ProgressReport::stepDone(int step, int steps, double seconds) {
  const double done = std::min(1.0, m_before + m_weight * step / std::max(1, steps));
  m_lines.step({m_stage, step, steps, seconds, done, remaining(done)});
}

// Too early a guess would jump about.
double ProgressReport::remaining(double done) const {
  if (done < 0.02) return -1;
  return (m_lines.seconds() - m_began) * (1 - done) / done;
}

void ProgressReport::previewReady(const image::Rect& window, image::Bitmap picture) {
  std::filesystem::path file;
  if (m_previews.keeps()) {
    const Result<std::filesystem::path> kept = m_previews.add(picture);
    if (kept) file = *kept;
    if (!kept) {
      m_lines.note(kept.failure().sentence);
      m_previews = PreviewFolder();  // said once; the run is worth more than its previews
    }
  }
  m_lines.preview(window, picture.size(), file);
}

void ProgressReport::noted(const std::string& sentence) { m_lines.note(sentence); }

}  // namespace retailor::command_line
