#pragma once

#include <QObject>

#include "core/completion/prepared_inputs.h"

namespace retailor::ui {

class ReferenceTray;
class RunPanel;
class SideColumn;
class ToolBox;
class ToolStrip;

// Leads from what a method sees to the control that changes it: unfolds and scrolls to it, gives it the keyboard and lets it glow. Main
// thread.
class SettingFinder : public QObject {
  Q_OBJECT

 public:
  // All of the same window.
  struct Places {
    SideColumn& column;
    RunPanel& run;
    ReferenceTray& references;
    ToolBox& tools;
    ToolStrip& strip;
  };
  SettingFinder(const Places& places, QObject* parent) : QObject(parent), m_places(places) {}

  // `reference`: the document's, for settings of a reference.
  void find(completion::PreparedInput::Behind behind, quint64 reference);

 private:
  QWidget* controlOf(completion::PreparedInput::Behind behind, quint64 reference);
  QWidget* maskTool();

  Places m_places;
};

}  // namespace retailor::ui
