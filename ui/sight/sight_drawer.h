#pragma once

#include <QFrame>

#include "ui/sight/method_sight.h"

class QHBoxLayout;
class QLabel;
class QScrollArea;

namespace retailor::ui {

class SightTile;

// "What the method sees": a row of tiles, each a picture as the chosen method is given it, or a sentence that says what is missing. Looks
// as long as it is open. Main thread.
class SightDrawer : public QFrame {
  Q_OBJECT

 public:
  SightDrawer(OpenDocument& open, RunSession& session, QWidget* parent = nullptr);

 Q_SIGNALS:
  // A tile was clicked: where its setting is. `reference`: the document's; 0 for settings of none.
  void settingWanted(retailor::completion::PreparedInput::Behind behind, quint64 reference);
  void closeWanted();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* head();
  QWidget* tiles();
  void showLooking();
  void showSight(const Sight& sight);
  void showTiles(const Sight& sight);
  void keepPlace(int focused, int scrolled);

  MethodSight m_sight;
  QLabel* m_where = nullptr;     // the window in the photo
  QLabel* m_busy = nullptr;      // while an answer is on its way
  QLabel* m_obstacle = nullptr;  // in place of tiles
  QScrollArea* m_scroll = nullptr;
  QHBoxLayout* m_row = nullptr;
  QList<SightTile*> m_tiles;
};

}  // namespace retailor::ui
