#pragma once

#include <QWidget>

namespace retailor::ui {

// Preferences that hold for every run: processor threads, how often the preview is renewed. Takes effect with the next run.
class GeneralPage : public QWidget {
  Q_OBJECT

 public:
  explicit GeneralPage(QWidget* parent = nullptr);
};

}  // namespace retailor::ui
