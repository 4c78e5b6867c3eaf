#include <QSignalSpy>
#include <QTest>

#include "core/document/edits/layer_edits.h"
#include "core/document/edits/result_edits.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

class TestLayerEdits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void acceptingMakesATopLayerWithAFreeName();
  void undoingAnAcceptanceGivesTheCandidateBackToItsPlace();
  void resultsStagedBetweenUndoAndRedoDoNotConfuse();
  void discardingAndUndoing();
  void removingALayerAndUndoing();
  void movingLayers_data();
  void movingLayers();
  void opacityMergesAndDropsOut();
  void hidingDoesNotMergeWithOpacity();
  void changingALayerKeepsItsResult();
  void tellsTheWindow();

 private:
  Id layerAt(std::size_t index) const { return m_document->state().layers[index].id; }
  void accept(Id candidate) { m_document->undoStack().push(new AcceptCandidateEdit(*m_document, candidate)); }
  void changeFirst(double opacity, bool visible = true);

  std::unique_ptr<Document> m_document;
};

void TestLayerEdits::init() {
  m_document = sample::document();
  std::vector<completion::Candidate> results;
  for (int i = 0; i < 4; ++i) results.push_back(sample::result(m_document->photo(), {i, i, 20, 10}, static_cast<unsigned>(i)));
  m_document->stage(std::move(results));  // ids 1 to 4
}

void TestLayerEdits::changeFirst(double opacity, bool visible) {
  Layer after = m_document->state().layers.front();
  after.opacity = opacity;
  after.visible = visible;
  m_document->undoStack().push(new ChangeLayerEdit(*m_document, after));
}

void TestLayerEdits::acceptingMakesATopLayerWithAFreeName() {
  accept(2);
  accept(4);
  QCOMPARE(m_document->state().layers.size(), 2U);
  QCOMPARE(m_document->state().candidates.size(), 2U);
  QVERIFY((m_document->state().layers[1].result.window == image::Rect{3, 3, 20, 10}));
  QCOMPARE(m_document->state().layers[0].name, std::string("Result 1"));
  m_document->undoStack().push(new RemoveLayerEdit(*m_document, layerAt(0)));
  accept(1);
  QCOMPARE(m_document->state().layers[0].name, std::string("Result 2"));
  QCOMPARE(m_document->state().layers[1].name, std::string("Result 3"));
}

void TestLayerEdits::undoingAnAcceptanceGivesTheCandidateBackToItsPlace() {
  const DocumentState before = m_document->state();
  accept(2);
  const DocumentState after = m_document->state();
  m_document->undoStack().undo();
  QVERIFY(sample::same(m_document->state(), before));
  m_document->undoStack().redo();
  QVERIFY(sample::same(m_document->state(), after));
  QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Apply result"));
}

void TestLayerEdits::resultsStagedBetweenUndoAndRedoDoNotConfuse() {
  accept(2);
  m_document->undoStack().push(new DiscardCandidateEdit(*m_document, 1));
  m_document->undoStack().setIndex(0);
  m_document->stage({sample::result(m_document->photo(), {0, 0, 5, 5}, 9)});
  m_document->undoStack().setIndex(2);
  QCOMPARE(m_document->state().candidates.size(), 3U);
  QVERIFY(!m_document->candidate(1) && !m_document->candidate(2) && m_document->candidate(3));
}

void TestLayerEdits::discardingAndUndoing() {
  const DocumentState before = m_document->state();
  m_document->undoStack().push(new DiscardCandidateEdit(*m_document, 3));
  QVERIFY(!m_document->candidate(3));
  m_document->undoStack().undo();
  QVERIFY(sample::same(m_document->state(), before));
}

void TestLayerEdits::removingALayerAndUndoing() {
  accept(1);
  accept(2);
  const DocumentState before = m_document->state();
  m_document->undoStack().push(new RemoveLayerEdit(*m_document, layerAt(0)));
  QCOMPARE(m_document->state().layers.size(), 1U);
  m_document->undoStack().undo();
  QVERIFY(sample::same(m_document->state(), before));
}

void TestLayerEdits::movingLayers_data() {
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  QTest::addColumn<QString>("order");
  QTest::newRow("up") << 0 << 2 << "bcad";
  QTest::newRow("down") << 3 << 1 << "adbc";
  QTest::newRow("beyond the top") << 0 << 99 << "bcda";
  QTest::newRow("nowhere") << 2 << 2 << "abcd";
}

void TestLayerEdits::movingLayers() {
  QFETCH(int, from);
  QFETCH(int, to);
  QFETCH(QString, order);
  for (Id id = 1; id <= 4; ++id) accept(id);
  const std::vector<Layer> before = m_document->state().layers;
  m_document->undoStack().push(new MoveLayerEdit(*m_document, layerAt(static_cast<std::size_t>(from)), static_cast<std::size_t>(to)));
  QCOMPARE(m_document->undoStack().count(), from == to ? 4 : 5);
  for (std::size_t i = 0; i < 4; ++i) QCOMPARE(layerAt(i), before[static_cast<std::size_t>(order[static_cast<int>(i)].unicode() - 'a')].id);
  m_document->undoStack().setIndex(4);
  QVERIFY(sample::same(m_document->state().layers, before));
}

void TestLayerEdits::opacityMergesAndDropsOut() {
  accept(1);
  for (int i = 9; i >= 1; --i) changeFirst(i / 10.0);
  QCOMPARE(m_document->undoStack().count(), 2);
  changeFirst(1.0);
  QCOMPARE(m_document->undoStack().count(), 1);
}

void TestLayerEdits::hidingDoesNotMergeWithOpacity() {
  accept(1);
  changeFirst(0.5);
  changeFirst(0.5, false);
  changeFirst(0.5, true);
  QCOMPARE(m_document->undoStack().count(), 4);
  QCOMPARE(m_document->undoStack().text(2), QStringLiteral("Hide layer"));
  QCOMPARE(m_document->undoStack().text(3), QStringLiteral("Show layer"));
}

void TestLayerEdits::changingALayerKeepsItsResult() {
  accept(1);
  Layer after{layerAt(0), "Shirt", {}, 1.0, true};
  m_document->undoStack().push(new ChangeLayerEdit(*m_document, after));
  QCOMPARE(m_document->state().layers[0].name, std::string("Shirt"));
  QVERIFY(m_document->state().layers[0].result.pixels);
}

void TestLayerEdits::tellsTheWindow() {
  QSignalSpy spy(m_document.get(), &Document::changed);
  accept(2);
  QCOMPARE(spy.size(), 2);
  const auto news = spy.at(0).at(0).value<DocumentChange>();
  QVERIFY(news.what == DocumentChange::What::Layers && news.id == layerAt(0));
  QVERIFY((news.rect == image::Rect{1, 1, 20, 10}));
  QVERIFY(spy.at(1).at(0).value<DocumentChange>().what == DocumentChange::What::Candidates);
}

QTEST_GUILESS_MAIN(TestLayerEdits)
#include "test_layer_edits.moc"
