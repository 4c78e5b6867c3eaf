#pragma once

#include <QWidget>
#include <vector>

#include "core/completion/completion_settings.h"

class QToolButton;
class QVBoxLayout;

namespace retailor::ui {

class Prompts;

// The LoRA files of a run, a line each: its name, how strongly it counts, a button that takes it out; and a button that adds some.
class LoraList : public QWidget {
  Q_OBJECT

 public:
  using Loras = std::vector<completion::LoraChoice>;

  explicit LoraList(QWidget* parent = nullptr);
  void setPrompts(Prompts& prompts);   // who is asked for files; until then none can be added
  void showLoras(const Loras& loras);  // without edited()

 Q_SIGNALS:
  void edited(const retailor::ui::LoraList::Loras& loras);

 private:
  QWidget* line(std::size_t index);
  void add();
  void remove(std::size_t index);
  void setScale(std::size_t index, double scale);
  void rebuild();

  Prompts* m_prompts = nullptr;
  Loras m_loras;
  QVBoxLayout* m_lines;
  std::vector<QWidget*> m_shown;  // one for each of m_loras
  QToolButton* m_add;
};

}  // namespace retailor::ui
