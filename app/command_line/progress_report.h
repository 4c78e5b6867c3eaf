#pragma once

#include "app/command_line/preview_folder.h"
#include "app/command_line/progress_lines.h"
#include "core/completion/completion_listener.h"

namespace retailor::command_line {

// Hears a run and turns what it hears into progress lines with the time left, and into preview files. The lines outlive it.
class ProgressReport : public completion::CompletionListener {
 public:
  ProgressReport(ProgressLines& lines, PreviewFolder previews);

  void stageBegan(const std::string& name, double weight) override;
  void stepDone(int step, int steps, double seconds) override;
  void previewReady(const image::Rect& window, image::Bitmap picture) override;
  void noted(const std::string& sentence) override;

 private:
  double remaining(double done) const;

  ProgressLines& m_lines;
  PreviewFolder m_previews;
  double m_began;  // seconds since the program's start
  std::string m_stage;
  double m_before = 0;  // share of the run in the stages that are over
  double m_weight = 0;  // share of the stage that goes
};

}  // namespace retailor::command_line
