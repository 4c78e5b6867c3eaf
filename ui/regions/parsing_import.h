#pragma once

#include <QObject>
#include <QPointer>
#include <memory>

#include "ui/regions/map_review.h"
#include "ui/tools/visible_picture.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Brings a parsing map to the open photo: from a file or from a parser, looked at, the chosen parts marked in one step of undo. Main
// thread.
class ParsingImport : public QObject {
  Q_OBJECT

 public:
  ParsingImport(OpenDocument& open, Prompts& prompts, QWidget* window);

  void ask();                      // which file, then open
  void open(const QString& file);  // or a folder with a mask for each part
  void review(const std::shared_ptr<const regions::LabelMap>& map);
  PictureSource picture();  // the photo as it looks now

 Q_SIGNALS:
  void busyChanged(bool busy);
  void failed(const QString& sentence);

 private:
  using Parts = std::set<regions::BodyPart>;
  void start(const MapSource& source);
  void put(const mask::Labels& parts, const Parts& marked, const Parts& changing);

  OpenDocument& m_open;
  Prompts& m_prompts;
  QWidget* m_window;
  QPointer<document::Document> m_document;  // for which the file is read
  std::shared_ptr<VisiblePicture> m_picture = std::make_shared<VisiblePicture>();
  MapReview m_review;
};

}  // namespace retailor::ui
