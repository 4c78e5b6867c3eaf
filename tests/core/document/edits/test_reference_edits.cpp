#include <QSignalSpy>
#include <QTest>

#include "core/document/edits/reference_edits.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

class TestReferenceEdits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void addingAndUndoing();
  void removingKeepsTheOrderWhenUndone();
  void removingNobodyLeavesNoStep();
  void draggingMergesIntoOneStep();
  void draggingBackLeavesNoStep();
  void editsOfTwoReferencesStayApart();
  void strokesOnAMaskStayApart();
  void onlyTheNamedAspectChanges();
  void aSavedStateEndsTheMerging();
  void holdsThePictureOnlyWhileTheBoardDoesNot();
  void tellsWhichReference();
  void aFitSliderMergesOnlyWithItself();
  void pinDragsAreStepsOfTheirOwn();
  void settledPinsJoinTheDragThatMovedThem();
  void anotherRegionTakesItsFitAlong();

 private:
  void change(double weight, Id id = 1);
  void changeFit(const std::function<void(garment::FitSettings&)>& how, ReferenceAspect aspect);

  std::unique_ptr<Document> m_document;
};

void TestReferenceEdits::init() {
  m_document = sample::document();
  m_document->undoStack().push(new AddReferenceEdit(*m_document, sample::reference(m_document->newId(), 1)));
  m_document->undoStack().push(new AddReferenceEdit(*m_document, sample::reference(m_document->newId(), 2)));
  m_document->undoStack().push(new AddReferenceEdit(*m_document, sample::reference(m_document->newId(), 3, true)));
}

void TestReferenceEdits::change(double weight, Id id) {
  Reference after = *m_document->reference(id);
  after.tagged.weight = weight;
  m_document->undoStack().push(new ChangeReferenceEdit(*m_document, after, ReferenceAspect::Weight));
}

void TestReferenceEdits::changeFit(const std::function<void(garment::FitSettings&)>& how, ReferenceAspect aspect) {
  Reference after = *m_document->reference(1);
  if (!after.tagged.fit) after.tagged.fit.emplace();
  how(*after.tagged.fit);
  m_document->undoStack().push(new ChangeReferenceEdit(*m_document, after, aspect));
}

void TestReferenceEdits::aFitSliderMergesOnlyWithItself() {
  changeFit([](auto&) {}, ReferenceAspect::Fit);
  const int before = m_document->undoStack().count();
  for (const double folds : {0.7, 0.6, 0.5}) changeFit([=](auto& fit) { fit.followFolds = folds; }, ReferenceAspect::FitSetting);
  QCOMPARE(m_document->undoStack().count(), before + 1);
  for (const double loose : {0.1, 0.2}) changeFit([=](auto& fit) { fit.looseness = loose; }, ReferenceAspect::FitSetting);
  QCOMPARE(m_document->undoStack().count(), before + 2);
  m_document->undoStack().undo();
  QCOMPARE(m_document->reference(1)->tagged.fit->looseness, 0.0);
  QCOMPARE(m_document->reference(1)->tagged.fit->followFolds, 0.5);
}

void TestReferenceEdits::pinDragsAreStepsOfTheirOwn() {
  const int before = m_document->undoStack().count();
  for (const double x : {0.1, 0.2, 0.3})
    changeFit([=](auto& fit) { fit.pins = {{garment::Landmark::HemLeft, {0.5, 0.5}, {x, 0.5}}}; }, ReferenceAspect::Fit);
  QCOMPARE(m_document->undoStack().count(), before + 3);
  m_document->undoStack().undo();
  QCOMPARE(m_document->reference(1)->tagged.fit->pins[0].person.x, 0.2);
}

void TestReferenceEdits::settledPinsJoinTheDragThatMovedThem() {
  const auto move = [this](double x, ReferenceAspect aspect) {
    changeFit([=](auto& fit) { fit.pins = {{garment::Landmark::HemLeft, {0.5, 0.5}, {x, 0.5}}}; }, aspect);
  };
  const int before = m_document->undoStack().count();
  move(0.1, ReferenceAspect::Fit);
  move(0.3, ReferenceAspect::Fit);
  move(0.2, ReferenceAspect::FitSettled);
  QCOMPARE(m_document->undoStack().count(), before + 2);
  move(0.4, ReferenceAspect::FitSetting);
  QCOMPARE(m_document->undoStack().count(), before + 3);
  m_document->undoStack().undo();
  QCOMPARE(m_document->reference(1)->tagged.fit->pins[0].person.x, 0.2);
  m_document->undoStack().undo();
  QCOMPARE(m_document->reference(1)->tagged.fit->pins[0].person.x, 0.1);
}

