#pragma once

#include <QHash>
#include <QMap>
#include <QWidget>

#include "ui/controls/prompts.h"
#include "ui/regions/parser_source.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

class ReferenceCard;
class ReferenceShareOut;
class RegionRow;
struct ReadReferences;

// The References panel: a row per body region with the cards of its references, an Add button and a place to drop files. Each card shows
// what the method gets (the crop after its mask), its name, weight, and buttons: edit mask, place on photo, remove.
class ReferenceTray : public QWidget {
  Q_OBJECT

 public:
  ReferenceTray(OpenDocument& open, Prompts& prompts, ParserSource parsers = {}, QWidget* parent = nullptr);

  // Reads the files on a worker and adds each that is a picture; a sentence for each that is not.
  void addFiles(const QStringList& files, completion::BodyRegion region);

  QWidget* controlOf(quint64 reference, const QString& name) const;  // of its card, by object name; null where there is none

 Q_SIGNALS:
  void placementWanted(quint64 reference);                     // show handles on the canvas
  void fitWanted(quint64 reference);                           // bend it onto the garment that the person wears
  void fitOffered(const QString& sentence);                    // garments were added that can be fitted
  void regionChosen(retailor::completion::BodyRegion region);  // the row the user works on: colours the mask overlay
  void modelFoldersWanted();                                   // a parser is missing
  void failed(const QString& sentence);

 private:
  void addRow(completion::BodyRegion region);
  void followDocument();
  void heedChange(const document::DocumentChange& change);
  void showReferences();
  ReferenceCard* cardFor(document::Id id);
  void dropCardsOfGone(const document::DocumentState& state);
  void choose(completion::BodyRegion region);
  void chooseRegionOf(document::Id id);
  void askForFiles(completion::BodyRegion region);
  void take(ReadReferences all);
  void editMask(document::Id id);
  void remove(document::Id id);
  void setRegion(document::Id id, completion::BodyRegion region);
  void setWeight(document::Id id, double weight);
  void setMask(document::Id id, std::shared_ptr<const mask::Mask> mask, const QString& sha256);

  OpenDocument& m_open;
  Prompts& m_prompts;
  ParserSource m_parsers;
  ReferenceShareOut* m_shareOut;
  QMap<completion::BodyRegion, RegionRow*> m_rows;
  QHash<document::Id, ReferenceCard*> m_cards;
  QString m_folder;                             // where the next files are looked for
  QMap<completion::BodyRegion, int> m_reading;  // batches on their way
};

}  // namespace retailor::ui
