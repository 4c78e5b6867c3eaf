#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <map>
#include <memory>
#include <set>

#include "core/regions/maps/import_map.h"
#include "ui/controls/long_work.h"
#include "ui/controls/prompts.h"

namespace retailor::ui {

// A parsing map looked at before it is used: over the photo, read by the scheme it seems to have or another that the user picks, and what
// shall become of each part it shows. Reading by another scheme happens on a worker.
class ParsingMapDialog : public QDialog {
  Q_OBJECT

 public:
  // `look`: the photo, small. `map` is kept.
  ParsingMapDialog(std::shared_ptr<const regions::LabelMap> map, image::Size photo, QImage look, Prompts& prompts,
                   QWidget* parent = nullptr);

 Q_SIGNALS:
  // `parts` has the photo's size. Parts to mark on the photo for fitting and replacing, and parts that may change (join the mask).
  void chosen(std::shared_ptr<const retailor::mask::Labels> parts, const std::set<retailor::regions::BodyPart>& marked,
              const std::set<retailor::regions::BodyPart>& changing);

 private:
  enum Column { Part, Share, Mark, Change };

  void addParts();
  void listSchemes();
  void chooseScheme(int index);
  void askForScheme();
  void readBy(const regions::ParsingScheme& scheme);
  void show(const Result<regions::ImportedParts>& imported);
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
  bool m_ambiguous = false;
  int m_shown = -1;
  std::shared_ptr<const mask::Labels> m_parts;  // null while being read, or unreadable so
  QComboBox m_scheme;
  QLabel m_picture, m_notes;
  QTreeWidget m_list;
  QPushButton m_use;
  LongWork m_work;
};

}  // namespace retailor::ui
