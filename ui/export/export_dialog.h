#pragma once

#include <QDialog>

#include "core/document/document_state.h"
#include "core/image/write_photo.h"
#include "ui/controls/prompts.h"
#include "ui/window/open_document.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace retailor::ui {

class PercentSlider;
struct ExportChoices;

// Export: file, format with its options (quality, 8 or 16 bit as the photo is), metadata (keep all, strip location, strip all), mark as
// generated, embed the recipe. Writes on a worker with progress; the window stays usable; failure is one sentence and leaves nothing
// behind.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(OpenDocument& open, Prompts& prompts, QWidget* parent = nullptr);
  void open() override { show(); }  // QDialog's own would lock the window while a file is written

 Q_SIGNALS:
  void exported(const QString& file);

 private:
  QWidget* makeFileRow();
  void addFormatRows(QFormLayout* form);
  void addMetadataRows(QFormLayout* form);
  void addFoot(QLayout* column);
  void browse();
  void takeFormat(int row);
  void showFormat();
  void showResults();
  void followDocument();
  std::optional<image::FileFormat> format() const;
  ExportChoices choices() const;
  bool mayWrite(const QString& file);
  void startExport();
  void tookEnd(const QString& file, const Result<void>& end);
  void setBusy(bool busy);
  void tell(const QString& sentence);

  OpenDocument& m_open;
  Prompts& m_prompts;
  QFormLayout* m_form = nullptr;
  QLineEdit* m_file = nullptr;
  QComboBox* m_format = nullptr;
  PercentSlider* m_quality = nullptr;
  QCheckBox* m_lossless = nullptr;
  QLabel* m_depth = nullptr;
  QComboBox* m_metadata = nullptr;
  QCheckBox* m_mark = nullptr;
  QCheckBox* m_recipe = nullptr;
  QProgressBar* m_busy = nullptr;
  QLabel* m_sentence = nullptr;
  QPushButton* m_export = nullptr;
  QString m_agreed;  // the file chooser already asked about overwriting this one
};

}  // namespace retailor::ui
