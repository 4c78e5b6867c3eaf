#include <QtTest>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/completion/hash.h"
#include "core/document/document_state.h"
#include "core/document/project_reader.h"
#include "core/document/project_writer.h"
#include "core/image/read_photo.h"

using namespace retailor;

namespace {

const std::filesystem::path folder = std::filesystem::path(RETAILOR_SOURCE_DIR) / "resources/sample";

// The places that resources/sample/complete_arguments.txt names too; the second test holds the two together.
document::Reference reference(document::Id id, const std::string& file, completion::BodyRegion region,
                              const completion::Placement& placement) {
  const auto picture = std::make_shared<const image::Bitmap>(image::readAsSrgb8(folder / file).value());
  return {id, {file, completion::sha256Of(*picture), picture, nullptr, {}, region, placement, 1.0}};
}

// A garment to try on; at weight 0 it waits for its turn.
document::Reference garment(document::Id id, const std::string& file, double weight) {
  document::Reference made = reference(id, file, completion::BodyRegion::UpperClothes, {});
  made.tagged.placement.reset();
  made.tagged.fit.emplace();
  made.tagged.weight = weight;
  return made;
}

completion::MarkedRegion marked(const std::string& file) {
  const auto region = std::make_shared<const mask::Mask>(image::readCoverage(folder / file).value());
  return {region, completion::sha256Of(*region)};
}

document::DocumentState portrait() {
  document::DocumentState state;
  state.photo = std::make_shared<const image::Photo>(image::readPhoto(folder / "astronaut.png").value());
  state.photoName = "astronaut.png";
  state.mask = mask::Mask(state.photo->pixels.size());
  return state;
}

document::DocumentState completing() {
  document::DocumentState state = portrait();
  state.mask = mask::Mask(image::readCoverage(folder / "mask.png").value());
  state.references = {reference(1, "suit.png", completion::BodyRegion::UpperClothes, {-10, 182, 400, 352, 6}),
                      reference(2, "cap.png", completion::BodyRegion::Hair, {140, -4, 174, 100, 0})};
  state.settings.keepReferenceColour = true;
  state.settings.seed = 7;
  state.lastId = 2;
  return state;
}

document::DocumentState tryingOn() {
  document::DocumentState state = portrait();
  state.regions.body[completion::BodyRegion::UpperClothes] = marked("worn.png");
  state.regions.inFront = marked("in_front.png");
  state.references = {garment(1, "poncho.png", 1), garment(2, "jumper.png", 0)};
  state.settings.seed = 7;
  state.lastId = 2;
  return state;
}

struct Sample {
  const char* file;
  document::DocumentState (*made)();
};

constexpr Sample samples[] = {{"astronaut.ora", completing}, {"try_on.ora", tryingOn}};

}  // namespace

// The sample projects are made by Retailor itself from the files beside them. After a change to those files, or to the project format, make
// them anew: resources/sample/make_projects.sh
class TestSampleProject : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (!qEnvironmentVariableIsSet("RETAILOR_REWRITE_SAMPLE")) return;
    for (const Sample& sample : samples) QVERIFY(document::writeProject(sample.made(), folder / sample.file).ok());
  }

  void holdsThePicturesBesideIt_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(samples); ++i) QTest::newRow(samples[i].file) << static_cast<int>(i);
  }
  void holdsThePicturesBesideIt() {
    QFETCH(int, index);
    const Sample& sample = samples[index];
    const auto project = document::readProject(folder / sample.file);
    QVERIFY2(project.ok(), project.ok() ? "" : project.failure().sentence.c_str());
    const document::DocumentState& read = project->state;
    const document::DocumentState made = sample.made();
    QCOMPARE(read.photo->pixels == made.photo->pixels, true);
    QCOMPARE(read.mask == made.mask, true);
    QCOMPARE(read.references.size(), made.references.size());
    for (std::size_t i = 0; i < made.references.size(); ++i) {
      QCOMPARE(*read.references[i].tagged.picture == *made.references[i].tagged.picture, true);
      QCOMPARE(read.references[i].tagged.region, made.references[i].tagged.region);
      QCOMPARE(read.references[i].tagged.weight, made.references[i].tagged.weight);
      QCOMPARE(read.references[i].tagged.fit == made.references[i].tagged.fit, true);
    }
    QCOMPARE(read.regions.body.size(), made.regions.body.size());
    for (const auto& [region, marked] : made.regions.body) QCOMPARE(*read.regions.body.at(region).mask == *marked.mask, true);
    QCOMPARE(read.regions.inFront.mask != nullptr, made.regions.inFront.mask != nullptr);
    if (made.regions.inFront.mask) QCOMPARE(*read.regions.inFront.mask == *made.regions.inFront.mask, true);
    QVERIFY(read.settings == made.settings);
  }

  void placesReferencesAsTheCommandLineSampleDoes() {
    std::ifstream file(folder / "complete_arguments.txt");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    QVERIFY(text.find("suit.png,at=-10:182:400:352:6\n") != std::string::npos);
    QVERIFY(text.find("cap.png,at=140:-4:174:100\n") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestSampleProject)
#include "test_sample_project.moc"
