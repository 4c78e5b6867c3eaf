#pragma once

// An open photo of someone, and a parsing map on its way to it.

#include <QComboBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

#include "tests/core/regions/drawn_figure.h"
#include "tests/core/regions/reading/label_files.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/regions/parsing_import.h"
#include "ui/regions/parsing_map_dialog.h"
#include "ui/regions/part_look.h"

namespace retailor::tests {

inline constexpr image::Size kImportedPhoto{150, 220};

struct ImportBench {
  ImportBench() {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = image::Bitmap(kImportedPhoto, 3, image::SampleType::U8);
    open.replace(document::Document::fromPhoto(photo, "person.png"), {}, {});
  }
  document::Document& document() { return *open.document(); }
  const mask::Mask& worn(completion::BodyRegion region) { return document().coverage(document::PaintTarget::wornAt(region)); }
  ui::ParsingMapDialog* dialog() { return window.findChild<ui::ParsingMapDialog*>(); }
  template <class T>
  T* part(const char* name) {
    return dialog()->findChild<T*>(QString::fromLatin1(name));
  }
  void openFile(const std::filesystem::path& file) {
    import.open(QString::fromStdString(file.string()));
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), 30'000);
  }
  void openMap(const regions::LabelMap& map) {
    openFile(files.write("map.png", greyOf<std::uint8_t>(map)));
    becomesUsable();
  }
  void becomesUsable() { QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("parsingUse")->isEnabled(), 30'000); }
  void choose(const char* box, int index) {
    part<QComboBox>(box)->setCurrentIndex(index);
    Q_EMIT part<QComboBox>(box)->activated(index);
  }
  // Sends a class of the map to another part, as its box does.
  void send(std::uint32_t id, regions::BodyPart to) {
    const QByteArray name = QByteArray("parsingClass") + QByteArray::number(id);
    choose(name.constData(), part<QComboBox>(name.constData())->findData(int(to)));
  }
  QTreeWidgetItem* row(regions::BodyPart wanted) {
    auto* list = part<QTreeWidget>("parsingParts");
    for (int i = 0; i < list->topLevelItemCount(); ++i)
      if (list->topLevelItem(i)->text(0) == ui::partTitle(wanted)) return list->topLevelItem(i);
    return nullptr;
  }

  LabelFiles files;
  ui::OpenDocument open;
  PreparedPrompts prompts;
  QWidget window;
  ui::ParsingImport import{open, prompts, &window};
};

}  // namespace retailor::tests
