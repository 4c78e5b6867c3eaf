#include "ui/regions/class_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <algorithm>

#include "core/regions/maps/label_map.h"
#include "ui/regions/part_look.h"

namespace retailor::ui {

using regions::BodyPart;

namespace {

constexpr std::uint32_t kMostIndices = 256;  // from here on ids are colours

// As label pictures mostly draw it.
QColor classColour(std::uint32_t id) { return QColor::fromRgb(id < kMostIndices ? regions::vocColour(id) : id); }

QString className(const regions::ParsingClass& one, bool known) {
  if (one.id >= kMostIndices) return QStringLiteral("#%1").arg(one.id, 6, 16, QLatin1Char('0'));
  return known ? QStringLiteral("%1  %2").arg(one.id).arg(QString::fromStdString(one.name))
               : ClassTable::tr("%1  not in this table").arg(one.id);
}

// Wheel events scroll the table instead of changing what is under the pointer.
class PartBox : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QComboBox* partBox(BodyPart part) {
  auto* box = new PartBox;
  const auto add = [box](BodyPart one, const QString& title) { box->addItem(partChip(one), title, static_cast<int>(one)); };
  add(BodyPart::None, partTitle(BodyPart::None));
  for (const BodyPart one : regions::allParts) add(one, partTitle(one));
  add(BodyPart::Inherit, ClassTable::tr("As what lies around it"));
  box->setCurrentIndex(box->findData(static_cast<int>(part)));
  return box;
}

}  // namespace

ClassTable::ClassTable(QWidget* parent) : QTreeWidget(parent) {
  setObjectName(QStringLiteral("parsingClasses"));
  setAccessibleName(tr("Which class of the map is which part"));
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setHeaderLabels({tr("Class"), tr("Pixels"), tr("Part of the photo")});
  connect(this, &QTreeWidget::currentItemChanged, this, &ClassTable::currentClassChanged);
}

void ClassTable::showClasses(const regions::ParsingScheme& scheme, const std::map<std::uint32_t, std::size_t>& counts) {
  const auto before = current();
  {
    const QSignalBlocker quiet(this);
    clear();
    for (const auto& [id, pixels] : counts) {
      const regions::ParsingClass* known = scheme.classOf(id);
      if (!known && id == regions::kVoid) continue;
      addClass(known ? *known : regions::ParsingClass{id, {}, BodyPart::Skin}, pixels, known != nullptr);
      if (before == id) setCurrentItem(topLevelItem(topLevelItemCount() - 1));
    }
  }
  for (int column = 0; column < columnCount(); ++column) resizeColumnToContents(column);
}

void ClassTable::addClass(const regions::ParsingClass& one, std::size_t pixels, bool known) {
  auto* item = new QTreeWidgetItem(this);
  item->setText(Class, className(one, known));
  item->setIcon(Class, colourChip(classColour(one.id)));
  item->setData(Class, Qt::UserRole, one.id);
  item->setText(Pixels, QLocale().toString(static_cast<qulonglong>(pixels)));
  item->setTextAlignment(Pixels, Qt::AlignRight | Qt::AlignVCenter);
  QComboBox* box = partBox(one.part);
  box->setObjectName(QStringLiteral("parsingClass%1").arg(one.id));
  box->setAccessibleName(tr("The part that “%1” goes to").arg(item->text(Class)));
  setItemWidget(item, Part, box);
  connect(box, &QComboBox::activated, this, [this, item, box, id = one.id] {
    setCurrentItem(item);
    Q_EMIT partChosen(id, static_cast<BodyPart>(box->currentData().toInt()));
  });
}

std::optional<std::uint32_t> ClassTable::current() const {
  const QTreeWidgetItem* item = currentItem();
  return item ? std::optional<std::uint32_t>(item->data(Class, Qt::UserRole).toUInt()) : std::nullopt;
}

regions::ParsingScheme edited(const regions::ParsingScheme& scheme, std::uint32_t id, BodyPart part) {
  regions::ParsingScheme mine = scheme;
  mine.key.clear();
  const auto found = std::ranges::find(mine.classes, id, &regions::ParsingClass::id);
  if (found != mine.classes.end())
    found->part = part;
  else
    mine.classes.push_back({id, "class " + std::to_string(id), part});
  return mine;
}

}  // namespace retailor::ui
