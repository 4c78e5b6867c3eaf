#pragma once

#include <QLabel>

namespace retailor::ui {

// A name on one line: shortened in the middle when there is no room (the end of a file name matters too), whole in the tool tip.
class ElidedName : public QLabel {
  Q_OBJECT

 public:
  using QLabel::QLabel;
  void setName(const QString& name);
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void shorten();

  QString m_name;
};

}  // namespace retailor::ui
