#pragma once

#include <QImage>
#include <QList>
#include <QObject>
#include <QRect>
#include <QStringList>
#include <QTimer>

#include "core/completion/prepared_inputs.h"
#include "ui/controls/long_work.h"
#include "ui/run/run_session.h"

namespace retailor::ui {

// One picture that the method is given, ready for the screen.
struct SightPicture {
  completion::PreparedInput::Kind kind{};
  completion::PreparedInput::Behind behind{};
  completion::PreparedInput::Looker looker{};
  quint64 reference = 0;  // the document's; 0: none
  QString name{};         // of the reference
  QImage shown{};         // shrunk for its tile
  QSize size{};           // as the method gets it
};

// What the method is given, or why that cannot be said.
struct Sight {
  QString obstacle{};  // a sentence; empty: there are pictures
  QRect window{};      // photo pixels
  QList<SightPicture> pictures{};
  QStringList notes{};
};

// What the chosen method would be given for the document as it is: asked of the method itself on a worker, a moment after the last change,
// as long as it is watched. A newer question stops the older. Main thread.
class MethodSight : public QObject {
  Q_OBJECT

 public:
  MethodSight(OpenDocument& open, RunSession& session, QObject* parent = nullptr);

  void watch(bool on);
  bool watched() const { return m_watched; }
  void setTile(QSize pixels);  // the size that pictures are shrunk into, device pixels

 Q_SIGNALS:
  void looking();  // an answer is on its way
  void seen(const retailor::ui::Sight& sight);

 private:
  void followDocument();
  void heedChange(const document::DocumentChange& change);
  void lookSoon();
  void look();

  OpenDocument& m_open;
  RunSession& m_session;
  bool m_watched = false;
  QSize m_tile{256, 256};
  completion::CompletionSettings m_asked;  // the settings of the last question, but for what changes no picture
  QTimer m_soon;
  LongWork m_look;
};

}  // namespace retailor::ui
