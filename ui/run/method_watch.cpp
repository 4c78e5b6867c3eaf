#include "ui/run/method_watch.h"

#include <algorithm>

#include "ui/run/model_folders.h"

namespace retailor::ui {

namespace {

MethodState stateOf(const completion::CompletionMethod& method) {
  MethodState state;
  state.folders = preferredModelFolders();
  state.readiness = method.readiness(state.folders);
  state.models = state.readiness.models;
  const std::string chosen = chosenModel(method.traits().key).toStdString();
  // A model that is no longer there is not asked for, and not forgotten either: its disk may come back.
  if (std::ranges::count(state.models, chosen, &completion::UsableModel::path) == 0) return state;
  state.chosen = QString::fromStdString(chosen);
  state.folders.named = {chosen};
  state.readiness = method.readiness(state.folders);
  return state;
}

}  // namespace

MethodStates statesOf(const Methods& methods) {
  MethodStates states;
  for (const auto& method : methods) states[method->traits().key] = stateOf(*method);
  return states;
}

void MethodWatch::begin(Methods methods, MethodStates states) {
  m_methods = std::move(methods);
  m_states = std::move(states);
  Q_EMIT changed();
}

const MethodState* MethodWatch::stateOf(const std::string& method) const {
  const auto state = m_states.find(method);
  return state != m_states.end() ? &state->second : nullptr;
}

void MethodWatch::lookAgain() {
  if (m_methods.empty()) return;
  m_look.start<MethodStates>([methods = m_methods](const std::stop_token&) { return statesOf(methods); },
                             [this](MethodStates states) {
                               m_states = std::move(states);
                               Q_EMIT changed();
                             });
}

void MethodWatch::choose(const std::string& method, const QString& modelPath) {
  chooseModel(method, modelPath);
  lookAgain();
}

}  // namespace retailor::ui
