#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <optional>

#include "core/regions/suggestions/body_prior.h"
#include "core/result.h"
#include "ui/controls/long_work.h"
#include "ui/tools/tool_box.h"

namespace retailor::ui {

// Guesses the parts of whoever is on the photo: finds the largest face on a worker, looks at the colours round it, and puts strokes for
// face, hair, clothes and shoes on the scribble board, where the user looks at the proposal, mends it, and takes or discards it. Only where
// OpenCV's trained cascade is installed.
class PartsSuggestion : public QObject {
  Q_OBJECT

 public:
  // `cascade`: regions::faceCascade().
  PartsSuggestion(OpenDocument& open, ToolBox& tools, std::optional<std::filesystem::path> cascade, QObject* parent);

  bool available() const { return m_cascade.has_value(); }
  void suggest();

 Q_SIGNALS:
  void busyChanged(bool busy);
  void noted(const QString& sentence);
  void noteEnded(const QString& sentence);  // the proposal was taken or discarded
  void failed(const QString& sentence);

 private:
  using Found = Result<std::vector<regions::PartStroke>>;  // empty: no face

  void take(const Found& strokes);
  void endNote();

  OpenDocument& m_open;
  ToolBox& m_tools;
  std::optional<std::filesystem::path> m_cascade;
  std::shared_ptr<VisiblePicture> m_picture = std::make_shared<VisiblePicture>();
  QString m_note;  // shown while its proposal is on the board
  LongWork m_work;
};

}  // namespace retailor::ui
