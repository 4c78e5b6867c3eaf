#include "ui/regions/part_table.h"

#include <QtTest>

#include "ui/regions/part_look.h"

using namespace retailor;
using namespace retailor::ui;
using regions::BodyPart;
using Parts = std::set<BodyPart>;

namespace {

constexpr int kFirstUse = 2;  // after part and share

// A tick for all but hair, on at first; and one for shoes alone, off at first.
std::vector<PartUse> twoUses() {
  const auto allButHair = [](const Parts& shown, const regions::ParsingScheme&) {
    std::map<BodyPart, bool> offered;
    for (const BodyPart part : shown)
      if (part != BodyPart::Hair) offered[part] = true;
    return offered;
  };
  const auto shoes = [](const Parts&, const regions::ParsingScheme&) { return std::map<BodyPart, bool>{{BodyPart::Shoes, false}}; };
  return {{QStringLiteral("A"), {}, allButHair}, {QStringLiteral("B"), {}, shoes}};
}

mask::Labels oneRowOf(std::initializer_list<BodyPart> parts) {
  mask::Labels labels({static_cast<int>(parts.size()), 1});
  std::ranges::transform(parts, labels.row(0), [](BodyPart part) { return static_cast<std::uint8_t>(part); });
  return labels;
}

}  // namespace

class TestPartTable : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itListsWhatIsShownWithItsShare() {
    PartTable table(twoUses());
    const mask::Labels parts = oneRowOf({BodyPart::Face, BodyPart::Hair, BodyPart::Hair, BodyPart::None});
    table.showParts(&parts, {});
    QCOMPARE(table.topLevelItemCount(), 2);
    QCOMPARE(table.topLevelItem(1)->text(0), partTitle(BodyPart::Hair));
    QCOMPARE(table.topLevelItem(1)->text(1), QStringLiteral("50.0 %"));
  }

  void ticksAreOfferedWhereAUseHasThem() {
    PartTable table(twoUses());
    const mask::Labels parts = oneRowOf({BodyPart::Face, BodyPart::Hair, BodyPart::Shoes});
    table.showParts(&parts, {});
    QVERIFY(table.ticked() == (std::vector<Parts>{{BodyPart::Face, BodyPart::Shoes}, {}}));
    QVERIFY(table.topLevelItem(1)->data(kFirstUse, Qt::CheckStateRole).isNull());
    QVERIFY(table.topLevelItem(0)->data(kFirstUse + 1, Qt::CheckStateRole).isNull());
    QVERIFY(!table.topLevelItem(2)->data(kFirstUse + 1, Qt::CheckStateRole).isNull());
  }

  void whatTheUserTickedStaysWhenTheMapIsReadAnew() {
    PartTable table(twoUses());
    const mask::Labels parts = oneRowOf({BodyPart::Face, BodyPart::Shoes});
    table.showParts(&parts, {});
    QSignalSpy changed(&table, &PartTable::ticksChanged);
    table.topLevelItem(0)->setCheckState(kFirstUse, Qt::Unchecked);
    QCOMPARE(changed.count(), 1);
    const mask::Labels others = oneRowOf({BodyPart::Face, BodyPart::Shoes, BodyPart::Arms});
    table.showParts(&others, {});
    QVERIFY(table.ticked() == (std::vector<Parts>{{BodyPart::Shoes, BodyPart::Arms}, {}}));
  }

  void withoutPartsNothingIsTicked() {
    PartTable table(twoUses());
    const mask::Labels parts = oneRowOf({BodyPart::Face});
    table.showParts(&parts, {});
    QVERIFY(table.anyTicked());
    table.showParts(nullptr, {});
    QVERIFY(!table.anyTicked() && table.topLevelItemCount() == 0);
  }
};

QTEST_MAIN(TestPartTable)
#include "test_part_table.moc"
