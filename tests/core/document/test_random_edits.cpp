#include <QTest>

#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/change_settings_edit.h"
#include "core/document/edits/layer_edits.h"
#include "core/document/edits/reference_edits.h"
#include "core/document/edits/result_edits.h"
#include "core/document/edits/set_pose_edit.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

// A thousand things that a user might do, undo and redo among them; then everything back, and everything forth again.
class TestRandomEdits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyStateComesBackBitForBit_data();
  void everyStateComesBackBitForBit();

 private:
  unsigned any(std::size_t count) { return static_cast<unsigned>(m_random() % count); }
  void push(QUndoCommand* edit) { m_document->undoStack().push(edit); }
  void doSomething();
  void paint();
  void changeReference();
  void changeLayer();
  void changeList();
  void changePose();

  std::mt19937 m_random;
  std::unique_ptr<Document> m_document;
};

void TestRandomEdits::paint() {
  const image::Size size = m_document->mask().size();
  const mask::Mask disc = sample::disc(size, static_cast<int>(any(48)), static_cast<int>(any(40)), static_cast<int>(any(12)),
                                       static_cast<std::uint8_t>(any(256)));
  const PaintTarget target = std::array{PaintTarget{}, PaintTarget::inFront(), PaintTarget::wornAt(completion::BodyRegion::Hair)}[any(3)];
  if (any(2) == 0) return push(new ChangeMaskEdit(*m_document, disc, QStringLiteral("Lasso"), target));
  const mask::Mask before = m_document->coverage(target);
  const image::Rect rect{static_cast<int>(any(40)), static_cast<int>(any(30)), 8, 10};
  for (int y = rect.y; y < rect.bottom(); ++y)
    std::copy_n(disc.row(y) + rect.x, rect.width, m_document->maskForPainting(target).row(y) + rect.x);
  m_document->maskPainted(rect, target);
  push(new ChangeMaskEdit(*m_document, before, rect, QStringLiteral("Brush stroke"), target));
}

void TestRandomEdits::changeReference() {
  const auto& references = m_document->state().references;
  if (references.empty()) return;
  Reference after = references[any(references.size())];
  after.tagged.weight = any(3) / 2.0;
  after.tagged.region = completion::allRegions[any(completion::allRegions.size())];
  after.tagged.placement = completion::Placement{static_cast<double>(any(9)), 2, 3, 4, 5};
  if (any(2) == 0) after.tagged.fit = sample::fit();
  if (after.tagged.fit) after.tagged.fit->followFolds = any(3) / 2.0;
  if (any(2) == 0) after.tagged.mask = std::make_shared<const mask::Mask>(sample::coverage({20, 30}, any(5)));
  push(new ChangeReferenceEdit(*m_document, after, static_cast<ReferenceAspect>(any(6))));
}

void TestRandomEdits::changeLayer() {
  const auto& layers = m_document->state().layers;
  if (layers.empty()) return;
  Layer after = layers[any(layers.size())];
  if (any(2) == 0)
    after.opacity = any(3) / 2.0;
  else if (any(2) == 0)
    after.visible = !after.visible;
  else
    after.name = "layer " + std::to_string(any(5));
  push(new ChangeLayerEdit(*m_document, after));
}

void TestRandomEdits::changeList() {
  const DocumentState& state = m_document->state();
  const auto idIn = [this](const auto& items) { return items.empty() ? Id{0} : items[any(items.size())].id; };
  switch (any(6)) {
    case 0: return push(new AddReferenceEdit(*m_document, sample::reference(m_document->newId(), any(100))));
    case 1: return push(new RemoveReferenceEdit(*m_document, idIn(state.references)));
    case 2: return push(new AcceptCandidateEdit(*m_document, idIn(state.candidates)));
    case 3: return push(new DiscardCandidateEdit(*m_document, idIn(state.candidates)));
    case 4: return push(new RemoveLayerEdit(*m_document, idIn(state.layers)));
    default: return push(new MoveLayerEdit(*m_document, idIn(state.layers), any(5)));
  }
}

void TestRandomEdits::changePose() {
  const auto picture = std::make_shared<const image::Bitmap>(sample::noise({48, 40}, 3, image::SampleType::U8, any(9)));
  push(new SetPoseEdit(*m_document, any(3) == 0 ? completion::PosePicture{} : completion::PosePicture{"pose.png", "", picture}));
}

void TestRandomEdits::doSomething() {
  completion::CompletionSettings settings = m_document->state().settings;
  settings.steps = static_cast<int>(any(3));
  switch (any(11)) {
    case 0: return m_document->undoStack().undo();
    case 1: return m_document->undoStack().redo();
    case 2:
    case 3: return paint();
    case 4: return changeReference();
    case 5: return changeLayer();
    case 6: return push(new ChangeSettingsEdit(*m_document, settings));
    case 7: return changePose();
    default: return changeList();
  }
}

void TestRandomEdits::everyStateComesBackBitForBit_data() {
  QTest::addColumn<unsigned>("seed");
  for (unsigned seed = 1; seed <= 5; ++seed) QTest::addRow("seed %u", seed) << seed;
}

// States are compared at every step of the stack, not only at its ends.
void TestRandomEdits::everyStateComesBackBitForBit() {
  QFETCH(unsigned, seed);
  m_random.seed(seed);
  m_document = sample::document();
  std::vector<completion::Candidate> results;
  for (unsigned i = 0; i < 40; ++i) results.push_back(sample::result(m_document->photo(), {static_cast<int>(any(20)), 3, 20, 10}, i));
  m_document->stage(std::move(results));
  for (int i = 0; i < 1000; ++i) doSomething();

  QUndoStack& undo = m_document->undoStack();
  while (undo.canRedo()) undo.redo();
  std::vector<DocumentState> states{m_document->state()};
  while (undo.canUndo()) {
    undo.undo();
    states.push_back(m_document->state());
  }
  QVERIFY(states.size() > 100);
  for (std::size_t i = states.size() - 1; i-- > 0;) {
    undo.redo();
    QVERIFY2(sample::same(m_document->state(), states[i]), qPrintable(undo.undoText()));
  }
  QVERIFY(!undo.canRedo());
}

QTEST_GUILESS_MAIN(TestRandomEdits)
#include "test_random_edits.moc"
