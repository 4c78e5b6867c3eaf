#pragma once

#include <QWidget>

class QToolButton;

namespace retailor::ui {

class ElidedName;
class Prompts;

// The pose picture of a run: its name, a button that chooses another, one that takes it out.
class PoseField : public QWidget {
  Q_OBJECT

 public:
  explicit PoseField(QWidget* parent = nullptr);
  void setPrompts(Prompts& prompts);   // who is asked for a file; until then none can be chosen
  void showPose(const QString& name);  // empty: there is none

 Q_SIGNALS:
  void chosen(const QString& file);
  void removed();

 private:
  void choose();

  Prompts* m_prompts = nullptr;
  ElidedName* m_name;
  QToolButton* m_choose;
  QToolButton* m_remove;
};

}  // namespace retailor::ui
