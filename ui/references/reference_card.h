#pragma once

#include <QFrame>

#include "core/document/reference.h"
#include "core/regions/reference_quality.h"

class QLabel;
class QMenu;
class QToolButton;

namespace retailor::ui {

class ElidedName;
class PercentSlider;

// One reference on the board: what the method gets of it, its name and weight, and what can be done with it. Shows; the tray does the
// editing.
class ReferenceCard : public QFrame {
  Q_OBJECT

 public:
  // `offersParser`: whether it can be shared out with one.
  explicit ReferenceCard(document::Id id, bool offersParser = false, QWidget* parent = nullptr);

  document::Id id() const { return m_id; }
  void setReference(const completion::TaggedReference& reference);

 Q_SIGNALS:
  void weightEdited(quint64 id, double weight);
  void maskWanted(quint64 id);
  void placementWanted(quint64 id);
  void fitWanted(quint64 id);
  void removeWanted(quint64 id);
  void regionWanted(quint64 id, retailor::completion::BodyRegion region);
  void shareByMapWanted(quint64 id);  // to become a reference for each part of the person
  void shareByParserWanted(quint64 id);
  void focused(quint64 id);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void addParts();
  QWidget* buttons();
  QWidget* fitButton();
  void showFit(const completion::TaggedReference& reference);
  void fillMenu(QMenu* menu, bool offersParser);
  void showConcerns(const std::vector<regions::ReferenceConcern>& concerns);
  void renewThumbnail(const completion::TaggedReference& reference);

  document::Id m_id;
  QLabel* m_thumbnail;
  QLabel* m_concerns;
  ElidedName* m_name;
  QToolButton* m_place = nullptr;
  QToolButton* m_fit = nullptr;
  PercentSlider* m_weight;
  QMenu* m_menu;
  completion::BodyRegion m_region = completion::BodyRegion::Anything;
  const void* m_shownPicture = nullptr;  // which picture and mask the thumbnail was made from
  const void* m_shownMask = nullptr;
  int m_thumbnailNumber = 0;  // newest wins
};

}  // namespace retailor::ui
