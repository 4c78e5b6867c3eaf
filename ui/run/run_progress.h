#pragma once

namespace retailor::ui {

// How far a run is, from the weights of its stages and the steps of the current one; and how long it may still take, from the rate so far.
class RunProgress {
 public:
  void stageBegan(double weight);
  void stepDone(int step, int steps);

  double share() const;  // 0..1, never falls
  // Seconds still to go when `elapsed` have gone; negative while the rate is not known.
  double remaining(double elapsed) const;

 private:
  double m_before = 0;  // weights of the stages that ended
  double m_weight = 0;
  double m_inStage = 0;  // 0..1
};

}  // namespace retailor::ui
