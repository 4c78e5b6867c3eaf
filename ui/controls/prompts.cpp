#include "ui/controls/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace retailor::ui {

namespace {

struct PromptWords {
  Q_DECLARE_TR_FUNCTIONS(Prompts)
};

}  // namespace

QString DialogPrompts::openFile(QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
  const QString file = QFileDialog::getOpenFileName(parent, title, folder.isEmpty() ? m_folder : folder, filter);
  if (!file.isEmpty()) m_folder = QFileInfo(file).path();
  return file;
}

QStringList DialogPrompts::openFiles(QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
  const QStringList files = QFileDialog::getOpenFileNames(parent, title, folder.isEmpty() ? m_folder : folder, filter);
  if (!files.isEmpty()) m_folder = QFileInfo(files.first()).path();
  return files;
}

QString DialogPrompts::chooseFolder(QWidget* parent, const QString& title, const QString& folder) {
  return QFileDialog::getExistingDirectory(parent, title, folder);
}

QString DialogPrompts::saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter) {
  return QFileDialog::getSaveFileName(parent, title, suggestion, filter);
}

SaveAnswer DialogPrompts::saveChanges(QWidget* parent, const QString& documentName) {
  const QString question = PromptWords::tr("Save the changes to “%1” before closing it?").arg(documentName);
  QMessageBox box(QMessageBox::Question, PromptWords::tr("Unsaved changes"), question,
                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
  box.setDefaultButton(QMessageBox::Save);
  switch (box.exec()) {
    case QMessageBox::Save: return SaveAnswer::Save;
    case QMessageBox::Discard: return SaveAnswer::Discard;
    default: return SaveAnswer::Cancel;
  }
}

bool DialogPrompts::confirm(QWidget* parent, const QString& question, const QString& yes) {
  QMessageBox box(QMessageBox::Question, QStringLiteral("Retailor"), question, QMessageBox::Cancel, parent);
  const auto* accept = box.addButton(yes, QMessageBox::AcceptRole);
  box.exec();
  return box.clickedButton() == accept;
}

void DialogPrompts::tell(QWidget* parent, const QString& sentence) { QMessageBox::warning(parent, QStringLiteral("Retailor"), sentence); }

}  // namespace retailor::ui
