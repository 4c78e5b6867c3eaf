#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <iostream>

#include "core/document/autosave.h"
#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/change_settings_edit.h"
#include "core/document/edits/layer_edits.h"
#include "core/document/edits/reference_edits.h"
#include "core/document/edits/result_edits.h"
#include "core/document/recovery.h"
#include "tests/core/document/sample_project.h"

using namespace retailor;
using namespace retailor::document;

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds soon{30};  // the tests are impatient, all but the last

class TestAutosave : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() { QThreadPool::globalInstance()->waitForDone(); }  // writers that outlive their autosave
  void whatWasEditedCanBeRecovered();
  void everyKindOfEditIsHeard();
  void aRecoveredDocumentIsWrittenAtOnce();
  void aCleanEndLeavesNothing();
  void savedThereIsNothingToRecover();
  void aLivingJournalIsLeftAlone();
  void onlyWhatChangedIsWritten();
  void lostPicturesCostANote();
  void damagedJournalsNeverCrash();
  void aFullDiskIsToldOnce();
  void aKilledProgramLosesTwoSecondsAtMost();

 private:
  fs::path folder() const { return m_temporary->filePath(QStringLiteral("recovery")).toStdString(); }
  fs::path onlyJournal() const;  // “absent” until there is one
  fs::path deadCopy() const;
  bool crashingNowLosesNothing(const Document& document) const;
  void waitUntilWritten(Autosave& autosave) const;

  std::unique_ptr<QTemporaryDir> m_temporary;
};

void TestAutosave::init() { m_temporary = std::make_unique<QTemporaryDir>(); }

fs::path TestAutosave::onlyJournal() const {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder(), error)) return entry.path();
  return folder() / "absent";
}

// What a crash would leave: the same files, and no process behind them. Files may come and go meanwhile.
fs::path TestAutosave::deadCopy() const {
  const fs::path copy = fs::path(m_temporary->path().toStdString()) / "crashed" / "journal";
  std::error_code error;
  fs::remove_all(copy, error);
  fs::create_directories(copy);
  for (const fs::directory_entry& file : fs::directory_iterator(onlyJournal(), error))
    fs::copy_file(file, copy / file.path().filename(), error);
  return copy;
}

bool TestAutosave::crashingNowLosesNothing(const Document& document) const {
  const Result<ReadProject> read = readRecovery(deadCopy());
  return read.ok() && sample::same(read->state, document.state());
}

