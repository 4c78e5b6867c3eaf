#pragma once

#include <QObject>
#include <QPoint>
#include <QRect>
#include <memory>
#include <stop_token>

#include "core/completion/tagged_reference.h"
#include "core/mask/scribbles/scribbled_regions.h"
#include "core/result.h"
#include "ui/regions/map_review.h"
#include "ui/regions/parser_source.h"

namespace retailor::ui {

// Finds what counts of a reference's picture: by a box round it, its colour, strokes on it, a file, a human parser. Each works off the main
// thread, one at a time: started(), then ended(), with found() or failed() after it where there is something to say. Main thread.
class MaskFinder : public QObject {
  Q_OBJECT

 public:
  enum class Joins { Replaces, Adds, TakesAway };  // what becomes of what counted before

  // `prompts` may be null: nothing that asks or is looked at works then. Dialogs open over `window`.
  MaskFinder(const completion::TaggedReference& reference, Prompts* prompts, ParserSource parsers, QWidget* window);
  ~MaskFinder() override { m_stop.request_stop(); }

  bool canAsk() const { return m_prompts != nullptr; }
  bool canParse() const { return m_prompts && m_parsers.find; }

  void findInBox(const QRect& box);  // picture pixels
  void findColourOf(QPoint at, bool takesAway);
  void findLikeScribbles(const std::vector<mask::Scribble>& strokes);  // labels of MaskScribbles
  void askForFile();
  void askParser();

 Q_SIGNALS:
  void started(const QString& sentence);
  void ended();
  void found(const retailor::mask::Mask& mask, retailor::ui::MaskFinder::Joins how);
  void failed(const QString& sentence);
  void modelFoldersWanted();

 private:
  void find(const QString& sentence, std::function<Result<mask::Mask>()> how, Joins joins = Joins::Replaces);
  void review(const MapSource& map);
  void takeParts(const mask::Labels& parts, const std::set<regions::BodyPart>& counting);

  completion::TaggedReference m_reference;
  Prompts* m_prompts;
  ParserSource m_parsers;
  QWidget* m_window;
  std::unique_ptr<MapReview> m_review;
  std::stop_source m_stop;
};

}  // namespace retailor::ui
