#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/completion/completion_listener.h"

namespace retailor::tests {

// Writes down what a run tells.
class HeardRun : public completion::CompletionListener {
 public:
  std::vector<std::string> stages, notes;
  std::vector<image::Bitmap> previews;
  std::vector<int> steps;
  int keepAt = 0;                   // asks to keep what there is once this step is done
  std::function<void(int)> atStep;  // called after each step

  void stageBegan(const std::string& name, double weight) override {
    stages.push_back(name);
    m_weight += weight;
  }
  void stepDone(int step, int, double) override {
    steps.push_back(step);
    if (atStep) atStep(step);
  }
  void previewReady(const image::Rect&, image::Bitmap picture) override { previews.push_back(std::move(picture)); }
  void noted(const std::string& sentence) override { notes.push_back(sentence); }
  bool wantsToKeepNow() const override { return keepAt > 0 && steps.back() >= keepAt; }

  double weight() const { return m_weight; }  // of all stages

 private:
  double m_weight = 0;
};

}  // namespace retailor::tests
