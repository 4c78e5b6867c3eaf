#include "ui/run/settings/pose_field.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/controls/elided_name.h"
#include "ui/controls/prompts.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

PoseField::PoseField(QWidget* parent)
    : QWidget(parent), m_name(new ElidedName(this)), m_choose(new QToolButton(this)), m_remove(new QToolButton(this)) {
  m_name->setObjectName(QStringLiteral("poseName"));
  m_choose->setObjectName(QStringLiteral("choosePose"));
  m_choose->setText(tr("Choose…"));
  m_choose->setToolTip(tr("Choose a DensePose picture of the photo's size: it says how the person stands"));
  m_choose->setEnabled(false);
  m_remove->setObjectName(QStringLiteral("removePose"));
  m_remove->setIcon(themeIcon(QStringLiteral("remove")));
  m_remove->setAccessibleName(tr("Take out the pose"));
  m_remove->setToolTip(tr("Run without a pose; the file stays"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(m_name, 1);
  row->addWidget(m_choose);
  row->addWidget(m_remove);
  setFocusProxy(m_choose);
  connect(m_choose, &QToolButton::clicked, this, &PoseField::choose);
  connect(m_remove, &QToolButton::clicked, this, &PoseField::removed);
  showPose({});
}

void PoseField::setPrompts(Prompts& prompts) {
  m_prompts = &prompts;
  m_choose->setEnabled(true);
}

void PoseField::showPose(const QString& name) {
  m_name->setName(name.isEmpty() ? tr("None") : name);
  m_remove->setVisible(!name.isEmpty());
}

void PoseField::choose() {
  const QString file =
      m_prompts->openFile(this, tr("Pose picture"), QString(), tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;All files (*)"));
  if (!file.isEmpty()) Q_EMIT chosen(file);
}

}  // namespace retailor::ui
