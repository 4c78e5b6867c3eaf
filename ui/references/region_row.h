#pragma once

#include <QWidget>

#include "core/completion/body_region.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace retailor::ui {

class ReferenceCard;

// A body region's row on the board: title with colour chip and icon, Add, and the cards below. Takes dropped pictures.
class RegionRow : public QWidget {
  Q_OBJECT

 public:
  explicit RegionRow(completion::BodyRegion region, QWidget* parent = nullptr);

  completion::BodyRegion region() const { return m_region; }
  void setCards(const QList<ReferenceCard*>& cards);
  void setReading(bool reading);  // pictures are on their way
  void setChosen(bool chosen);
  void setDropMarked(bool marked);  // a drag hovers over it

 Q_SIGNALS:
  void chosen(retailor::completion::BodyRegion region);
  void addWanted(retailor::completion::BodyRegion region);
  void dropped(const QStringList& files, retailor::completion::BodyRegion region);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  completion::BodyRegion m_region;
  QToolButton* m_title;
  QToolButton* m_add;
  QLabel* m_reading;
  QVBoxLayout* m_cards;
  QList<ReferenceCard*> m_shown;
  bool m_dropMarked = false;
};

}  // namespace retailor::ui
