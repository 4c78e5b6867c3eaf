#pragma once

#include <QObject>
#include <memory>

#include "core/document/document_state.h"
#include "core/document/recovery.h"
#include "core/result.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Opens photos and projects and saves projects, on workers: the window stays usable meanwhile. One file at a time. Main thread.
class DocumentFiles : public QObject {
  Q_OBJECT

 public:
  explicit DocumentFiles(OpenDocument& open, QObject* parent = nullptr);

  bool busy() const { return m_busy; }
  void open(const QString& file);                   // an .ora is a project, anything else a photo
  void recover(const document::Recoverable& lost);  // what a crash left; counts as not saved
  void save(const QString& file);                   // the document as it is now; edits made meanwhile leave it modified

  static QString photoFilter();
  static QString projectFilter();
  static QString anyFilter();  // photos and projects

 Q_SIGNALS:
  void busyChanged(const QString& what);  // "Opening beach.jpg…"; empty: done
  void opened(const QString& file);
  void recovered();
  void saved(const QString& file);
  void noted(const QString& sentence);
  void failed(const QString& sentence);

 private:
  void begin(const QString& what);
  void end();
  void openPhoto(const QString& file);
  void openProject(const QString& file);
  void tellNotes(const std::vector<std::string>& notes);

  OpenDocument& m_open;
  bool m_busy = false;
};

}  // namespace retailor::ui
