#pragma once

namespace retailor::app {

// Whether the arguments only ask for text on the terminal (--help, --version), which needs no display.
bool asksForTextOnly(int argc, char* const* argv);

// While one lives, a display that cannot be opened ends the program with one sentence and exit code 1; Qt by itself would abort. Make it
// before the QApplication and let it go after.
class DisplayGuard {
 public:
  DisplayGuard();
  ~DisplayGuard();
  DisplayGuard(const DisplayGuard&) = delete;
  DisplayGuard& operator=(const DisplayGuard&) = delete;
};

}  // namespace retailor::app
