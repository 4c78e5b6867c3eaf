#include "app/window/window_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace retailor::app {

namespace {

struct OptionWords {
  Q_DECLARE_TR_FUNCTIONS(WindowOptions)
};

}  // namespace

WindowOptions parseWindowOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(OptionWords::tr("Completes masked parts of photos of people from reference pictures."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("file"), OptionWords::tr("A photo, or a project (.ora), to open."), QStringLiteral("[FILE]"));
  const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                      OptionWords::tr("Save a picture of the window to PNG once it is painted, and quit."),
                                      QStringLiteral("PNG"));
  const QCommandLineOption start(QStringLiteral("measure-start"),
                                 OptionWords::tr("Print the milliseconds from start to first paint and to methods loaded."));
  const QCommandLineOption stalls(QStringLiteral("measure-stalls"), OptionWords::tr("Print the longest stall of the window at exit."));
  const QCommandLineOption quit(QStringLiteral("quit-after-first-paint"),
                                OptionWords::tr("Quit once the window is painted and the methods are loaded."));
  parser.addOptions({screenshot, start, stalls, quit});
  parser.process(arguments);
  return {parser.positionalArguments().value(0), parser.value(screenshot), parser.isSet(start), parser.isSet(stalls), parser.isSet(quit)};
}

}  // namespace retailor::app
