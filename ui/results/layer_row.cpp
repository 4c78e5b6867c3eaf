#include "ui/results/layer_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "ui/controls/theme.h"

namespace retailor::ui {

LayerRow::LayerRow(QWidget* parent)
    : QWidget(parent),
      m_eye(new QToolButton(this)),
      m_thumbnail(new QLabel(this)),
      m_name(new QLabel(this)),
      m_editor(new QLineEdit(this)) {
  m_eye->setObjectName(QStringLiteral("layerEye"));
  m_eye->setCheckable(true);
  m_eye->setAutoRaise(true);
  m_eye->setStyleSheet(QStringLiteral("QToolButton:checked { background: transparent; border-color: transparent; }"));
  m_thumbnail->setFixedSize(thumbnailSize);
  m_name->setTextFormat(Qt::PlainText);
  m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_editor->setObjectName(QStringLiteral("layerName"));
  m_editor->setAccessibleName(tr("Name of the layer"));
  m_editor->hide();
  connect(m_eye, &QToolButton::clicked, this, &LayerRow::visibilityWanted);
  connect(m_editor, &QLineEdit::editingFinished, this, &LayerRow::endRenaming);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2, 2, 6, 2);
  row->setSpacing(6);
  row->addWidget(m_eye);
  row->addWidget(m_thumbnail);
  row->addWidget(m_name, 1);
  row->addWidget(m_editor, 1);
}

void LayerRow::setLayer(const document::Layer& layer) {
  const QString name = QString::fromStdString(layer.name);
  m_eye->setChecked(layer.visible);
  m_eye->setIcon(themeIcon(layer.visible ? QStringLiteral("eye") : QStringLiteral("eye-off")));
  m_eye->setAccessibleName(layer.visible ? tr("Hide %1").arg(name) : tr("Show %1").arg(name));
  m_eye->setToolTip(layer.visible ? tr("Hide this layer") : tr("Show this layer"));
  m_name->setText(name);
  m_name->setToolTip(name);
}

void LayerRow::setPhoto(const QString& name) {
  m_locked = true;
  m_eye->setIcon(themeIcon(QStringLiteral("lock")));
  m_eye->setEnabled(false);
  m_eye->setToolTip(tr("The photo stays as it is; results lie over it."));
  m_name->setText(name);
  m_name->setToolTip(name);
}

void LayerRow::setThumbnail(const QImage& picture) {
  m_thumbnail->setAlignment(Qt::AlignCenter);
  m_thumbnail->setPixmap(QPixmap::fromImage(picture));
}

void LayerRow::rename() {
  if (m_locked) return;
  m_editor->setText(m_name->text());
  m_editor->selectAll();
  m_name->hide();
  m_editor->show();
  m_editor->setFocus();
}

void LayerRow::endRenaming() {
  const QString name = m_editor->text().trimmed();
  m_editor->hide();
  m_name->show();
  if (!name.isEmpty() && name != m_name->text()) Q_EMIT nameWanted(name);
}

void LayerRow::mouseDoubleClickEvent(QMouseEvent*) { rename(); }

}  // namespace retailor::ui
