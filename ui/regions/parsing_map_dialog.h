#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <map>
#include <memory>
#include <set>

#include "core/image/bitmap.h"
#include "core/regions/maps/import_map.h"
#include "core/regions/schemes/detect_scheme.h"
#include "ui/controls/long_work.h"
#include "ui/controls/prompts.h"
#include "ui/regions/class_table.h"
#include "ui/regions/map_questions.h"
#include "ui/regions/part_table.h"
#include "ui/regions/scheme_candidates.h"

namespace retailor::ui {

// The picture that a map is of.
struct MappedPicture {
  std::shared_ptr<const image::Bitmap> pixels;  // sRGB U8
  QImage look;                                  // the same, small
};

// A parsing map looked at before it is used: over its picture, read by the scheme it seems to have or another that the user picks, and
// what shall become of each part it shows. Each class may be sent to another part; that makes a table of the user's own, which can be saved
// and taken again. Where the map could be of several kinds, each is shown. Reading happens on a worker.
class ParsingMapDialog : public QDialog {
  Q_OBJECT

 public:
  ParsingMapDialog(std::shared_ptr<const regions::LabelMap> map, MappedPicture picture, std::vector<PartUse> uses, Prompts& prompts,
                   QWidget* parent = nullptr);
  ~ParsingMapDialog() override;

 Q_SIGNALS:
  // `parts` has the picture's size; a set of parts for each use.
  void chosen(const std::shared_ptr<const retailor::mask::Labels>& parts, const std::vector<std::set<retailor::regions::BodyPart>>& taken);

 private:
  struct Reading {
    Result<regions::ImportedParts> imported;
    std::vector<std::uint32_t> shownIds;  // the map's, of the look's size; empty where it does not fit the picture
  };

  void addParts();
  QLayout* schemeRow();
  QLayout* picturesColumn();
  regions::SchemeGuesses guesses() const;
  void listSchemes();
  void compareGuesses(const regions::SchemeGuesses& guesses);
  void pickScheme(int index);
  void heedAnswers();
  void chooseScheme(int index);
  void askForScheme();
  void take(regions::ParsingScheme scheme);
  void editClass(std::uint32_t id, regions::BodyPart part);
  void saveScheme();
  void read();
  void show(const Reading& reading);
  void showPicture();
  void heedTicks();
  void choose();
  void tell(const QStringList& sentences);

  std::shared_ptr<const regions::LabelMap> m_map;
  MappedPicture m_of;
  Prompts& m_prompts;
  std::vector<regions::ParsingScheme> m_schemes;  // the combo box's items
  std::map<std::uint32_t, std::size_t> m_counts;  // of the map
  bool m_ambiguous = false;
  int m_shown = 0;
  int m_guessed = 0;      // the likeliest
  bool m_picked = false;  // the user said which
  int m_own = -1;         // the table that the user edited
  std::vector<std::uint32_t> m_shownIds;
  std::shared_ptr<const mask::Labels> m_parts;  // null while being read, or unreadable so
  QComboBox m_scheme;
  QLabel m_picture, m_notes;
  QTabWidget m_pages;
  PartTable m_list;
  ClassTable m_classes;
  SchemeCandidates m_candidates;
  MapQuestions m_questions;
  QPushButton m_use, m_save;
  LongWork m_work;
};

}  // namespace retailor::ui
