#pragma once

#include <QObject>
#include <QRectF>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

#include "core/document/edits/reference_edits.h"
#include "ui/fitting/fit_look.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// The fit that the user is working on: its mesh, and how it looks. Follows the document's reference both ways: what the user does here ends
// in edits, and undo is followed. Cutting, matching, settling and lighting run on workers; only moving pins happens at once. Main thread.
class CurrentFit : public QObject {
  Q_OBJECT

 public:
  explicit CurrentFit(OpenDocument& open, QObject* parent = nullptr);
  ~CurrentFit() override;

  void begin(document::Id reference);  // one that has a fit and whose worn garment is marked
  void end();
  document::Id reference() const { return m_id; }  // 0: none
  const completion::TaggedReference* tagged() const;
  const garment::FitSettings& settings() const { return m_settings; }

  bool ready() const { return m_start.has_value(); }  // the mesh is there; what follows needs it
  bool busy() const { return m_working; }
  const garment::FitMesh& mesh() const { return m_start->session.mesh(); }
  const garment::GarmentCut& cut() const { return *m_start->cut; }
  const std::vector<garment::FitPin>& pins() const { return m_start->session.pins(); }
  QPointF pinAt(std::size_t index) const;  // photo pixels
  QRectF area() const;                     // of the placed cloth, photo pixels
  garment::FitWarnings warnings() const;   // of cutting, matching, light and what is left uncovered

  void dragPin(std::size_t index, QPointF to);  // live; ends with keepPins
  // Both ends of a cuff at once: one that goes ahead alone soon stops, where the cloth between them would fold.
  void dragPins(std::pair<std::size_t, QPointF> first, std::pair<std::size_t, QPointF> second);
  void keepPins(document::ReferenceAspect aspect, const QString& label);
  std::optional<std::size_t> addPin(QPointF at);
  void removePin(std::size_t index);
  void resetPin(std::size_t index);  // back to its automatic place; one that the user added goes
  void resetPins();
  bool canReset(std::size_t index) const { return !m_start->session.atAutomaticPlace(index); }
  void change(const garment::FitSettings& after);  // a slider or switch; the pins stay, or go where `after` has none
  void flip();                                     // left to right

  // The cloth as it lies now, lit if that has been worked out, else plain at no more than `scale` of the photo's size.
  const FitLook::Picture& look(double scale);

 Q_SIGNALS:
  void moved();  // mesh or look changed
  void settingsChanged();
  void warningsChanged();
  void busyChanged(bool busy);
  void failed(const QString& sentence);
  void ended();  // by end(), or because the reference or its fit went away

 private:
  void follow();
  void heed(const document::DocumentChange& change);
  void takeSettings(const garment::FitSettings& settings);
  void restart();     // cut and all
  void beginAgain();  // same cut, another mesh
  void take(Result<completion::FitStart> start);
  void push(document::ReferenceAspect aspect, const QString& label);
  void settle();
  void changeAsWanted();
  void takeSettled(garment::FitSession settled);
  void meshMoved();
  void draw();
  void setWorking(bool working);
  std::stop_token newWork();

  OpenDocument& m_open;
  document::Id m_id = 0;
  garment::FitSettings m_settings;
  std::optional<completion::FitStart> m_start;
  std::shared_ptr<const mask::Mask> m_cutBy;  // the reference's mask and tag that m_start began with
  completion::BodyRegion m_tag = completion::BodyRegion::Anything;
  FitLook m_look;
  QTimer m_restartSoon;
  std::stop_source m_work;
  int m_workNumber = 0;  // newest wins
  int m_touches = 0;     // of the session, by whatever: what a worker settled meanwhile is old
  bool m_working = false, m_settling = false;
  std::optional<garment::FitSettings> m_wanted;  // chosen while pins were settling: for afterwards
  bool m_flipWanted = false;
  bool m_again = false;  // settings changed while a mesh was being made: once more, so that a slider that goes on moving shows something
};

}  // namespace retailor::ui
