#include <QTest>
#include <cmath>
#include <functional>

#include "tests/fakes/small_request.h"

using namespace retailor;
using namespace retailor::completion;

namespace {

using Spoil = std::function<void(CompletionRequest&)>;

std::shared_ptr<const mask::Mask> maskOf(int width, int height, std::uint8_t value) {
  return std::make_shared<mask::Mask>(image::Size{width, height}, value);
}

std::shared_ptr<const image::Bitmap> transparent() {
  return std::make_shared<image::Bitmap>(image::Size{20, 10}, 4, image::SampleType::U8);
}

void setWindow(CompletionRequest& request, const image::Rect& window) {
  request.settings.window = WindowChoice::Given;
  request.settings.givenWindow = window;
}

void row(const char* name, const Spoil& spoil, const char* says) { QTest::newRow(name) << spoil << QString::fromUtf8(says); }

}  // namespace

Q_DECLARE_METATYPE(Spoil)

class TestCheckRequest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void goodRequestsPass();
  void badRequestsAreRefused_data();
  void badRequestsAreRefused();

 private:
  static void addInputRows();
  static void addSettingsRows();
};

void TestCheckRequest::goodRequestsPass() {
  QVERIFY(checkRequest(fakes::smallRequest()).ok());
  QVERIFY(checkRequest(fakes::smallRequest(image::SampleType::U16)).ok());
  CompletionRequest full = fakes::smallRequest();
  full.mask = maskOf(64, 48, 255);
  QVERIFY(checkRequest(full).ok());  // there is a reference to complete it from
  CompletionRequest plain = fakes::smallRequest();
  plain.references.clear();
  setWindow(plain, {0, 0, 64, 48});
  QVERIFY(checkRequest(plain).ok());
}

void TestCheckRequest::addInputRows() {
  row(
      "no photo", [](CompletionRequest& r) { r.photo = nullptr; }, "no photo");
  row(
      "photo without pixels", [](CompletionRequest& r) { r.photo = std::make_shared<image::Photo>(); }, "no photo");
  row(
      "no mask", [](CompletionRequest& r) { r.mask = nullptr; }, "no mask");
  row(
      "mask of another size", [](CompletionRequest& r) { r.mask = maskOf(48, 64, 255); }, "48 × 64");
  row(
      "empty mask", [](CompletionRequest& r) { r.mask = maskOf(64, 48, 0); }, "empty");
  row(
      "full mask without reference",
      [](CompletionRequest& r) {
        r.mask = maskOf(64, 48, 255);
        r.references.clear();
      },
      "whole photo");
  row(
      "full mask, reference of no weight",
      [](CompletionRequest& r) {
        r.mask = maskOf(64, 48, 255);
        r.references[0].weight = 0;
      },
      "whole photo");
  row(
      "reference without picture", [](CompletionRequest& r) { r.references[0].picture = nullptr; }, "shirt.png");
  row(
      "reference mask of another size", [](CompletionRequest& r) { r.references[0].mask = maskOf(10, 20, 255); }, "shirt.png");
  row(
      "empty reference mask", [](CompletionRequest& r) { r.references[0].mask = maskOf(20, 10, 0); }, "'shirt.png' count, since its mask");
  row(
      "transparent reference", [](CompletionRequest& r) { r.references[0].picture = transparent(); }, "all of it is transparent");
  row(
      "pose of another size",
      [](CompletionRequest& r) {
        r.pose = {"densepose.png", "", std::make_shared<image::Bitmap>(image::Size{48, 64}, 3, image::SampleType::U8)};
      },
      "'densepose.png' is 48 × 64");
  row(
      "grey pose",
      [](CompletionRequest& r) {
        r.pose = {"densepose.png", "", std::make_shared<image::Bitmap>(image::Size{64, 48}, 1, image::SampleType::U8)};
      },
      "'densepose.png' is not");
  row(
      "negative weight", [](CompletionRequest& r) { r.references[0].weight = -0.1; }, "weight");
  row(
      "weight not a number", [](CompletionRequest& r) { r.references[0].weight = std::nan(""); }, "weight");
  row(
      "flat placement", [](CompletionRequest& r) { r.references[0].placement->height = 0; }, "placed");
  row(
      "placement not a number", [](CompletionRequest& r) { r.references[0].placement->x = std::nan(""); }, "placed");
  row(
      "placement without end", [](CompletionRequest& r) { r.references[0].placement->width = INFINITY; }, "placed");
}

void TestCheckRequest::addSettingsRows() {
  row(
      "negative steps", [](CompletionRequest& r) { r.settings.steps = -1; }, "steps");
  row(
      "strength above one", [](CompletionRequest& r) { r.settings.strength = 1.01; }, "Strength");
  row(
      "strength not a number", [](CompletionRequest& r) { r.settings.strength = std::nan(""); }, "Strength");
  row(
      "guidance below zero", [](CompletionRequest& r) { r.settings.guidance = -1; }, "Guidance");
  row(
      "similarity above two", [](CompletionRequest& r) { r.settings.similarity = 2.1; }, "Similarity");
  row(
      "stay in place too small", [](CompletionRequest& r) { r.settings.stayInPlace = 0.001; }, "Stay in place");
  row(
      "no variation", [](CompletionRequest& r) { r.settings.variations = 0; }, "variations");
  row(
      "too many variations", [](CompletionRequest& r) { r.settings.variations = 65; }, "variations");
  row(
      "negative threads", [](CompletionRequest& r) { r.settings.threads = -2; }, "threads");
  row(
      "unknown device", [](CompletionRequest& r) { r.settings.device = "tpu"; }, "tpu");
  row(
      "unknown precision", [](CompletionRequest& r) { r.settings.precision = "fp8"; }, "fp8");
  row(
      "unknown scheduler", [](CompletionRequest& r) { r.settings.scheduler = "magic"; }, "magic");
  row(
      "no method", [](CompletionRequest& r) { r.settings.method.clear(); }, "method");
  row(
      "half a working size",
      [](CompletionRequest& r) {
        r.settings.workingSize = {512, 0};
      },
      "working size");
  row(
      "empty window",
      [](CompletionRequest& r) {
        setWindow(r, {5, 5, 0, 10});
      },
      "window");
  row(
      "window beyond the photo",
      [](CompletionRequest& r) {
        setWindow(r, {30, 10, 40, 20});
      },
      "window");
  row(
      "window of hostile numbers",
      [](CompletionRequest& r) {
        setWindow(r, {2147483647, 10, 2147483647, 20});
      },
      "window");
  row(
      "window beside the mask",
      [](CompletionRequest& r) {
        setWindow(r, {0, 0, 20, 10});
      },
      "does not touch");
}

void TestCheckRequest::badRequestsAreRefused_data() {
  QTest::addColumn<Spoil>("spoil");
  QTest::addColumn<QString>("says");
  addInputRows();
  addSettingsRows();
}

void TestCheckRequest::badRequestsAreRefused() {
  QFETCH(Spoil, spoil);
  QFETCH(QString, says);
  CompletionRequest request = fakes::smallRequest();
  spoil(request);
  const Result<void> good = checkRequest(request);
  QVERIFY(!good.ok());
  QCOMPARE(good.failure().kind, FailureKind::BadInput);
  const QString sentence = QString::fromStdString(good.failure().sentence);
  QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestCheckRequest)
#include "test_check_request.moc"
