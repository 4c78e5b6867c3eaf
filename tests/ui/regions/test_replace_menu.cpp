#include <QtTest>

#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/reference_edits.h"
#include "tests/core/garment/drawn_garments.h"
#include "tests/support/own_settings.h"
#include "ui/regions/replace_menu.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using document::PaintTarget;

namespace {

constexpr image::Size kSize{480, 560};

// Someone in a short-sleeved top, marked, and a long-sleeved jumper dropped for it.
struct Bench {
  Bench() {
    worn = maskOf(moved(tee(), SmoothWarp(2, 6, 2, 0.85)), kSize);
    auto photo = std::make_shared<image::Photo>();
    photo->pixels = pictureOf(worn, {120, 120, 124}, {116, 118, 122}, {90, 110, 90});
    open.replace(document::Document::fromPhoto(photo, "person.png"), {}, {});
    mark(PaintTarget::wornAt(BodyRegion::UpperClothes), worn);
    mark(PaintTarget::inFront(), mask::rectangleMask(kSize, {220, 300, 30, 30}));
    document::Reference reference;
    reference.id = document().newId();
    reference.tagged.name = "jumper.png";
    reference.tagged.picture = std::make_shared<const image::Bitmap>(pictureOf(maskOf(jumper(), kSize)));
    reference.tagged.region = BodyRegion::UpperClothes;
    document().undoStack().push(new document::AddReferenceEdit(document(), reference));
  }
  document::Document& document() { return *open.document(); }
  void mark(const PaintTarget& target, const mask::Mask& mask) {
    document().undoStack().push(new document::ChangeMaskEdit(document(), mask, QStringLiteral("Mark"), target));
  }
  void choose(const char* name) {
    table.action(QString::fromLatin1(name))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!work.busy(), 30'000);
  }

  mask::Mask worn;
  ui::OpenDocument open;
  ui::ActionTable table;
  ui::MaskWork work{open};
  ui::ReplaceMenu menu{open, work, table, nullptr};
};

}  // namespace

class TestReplaceMenu : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theHoleJoinsTheMaskAndLengthsAreWarnedOf() {
    Bench bench;
    QSignalSpy noted(&bench.menu, &ui::ReplaceMenu::noted);
    bench.choose("replace_upper-clothes");
    QVERIFY(bench.document().mask().share() > bench.worn.share());
    QCOMPARE(int(bench.document().mask().at(235, 315)), 0);  // what lies in front
    QTRY_COMPARE_WITH_TIMEOUT(noted.count(), 1, 30'000);
    QVERIFY(!noted[0][0].toString().isEmpty());
  }

  void armsAreDrawnAnewWhereSleevesMayChange() {
    Bench bench;
    bench.menu.findChild<QAction*>(QStringLiteral("replaceSleeves"))->setChecked(true);
    bench.choose("replace_upper-clothes");
    QCOMPARE(int(bench.document().mask().at(235, 315)), 255);
  }

  void whatIsNotMarkedIsNamed() {
    Bench bench;
    QSignalSpy failed(&bench.work, &ui::MaskWork::failed);
    bench.choose("replace_shoes");
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("shoes")));
    QVERIFY(bench.document().mask().isEmpty());
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestReplaceMenu)
#include "test_replace_menu.moc"
