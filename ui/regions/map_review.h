#pragma once

#include <QImage>
#include <QObject>
#include <functional>
#include <memory>
#include <set>
#include <vector>

#include "core/image/bitmap.h"
#include "core/regions/maps/label_map.h"
#include "core/result.h"
#include "ui/controls/long_work.h"
#include "ui/controls/prompts.h"
#include "ui/regions/part_table.h"

namespace retailor::ui {

using MapSource = std::function<Result<std::shared_ptr<const regions::LabelMap>>()>;  // for workers
using PictureSource = std::function<std::shared_ptr<const image::Bitmap>()>;          // sRGB U8; for workers

// The map in a file (or a folder with a mask for each part); colours that nobody knows are asked about when it is looked at.
MapSource mapInFile(const QString& file);

// Has the user look at a parsing map of a picture and say what shall become of its parts. Reads map and picture on a worker. Main thread.
class MapReview : public QObject {
  Q_OBJECT

 public:
  MapReview(Prompts& prompts, QWidget* window);

  void start(const MapSource& map, const PictureSource& picture, std::vector<PartUse> uses);
  void stop() { m_work.stop(); }  // the reading; a dialog that stands stays

 Q_SIGNALS:
  void busyChanged(bool busy);
  void failed(const QString& sentence);
  // `parts` has the picture's size; a set of parts for each use.
  void chosen(const std::shared_ptr<const retailor::mask::Labels>& parts, const std::vector<std::set<retailor::regions::BodyPart>>& taken);

 private:
  struct Read {
    std::shared_ptr<const regions::LabelMap> map;
    std::shared_ptr<const image::Bitmap> picture;
    QImage look;
  };
  void take(const Result<Read>& read, std::vector<PartUse> uses);

  Prompts& m_prompts;
  QWidget* m_window;
  LongWork m_work;
};

}  // namespace retailor::ui
