#pragma once

#include <QDialog>
#include <memory>

#include "ui/controls/long_work.h"
#include "ui/regions/map_review.h"
#include "ui/regions/parser_source.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace retailor::ui {

class WorkBar;

// Finds the parts of the person on a picture with a human parser: which of those installed, under which licence, then the work with its
// progress and Cancel. Where none is installed it says what to install and where. Closing it stops the work.
class ParserDialog : public QDialog {
  Q_OBJECT

 public:
  ParserDialog(PictureSource picture, ParserSource source, QWidget* parent = nullptr);

 Q_SIGNALS:
  // A map of the picture's size, to be looked at like one from a file; the dialog closes.
  void parsed(const std::shared_ptr<const retailor::regions::LabelMap>& map);
  void modelFoldersWanted();  // the dialog closes

 private:
  using Parsed = Result<std::shared_ptr<const regions::LabelMap>>;

  void addParts();
  void search();
  void showFound(const std::vector<OfferedParser>& found);
  void showLicence();
  void parse();
  void take(const Parsed& parsed);
  void say(const QString& sentence);
  void fitWords();

  PictureSource m_picture;
  ParserSource m_source;
  std::vector<OfferedParser> m_found;
  QLabel* m_words;
  QLabel* m_licence;
  QComboBox* m_parser;
  WorkBar* m_bar;
  QPushButton* m_find;
  QPushButton* m_folders;
  LongWork m_work;
};

}  // namespace retailor::ui
