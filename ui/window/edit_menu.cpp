#include "ui/window/edit_menu.h"

namespace retailor::ui {

EditMenu::EditMenu(OpenDocument& open, CanvasView& canvas, ActionTable& table, QWidget* window) : QMenu(tr("&Edit"), window), m_open(open) {
  setObjectName(QStringLiteral("editMenu"));
  m_undo = table.add(QStringLiteral("edit_undo"), tr("&Undo"), tr("Edit"), QKeySequence(Qt::CTRL | Qt::Key_Z), QStringLiteral("undo"));
  m_redo = table.add(QStringLiteral("edit_redo"), tr("&Redo"), tr("Edit"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                     QStringLiteral("redo"));
  addAction(m_undo);
  addAction(m_redo);
  addSeparator();
  QAction* preferences = table.add(QStringLiteral("edit_preferences"), tr("&Preferences…"), tr("Edit"),
                                   QKeySequence(Qt::CTRL | Qt::Key_Comma), QStringLiteral("settings"));
  addAction(preferences);
  connect(preferences, &QAction::triggered, this, &EditMenu::preferencesWanted);
  connect(m_undo, &QAction::triggered, this, [this, &canvas] {
    canvas.finishGesture();
    m_open.document()->undoStack().undo();
  });
  connect(m_redo, &QAction::triggered, this, [this, &canvas] {
    canvas.finishGesture();
    m_open.document()->undoStack().redo();
  });
  connect(&open, &OpenDocument::documentReplaced, this, &EditMenu::follow);
  follow();
}

void EditMenu::follow() {
  if (document::Document* document = m_open.document())
    connect(&document->undoStack(), &QUndoStack::indexChanged, this, &EditMenu::refresh);
  refresh();
}

void EditMenu::refresh() {
  const QUndoStack* stack = m_open.document() ? &m_open.document()->undoStack() : nullptr;
  m_undo->setEnabled(stack && stack->canUndo());
  m_redo->setEnabled(stack && stack->canRedo());
  m_undo->setText(m_undo->isEnabled() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
  m_redo->setText(m_redo->isEnabled() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
}

}  // namespace retailor::ui
