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
document::Reference reference(document::Id id, const std::string& file, completion::BodyRegion region, const completion::Placement& placement) {
  const auto picture = std::make_shared<const image::Bitmap>(image::readAsSrgb8(folder / file).value());
  return {id, {file, completion::sha256Of(*picture), picture, nullptr, {}, region, placement, 1.0}};
}

document::DocumentState sample() {
  document::DocumentState state;
  state.photo = std::make_shared<const image::Photo>(image::readPhoto(folder / "astronaut.png").value());
  state.photoName = "astronaut.png";
  state.mask = mask::Mask(image::readCoverage(folder / "mask.png").value());
  state.references = {reference(1, "suit.png", completion::BodyRegion::UpperClothes, {-10, 182, 400, 352, 6}),
                      reference(2, "cap.png", completion::BodyRegion::Hair, {140, -4, 174, 100, 0})};
  state.settings.keepReferenceColour = true;
  state.settings.seed = 7;
  state.lastId = 2;
  return state;
}

}  // namespace

// The sample project is made by Retailor itself from the files beside it. After a change to those files, or to the project format, make it
// anew: RETAILOR_REWRITE_SAMPLE=1 build/release/bin/core_document_test_sample_project
class TestSampleProject : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (qEnvironmentVariableIsSet("RETAILOR_REWRITE_SAMPLE")) QVERIFY(document::writeProject(sample(), folder / "astronaut.ora").ok());
  }

  void holdsThePicturesBesideIt() {
    const auto project = document::readProject(folder / "astronaut.ora");
    QVERIFY2(project.ok(), project.ok() ? "" : project.failure().sentence.c_str());
    const document::DocumentState& read = project->state;
    const document::DocumentState made = sample();
    QCOMPARE(read.photo->pixels == made.photo->pixels, true);
    QCOMPARE(read.mask == made.mask, true);
    QCOMPARE(read.references.size(), made.references.size());
    for (std::size_t i = 0; i < made.references.size(); ++i) {
      QCOMPARE(*read.references[i].tagged.picture == *made.references[i].tagged.picture, true);
      QCOMPARE(read.references[i].tagged.region, made.references[i].tagged.region);
    }
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
