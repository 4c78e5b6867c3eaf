#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>

#include "core/regions/suggestions/found_faces.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/original_key.h"
#include "ui/controls/region_look.h"
#include "ui/fitting/garment_fitting.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/references/drop_zones.h"
#include "ui/references/reference_tray.h"
#include "ui/regions/parser_dialog.h"
#include "ui/regions/parsing_import.h"
#include "ui/regions/parts_export.h"
#include "ui/regions/parts_suggestion.h"
#include "ui/results/candidate_strip.h"
#include "ui/results/layers_panel.h"
#include "ui/run/run_panel.h"
#include "ui/sight/sight_drawer.h"
#include "ui/tools/tool_options.h"
#include "ui/tools/tool_strip.h"
#include "ui/window/close_guard.h"
#include "ui/window/edit_menu.h"
#include "ui/window/file_menu.h"
#include "ui/window/help_menu.h"
#include "ui/window/mask_menu.h"
#include "ui/window/message_bar.h"
#include "ui/window/recovery_bar.h"
#include "ui/window/run_menu.h"
#include "ui/window/setting_finder.h"
#include "ui/window/side_column.h"
#include "ui/window/status_line.h"
#include "ui/window/view_menu.h"

namespace retailor::ui {

MainWindow::MainWindow(WindowSetup setup)
    : m_prompts(setup.prompts),
      m_models(std::move(setup.models)),
      m_parsers(std::move(setup.parsers)),
      m_files(m_open),
      m_safety(m_open, m_files, std::move(setup.recoveryFolder)),
      m_session(m_open, std::move(setup.methods)),
      m_canvas(new CanvasView(m_open)),
      m_tools(new ToolBox(m_open, *m_canvas, m_table, this)),
      m_fitting(new GarmentFitting(m_open, *m_canvas, *m_tools, this)),
      m_strip(new CandidateStrip(m_open, *m_canvas)),
      m_guard(new CloseGuard(m_open, m_files, m_session, setup.prompts, this)),
      m_status(new StatusLine(m_open, *m_canvas, m_session)),
      m_start(new StartPage(m_recent, setup.samples)) {
  setObjectName(QStringLiteral("mainWindow"));
  setCentralWidget(new QSplitter);
  setStatusBar(m_status);
  m_strip->setPrompts(setup.prompts);
  buildMenus(setup.prompts);
  buildColumns(setup.prompts);
  introduceRun();
  introduceSight();
  introduceReferences();
  introduceFitting();
  introduceMaskTools();
  introduceFiles();
  introduceCrashSafety();
  connect(&m_open, &OpenDocument::documentReplaced, this, &MainWindow::showForDocument);
  resize(1280, 800);
  restoreGeometry(QSettings().value(QStringLiteral("window/geometry")).toByteArray());
  showForDocument();
}

// The panels let go of the document while everything still stands; what is left goes in any order.
MainWindow::~MainWindow() { m_open.replace(nullptr, {}, {}); }

void MainWindow::buildMenus(Prompts& prompts) {
  m_fileMenu = new FileMenu(m_open, m_files, *m_guard, m_recent, prompts, m_table, this);
  menuBar()->addMenu(m_fileMenu);
  auto* edit = new EditMenu(m_open, *m_canvas, m_table, this);
  connect(edit, &EditMenu::preferencesWanted, this, &MainWindow::openPreferences);
  menuBar()->addMenu(edit);
  menuBar()->addMenu(new ViewMenu(*m_canvas, m_table, this));
  QMenu* tools = menuBar()->addMenu(tr("&Tools"));
  tools->addActions(m_tools->toolActions());
  tools->addSeparator();
  tools->addActions(m_tools->tipActions());
  m_maskMenu = new MaskMenu(m_open, *m_tools, m_table, this);
  m_parsing = new ParsingImport(m_open, prompts, this);
  m_partsExport = new PartsExport(m_open, prompts, this);
  menuBar()->addMenu(m_maskMenu);
  menuBar()->addMenu(new RunMenu(m_open, m_session, *m_strip, *m_canvas, m_table, this));
  menuBar()->addMenu(new HelpMenu(m_table, this));
}

void MainWindow::buildColumns(Prompts& prompts) {
  auto* strip = new ToolStrip(*m_tools, this);
  auto* options = new ToolOptions(*m_tools, this);
  addToolBar(Qt::TopToolBarArea, options);
  addToolBar(Qt::LeftToolBarArea, strip);
  m_side = new SideColumn;
  m_references = new ReferenceTray(m_open, prompts, m_parsers);
  auto* run = new RunPanel(m_open, m_session);
  run->setPrompts(prompts);
  run->setSightAction(m_table.action(QStringLiteral("view_sight")));
  m_finder = new SettingFinder({*m_side, *run, *m_references, *m_tools, *strip}, this);
  connect(run, &RunPanel::modelsWanted, this, [this] { openPreferences()->showModels(); });
  m_side->addSection(QStringLiteral("sectionReferences"), tr("References"), QStringLiteral("references"), m_references);
  m_side->addSection(QStringLiteral("sectionFit"), tr("Fit"), QStringLiteral("fit-garment"), m_fitting->panel());
  m_side->addSection(QStringLiteral("sectionGenerate"), tr("Generate"), QStringLiteral("run"), run);
  m_side->addSection(QStringLiteral("sectionLayers"), tr("Layers"), QStringLiteral("layers"), new LayersPanel(m_open));
  m_side->finish();
  auto* columns = static_cast<QSplitter*>(centralWidget());
  columns->setChildrenCollapsible(false);
  columns->addWidget(buildMiddle());
  columns->addWidget(m_side);
  columns->setStretchFactor(0, 1);
  columns->setStretchFactor(1, 0);
  columns->setSizes({870, 410});
  m_documentWidgets = {strip, options, m_side};
}

QWidget* MainWindow::buildMiddle() {
  m_messages = new MessageBar;
  m_lostWork = new RecoveryBar;
  auto* work = new QWidget;
  auto* rows = new QVBoxLayout(work);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(m_fitting->guide());
  rows->addWidget(m_canvas, 1);
  m_sight = new SightDrawer(m_open, m_session);
  m_sight->hide();
  rows->addWidget(m_sight);
  rows->addWidget(m_strip);
  m_middle = new QStackedWidget;
  m_middle->addWidget(m_start);
  m_middle->addWidget(work);
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_lostWork);
  column->addWidget(m_messages);
  column->addWidget(m_middle, 1);
  auto* original = new OriginalKey(*m_canvas);
  for (auto* tiles : m_strip->findChildren<QAbstractItemView*>()) original->watch(tiles);
  return holder;
}

