#pragma once

#include <QObject>
#include <map>
#include <memory>

#include "core/completion/candidate.h"
#include "core/image/photo.h"
#include "ui/canvas/picture_levels.h"

namespace retailor::ui {

// Results as the screen needs them: sRGB, with their blend mask as alpha. Converted once on a worker and kept as long as the result
// itself lives, so that applying a candidate that is already shown does not flicker. Main thread.
class PatchShelf : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // Null while a worker converts it; ready follows.
  const PictureLevels* find(const completion::Candidate& candidate, const image::ColourProfile& profile);
  bool waiting() const;

 Q_SIGNALS:
  void ready();

 private:
  struct Entry {
    std::weak_ptr<const image::Bitmap> source;
    PictureLevels picture;
    bool converted = false;
  };
  void dropDead();
  void convert(const completion::Candidate& candidate, const image::ColourProfile& profile);

  std::map<const image::Bitmap*, Entry> m_entries;
};

}  // namespace retailor::ui
