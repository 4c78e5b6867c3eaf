#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <set>

#include "core/regions/body_part.h"
#include "core/regions/maps/label_map.h"
#include "core/result.h"
#include "ui/controls/long_work.h"
#include "ui/controls/prompts.h"
#include "ui/tools/visible_picture.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Brings a parsing map to the open photo: reads the file on a worker, or takes what a parser made, lets the user look at it, and marks the
// chosen parts in one step of undo. Main thread.
class ParsingImport : public QObject {
  Q_OBJECT

 public:
  ParsingImport(OpenDocument& open, Prompts& prompts, QWidget* window);

  void ask();                      // which file, then open
  void open(const QString& file);  // or a folder with a mask for each part
  void review(const std::shared_ptr<const regions::LabelMap>& map);

 Q_SIGNALS:
  void busyChanged(bool busy);
  void failed(const QString& sentence);

 private:
  struct Read {
    std::shared_ptr<const regions::LabelMap> map;
    QImage look;
  };

  using MapSource = std::function<Result<std::shared_ptr<const regions::LabelMap>>()>;

  void start(const MapSource& source);
  void take(const Result<Read>& read);
  void put(const mask::Labels& parts, const std::set<regions::BodyPart>& marked, const std::set<regions::BodyPart>& changing);

  OpenDocument& m_open;
  Prompts& m_prompts;
  QWidget* m_window;
  QPointer<document::Document> m_document;  // for which the file is read
  std::shared_ptr<VisiblePicture> m_picture = std::make_shared<VisiblePicture>();
  LongWork m_work;
};

}  // namespace retailor::ui