void MainWindow::introduceRun() {
  connect(&m_session, &RunSession::previewReady, m_canvas, &CanvasView::showPreview);
  connect(&m_session, &RunSession::areaChosen, m_canvas, &CanvasView::setPreviewArea);
  connect(&m_session, &RunSession::candidatesStaged, m_strip, [this](quint64 first) { m_strip->select(first); });
  connect(&m_session, &RunSession::runStarted, m_messages, &QWidget::hide);
  connect(&m_session, &RunSession::runStarted, m_canvas, [this] {
    m_canvas->setPreviewArea(nullptr);
    m_canvas->editPlacement(0);
    m_fitting->finish();
  });
  // On a low window the progress and its Cancel would begin out of sight.
  connect(
      &m_session, &RunSession::runStarted, m_side, [this] { m_side->bringIntoView(QStringLiteral("stageBar")); }, Qt::QueuedConnection);
  connect(&m_session, &RunSession::cancelled, m_canvas, &CanvasView::clearPreview);
  connect(&m_session, &RunSession::failed, m_canvas, &CanvasView::clearPreview);
  connect(&m_session, &RunSession::failed, m_messages, &MessageBar::showFailure);
  connect(m_strip, &CandidateStrip::failed, m_messages, &MessageBar::showFailure);
}

void MainWindow::introduceSight() {
  QAction* open = m_table.action(QStringLiteral("view_sight"));
  connect(open, &QAction::toggled, m_sight, &QWidget::setVisible);
  connect(m_sight, &SightDrawer::closeWanted, open, [open] { open->setChecked(false); });
  connect(m_sight, &SightDrawer::settingWanted, m_finder, &SettingFinder::find);
}

