#pragma once

#include <QMainWindow>
#include <QStackedWidget>

#include "ui/controls/prompts.h"
#include "ui/preferences/models/model_source.h"
#include "ui/regions/parser_source.h"
#include "ui/run/run_session.h"
#include "ui/window/action_table.h"
#include "ui/window/crash_safety.h"
#include "ui/window/document_files.h"
#include "ui/window/recent_files.h"
#include "ui/window/start_page.h"

namespace retailor::ui {

class CandidateStrip;
class CanvasView;
class CloseGuard;
class FileMenu;
class GarmentFitting;
class MaskMenu;
class MessageBar;
class ParsingImport;
class PartsExport;
class PreferencesDialog;
class RecoveryBar;
class ReferenceTray;
class SettingFinder;
class SideColumn;
class SightDrawer;
class StatusLine;
class ToolBox;

// What the program hands to its window.
struct WindowSetup {
  MethodSource methods;
  Prompts& prompts;                           // outlives the window
  QList<Sample> samples;                      // for the start page
  std::filesystem::path recoveryFolder = {};  // empty: open documents are not kept safe from crashes
  ModelSource models = {};                    // empty: the Models page has nothing to show
  ParserSource parsers = {};                  // empty: parts are not looked for
};

// Puts the rooms side by side and introduces them to each other; what they do is theirs. Main thread.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(WindowSetup setup);
  ~MainWindow() override;

  void openFile(const QString& file);  // asks first when something unsaved is open
  bool settled() const;                // nothing is being opened or converted for the screen

  RunSession& session() { return m_session; }
  OpenDocument& openDocument() { return m_open; }
  DocumentFiles& files() { return m_files; }
  CrashSafety& crashSafety() { return m_safety; }
  CanvasView& canvas() { return *m_canvas; }
  GarmentFitting& fitting() { return *m_fitting; }
  ActionTable& actionTable() { return m_table; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildMenus(Prompts& prompts);
  void buildColumns(Prompts& prompts);
  QWidget* buildMiddle();
  void introduceRun();
  void introduceSight();
  void introduceReferences();
  void introduceFitting();
  void introduceMaskTools();
  void introduceFiles();
  void introduceCrashSafety();
  PreferencesDialog* openPreferences();
  void openParser();
  void showForDocument();
  void showTitle();

  Prompts& m_prompts;
  ModelSource m_models;
  ParserSource m_parsers;
  OpenDocument m_open;
  ActionTable m_table;
  RecentFiles m_recent;
  DocumentFiles m_files;
  CrashSafety m_safety;
  RunSession m_session;
  CanvasView* m_canvas;
  ToolBox* m_tools;
  GarmentFitting* m_fitting;
  CandidateStrip* m_strip;
  CloseGuard* m_guard;
  StatusLine* m_status;
  StartPage* m_start;
  MessageBar* m_messages = nullptr;
  RecoveryBar* m_lostWork = nullptr;
  QStackedWidget* m_middle = nullptr;
  FileMenu* m_fileMenu = nullptr;
  MaskMenu* m_maskMenu = nullptr;
  ParsingImport* m_parsing = nullptr;
  PartsExport* m_partsExport = nullptr;
  ReferenceTray* m_references = nullptr;
  SideColumn* m_side = nullptr;
  SightDrawer* m_sight = nullptr;
  SettingFinder* m_finder = nullptr;
  QList<QWidget*> m_documentWidgets;  // shown only while a document is open
  bool m_mayClose = false;
};

}  // namespace retailor::ui
