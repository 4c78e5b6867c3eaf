#pragma once

#include <QSettings>
#include <QStringList>

namespace retailor::ui {

// A preference of the user: its key in the settings and what it is until changed. Each is listed once, here. (Keys of commands are kept by
// ActionTable, the model chosen for a method by ui/run/model_folders.)
template <class T>
struct Preference {
  const char* key;
  T standard;

  T value() const { return QSettings().value(QLatin1String(key), standard).template value<T>(); }
  void set(T value) const { QSettings().setValue(QLatin1String(key), value); }
};

namespace preferences {
inline constexpr Preference<int> threads{"run/threads", 0};                       // 0: as many as the machine has
inline constexpr Preference<int> previewsPerSecond{"run/previewsPerSecond", 15};  // 1..15
inline constexpr Preference<bool> advancedUnfolded{"run/advancedUnfolded", false};
inline const Preference<QStringList> modelFolders{"models/folders", {}};  // in the order of the search; retailor-cli reads them, too
}  // namespace preferences

}  // namespace retailor::ui