void TestReferenceEdits::anotherRegionTakesItsFitAlong() {
  changeFit([](auto&) {}, ReferenceAspect::Fit);
  Reference after = *m_document->reference(1);
  after.tagged.region = completion::BodyRegion::Face;
  after.tagged.fit.reset();
  m_document->undoStack().push(new ChangeReferenceEdit(*m_document, after, ReferenceAspect::Region));
  QVERIFY(!m_document->reference(1)->tagged.fit);
  m_document->undoStack().undo();
  QVERIFY(m_document->reference(1)->tagged.fit.has_value());
}

void TestReferenceEdits::addingAndUndoing() {
  const DocumentState full = m_document->state();
  m_document->undoStack().setIndex(0);
  QVERIFY(m_document->state().references.empty());
  QVERIFY(!m_document->isModified());
  m_document->undoStack().setIndex(3);
  QVERIFY(sample::same(m_document->state(), full));
  QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Add reference"));
}

void TestReferenceEdits::removingKeepsTheOrderWhenUndone() {
  const DocumentState full = m_document->state();
  m_document->undoStack().push(new RemoveReferenceEdit(*m_document, 2));
  QVERIFY(!m_document->reference(2));
  m_document->undoStack().undo();
  QVERIFY(sample::same(m_document->state(), full));
}

void TestReferenceEdits::removingNobodyLeavesNoStep() {
  m_document->undoStack().push(new RemoveReferenceEdit(*m_document, 99));
  m_document->undoStack().push(new ChangeReferenceEdit(*m_document, sample::reference(99), ReferenceAspect::Region));
  QCOMPARE(m_document->undoStack().count(), 3);
}

void TestReferenceEdits::draggingMergesIntoOneStep() {
  for (int i = 1; i <= 10; ++i) change(1 + i * 0.05);
  QCOMPARE(m_document->undoStack().count(), 4);
  QCOMPARE(m_document->reference(1)->tagged.weight, 1.5);
  m_document->undoStack().undo();
  QCOMPARE(m_document->reference(1)->tagged.weight, 1.0);
}

void TestReferenceEdits::draggingBackLeavesNoStep() {
  change(1.5);
  change(1.0);
  QCOMPARE(m_document->undoStack().count(), 3);
  QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Add reference"));
}

void TestReferenceEdits::editsOfTwoReferencesStayApart() {
  change(1.5, 1);
  change(1.5, 2);
  QCOMPARE(m_document->undoStack().count(), 5);
}

void TestReferenceEdits::strokesOnAMaskStayApart() {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    Reference after = *m_document->reference(1);
    after.tagged.mask = std::make_shared<const mask::Mask>(sample::coverage({20, 30}, seed));
    m_document->undoStack().push(new ChangeReferenceEdit(*m_document, after, ReferenceAspect::Mask));
  }
  QCOMPARE(m_document->undoStack().count(), 5);
  m_document->undoStack().setIndex(3);
  QVERIFY(!m_document->reference(1)->tagged.mask);
}

void TestReferenceEdits::onlyTheNamedAspectChanges() {
  Reference after = *m_document->reference(1);
  after.tagged.weight = 0.25;
  after.tagged.name = "other";
  after.tagged.region = completion::BodyRegion::Shoes;
  m_document->undoStack().push(new ChangeReferenceEdit(*m_document, after, ReferenceAspect::Region));
  QCOMPARE(m_document->reference(1)->tagged.weight, 1.0);
  QVERIFY(m_document->reference(1)->tagged.region == completion::BodyRegion::Shoes);
  QVERIFY(m_document->reference(1)->tagged.picture);
}

void TestReferenceEdits::aSavedStateEndsTheMerging() {
  change(1.5);
  m_document->markSaved();
  change(1.6);
  QVERIFY(m_document->isModified());
  m_document->undoStack().undo();
  QVERIFY(!m_document->isModified());
  QCOMPARE(m_document->reference(1)->tagged.weight, 1.5);
}

void TestReferenceEdits::holdsThePictureOnlyWhileTheBoardDoesNot() {
  const std::size_t picture = m_document->reference(2)->tagged.picture->byteCount();
  auto* remove = new RemoveReferenceEdit(*m_document, 2);
  QVERIFY(remove->bytesHeld() < picture);
  m_document->undoStack().push(remove);
  QVERIFY(remove->bytesHeld() >= picture);
  m_document->undoStack().undo();
  QVERIFY(remove->bytesHeld() < picture);
}

void TestReferenceEdits::tellsWhichReference() {
  QSignalSpy spy(m_document.get(), &Document::changed);
  change(1.5, 2);
  QCOMPARE(spy.size(), 1);
  const auto news = spy.at(0).at(0).value<DocumentChange>();
  QVERIFY(news.what == DocumentChange::What::References);
  QCOMPARE(news.id, Id{2});
}

QTEST_GUILESS_MAIN(TestReferenceEdits)
#include "test_reference_edits.moc"
