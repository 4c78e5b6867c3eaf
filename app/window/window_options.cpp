#include "app/window/window_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace retailor::app {

WindowOptions parseWindowOptions(const QStringList& arguments) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("WindowOptions", text); };
  QCommandLineParser parser;
  parser.setApplicationDescription(tr("Completes masked parts of photos of people from reference pictures."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("file"), tr("A photo, or a project (.ora), to open."), QStringLiteral("[FILE]"));
  const QCommandLineOption screenshot(QStringLiteral("screenshot"), tr("Save a picture of the window to PNG once it is painted, and quit."), QStringLiteral("PNG"));
  const QCommandLineOption start(QStringLiteral("measure-start"), tr("Print the milliseconds from start to first paint and to methods loaded."));
  const QCommandLineOption stalls(QStringLiteral("measure-stalls"), tr("Print the longest stall of the window at exit."));
  const QCommandLineOption quit(QStringLiteral("quit-after-first-paint"), tr("Quit once the window is painted and the methods are loaded."));
  parser.addOptions({screenshot, start, stalls, quit});
  parser.process(arguments);
  return {parser.positionalArguments().value(0), parser.value(screenshot), parser.isSet(start), parser.isSet(stalls), parser.isSet(quit)};
}

}  // namespace retailor::app
