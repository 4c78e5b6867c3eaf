#include "core/document/autosave.h"

#include <QThreadPool>
#include <condition_variable>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "core/document/coverage_runs.h"

namespace retailor::document {

using Extent = JournalEntry::Extent;

namespace {

constexpr std::chrono::milliseconds beforeTryingAgain{10'000};

// All but the mask, which is large and travels in parts.
DocumentState withoutMask(const DocumentState& state) {
  return {state.photo,      state.photoName, {},          state.regions, state.references, state.pose, state.layers,
          state.candidates, state.settings,  state.lastId};
}

// An entry that has not been taken yet and a newer one, as one.
JournalEntry joined(std::optional<JournalEntry> older, JournalEntry newer) {
  if (!older) return newer;
  newer.maskParts.insert(newer.maskParts.begin(), std::make_move_iterator(older->maskParts.begin()),
                         std::make_move_iterator(older->maskParts.end()));
  return newer;
}

// Makes the journal when there is none: at the first entry, and again while the disk refuses, for it may have room later.
Result<void> writtenTo(std::unique_ptr<Journal>& journal, const std::filesystem::path& folder, image::Size photo,
                       const JournalEntry& entry) try {
  if (!journal) {
    auto created = Journal::create(folder, photo);
    if (!created) return created.failure();
    journal = std::move(created).value();
  }
  return journal->write(entry);
} catch (const std::bad_alloc&) {
  return Failure{FailureKind::OutOfMemory,
                 "There is not enough memory to keep your work safe from a crash. Save it, and close other programs."};
}

}  // namespace

// What the worker shares with its Autosave, and keeps when that is gone.
struct Autosave::Writer {
  void add(JournalEntry entry) {
    {
      const std::lock_guard lock(mutex);
      waiting = joined(std::move(waiting), std::move(entry));
    }
    wake.notify_one();
  }

  void work(const std::stop_token& stop, const std::filesystem::path& folder, image::Size photo) {
    std::unique_ptr<Journal> journal;  // removed at the end: the loop ends only when the document is closed
    for (;;) {
      std::unique_lock lock(mutex);
      if (!wake.wait(lock, stop, [this] { return waiting.has_value(); }) || stop.stop_requested()) return;
      const JournalEntry entry = *std::exchange(waiting, std::nullopt);
      lock.unlock();
      tell(writtenTo(journal, folder, photo, entry));
    }
  }

  void tell(const Result<void>& outcome) {
    const std::lock_guard lock(mutex);
    Autosave* const to = owner;
    if (to)
      QMetaObject::invokeMethod(
          to, [to, outcome] { to->tell(outcome); }, Qt::QueuedConnection);
  }

  std::mutex mutex;
  std::condition_variable_any wake;
  std::optional<JournalEntry> waiting;  // what the worker has not taken yet
  Autosave* owner = nullptr;
  std::jthread worker;
};

Autosave::Autosave(Document& document, std::filesystem::path folder, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_folder(std::move(folder)),
      m_photoSize(document.photo().pixels.size()),
      m_maskChanged(document.mask().bounds()),
      m_writer(std::make_shared<Writer>()) {
  m_writer->owner = this;
  m_writer->worker = std::jthread(
      [writer = m_writer.get(), to = m_folder, photo = m_photoSize](const std::stop_token& stop) { writer->work(stop, to, photo); });
  m_soon.setSingleShot(true);
  connect(&m_soon, &QTimer::timeout, this, [this] { send(Extent::Everything); });
  connect(&m_document, &Document::changed, this, &Autosave::heard);
  // The photo goes to disk before the first edit: it takes longest.
  send(document.isModified() ? Extent::Everything : Extent::Pictures);
}

Autosave::~Autosave() {
  {
    const std::lock_guard lock(m_writer->mutex);
    m_writer->owner = nullptr;
  }
  m_writer->worker.request_stop();
  // A large photo may be on its way to disk: the window must not wait for that.
  QThreadPool::globalInstance()->start([writer = std::move(m_writer)] { writer->worker.join(); });
}

void Autosave::projectOpened(const std::filesystem::path& file) { m_projectFile = file.string(); }

void Autosave::projectSaved(const std::filesystem::path& file) {
  m_projectFile = file.string();
  if (m_document.isModified()) return send(Extent::Everything);
  m_soon.stop();
  send(Extent::NothingToRecover);
}

// The timer is not started anew by further changes: a stroke that goes on for a minute is written every second.
void Autosave::heard(const DocumentChange& change) {
  const bool all = change.rect.empty();
  if (change.what == DocumentChange::What::Mask)
    m_maskChanged =
        image::united(m_maskChanged, all ? m_document.mask().bounds() : image::intersected(change.rect, m_document.mask().bounds()));
  if (!m_soon.isActive()) m_soon.start(m_delay);
}

void Autosave::send(Extent extent) {
  JournalEntry entry{extent, withoutMask(m_document.state()), {}, m_projectFile};
  const image::Rect rect = std::exchange(m_maskChanged, {});
  if (!rect.empty()) entry.maskParts.push_back({rect, runsOf(m_document.mask(), rect)});
  m_writer->add(std::move(entry));
}

void Autosave::tell(const Result<void>& outcome) {
  const bool wasFailing = std::exchange(m_failing, !outcome.ok());
  if (outcome) return Q_EMIT written();
  m_maskChanged = m_document.mask().bounds();  // its parts may not have arrived
  if (m_document.isModified() && !m_soon.isActive()) m_soon.start(beforeTryingAgain);
  if (!wasFailing) Q_EMIT failed(QString::fromStdString(outcome.failure().sentence));
}

}  // namespace retailor::document
