#pragma once

#include <QObject>
#include <map>

#include "core/completion/method_readiness.h"
#include "core/completion/model_folders.h"
#include "ui/controls/long_work.h"
#include "ui/run/method_source.h"

namespace retailor::ui {

// What is known of a method: whether it could run now, and with which models.
struct MethodState {
  completion::MethodReadiness readiness;        // with the chosen model, where there is one
  std::vector<completion::UsableModel> models;  // all that fit, the one taken unasked first
  QString chosen;                               // path of the user's choice among them; empty: the first
  completion::ModelFolders folders;             // for a run
};

using MethodStates = std::map<std::string, MethodState>;  // by the method's key

// Asks every method, with the folders and models of the user's preferences. Reads the disk: on a worker.
MethodStates statesOf(const Methods& methods);

// Knows the state of every method, and looks again on a worker when folders or models may have changed. Main thread.
class MethodWatch : public QObject {
  Q_OBJECT

 public:
  explicit MethodWatch(QObject* parent = nullptr) : QObject(parent), m_look(this) {}

  void begin(Methods methods, MethodStates states);
  const MethodState* stateOf(const std::string& method) const;  // null while it is not known
  void lookAgain();
  void choose(const std::string& method, const QString& modelPath);  // empty: the one that fits best

 Q_SIGNALS:
  void changed();

 private:
  Methods m_methods;
  MethodStates m_states;
  LongWork m_look;
};

}  // namespace retailor::ui
