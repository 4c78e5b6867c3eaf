#pragma once

#include <QtTest>
#include <cstdio>

#include "core/image/write_photo.h"
#include "tests/fakes/fake_method.h"
#include "ui/canvas/canvas_view.h"
#include "ui/controls/prompts.h"
#include "ui/controls/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/stall_meter.h"

namespace retailor::journeys {

// Before any QApplication: journeys want shortcuts and focus without a window manager.
[[maybe_unused]] inline const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

// Answers what the window would ask in dialogs, and keeps what it was told.
class ScriptedPrompts : public ui::Prompts {
 public:
  QString openFile(QWidget*, const QString&, const QString&, const QString&) override { return fileToOpen; }
  QStringList openFiles(QWidget*, const QString&, const QString&, const QString&) override { return filesToOpen; }
  QString chooseFolder(QWidget*, const QString&, const QString&) override { return folderToChoose; }
  QString saveFile(QWidget*, const QString&, const QString&, const QString&) override { return fileToSave; }
  ui::SaveAnswer saveChanges(QWidget*, const QString&) override {
    ++askedToSave;
    return answer;
  }
  bool confirm(QWidget*, const QString&, const QString&) override { return true; }
  void tell(QWidget*, const QString& sentence) override { told << sentence; }

  QString fileToOpen, fileToSave, folderToChoose;
  QStringList filesToOpen, told;
  ui::SaveAnswer answer = ui::SaveAnswer::Discard;
  int askedToSave = 0;
};

// A window on fresh settings and a folder of its own, with one fake method, or with the methods of a source.
class WindowBench {
 public:
  explicit WindowBench(const fakes::FakeBehaviour& behaviour = {}, const std::filesystem::path& recoveryFolder = {})
      : WindowBench(standIn(behaviour), recoveryFolder) {}
  explicit WindowBench(ui::MethodSource source, const std::filesystem::path& recoveryFolder = {}, ui::ParserSource parsers = {}) {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("RetailorTests"));
    QCoreApplication::setApplicationName(QStringLiteral("journeys"));
    QSettings().clear();
    window = std::make_unique<ui::MainWindow>(ui::WindowSetup{std::move(source), prompts, {}, recoveryFolder, {}, std::move(parsers)});
    window->show();
    (void)QTest::qWaitForWindowActive(window.get());
    window->session().loadMethods();
  }
  ~WindowBench() {
    std::printf("longest stall: %.1f ms, of our own work %.1f ms\n", stalls.longestMilliseconds(), stalls.longestOwnMilliseconds());
  }

  static ui::MethodSource standIn(fakes::FakeBehaviour behaviour) {
    behaviour.key = "patch-diffusion";  // what new documents ask for
    return [behaviour]() -> Result<ui::Methods> { return ui::Methods{std::make_shared<fakes::FakeMethod>(behaviour)}; };
  }

  QString file(const QString& name) const { return folder.filePath(name); }

  // A picture of `size` in slowly changing colours, written as a PNG.
  QString picture(const QString& name, image::Size size, int blue) const {
    image::Photo photo;
    photo.pixels = image::Bitmap(size, 3, image::SampleType::U8);
    for (int y = 0; y < size.height; ++y)
      for (int x = 0; x < size.width; ++x) {
        auto* pixel = photo.pixels.span<std::uint8_t>().pixel(x, y);
        pixel[0] = static_cast<std::uint8_t>(x % 256);
        pixel[1] = static_cast<std::uint8_t>(y % 256);
        pixel[2] = static_cast<std::uint8_t>(blue);
      }
    const QString path = file(name);
    return image::writePhoto(path.toStdString(), photo) ? path : QString();
  }

  void open(const QString& path) {
    window->openFile(path);
    QTRY_VERIFY(window->openDocument().document() && window->settled());
    stalls.start();
  }
  // Presses, drags and releases the chosen tool along photo positions.
  void drag(const QList<QPointF>& photo) {
    ui::CanvasView& canvas = window->canvas();
    const auto view = [&](QPointF at) { return canvas.zoomPan().toView(at).toPoint(); };
    QTest::mousePress(&canvas, Qt::LeftButton, {}, view(photo.first()));
    for (const QPointF& at : photo) QTest::mouseMove(&canvas, view(at));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, view(photo.last()));
  }
  void trigger(const char* action) {
    QAction* found = window->actionTable().action(QString::fromLatin1(action));
    QVERIFY2(found && found->isEnabled(), action);
    found->trigger();
  }
  document::Document& document() { return *window->openDocument().document(); }

  QTemporaryDir folder;
  ScriptedPrompts prompts;
  std::unique_ptr<ui::MainWindow> window;
  ui::StallMeter stalls;
};

}  // namespace retailor::journeys
