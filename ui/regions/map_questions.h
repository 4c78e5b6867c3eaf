#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QWidget>
#include <functional>

#include "core/regions/maps/import_map.h"
#include "core/result.h"
#include "ui/controls/long_work.h"

namespace retailor::ui {

// Boxes of the faces on the picture that are seen from the front. Called on a worker.
using FaceFinder = std::function<Result<std::vector<image::Rect>>(const std::stop_token&)>;

// What may be asked about a map: which way it lies, whether it may be stretched to the picture (where their shapes differ), whether a dress
// counts as one garment, and whether faces end at the chin. Main thread; faces are looked for on a worker, when first wanted.
class MapQuestions : public QWidget {
  Q_OBJECT

 public:
  MapQuestions(image::Size map, image::Size picture, QWidget* parent = nullptr);

  regions::MapChoices choices() const;
  // After reading: the dress is asked about where there is one, ticked if it was divided.
  void showDress(bool thereIsOne, bool divided);
  // The chin is asked about where both hold: faces can be found, and those of the scheme that is read by often hold the neck.
  void findFacesBy(FaceFinder finder);  // empty: they cannot
  void showNeck(bool facesHoldIt);

 Q_SIGNALS:
  void changed();

 private:
  using Faces = Result<std::vector<image::Rect>>;

  void nameParts();
  void layOut();
  void offerStretching();
  void wantTrimming(bool wanted);
  void take(const Faces& faces);
  void tellAboutFaces(const QString& sentence);
  bool trims() const;

  image::Size m_map, m_picture;
  QComboBox m_turn;
  QCheckBox m_stretch, m_divide, m_trim;
  QLabel m_aboutFaces;
  regions::WholeBodyRule m_wholeBody = regions::WholeBodyRule::FoundOut;
  FaceFinder m_finder;
  std::vector<image::Rect> m_faces;  // found so far: once
  bool m_facesHoldNeck = false;
  LongWork m_work;
};

}  // namespace retailor::ui
