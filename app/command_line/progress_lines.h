#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/command_line/complete_options.h"
#include "app/command_line/exit_code.h"
#include "core/failure.h"
#include "core/image/geometry.h"

namespace retailor::command_line {

// How far the run is, for one line.
struct ProgressStep {
  std::string stage;
  int step = 0;
  int steps = 0;
  double stepSeconds = 0;
  double done = 0;        // share of the whole run, 0..1
  double remaining = -1;  // seconds; negative: not yet known
};

// One of many runs, over.
struct GroupLine {
  std::string id;
  int number = 0;  // from 1
  int groups = 0;
  std::string outcome;    // "done", "kept", "failed"
  std::string sentence;   // the numbers, or what went wrong
  double remaining = -1;  // seconds; negative: not yet known
};

// Tells of a run in one of the three ways of --progress. Plain lines for people go to stderr, JSON for programs to stdout, each line
// flushed. The sentence of a failure goes to stderr whatever the kind. One thread at a time.
class ProgressLines {
 public:
  using Clock = std::chrono::steady_clock;

  // `listLine`: the line of a batch list that this run comes from, told with everything; 0 for none.
  ProgressLines(ProgressKind kind, Clock::time_point start, int listLine = 0);

  void stage(const std::string& name, double weight);
  void step(const ProgressStep& step);
  void preview(const image::Rect& window, image::Size size, const std::filesystem::path& file);
  void note(const std::string& sentence);
  void done(const std::vector<std::filesystem::path>& outputs);
  ExitCode failed(const Failure& failure);
  ExitCode cancelled(const std::string& sentence = "Cancelled; nothing was written.");
  void group(const GroupLine& line);

  double seconds() const;  // since the start

 private:
  void printEvent(const char* event, const nlohmann::ordered_json& more);
  void say(const std::string& line);
  void sayProblem(const std::string& sentence);
  void leaveStatusLine();

  ProgressKind m_kind;
  Clock::time_point m_start;
  int m_listLine;
  bool m_terminal;  // stderr is one: a status line is drawn over and over
  bool m_onStatusLine = false;
};

}  // namespace retailor::command_line
