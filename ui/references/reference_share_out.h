#pragma once

#include <QObject>
#include <QPointer>
#include <memory>

#include "ui/regions/map_review.h"
#include "ui/regions/parser_source.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Makes of one picture of a person a reference for each of its parts, as a parsing map or a human parser tells them and the user chooses;
// one step of undo. Main thread.
class ReferenceShareOut : public QObject {
  Q_OBJECT

 public:
  ReferenceShareOut(OpenDocument& open, Prompts& prompts, ParserSource parsers, QWidget* window);

  bool canParse() const { return m_parsers.find != nullptr; }
  void byMap(document::Id reference);  // which file, then a look at it
  void byParser(document::Id reference);

 Q_SIGNALS:
  void failed(const QString& sentence);
  void modelFoldersWanted();

 private:
  const completion::TaggedReference* tagged() const;  // null when it has gone
  void review(const MapSource& map);
  void take(const std::shared_ptr<const mask::Labels>& parts, const std::set<regions::BodyPart>& wanted);
  void put(const std::vector<completion::TaggedReference>& references);

  OpenDocument& m_open;
  Prompts& m_prompts;
  ParserSource m_parsers;
  QWidget* m_window;
  QPointer<document::Document> m_document;
  document::Id m_id = 0;
  MapReview m_review;
};

}  // namespace retailor::ui
