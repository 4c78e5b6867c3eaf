#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <map>
#include <memory>
#include <set>

#include "core/regions/maps/import_map.h"
#include "core/regions/schemes/detect_scheme.h"
#include "ui/controls/long_work.h"
#include "ui/controls/prompts.h"
#include "ui/regions/class_table.h"
#include "ui/regions/map_questions.h"
#include "ui/regions/scheme_candidates.h"

namespace retailor::ui {

// A parsing map looked at before it is used: over the photo, read by the scheme it seems to have or another that the user picks, and what
// shall become of each part it shows. Each class may be sent to another part; that makes a table of the user's own, which can be saved and
// taken again. Where the map could be of several kinds, each is shown. Reading happens on a worker.
class ParsingMapDialog : public QDialog {
  Q_OBJECT

 public:
  // `look`: the photo, small. `map` is kept.
  ParsingMapDialog(std::shared_ptr<const regions::LabelMap> map, image::Size photo, QImage look, Prompts& prompts,
                   QWidget* parent = nullptr);
  ~ParsingMapDialog() override;

 Q_SIGNALS:
  // `parts` has the photo's size. Parts to mark on the photo for fitting and replacing, and parts that may change (join the mask).
  void chosen(std::shared_ptr<const retailor::mask::Labels> parts, const std::set<retailor::regions::BodyPart>& marked,
              const std::set<retailor::regions::BodyPart>& changing);

 private:
  enum Column { Part, Share, Mark, Change };
  struct Reading {
    Result<regions::ImportedParts> imported;
    std::vector<std::uint32_t> shownIds;  // the map's, of the look's size; empty where it does not fit the photo
  };

  void addParts();
  void addList();
  QLayout* schemeRow();
  QLayout* picturesColumn();
  void listSchemes();
  void compareGuesses(const regions::SchemeGuesses& guesses);
  void chooseScheme(int index);
  void askForScheme();
  void take(regions::ParsingScheme scheme);
  void editClass(std::uint32_t id, regions::BodyPart part);
  void saveScheme();
  void read();
  void show(const Reading& reading);
  void showPicture();
  void listParts();
  std::set<regions::BodyPart> checked(Column column) const;
  void heedChecks();
  void choose();
  void tell(const QStringList& sentences);

  std::shared_ptr<const regions::LabelMap> m_map;
  image::Size m_photo;
  QImage m_look;
  Prompts& m_prompts;
  std::vector<regions::ParsingScheme> m_schemes;  // the combo box's items
  std::map<std::uint32_t, std::size_t> m_counts;  // of the map
  bool m_ambiguous = false;
  int m_shown = 0;
  int m_own = -1;  // the table that the user edited
  std::vector<std::uint32_t> m_shownIds;
  std::shared_ptr<const mask::Labels> m_parts;  // null while being read, or unreadable so
  QComboBox m_scheme;
  QLabel m_picture, m_notes;
  QTabWidget m_pages;
  QTreeWidget m_list;
  ClassTable m_classes;
  SchemeCandidates m_candidates;
  MapQuestions m_questions;
  QPushButton m_use, m_save;
  LongWork m_work;
};

}  // namespace retailor::ui
