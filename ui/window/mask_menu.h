#pragma once

#include <QMenu>
#include <functional>

#include "ui/regions/replace_menu.h"
#include "ui/tools/tool_box.h"
#include "ui/window/action_table.h"

namespace retailor::ui {

// Mask: grow, shrink, feather by a number; invert, clear, fill, clean; read one from a file; the
// hole that replacing a marked part needs; parts out of a parsing map or with a parser. All on a worker.
class MaskMenu : public QMenu {
  Q_OBJECT

 public:
  MaskMenu(OpenDocument& open, ToolBox& tools, ActionTable& table, QWidget* window);
  void readMask(const QString& file);
  void offerSuggestions(bool possible) { m_suggest->setVisible(possible); }
  ReplaceMenu& replaceMenu() { return *m_replace; }

 Q_SIGNALS:
  void parsingMapWanted();
  void parserWanted();
  void partsExportWanted();
  void partsSuggestionWanted();

 private:
  using Change = std::function<mask::Mask(const mask::Mask&)>;
  struct Amount {
    QString question;
    double start = 0;
    double largest = 0;
    int decimals = 0;
  };
  using ChangeBy = mask::Mask (*)(const mask::Mask&, double);

  void add(ActionTable& table, const QString& name, const QString& text, const QKeySequence& keys, const Change& change);
  void addAsking(ActionTable& table, const QString& name, const QString& text, const Amount& amount, ChangeBy change);
  void put(const QString& label, Change change);
  void enable();

  OpenDocument& m_open;
  MaskWork& m_work;
  ToolSettings& m_settings;
  ReplaceMenu* m_replace;
  QAction* m_suggest = nullptr;
  QWidget* m_window;
};

}  // namespace retailor::ui
