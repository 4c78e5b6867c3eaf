#include "app/command_line/progress_lines.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/command_line/terminal_text.h"

namespace retailor::command_line {
namespace {

using OrderedJson = nlohmann::ordered_json;

double milliseconds(double seconds) { return std::round(seconds * 1000) / 1000; }

std::string secondsText(double seconds) {
  const int whole = static_cast<int>(std::lround(seconds));
  return whole < 120 ? std::to_string(whole) + " s" : std::to_string(whole / 60) + " min";
}

OrderedJson namesOf(const std::vector<std::filesystem::path>& files) {
  OrderedJson names = OrderedJson::array();
  for (const auto& file : files) names.push_back(file.string());
  return names;
}

}  // namespace

ProgressLines::ProgressLines(ProgressKind kind, Clock::time_point start, int listLine)
    : m_kind(kind), m_start(start), m_listLine(listLine), m_terminal(isatty(STDERR_FILENO) == 1) {}

double ProgressLines::seconds() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }

void ProgressLines::printEvent(const char* event, const OrderedJson& more) {
  OrderedJson line{{"event", event}, {"seconds", milliseconds(seconds())}};
  if (m_listLine > 0) line["line"] = m_listLine;
  line.update(more);
  const std::string text = line.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void ProgressLines::leaveStatusLine() {
  if (m_onStatusLine) std::fputs("\r\033[K", stderr);
  m_onStatusLine = false;
}

void ProgressLines::say(const std::string& line) {
  leaveStatusLine();
  std::fprintf(stderr, "%s\n", line.c_str());
}

void ProgressLines::sayProblem(const std::string& sentence) {
  const std::string where = m_listLine > 0 ? "line " + std::to_string(m_listLine) + ": " : "";
  say("retailor-cli: " + where + sentence);
}

void ProgressLines::stage(const std::string& name, double weight) {
  if (m_kind == ProgressKind::Json) printEvent("stage", {{"name", name}, {"weight", weight}});
  if (m_kind == ProgressKind::Plain && !m_terminal) say(name);
}

void ProgressLines::step(const ProgressStep& step) {
  if (m_kind == ProgressKind::Json) {
    OrderedJson more{
        {"step", step.step}, {"steps", step.steps}, {"step-seconds", milliseconds(step.stepSeconds)}, {"done", milliseconds(step.done)}};
    if (step.remaining >= 0) more["remaining"] = milliseconds(step.remaining);
    printEvent("step", more);
  }
  if (m_kind != ProgressKind::Plain || !m_terminal) return;
  const std::string left = step.remaining < 0 ? "" : ", " + secondsText(step.remaining) + " left";
  std::fprintf(stderr, "\r\033[K%3.0f %%  %s, step %d of %d%s", step.done * 100, step.stage.c_str(), step.step, step.steps, left.c_str());
  std::fflush(stderr);
  m_onStatusLine = true;
}

void ProgressLines::preview(const image::Rect& window, image::Size size, const std::filesystem::path& file) {
  if (m_kind != ProgressKind::Json) return;
  OrderedJson more{{"window", {window.x, window.y, window.width, window.height}}, {"size", {size.width, size.height}}};
  if (!file.empty()) more["file"] = file.string();
  printEvent("preview", more);
}

void ProgressLines::note(const std::string& sentence) {
  if (m_kind == ProgressKind::Json) printEvent("note", {{"sentence", sentence}});
  if (m_kind == ProgressKind::Plain) say(sentence);
}

void ProgressLines::done(const std::vector<std::filesystem::path>& outputs) {
  if (m_kind == ProgressKind::Json) printEvent("done", {{"outputs", namesOf(outputs)}});
  if (m_kind != ProgressKind::Plain) return;
  for (const auto& output : outputs) say(output.string());
  say("Done in " + secondsText(seconds()) + ".");
}

ExitCode ProgressLines::failed(const Failure& failure) {
  const ExitCode code = exitCodeOf(failure.kind);
  if (m_kind == ProgressKind::Json) printEvent("failed", {{"sentence", failure.sentence}, {"exit", static_cast<int>(code)}});
  sayProblem(failure.sentence);
  return code;
}

ExitCode ProgressLines::cancelled(const std::string& sentence) {
  if (m_kind == ProgressKind::Json) printEvent("cancelled", OrderedJson::object());
  sayProblem(sentence);
  return ExitCode::Cancelled;
}

void ProgressLines::group(const GroupLine& line) {
  if (m_kind == ProgressKind::Json) {
    OrderedJson more{{"id", line.id}, {"number", line.number}, {"of", line.groups}, {"outcome", line.outcome}, {"sentence", line.sentence}};
    if (line.remaining >= 0) more["remaining"] = milliseconds(line.remaining);
    printEvent("group", more);
  }
  if (line.outcome == "failed") return sayProblem("group " + printable(line.id) + ": " + printable(line.sentence));
  if (m_kind != ProgressKind::Plain) return;
  const std::string left = line.remaining < 0 || line.number == line.groups ? "" : " (" + secondsText(line.remaining) + " left)";
  say(std::to_string(line.number) + " of " + std::to_string(line.groups) + "  " + printable(line.id) + ": " + line.sentence + left);
}

}  // namespace retailor::command_line
