#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QWidget>

#include "core/regions/maps/import_map.h"

namespace retailor::ui {

// What may be asked about a map: which way it lies, whether it may be stretched to the photo (where their shapes differ), and whether a
// dress counts as one garment.
class MapQuestions : public QWidget {
  Q_OBJECT

 public:
  MapQuestions(image::Size map, image::Size photo, QWidget* parent = nullptr);

  regions::MapChoices choices() const;
  // After reading: the dress is asked about where there is one, ticked if it was divided.
  void showDress(bool thereIsOne, bool divided);

 Q_SIGNALS:
  void changed();

 private:
  void offerStretching();

  image::Size m_map, m_photo;
  QComboBox m_turn;
  QCheckBox m_stretch, m_divide;
  regions::WholeBodyRule m_wholeBody = regions::WholeBodyRule::FoundOut;
};

}  // namespace retailor::ui