void MainWindow::introduceReferences() {
  connect(m_references, &ReferenceTray::placementWanted, m_canvas, &CanvasView::editPlacement);
  connect(m_references, &ReferenceTray::placementWanted, m_messages,
          [this] { m_messages->showNote(tr("Drag inside to move, a corner to scale, the knob above to turn. Enter finishes.")); });
  connect(m_references, &ReferenceTray::regionChosen, m_canvas,
          [this](completion::BodyRegion region) { m_canvas->setMaskColour(regionColour(region)); });
  connect(m_references, &ReferenceTray::modelFoldersWanted, this, [this] { openPreferences()->showModels(); });
  connect(m_references, &ReferenceTray::failed, m_messages, &MessageBar::showFailure);
  connect(m_canvas, &CanvasView::placementEditingEnded, m_messages, &QWidget::hide);
  m_canvas->setMaskColour(regionColour(completion::BodyRegion::Anything));
  auto* zones = new DropZones(this);
  connect(&m_open, &OpenDocument::documentReplaced, zones, [this, zones] { zones->setPhotoOpen(m_open.document() != nullptr); });
  zones->setPhotoOpen(false);
  connect(zones, &DropZones::droppedAsPhoto, this, &MainWindow::openFile);
  connect(zones, &DropZones::droppedAsMask, m_maskMenu, &MaskMenu::readMask);
  connect(zones, &DropZones::droppedAsParsingMap, m_parsing, &ParsingImport::open);
  connect(zones, &DropZones::droppedAsReference, m_references, &ReferenceTray::addFiles);
}

void MainWindow::introduceFitting() {
  const auto showPanel = [this] {
    m_side->setSectionShown(QStringLiteral("sectionFit"), m_fitting->step() == GarmentFitting::Step::Pins);
    if (m_fitting->step() == GarmentFitting::Step::Pins) m_side->bringIntoView(QStringLiteral("fitPanel"));
  };
  connect(m_fitting, &GarmentFitting::stepChanged, m_side, showPanel, Qt::QueuedConnection);
  m_side->setSectionShown(QStringLiteral("sectionFit"), false);
  connect(m_references, &ReferenceTray::fitWanted, m_fitting, &GarmentFitting::fit);
  connect(m_references, &ReferenceTray::fitOffered, m_messages, &MessageBar::showNote);
  connect(m_fitting, &GarmentFitting::stepChanged, m_messages, &QWidget::hide);
  connect(m_fitting, &GarmentFitting::noted, m_messages, &MessageBar::showNote);
  connect(m_fitting, &GarmentFitting::failed, m_messages, &MessageBar::showFailure);
}

void MainWindow::introduceMaskTools() {
  connect(&m_tools->work(), &MaskWork::failed, m_messages, &MessageBar::showFailure);
  connect(&m_tools->scribbles(), &ScribbleBoard::failed, m_messages, &MessageBar::showFailure);
  connect(&m_tools->scribbles(), &ScribbleBoard::stateChanged, m_status,
          [this] { m_status->showBusy(m_tools->scribbles().busy() ? tr("Telling the parts apart") : QString()); });
  connect(&m_tools->work(), &MaskWork::busyChanged, m_status,
          [this](bool busy) { m_status->showBusy(busy ? tr("Working on the mask") : QString()); });
  connect(&m_maskMenu->replaceMenu(), &ReplaceMenu::noted, m_messages, &MessageBar::showNote);
  connect(m_maskMenu, &MaskMenu::parsingMapWanted, m_parsing, &ParsingImport::ask);
  connect(m_maskMenu, &MaskMenu::parserWanted, this, &MainWindow::openParser);
  m_table.action(QStringLiteral("mask_parser"))->setVisible(m_parsers.find != nullptr);
  connect(m_parsing, &ParsingImport::failed, m_messages, &MessageBar::showFailure);
  connect(m_parsing, &ParsingImport::busyChanged, m_status,
          [this](bool busy) { m_status->showBusy(busy ? tr("Reading the parsing map") : QString()); });
  auto* suggestion = new PartsSuggestion(m_open, *m_tools, regions::faceCascade(), this);
  m_maskMenu->offerSuggestions(suggestion->available());
  connect(m_maskMenu, &MaskMenu::partsSuggestionWanted, suggestion, &PartsSuggestion::suggest);
  connect(suggestion, &PartsSuggestion::noted, m_messages, &MessageBar::showNote);
  connect(suggestion, &PartsSuggestion::noteEnded, m_messages, &MessageBar::withdraw);
  connect(suggestion, &PartsSuggestion::noted, m_canvas, [this] { m_canvas->setFocus(); });  // which the keys it speaks of go to
  connect(suggestion, &PartsSuggestion::failed, m_messages, &MessageBar::showFailure);
  connect(suggestion, &PartsSuggestion::busyChanged, m_status,
          [this](bool busy) { m_status->showBusy(busy ? tr("Looking for faces") : QString()); });
  connect(m_maskMenu, &MaskMenu::partsExportWanted, m_partsExport, &PartsExport::ask);
  connect(m_partsExport, &PartsExport::failed, m_messages, &MessageBar::showFailure);
  connect(m_partsExport, &PartsExport::noted, m_messages, &MessageBar::showNote);
  connect(m_partsExport, &PartsExport::busyChanged, m_status,
          [this](bool busy) { m_status->showBusy(busy ? tr("Writing the marked parts") : QString()); });
}

