#include "ui/tools/scribble_board.h"

#include <algorithm>
#include <array>

#include "core/document/edits/mark_region.h"
#include "ui/controls/target_look.h"

namespace retailor::ui {

using completion::BodyRegion;
using document::PaintTarget;

namespace {

constexpr int kBoardLook = 1024;   // pixels a side of the quick look
constexpr int kBoardTint = 120;    // of 255
constexpr std::uint8_t kNone = 1;  // the label of what is none of the parts

// Label 2 is the first.
const std::vector<PaintTarget>& parts() {
  static const std::vector<PaintTarget> all = [] {
    std::vector<PaintTarget> targets{PaintTarget{}};
    for (const BodyRegion region : completion::allRegions)
      if (region != BodyRegion::Anything) targets.push_back(PaintTarget::wornAt(region));
    targets.push_back(PaintTarget::inFront());
    return targets;
  }();
  return all;
}

// Each part in its colour, borders in white; the rest clear.
QImage pictureOf(const mask::Labels& labels) {
  std::array<QRgb, 256> colours{};
  for (std::uint8_t label = kNone + 1; ScribbleBoard::partOf(label); ++label) {
    QColor colour = ScribbleBoard::colourOf(label);
    colour.setAlpha(kBoardTint);
    colours[label] = qPremultiply(colour.rgba());
  }
  QImage picture(labels.width(), labels.height(), QImage::Format_ARGB32_Premultiplied);
  for (int y = 0; y < labels.height(); ++y) {
    auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
    for (int x = 0; x < labels.width(); ++x)
      row[x] = labels.isOnBorder(x, y) ? qPremultiply(qRgba(255, 255, 255, 220)) : colours[labels.at(x, y)];
  }
  return picture;
}

QRectF around(const mask::Scribble& stroke, QPointF from, QPointF to) {
  const double margin = stroke.radius + 2;
  return QRectF(from, to).normalized().adjusted(-margin, -margin, margin, margin);
}

QPointF pointOf(const mask::Point& point) { return {point.x, point.y}; }

}  // namespace

ScribbleBoard::ScribbleBoard(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, QObject* parent)
    : QObject(parent), m_picture(std::move(picture)), m_open(open), m_work(this) {
  connect(&open, &OpenDocument::documentReplaced, this, &ScribbleBoard::clear);
}

ScribbleBoard::Part ScribbleBoard::partOf(std::uint8_t label) {
  return label > kNone && label <= kNone + parts().size() ? Part(parts()[static_cast<std::size_t>(label - kNone - 1)]) : Part();
}

std::uint8_t ScribbleBoard::labelOf(const Part& part) {
  if (!part) return kNone;
  return static_cast<std::uint8_t>(kNone + 1 + (std::ranges::find(parts(), *part) - parts().begin()));
}

// The mask and what lies in front share a colour elsewhere, where they are never seen together.
QColor ScribbleBoard::colourOf(std::uint8_t label) {
  const Part part = partOf(label);
  if (!part) return QColor(0xB8, 0xBC, 0xC2);
  return part->what == PaintTarget::What::InFront ? QColor(0x9A, 0x86, 0xFF) : targetColour(*part);
}

QString ScribbleBoard::titleOf(std::uint8_t label) {
  const Part part = partOf(label);
  return part ? targetTitle(*part) : tr("None of these");
}

bool ScribbleBoard::applicable() const {
  const auto other = [this](const mask::Scribble& stroke) { return stroke.label != m_strokes.front().label; };
  return !m_strokes.empty() && std::ranges::any_of(m_strokes, other);
}

void ScribbleBoard::begin(const Part& part, double radius, QPointF at) {
  if (!m_open.document()) return;
  m_strokes.push_back({labelOf(part), radius, {{at.x(), at.y()}}});
  m_drawing = true;
  Q_EMIT changed(around(m_strokes.back(), at, at));
}

void ScribbleBoard::suggest(const std::vector<Suggestion>& strokes) {
  if (!m_open.document()) return;
  clear();
  for (const Suggestion& one : strokes) m_strokes.push_back({labelOf(one.part), one.radius, one.path});
  propose();
  Q_EMIT changed({});
}

void ScribbleBoard::goOn(QPointF at) {
  if (!m_drawing) return;
  const QPointF before = pointOf(m_strokes.back().path.back());
  m_strokes.back().path.push_back({at.x(), at.y()});
  Q_EMIT changed(around(m_strokes.back(), before, at));
}

void ScribbleBoard::end() {
  if (!std::exchange(m_drawing, false)) return;
  propose();
}

void ScribbleBoard::removeLast() {
  if (m_strokes.empty()) return;
  m_drawing = false;
  m_strokes.pop_back();
  if (!applicable()) m_proposal = {};
  propose();
  Q_EMIT changed({});
}

void ScribbleBoard::clear() {
  m_work.stop();
  m_strokes.clear();
  m_proposal = {};
  m_drawing = false;
  Q_EMIT changed({});
  Q_EMIT stateChanged();
}

void ScribbleBoard::propose() {
  m_work.stop();
  if (applicable() && m_open.document()) {
    m_work.start<Result<mask::Labels>>(
        [picture = m_picture, state = m_open.document()->state(), strokes = m_strokes](const std::stop_token& stop) {
          return mask::scribbledRegions(*picture->of(state), strokes, kBoardLook, stop);
        },
        [this](const Result<mask::Labels>& labels) { show(labels); });
  }
  Q_EMIT stateChanged();
}

void ScribbleBoard::show(const Result<mask::Labels>& labels) {
  if (m_work.stopped() || !applicable()) return Q_EMIT stateChanged();
  if (labels)
    m_proposal = pictureOf(*labels);
  else
    Q_EMIT failed(QString::fromStdString(labels.failure().sentence));
  Q_EMIT changed({});
  Q_EMIT stateChanged();
}

void ScribbleBoard::apply() {
  if (!applicable() || !m_open.document()) return;
  m_work.start<Result<mask::Labels>>(
      [picture = m_picture, state = m_open.document()->state(), strokes = m_strokes](const std::stop_token& stop) {
        return mask::scribbledRegions(*picture->of(state), strokes, 0, stop);
      },
      [this](const Result<mask::Labels>& labels) {
        if (m_work.stopped()) return;
        if (labels)
          put(*labels);
        else
          Q_EMIT failed(QString::fromStdString(labels.failure().sentence));
        Q_EMIT stateChanged();
      });
  Q_EMIT stateChanged();
}

void ScribbleBoard::put(const mask::Labels& labels) {
  document::Document* document = m_open.document();
  if (!document || document->mask().size() != labels.size()) return;
  std::array<bool, 256> drawn{};
  for (const mask::Scribble& stroke : m_strokes) drawn[stroke.label] = true;
  document->undoStack().beginMacro(tr("Scribbled regions"));
  for (std::uint8_t label = kNone + 1; const Part part = partOf(label); ++label) {
    if (!drawn[label]) continue;
    document::pushCoverage(*document, labels.maskOf(label), tr("Scribbled regions"), *part, document::Sharing::TakesOver);
  }
  document->undoStack().endMacro();
  clear();
}

}  // namespace retailor::ui
