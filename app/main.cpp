// The window's program: introduces the window to the methods and opens what was asked for.
#include <QApplication>
#include <QLibraryInfo>
#include <QTextStream>
#include <QTranslator>
#include <memory>
#include <utility>

#include "app/methods_library.h"
#include "app/window/first_paint.h"
#include "app/window/found_models.h"
#include "app/window/found_parsers.h"
#include "app/window/samples.h"
#include "app/window/window_options.h"
#include "app/window/window_picture.h"
#include "app/window/without_display.h"
#include "core/document/recovery.h"
#include "ui/controls/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/stall_meter.h"

namespace {

using namespace retailor;

// The user's language, where we have it: our own words, and those of Qt's dialogs.
void speak(QCoreApplication& application) {
  for (const auto& [name, folder] : {std::pair(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
                                     std::pair(QStringLiteral("retailor"), QStringLiteral(":/translations"))}) {
    auto* words = new QTranslator(&application);
    if (words->load(QLocale(), name, QStringLiteral("_"), folder)) QCoreApplication::installTranslator(words);
  }
}

void print(const char* what, double milliseconds) {
  QTextStream(stdout) << what << ": " << QString::number(milliseconds, 'f', 1) << " ms" << Qt::endl;
}

void followStart(ui::MainWindow& window, const app::WindowOptions& options) {
  auto* first = new app::FirstPaint(window);
  QObject::connect(first, &app::FirstPaint::happened, &window, [&window, options] {
    if (options.measureStart) print("start to first paint", app::millisecondsSinceProcessStart());
    window.session().loadMethods();
    if (!options.file.isEmpty()) window.openFile(options.file);
    window.crashSafety().lookForLostWork();
  });
  const auto loaded = [options] {
    if (options.measureStart) print("start to methods loaded", app::millisecondsSinceProcessStart());
    if (options.quitAfterFirstPaint) QCoreApplication::quit();
  };
  QObject::connect(&window.session(), &ui::RunSession::methodsLoaded, &window, loaded);
}

void giveUpWhenItCannotOpen(ui::MainWindow& window) {
  const auto tellAndExit = [](const QString& sentence) {
    QTextStream(stderr) << sentence << Qt::endl;
    QCoreApplication::exit(2);
  };
  QObject::connect(&window.files(), &ui::DocumentFiles::failed, &window, tellAndExit);
  QObject::connect(&window.session(), &ui::RunSession::failed, &window, tellAndExit);
}

// Prints what the parser has to say, and ends the program.
int printText(int argc, char* argv[]) {
  QCoreApplication application(argc, argv);
  speak(application);
  app::parseWindowOptions(QCoreApplication::arguments());
  return 0;
}

std::unique_ptr<QApplication> applicationOnDisplay(int& argc, char** argv) {
  const app::DisplayGuard guard;
  return std::make_unique<QApplication>(argc, argv);
}

int showWindow(int argc, char* argv[]) {
  const auto application = applicationOnDisplay(argc, argv);
  speak(*application);
  const app::WindowOptions options = app::parseWindowOptions(QCoreApplication::arguments());
  ui::applyTheme(*application);

  ui::DialogPrompts prompts;
  // A picture of the window is no work worth keeping.
  const auto recovery = options.screenshot.isEmpty() ? document::recoveryFolder() : std::filesystem::path();
  ui::MainWindow window(
      {[] { return app::openMethodsLibrary(); }, prompts, app::samples(), recovery, app::modelSource(), app::parserSource()});
  ui::StallMeter stalls;
  followStart(window, options);
  if (options.measureStalls) stalls.start();
  if (!options.screenshot.isEmpty()) {
    giveUpWhenItCannotOpen(window);
    new app::WindowPicture(window, options.screenshot);
  }
  window.show();
  const int code = QApplication::exec();
  if (options.measureStalls) {
    print("longest stall", stalls.longestMilliseconds());
    print("longest stall, of the window's own work", stalls.longestOwnMilliseconds());
  }
  return code;
}

}  // namespace

int main(int argc, char* argv[]) {
  QCoreApplication::setOrganizationName(QStringLiteral("Retailor"));
  QCoreApplication::setApplicationName(QStringLiteral("retailor"));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Retailor"));
  QCoreApplication::setApplicationVersion(QStringLiteral(RETAILOR_VERSION));
  return app::asksForTextOnly(argc, argv) ? printText(argc, argv) : showWindow(argc, argv);
}
