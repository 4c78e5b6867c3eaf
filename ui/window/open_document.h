#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "core/document/document.h"

namespace retailor::ui {

// The one document that the window shows, or none (first-start page). Panels keep a pointer to this and follow documentReplaced; they
// connect to the document with themselves as context, so that the connection ends with either.
class OpenDocument : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  document::Document* document() const { return m_document.get(); }
  // The .ora it was opened from or saved to; empty for a photo not saved yet.
  QString projectPath() const { return m_projectPath; }
  // The picture file it began with, for the folder and name that export suggests.
  QString photoPath() const { return m_photoPath; }

  void replace(std::unique_ptr<document::Document> document, const QString& photoPath, const QString& projectPath);
  void setProjectPath(const QString& path);

 Q_SIGNALS:
  void documentReplaced();
  void projectPathChanged();

 private:
  std::unique_ptr<document::Document> m_document;
  QString m_photoPath;
  QString m_projectPath;
};

}  // namespace retailor::ui
