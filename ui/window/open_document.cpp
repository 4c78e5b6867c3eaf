#include "ui/window/open_document.h"

namespace retailor::ui {

void OpenDocument::replace(std::unique_ptr<document::Document> document, const QString& photoPath, const QString& projectPath) {
  // The old document outlives the signal, so that nobody holds a dangling pointer while switching over.
  const auto old = std::exchange(m_document, std::move(document));
  m_photoPath = photoPath;
  m_projectPath = projectPath;
  Q_EMIT documentReplaced();
}

void OpenDocument::setProjectPath(const QString& path) {
  m_projectPath = path;
  Q_EMIT projectPathChanged();
}

}  // namespace retailor::ui
