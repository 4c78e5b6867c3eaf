#include <QtTest>
#include <random>

#include "core/document/document.h"
#include "core/document/edits/mark_region.h"
#include "core/mask/shapes.h"
#include "core/mask/stroke.h"

using namespace retailor;
using namespace retailor::document;
using completion::BodyRegion;

namespace {

constexpr image::Size kSize{64, 48};
const PaintTarget kUpper = PaintTarget::wornAt(BodyRegion::UpperClothes), kLower = PaintTarget::wornAt(BodyRegion::LowerClothes);

std::unique_ptr<Document> photoOf(image::Size size) {
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = image::Bitmap(size, 3, image::SampleType::U8);
  return Document::fromPhoto(photo, "person.png");
}

std::vector<PaintTarget> bodyTargets() {
  std::vector<PaintTarget> targets;
  for (const BodyRegion region : completion::allRegions)
    if (region != BodyRegion::Anything) targets.push_back(PaintTarget::wornAt(region));
  return targets;
}

bool exclusive(const Document& document) {
  std::vector<const mask::Mask*> marked;
  for (const PaintTarget& target : bodyTargets())
    if (const auto one = markedIn(document.state().regions, target)) marked.push_back(one.get());
  for (std::size_t a = 0; a < marked.size(); ++a)
    for (std::size_t b = a + 1; b < marked.size(); ++b)
      for (int i = 0; i < kSize.width * kSize.height; ++i)
        if (marked[a]->row(0)[i] + marked[b]->row(0)[i] > 255) return false;
  return true;
}

// One gesture after another, as tools make them.
class RandomHand {
 public:
  explicit RandomHand(Document& document) : m_document(document) {}

  void act() {
    const int what = upTo(8);
    if (what < 3) return stroke();
    if (what < 5) return box();
    if (what < 6) return labels();
    for (int i = upTo(6); i >= 0; --i) what == 6 ? m_document.undoStack().undo() : m_document.undoStack().redo();
  }

 private:
  int upTo(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
  Sharing sharing() { return upTo(3) == 0 ? Sharing::Yields : Sharing::TakesOver; }
  PaintTarget target() {
    const auto targets = bodyTargets();
    const auto index = static_cast<std::size_t>(upTo(static_cast<int>(targets.size()) + 2));
    return index < targets.size() ? targets[index] : index == targets.size() ? PaintTarget{} : PaintTarget::inFront();
  }

  void stroke() {
    const PaintTarget painted = target();
    const mask::Mask before = m_document.coverage(painted);
    mask::Stroke stroke(m_document.maskForPainting(painted), {2.0 + upTo(9), upTo(11) / 10.0},
                        upTo(4) == 0 ? mask::PaintMode::Subtract : mask::PaintMode::Add);
    for (int i = 0; i < 3; ++i) m_document.maskPainted(stroke.moveTo(upTo(kSize.width), upTo(kSize.height)), painted);
    pushPainted(m_document, before, stroke.changed(), QStringLiteral("Stroke"), painted, sharing());
  }

  void box() {
    const image::Rect rect{upTo(kSize.width), upTo(kSize.height), 1 + upTo(30), 1 + upTo(30)};
    mask::Mask after(kSize);
    const image::Rect inside = image::intersected(rect, after.bounds());
    after.paste(mask::Mask(inside.size(), static_cast<std::uint8_t>(1 + upTo(255))), inside.x, inside.y);
    pushCoverage(m_document, after, QStringLiteral("Box"), target(), sharing());
  }

  // Several parts at once, in one step.
  void labels() {
    m_document.undoStack().beginMacro(QStringLiteral("Parts"));
    for (int i = 0; i < 3; ++i) box();
    m_document.undoStack().endMacro();
  }

  Document& m_document;
  std::mt19937 m_random{20240607};
};

}  // namespace

class TestMarkRegion : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void regionsNeverShareAPixelWhateverIsDone() {
    const auto document = photoOf(kSize);
    RandomHand hand(*document);
    for (int i = 0; i < 1000; ++i) {
      hand.act();
      QVERIFY2(exclusive(*document), qPrintable(QStringLiteral("after %1 steps").arg(i + 1)));
    }
    for (; document->undoStack().canUndo(); document->undoStack().undo()) QVERIFY(exclusive(*document));
  }

  void whatIsMarkedLastTakesOverInOneStep() {
    const auto document = photoOf(kSize);
    pushCoverage(*document, mask::rectangleMask(kSize, {0, 0, 40, 48}), QStringLiteral("Upper"), kUpper, Sharing::TakesOver);
    pushCoverage(*document, mask::rectangleMask(kSize, {30, 0, 30, 48}), QStringLiteral("Lower"), kLower, Sharing::TakesOver);
    QCOMPARE(int(document->coverage(kUpper).at(35, 10)), 0);
    QCOMPARE(int(document->coverage(kUpper).at(20, 10)), 255);
    QCOMPARE(int(document->coverage(kLower).at(35, 10)), 255);
    QCOMPARE(document->undoStack().count(), 2);
    document->undoStack().undo();
    QCOMPARE(int(document->coverage(kUpper).at(35, 10)), 255);
    QVERIFY(document->coverage(kLower).isEmpty());
  }

  void protectedRegionsKeepTheirPixels() {
    const auto document = photoOf(kSize);
    pushCoverage(*document, mask::rectangleMask(kSize, {0, 0, 40, 48}), QStringLiteral("Upper"), kUpper, Sharing::TakesOver);
    pushCoverage(*document, mask::rectangleMask(kSize, {30, 0, 30, 48}), QStringLiteral("Lower"), kLower, Sharing::Yields);
    QCOMPARE(int(document->coverage(kUpper).at(35, 10)), 255);
    QCOMPARE(int(document->coverage(kLower).at(35, 10)), 0);
    QCOMPARE(int(document->coverage(kLower).at(45, 10)), 255);
    QCOMPARE(document->undoStack().count(), 2);
  }

  void theMaskAndWhatLiesInFrontShareWithAll() {
    const auto document = photoOf(kSize);
    pushCoverage(*document, mask::Mask(kSize, 255), QStringLiteral("Upper"), kUpper, Sharing::TakesOver);
    pushCoverage(*document, mask::Mask(kSize, 255), QStringLiteral("Front"), PaintTarget::inFront(), Sharing::TakesOver);
    pushCoverage(*document, mask::Mask(kSize, 255), QStringLiteral("Mask"), {}, Sharing::Yields);
    QVERIFY(document->coverage(kUpper).isFull() && document->mask().isFull());
    QVERIFY(document->coverage(PaintTarget::inFront()).isFull());
  }
};

QTEST_GUILESS_MAIN(TestMarkRegion)
#include "test_mark_region.moc"
