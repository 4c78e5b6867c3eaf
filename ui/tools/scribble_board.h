#pragma once

#include <QColor>
#include <QImage>
#include <QObject>
#include <optional>
#include <vector>

#include "core/mask/labels.h"
#include "core/mask/scribbles/scribbled_regions.h"
#include "ui/controls/long_work.h"
#include "ui/tools/visible_picture.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// What the user scribbled on parts of the photo, several at once, and the partition that these strokes propose: worked out anew on a
// worker after every stroke, the newest strokes counting. apply() makes masks of it at full size. Main thread.
class ScribbleBoard : public QObject {
  Q_OBJECT

 public:
  // What a stroke is for; nothing: for none of the parts.
  using Part = std::optional<document::PaintTarget>;

  ScribbleBoard(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, QObject* parent = nullptr);

  struct Suggestion {
    Part part;
    double radius = 1;  // photo pixels
    std::vector<mask::Point> path;
  };
  // Strokes that were guessed take the place of those on the board, as if the user had drawn them.
  void suggest(const std::vector<Suggestion>& strokes);

  void begin(const Part& part, double radius, QPointF at);  // photo pixels
  void goOn(QPointF at);
  void end();
  void removeLast();
  void clear();
  void apply();  // every part that has strokes becomes what is proposed for it, in one step of undo; then the board is empty

  const std::vector<mask::Scribble>& strokes() const { return m_strokes; }
  const QImage& proposal() const { return m_proposal; }  // the photo's shape, at most 1024 pixels a side; null: none yet
  bool drawing() const { return m_drawing; }
  bool applicable() const;  // two different parts have strokes
  bool busy() const { return m_work.going(); }

  static Part partOf(std::uint8_t label);
  static QColor colourOf(std::uint8_t label);
  static QString titleOf(std::uint8_t label);

 Q_SIGNALS:
  void changed(const QRectF& photo);  // looks different there; empty: everywhere
  void stateChanged();                // strokes came or went, or work began or ended
  void failed(const QString& sentence);

 private:
  void propose();
  void show(const Result<mask::Labels>& labels);
  void put(const mask::Labels& labels);
  static std::uint8_t labelOf(const Part& part);

  std::shared_ptr<VisiblePicture> m_picture;
  OpenDocument& m_open;
  std::vector<mask::Scribble> m_strokes;
  QImage m_proposal;
  bool m_drawing = false;
  LongWork m_work;
};

}  // namespace retailor::ui