void TestAutosave::waitUntilWritten(Autosave& autosave) const {
  QSignalSpy spy(&autosave, &Autosave::written);
  QTRY_VERIFY_WITH_TIMEOUT(spy.size() > 0, 20'000);
}

namespace {

std::unique_ptr<Document> rich(image::SampleType type = image::SampleType::U16) {
  return std::make_unique<Document>(sample::everything(type));
}

void addMask(Document& document, int radius) {
  document.undoStack().push(new ChangeMaskEdit(document, sample::disc(document.mask().size(), 20, 20, radius), QStringLiteral("Lasso")));
}

}  // namespace

void TestAutosave::whatWasEditedCanBeRecovered() {
  const auto document = rich();
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  autosave.projectOpened("/home/me/wave.ora");
  waitUntilWritten(autosave);
  QVERIFY(!fs::exists(onlyJournal() / "state.json"));  // nothing edited, nothing to recover
  addMask(*document, 5);
  document->undoStack().push(
      new ChangeMaskEdit(*document, sample::disc({48, 40}, 9, 9, 6), QStringLiteral("Lasso"), PaintTarget::inFront()));
  waitUntilWritten(autosave);
  const fs::path journal = deadCopy();
  const std::vector<Recoverable> found = findRecoverable(journal.parent_path());
  QCOMPARE(found.size(), 1U);
  QVERIFY(found[0].journal == journal);
  QVERIFY(found[0].projectFile == "/home/me/wave.ora");
  QVERIFY(qAbs(found[0].lastWritten.secsTo(QDateTime::currentDateTime())) < 60);
  const Result<ReadProject> read = readRecovery(journal);
  QVERIFY2(read.ok(), read ? "" : read.failure().sentence.c_str());
  QVERIFY(read->notes.empty());
  QVERIFY(sample::same(read->state, document->state()));
  QCOMPARE(read->state.lastId, document->state().lastId);
  discardRecovery(journal);
  QVERIFY(!fs::exists(journal));
}

void TestAutosave::everyKindOfEditIsHeard() {
  const auto document = rich(image::SampleType::U8);
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  QUndoStack& undo = document->undoStack();
  undo.push(new AcceptCandidateEdit(*document, 5));
  undo.push(new RemoveLayerEdit(*document, 3));
  undo.push(new RemoveReferenceEdit(*document, 1));
  undo.push(new AddReferenceEdit(*document, sample::reference(document->newId(), 77, true)));
  Reference masked = *document->reference(2);
  masked.tagged.mask = std::make_shared<const mask::Mask>(sample::coverage({20, 30}, 99));
  undo.push(new ChangeReferenceEdit(*document, masked, ReferenceAspect::Mask));
  document->maskForPainting().row(3)[4] ^= 255;
  document->maskPainted({4, 3, 1, 1});
  document->stage({sample::result(document->photo(), {2, 2, 30, 30}, 55)});
  QTRY_VERIFY_WITH_TIMEOUT(fs::exists(onlyJournal() / "state.json"), 20'000);
  undo.undo();
  QTRY_VERIFY_WITH_TIMEOUT(crashingNowLosesNothing(*document), 20'000);
  QTRY_VERIFY_WITH_TIMEOUT(!fs::exists(onlyJournal() / "reference-1.raw"), 20'000);
}

void TestAutosave::aRecoveredDocumentIsWrittenAtOnce() {
  const auto document = rich();
  document->markUnsaved();
  QVERIFY(document->isModified());
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  waitUntilWritten(autosave);
  const Result<ReadProject> read = readRecovery(deadCopy());
  QVERIFY(read.ok() && sample::same(read->state, document->state()));
}

void TestAutosave::aCleanEndLeavesNothing() {
  const auto document = rich();
  {
    Autosave autosave(*document, folder());
    autosave.setDelay(soon);
    addMask(*document, 5);
    waitUntilWritten(autosave);
    QVERIFY(!fs::is_empty(folder()));
  }
  QTRY_VERIFY(fs::is_empty(folder()));
}

void TestAutosave::savedThereIsNothingToRecover() {
  const auto document = rich();
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  addMask(*document, 5);
  QTRY_VERIFY_WITH_TIMEOUT(fs::exists(onlyJournal() / "state.json"), 20'000);
  document->markSaved();
  autosave.projectSaved("/home/me/wave.ora");
  QTRY_VERIFY_WITH_TIMEOUT(!fs::exists(onlyJournal() / "state.json"), 20'000);
  addMask(*document, 6);
  QTRY_VERIFY_WITH_TIMEOUT(crashingNowLosesNothing(*document), 20'000);
}

void TestAutosave::aLivingJournalIsLeftAlone() {
  const auto document = rich();
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  addMask(*document, 5);
  QTRY_VERIFY_WITH_TIMEOUT(fs::exists(onlyJournal() / "state.json"), 20'000);
  QVERIFY(findRecoverable(folder()).empty());
  discardRecovery(onlyJournal());
  QVERIFY(fs::exists(onlyJournal() / "state.json"));
  QVERIFY(findRecoverable(folder() / "absent").empty());
}

void TestAutosave::onlyWhatChangedIsWritten() {
  const auto document = rich();
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  waitUntilWritten(autosave);
  const auto photo = fs::last_write_time(onlyJournal() / "photo.raw");
  const auto layer = fs::last_write_time(onlyJournal() / "result-3.raw");
  addMask(*document, 5);
  waitUntilWritten(autosave);
  const auto mask = fs::last_write_time(onlyJournal() / "mask.runs");
  document->stage({sample::result(document->photo(), {2, 2, 30, 30}, 55)});
  waitUntilWritten(autosave);
  QVERIFY(fs::last_write_time(onlyJournal() / "photo.raw") == photo);
  QVERIFY(fs::last_write_time(onlyJournal() / "result-3.raw") == layer);
  QVERIFY(fs::last_write_time(onlyJournal() / "mask.runs") == mask);
}

void TestAutosave::lostPicturesCostANote() {
  const auto document = rich();
  document->markUnsaved();
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  waitUntilWritten(autosave);
  const fs::path journal = deadCopy();
  fs::remove(journal / "reference-2-mask.runs");
  fs::resize_file(journal / "result-3.raw", 100);
  fs::remove(journal / "result-5.raw");
  fs::remove(journal / "mask.runs");
  fs::remove(journal / "pose.raw");
  const Result<ReadProject> read = readRecovery(journal);
  QVERIFY(read.ok());
  QCOMPARE(read->notes.size(), 5U);
  QVERIFY(!read->state.pose.picture);
  QCOMPARE(read->state.references.size(), 1U);
  QCOMPARE(read->state.layers.size(), 2U);
  QCOMPARE(read->state.candidates.size(), 1U);
  fs::remove(journal / "photo.raw");
  QVERIFY(!readRecovery(journal).ok());
}

void TestAutosave::damagedJournalsNeverCrash() {
  const auto document = rich();
  document->markUnsaved();
  Autosave autosave(*document, folder());
  autosave.setDelay(soon);
  waitUntilWritten(autosave);
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    const fs::path journal = deadCopy();
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(journal)) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    const fs::path& file = files[random() % files.size()];
    QByteArray bytes = sample::contentsOf(file);
    if (bytes.isEmpty()) continue;
    const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(std::min<qsizetype>(bytes.size(), 5000)));
    if (i % 3 == 0)
      bytes.truncate(at);
    else
      bytes[at] = static_cast<char>(random());
    sample::write(file, bytes);
    const Result<ReadProject> read = readRecovery(journal);
    QVERIFY(read.ok() || read.failure().kind == FailureKind::BadInput);
  }
}

void TestAutosave::aFullDiskIsToldOnce() {
  const auto document = rich();
  Autosave autosave(*document, "/proc/self/recovery");
  autosave.setDelay(soon);
  QSignalSpy spy(&autosave, &Autosave::failed);
  QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 20'000);
  QVERIFY(spy.at(0).at(0).toString().contains(QStringLiteral("kept safe")));
  addMask(*document, 5);
  QTest::qWait(200);
  QCOMPARE(spy.size(), 1);
}

namespace {

// The program that gets killed: every 20 ms an edit, whose number is said once it is made.
int editUntilKilled(const char* folder) {
  const auto document = sample::document();
  Autosave autosave(*document, folder);
  for (std::uint64_t number = 1;; ++number) {
    completion::CompletionSettings settings = document->state().settings;
    settings.seed = number;
    document->undoStack().push(new ChangeSettingsEdit(*document, settings));
    std::cout << number << std::endl;
    QTest::qWait(20);
  }
}

}  // namespace

void TestAutosave::aKilledProgramLosesTwoSecondsAtMost() {
  QProcess program;
  program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("edit-until-killed"), QString::fromStdString(folder().string())});
  QVERIFY(program.waitForStarted());
  std::vector<std::pair<qint64, std::uint64_t>> said;  // when, what
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < 4500) {
    program.waitForReadyRead(100);
    while (program.canReadLine()) said.emplace_back(timer.elapsed(), program.readLine().trimmed().toULongLong());
  }
  program.kill();
  QVERIFY(program.waitForFinished());
  const qint64 end = timer.elapsed();
  const std::vector<Recoverable> found = findRecoverable(folder());
  QCOMPARE(found.size(), 1U);
  const Result<ReadProject> read = readRecovery(found[0].journal);
  QVERIFY(read.ok());
  const auto lost = std::find_if(said.begin(), said.end(), [&](const auto& edit) { return edit.second > read->state.settings.seed; });
  const qint64 milliseconds = lost == said.end() ? 0 : end - lost->first;
  std::cout << "killed: the edits of the last " << milliseconds << " ms are lost\n";
  QVERIFY(milliseconds <= 2000);
}

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  if (argc == 3 && std::string_view(argv[1]) == "edit-until-killed") return editUntilKilled(argv[2]);
  TestAutosave test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_autosave.moc"
