#include <QtTest>

#include "core/document/edits/change_mask_edit.h"
#include "core/image/read_labels.h"
#include "core/mask/shapes.h"
#include "tests/core/regions/reading/label_files.h"
#include "tests/support/own_settings.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/regions/parts_export.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using document::PaintTarget;

namespace {

constexpr image::Size kSize{40, 30};

struct Bench {
  Bench() {
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = image::Bitmap(kSize, 3, image::SampleType::U8);
    open.replace(document::Document::fromPhoto(photo, "person.png"), {}, {});
  }
  void markShoes() {
    auto& document = *open.document();
    document.undoStack().push(new document::ChangeMaskEdit(document, mask::rectangleMask(kSize, {5, 20, 10, 8}), QStringLiteral("Mark"),
                                                           PaintTarget::wornAt(BodyRegion::Shoes)));
  }

  LabelFiles files;
  ui::OpenDocument open;
  PreparedPrompts prompts;
  QWidget window;
  ui::PartsExport parts{open, prompts, &window};
};

}  // namespace

class TestPartsExport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void markedPartsBecomeFiles() {
    Bench bench;
    bench.markShoes();
    bench.prompts.files = {QString::fromStdString(bench.files.path("masks").string())};
    QSignalSpy noted(&bench.parts, &ui::PartsExport::noted);
    bench.parts.ask();
    QTRY_COMPARE_WITH_TIMEOUT(noted.count(), 1, 30'000);
    QVERIFY(noted[0][0].toString().contains(QStringLiteral("masks")));
    const auto labels = image::readLabelPicture(bench.files.path("masks/parts.png"));
    QVERIFY(labels.ok());
    QCOMPARE(int(labels->samples.view<std::uint8_t>().pixel(8, 24)[0]), 6);
    QVERIFY(std::filesystem::exists(bench.files.path("masks/shoes.png")));
    QVERIFY(std::filesystem::exists(bench.files.path("masks/parts.json")));
  }

  void withoutAMarkNothingIsAsked() {
    Bench bench;
    bench.prompts.files = {QString::fromStdString(bench.files.path("masks").string())};
    QSignalSpy failed(&bench.parts, &ui::PartsExport::failed);
    bench.parts.ask();
    QCOMPARE(failed.count(), 1);
    QVERIFY(!std::filesystem::exists(bench.files.path("masks")));
  }

  void aFolderThatCannotBeMadeIsNamed() {
    Bench bench;
    bench.markShoes();
    const auto file = bench.files.write("taken", std::string("a file"));
    QSignalSpy failed(&bench.parts, &ui::PartsExport::failed);
    bench.parts.write(QString::fromStdString((file / "inside").string()));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("taken")));
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestPartsExport)
#include "test_parts_export.moc"