void MainWindow::introduceFiles() {
  connect(&m_files, &DocumentFiles::busyChanged, m_status, &StatusLine::showBusy);
  connect(&m_files, &DocumentFiles::failed, m_messages, &MessageBar::showFailure);
  connect(&m_files, &DocumentFiles::noted, m_messages, &MessageBar::showNote);
  connect(&m_files, &DocumentFiles::opened, m_canvas, [this] { m_canvas->setFocus(); });
  connect(m_start, &StartPage::openWanted, m_fileMenu, &FileMenu::askAndOpen);
  connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openFile);
  connect(m_start, &StartPage::fileWanted, this, &MainWindow::openFile);
  connect(&m_open, &OpenDocument::projectPathChanged, this, &MainWindow::showTitle);
}

void MainWindow::introduceCrashSafety() {
  connect(&m_safety, &CrashSafety::found, m_lostWork, &RecoveryBar::show);
  connect(&m_safety, &CrashSafety::failed, m_messages, &MessageBar::showFailure);
  connect(m_lostWork, &RecoveryBar::recoverWanted, this, [this] { m_guard->whenSafe([this] { m_safety.recover(); }); });
  connect(m_lostWork, &RecoveryBar::discardWanted, &m_safety, &CrashSafety::discard);
}

PreferencesDialog* MainWindow::openPreferences() {
  auto* dialog = new PreferencesDialog(m_table, m_models, m_prompts, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &PreferencesDialog::modelsChanged, &m_session.watch(), &MethodWatch::lookAgain);
  dialog->open();
  return dialog;
}

void MainWindow::openParser() {
  if (!m_open.document()) return;
  auto* dialog = new ParserDialog(m_parsing->picture(), m_parsers, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(&m_open, &OpenDocument::documentReplaced, dialog, &QDialog::reject);
  connect(dialog, &ParserDialog::parsed, m_parsing, &ParsingImport::review);
  connect(dialog, &ParserDialog::modelFoldersWanted, this, [this] { openPreferences()->showModels(); });
  dialog->open();
}

// Who comes back from another program may have put a model where one was missing.
void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow() && !m_session.running()) m_session.watch().lookAgain();
}

void MainWindow::openFile(const QString& file) {
  m_messages->hide();
  m_fileMenu->openSafely(file);
}

bool MainWindow::settled() const { return !m_files.busy() && (!m_open.document() || m_canvas->settled()); }

void MainWindow::showForDocument() {
  const bool any = m_open.document() != nullptr;
  m_middle->setCurrentIndex(any ? 1 : 0);
  for (QWidget* widget : m_documentWidgets) widget->setVisible(any);
  for (QAction* action : m_tools->toolActions()) action->setEnabled(any);
  showTitle();
  if (!any) return;
  document::Document& document = *m_open.document();
  connect(&document.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::showTitle);
  connect(&document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
  connect(&document, &document::Document::changed, this, &MainWindow::showTitle);
}

void MainWindow::showTitle() {
  const document::Document* document = m_open.document();
  const QString file = m_open.projectPath().isEmpty() ? m_open.photoPath() : m_open.projectPath();
  setWindowTitle(document ? tr("%1[*] — Retailor").arg(QFileInfo(file).fileName()) : tr("Retailor"));
  setWindowModified(document && document->isModified());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_mayClose || (!m_session.running() && !(m_open.document() && m_open.document()->isModified()))) {
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    return event->accept();
  }
  event->ignore();
  m_guard->whenSafe([this] {
    m_mayClose = true;
    // Not at once: a window that is just being closed does not hear a second close.
    QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
  });
}

}  // namespace retailor::ui
