#include "ui/window/status_line.h"

#include <unistd.h>
#include <QFile>
#include <QThread>
#include <cmath>

namespace retailor::ui {

namespace {

// Resident set: the second number of statm, in pages.
qint64 memoryInUse() {
  QFile statm(QStringLiteral("/proc/self/statm"));
  if (!statm.open(QIODevice::ReadOnly)) return 0;
  return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QString percent(double scale) {
  const double value = scale * 100;
  return value < 10 ? QString::number(value, 'f', 1) : QString::number(std::lround(value));
}

}  // namespace

QString clockTime(double seconds) {
  const int whole = static_cast<int>(std::lround(seconds));
  return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

StatusLine::StatusLine(OpenDocument& open, CanvasView& canvas, RunSession& session, QWidget* parent) : QStatusBar(parent), m_open(open) {
  setObjectName(QStringLiteral("statusLine"));
  setAccessibleName(tr("Status"));
  setSizeGripEnabled(false);
  m_phase = new QLabel;
  m_phase->setObjectName(QStringLiteral("statusPhase"));
  addWidget(m_phase, 1);
  m_references = addField(QStringLiteral("statusReferences"), tr("References of this run"), 0);
  m_time = addField(QStringLiteral("statusTime"), tr("Elapsed and remaining time"), 0);
  m_pointer = addField(QStringLiteral("statusPointer"), tr("Pointer position"), 90);
  m_photo = addField(QStringLiteral("statusPhoto"), tr("Photo size"), 0);
  m_zoom = addField(QStringLiteral("statusZoom"), tr("Zoom"), 70);
  m_device = addField(QStringLiteral("statusDevice"), tr("Device"), 0);
  m_memory = addField(QStringLiteral("statusMemory"), tr("Memory in use"), 70);
  connect(&canvas, &CanvasView::zoomChanged, this,
          [this, &open](double scale) { m_zoom->setText(open.document() ? tr("%1 %").arg(percent(scale)) : QString()); });
  connect(&canvas, &CanvasView::pointerMoved, this,
          [this](QPointF at) { m_pointer->setText(QStringLiteral("%1, %2").arg(std::floor(at.x())).arg(std::floor(at.y()))); });
  connect(&open, &OpenDocument::documentReplaced, this, [this, &open] { showPhoto(open); });
  connect(&m_memoryTimer, &QTimer::timeout, this, &StatusLine::showMemory);
  m_memoryTimer.start(1000);
  followRun(session);
  showPhoto(open);
  showMemory();
}

QLabel* StatusLine::addField(const QString& name, const QString& accessibleName, int width) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setAccessibleName(accessibleName);
  label->setToolTip(accessibleName);
  label->setMinimumWidth(width);
  addPermanentWidget(label);
  return label;
}

void StatusLine::showBusy(const QString& what) { m_phase->setText(what); }

void StatusLine::followRun(RunSession& session) {
  connect(&session, &RunSession::runStarted, this, [this] { m_phase->setText(tr("Preparing")); });
  connect(&session, &RunSession::stageBegan, this, [this](const QString& name) { m_phase->setText(name); });
  connect(&session, &RunSession::progressed, this, [this](double, double elapsed, double remaining) {
    m_time->setText(remaining < 0 ? clockTime(elapsed) : tr("%1, %2 left").arg(clockTime(elapsed), clockTime(remaining)));
  });
  connect(&session, &RunSession::deviceChosen, this,
          [this](const QString& name) { name.isEmpty() ? showDevice(m_open) : m_device->setText(name); });
  connect(&session, &RunSession::referencesRead, this, [this](int cached, int encoded) {
    m_references->setText(encoded == 0  ? tr("References: %1 cached").arg(cached)
                          : cached == 0 ? tr("References: %1 encoded").arg(encoded)
                                        : tr("References: %1 cached, %2 encoded").arg(cached).arg(encoded));
  });
  connect(&session, &RunSession::runFinished, this, [this] {
    m_phase->clear();
    m_references->clear();
    m_time->clear();
    showDevice(m_open);
  });
}

void StatusLine::showPhoto(const OpenDocument& open) {
  const document::Document* document = open.document();
  m_photo->setText(document ? tr("%1 × %2").arg(document->photo().pixels.width()).arg(document->photo().pixels.height()) : QString());
  m_pointer->clear();
  if (!document) m_zoom->clear();
  showDevice(open);
  if (document)
    connect(document, &document::Document::changed, this, [this, &open](const document::DocumentChange& change) {
      if (change.what == document::DocumentChange::What::Settings) showDevice(open);
    });
}

void StatusLine::showDevice(const OpenDocument& open) {
  const bool graphics = open.document() && open.document()->state().settings.device == "cuda";
  const int asked = open.document() ? open.document()->state().settings.threads : 0;
  const int threads = asked > 0 ? asked : QThread::idealThreadCount();
  m_device->setText(graphics ? tr("GPU") : threads == 1 ? tr("CPU, one thread") : tr("CPU, %1 threads").arg(threads));
}

void StatusLine::showMemory() { m_memory->setText(tr("%1 MB").arg(memoryInUse() >> 20)); }

}  // namespace retailor::ui
