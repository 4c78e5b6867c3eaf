#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include "ui/window/recent_files.h"

class QPushButton;

namespace retailor::ui {

// A project that comes with the program, to begin with.
struct Sample {
  QString project;  // file
  QString picture;  // file: what it looks like
  QString title;
  QString line;  // what there is to try
};

// Shown while no document is open: what Retailor is for, open a photo, try a sample, recent files.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  // Samples whose project is not there are left out.
  StartPage(RecentFiles& recent, const QList<Sample>& samples, QWidget* parent = nullptr);

 Q_SIGNALS:
  void openWanted();
  void sampleWanted(const QString& project);
  void fileWanted(const QString& file);

 private:
  QLayout* explanation();
  QLayout* openButton();
  QLayout* sampleTiles(const QList<Sample>& samples);
  QPushButton* tile(const Sample& sample);
  void listRecent();

  RecentFiles& m_recent;
  QVBoxLayout* m_list = nullptr;
};

}  // namespace retailor::ui
