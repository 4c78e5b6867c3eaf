#include <QSignalSpy>
#include <QTest>

#include "core/document/edits/change_mask_edit.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;
using completion::BodyRegion;

// Painting a marked region of the photo in place of the mask.
class TestPaintTarget : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_document = sample::document(); }
  void keysComeBack();
  void unknownKeysAreRefused();
  void aStrokeOnARegionLeavesTheMaskAlone();
  void aSnapshotDoesNotSeeAStrokeInProgress();
  void paintingUnderwayIsSeenAtOnce();
  void erasingEverythingTakesTheMarkAway();
  void undoReachesARegionBeingPainted();
  void theRequestCarriesRegionsWithTheirHashes();
  void fittedReferencesNeedNoMask();

 private:
  void stroke(const PaintTarget& target, const image::Rect& rect, std::uint8_t value = 255);
  void fitReference();

  std::unique_ptr<Document> m_document;
  const PaintTarget m_top = PaintTarget::wornAt(BodyRegion::UpperClothes);
};

void TestPaintTarget::stroke(const PaintTarget& target, const image::Rect& rect, std::uint8_t value) {
  const mask::Mask before = m_document->coverage(target);
  m_document->maskForPainting(target).paste(mask::Mask(rect.size(), value), rect.x, rect.y);
  m_document->maskPainted(rect, target);
  m_document->undoStack().push(new ChangeMaskEdit(*m_document, before, rect, QStringLiteral("Stroke"), target));
}

void TestPaintTarget::fitReference() {
  Reference reference = sample::reference(m_document->newId());
  reference.tagged.fit.emplace();
  m_document->change([&](DocumentState& state) { state.references = {reference}; }, {DocumentChange::What::References, {}});
}

void TestPaintTarget::keysComeBack() {
  for (const BodyRegion region : completion::allRegions) {
    const PaintTarget target = PaintTarget::wornAt(region);
    QVERIFY(targetFromKey(targetKey(target)) == target);
  }
  QVERIFY(targetFromKey(targetKey(PaintTarget::inFront())) == PaintTarget::inFront());
}

void TestPaintTarget::unknownKeysAreRefused() {
  for (const char* key : {"", "mask", "Upper-Clothes", "in front", "../in-front"}) QVERIFY2(!targetFromKey(key), key);
}

void TestPaintTarget::aStrokeOnARegionLeavesTheMaskAlone() {
  QSignalSpy changes(m_document.get(), &Document::changed);
  stroke(m_top, {5, 5, 10, 10});
  QVERIFY(m_document->mask().isEmpty());
  QCOMPARE(m_document->coverage(m_top).at(7, 7), 255);
  QVERIFY(m_document->coverage(PaintTarget::inFront()).isEmpty());
  for (const auto& change : changes) {
    const auto what = change[0].value<DocumentChange>();
    QVERIFY(what.what == DocumentChange::What::Regions && what.target == m_top);
    QCOMPARE(what.rect, (image::Rect{5, 5, 10, 10}));
  }
  m_document->undoStack().undo();
  QVERIFY(markedTargets(m_document->state().regions).empty());
  m_document->undoStack().redo();
  QVERIFY(markedTargets(m_document->state().regions) == std::vector{m_top});
}

void TestPaintTarget::aSnapshotDoesNotSeeAStrokeInProgress() {
  stroke(m_top, {5, 5, 10, 10});
  const DocumentState snapshot = m_document->state();
  const mask::Mask before = *markedIn(snapshot.regions, m_top);
  stroke(m_top, {20, 5, 10, 10});
  m_document->maskForPainting(m_top).row(1)[1] = 77;
  QVERIFY(*markedIn(snapshot.regions, m_top) == before);
}

void TestPaintTarget::paintingUnderwayIsSeenAtOnce() {
  m_document->maskForPainting(m_top).row(3)[4] = 200;
  QCOMPARE(m_document->coverage(m_top).at(4, 3), 200);
  QVERIFY(!markedIn(m_document->state().regions, m_top));
}

void TestPaintTarget::erasingEverythingTakesTheMarkAway() {
  stroke(m_top, {5, 5, 10, 10});
  stroke(m_top, {0, 0, 48, 40}, 0);
  QVERIFY(m_document->state().regions.empty());
}

void TestPaintTarget::undoReachesARegionBeingPainted() {
  stroke(m_top, {5, 5, 10, 10});
  stroke(m_top, {20, 5, 10, 10});
  m_document->undoStack().undo();
  QCOMPARE(m_document->coverage(m_top).at(25, 8), 0);
  stroke(m_top, {30, 30, 2, 2});
  QCOMPARE(m_document->coverage(m_top).at(25, 8), 0);
  QCOMPARE(m_document->coverage(m_top).at(7, 7), 255);
}

void TestPaintTarget::theRequestCarriesRegionsWithTheirHashes() {
  stroke(m_top, {5, 5, 10, 10});
  stroke(PaintTarget::inFront(), {0, 0, 3, 3});
  const completion::CompletionRequest request = requestFor(m_document->state());
  QCOMPARE(request.regions.body.at(BodyRegion::UpperClothes).sha256.size(), std::size_t{64});
  QCOMPARE(request.regions.inFront.mask->at(1, 1), 255);
  QVERIFY(request.regions.inFront.sha256 != request.regions.body.at(BodyRegion::UpperClothes).sha256);
}

void TestPaintTarget::fittedReferencesNeedNoMask() {
  stroke(m_top, {5, 5, 10, 10});
  QVERIFY(requestFor(m_document->state()).mask);
  fitReference();
  QVERIFY(!requestFor(m_document->state()).mask);
  QVERIFY(requestFor(m_document->state()).references.front().fit.has_value());
  stroke({}, {1, 1, 2, 2});
  QVERIFY(requestFor(m_document->state()).mask);
}

QTEST_GUILESS_MAIN(TestPaintTarget)
#include "test_paint_target.moc"
