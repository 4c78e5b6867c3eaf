#include "app/window/without_display.h"

#include <QtGlobal>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace retailor::app {

namespace {

// What Qt says before it gives up is about plugins; the last of it is fatal.
void heed(QtMsgType type, const QMessageLogContext&, const QString&) {
  if (type != QtFatalMsg) return;
  std::fputs(
      "No display could be opened, so there is no window; start Retailor in a desktop session, or use retailor-cli, which needs none.\n",
      stderr);
  std::_Exit(1);
}

}  // namespace

bool asksForTextOnly(int argc, char* const* argv) {
  constexpr std::string_view asking[] = {"-h", "--help", "--help-all", "-v", "--version"};
  return std::any_of(argv + 1, argv + std::max(argc, 1), [&](const char* argument) { return std::ranges::count(asking, argument) > 0; });
}

DisplayGuard::DisplayGuard() { qInstallMessageHandler(heed); }

DisplayGuard::~DisplayGuard() { qInstallMessageHandler(nullptr); }

}  // namespace retailor::app
