#pragma once

#include <QTreeWidget>
#include <cstdint>
#include <map>
#include <optional>

#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::ui {

// The classes a parsing map really holds, a row each: its colour, name, pixels, and the part it goes to, which the user may change.
class ClassTable : public QTreeWidget {
  Q_OBJECT

 public:
  explicit ClassTable(QWidget* parent = nullptr);

  // Classes that the scheme does not know are listed too; they count as bare skin. `counts`: pixels of each id. The row that was current
  // stays so.
  void showClasses(const regions::ParsingScheme& scheme, const std::map<std::uint32_t, std::size_t>& counts);
  std::optional<std::uint32_t> current() const;  // the id of the row that is looked at

 Q_SIGNALS:
  void partChosen(std::uint32_t id, retailor::regions::BodyPart part);
  void currentClassChanged();

 private:
  enum Column { Class, Pixels, Part };

  void addClass(const regions::ParsingClass& one, std::size_t pixels, bool known);
};

// `scheme` with `id` going to `part`, an id that it did not know becoming a class of it; a table of the user's own then.
regions::ParsingScheme edited(const regions::ParsingScheme& scheme, std::uint32_t id, regions::BodyPart part);

}  // namespace retailor::ui
