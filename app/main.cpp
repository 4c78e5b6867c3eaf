// The window's program: introduces the window to the methods and opens what was asked for.
#include <QApplication>
#include <QLibraryInfo>
#include <QTextStream>
#include <QTranslator>
#include <utility>

#include "app/methods_library.h"
#include "app/window/first_paint.h"
#include "app/window/found_models.h"
#include "app/window/samples.h"
#include "app/window/window_options.h"
#include "app/window/window_picture.h"
#include "core/document/recovery.h"
#include "ui/controls/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/stall_meter.h"

namespace {

using namespace retailor;

// The user's language, where we have it: our own words, and those of Qt's dialogs.
void speak(QApplication& application) {
  for (const auto& [name, folder] : {std::pair(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
                                     std::pair(QStringLiteral("retailor"), QStringLiteral(":/translations"))}) {
    auto* words = new QTranslator(&application);
    if (words->load(QLocale(), name, QStringLiteral("_"), folder)) QApplication::installTranslator(words);
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

}  // namespace

int main(int argc, char* argv[]) {
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("Retailor"));
  QApplication::setApplicationName(QStringLiteral("retailor"));
  QApplication::setApplicationDisplayName(QStringLiteral("Retailor"));
  QApplication::setApplicationVersion(QStringLiteral(RETAILOR_VERSION));
  speak(application);
  const app::WindowOptions options = app::parseWindowOptions(QApplication::arguments());
  ui::applyTheme(application);

  ui::DialogPrompts prompts;
  // A picture of the window is no work worth keeping.
  const auto recovery = options.screenshot.isEmpty() ? document::recoveryFolder() : std::filesystem::path();
  ui::MainWindow window({[] { return app::openMethodsLibrary(); }, prompts, app::samples(), recovery, app::modelSource()});
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
