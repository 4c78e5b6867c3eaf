#include "app/command_line/terminal_text.h"

#include <algorithm>
#include <cstdio>

namespace retailor::command_line {

std::string printable(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return text;
}

ExitCode failed(const Failure& failure) {
  std::fprintf(stderr, "retailor-cli: %s\n", printable(failure.sentence).c_str());
  return exitCodeOf(failure.kind);
}

}  // namespace retailor::command_line
