#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include "ui/window/recent_files.h"

namespace retailor::ui {

// Shown while no document is open: what Retailor is for, open a photo, try the sample, recent files.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  StartPage(RecentFiles& recent, bool sampleThere, QWidget* parent = nullptr);

 Q_SIGNALS:
  void openWanted();
  void sampleWanted();
  void fileWanted(const QString& file);

 private:
  QLayout* explanation();
  QLayout* buttons(bool sampleThere);
  void listRecent();

  RecentFiles& m_recent;
  QVBoxLayout* m_list = nullptr;
};

}  // namespace retailor::ui
