#include "ui/references/mask_editor.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>

#include "core/completion/hash.h"
#include "core/mask/alpha_mask.h"
#include "core/mask/grab_cut.h"
#include "core/mask/shapes.h"
#include "core/regions/maps/region_mask_file.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

constexpr double kWandTolerance = 12;  // ΔE, as the photo's wand starts with

struct HashedMask {
  std::shared_ptr<const mask::Mask> mask;
  std::string sha256;
};

// What counts of a picture that has no mask of its own: what its alpha shows.
mask::Mask wholeMask(const image::Bitmap& picture) { return mask::alphaMask(picture).value_or(mask::Mask(picture.size(), 255)); }

mask::Mask startMask(const completion::TaggedReference& reference) {
  return reference.mask ? *reference.mask : wholeMask(*reference.picture);
}

// No mask where the picture's alpha says it all.
HashedMask hashed(mask::Mask mask, const image::Bitmap& picture) {
  if (mask.isFull() || mask == wholeMask(picture)) return {};
  std::string sha256 = completion::sha256Of(mask);
  return {std::make_shared<const mask::Mask>(std::move(mask)), std::move(sha256)};
}

// The slider's square is the radius, so that small brushes are easy to set too.
double radiusAt(int position, int longSide) { return std::max(0.5, longSide * 0.25 * position * position / 10000.0); }

}  // namespace

MaskEditor::MaskEditor(const completion::TaggedReference& reference, QWidget* parent, Prompts* prompts)
    : QDialog(parent),
      m_reference(reference),
      m_canvas(new MaskCanvas(startMask(reference), this)),
      m_sentence(new QLabel(this)),
      m_answer(new QDialogButtonBox(QDialogButtonBox::Cancel, this)),
      m_prompts(prompts) {
  setObjectName(QStringLiteral("maskEditor"));
  setWindowTitle(tr("What counts of “%1”").arg(QString::fromStdString(reference.name)));
  resize(760, 640);
  addParts();
  m_canvas->setTraced(reference.picture);
  connect(m_canvas, &MaskCanvas::boxDrawn, this, &MaskEditor::findObject);
  connect(m_canvas, &MaskCanvas::spotPicked, this, &MaskEditor::findSimilar);
  connect(m_canvas, &MaskCanvas::scribbled, this, &MaskEditor::findScribbled);
  connect(m_canvas, &MaskCanvas::maskChanged, this, &MaskEditor::showSteps);
  connect(&m_canvas->trace(), &ScissorsTrace::failed, this, &MaskEditor::tell);
  connect(m_answer, &QDialogButtonBox::accepted, this, &MaskEditor::accept);
  connect(m_answer, &QDialogButtonBox::rejected, this, &MaskEditor::reject);
  showSteps();
  preparePicture();
  m_canvas->setFocus();
}

MaskEditor::~MaskEditor() { m_stop.request_stop(); }

void MaskEditor::addParts() {
  m_sentence->setObjectName(QStringLiteral("maskSentence"));
  m_sentence->setWordWrap(true);
  m_sentence->setMinimumHeight(m_sentence->fontMetrics().height() * 2);
  m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(4);
  bar->addLayout(tools());
  bar->addSpacing(12);
  bar->addLayout(brushSize(), 1);
  bar->addSpacing(12);
  bar->addLayout(actions());
  m_use = new QPushButton(tr("Use this"), this);
  m_use->setObjectName(QStringLiteral("maskUse"));
  m_use->setProperty("primary", true);
  m_answer->addButton(m_use, QDialogButtonBox::AcceptRole);
  m_use->setDefault(true);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_sentence, 1);
  foot->addWidget(m_answer);
  auto* column = new QVBoxLayout(this);
  column->addLayout(bar);
  column->addWidget(m_canvas, 1);
  column->addLayout(foot);
}

QBoxLayout* MaskEditor::tools() {
  auto* row = new QHBoxLayout;
  auto* group = new QButtonGroup(this);
  auto* brush =
      modeButton(MaskCanvas::Mode::Brush, QStringLiteral("brush"), QStringLiteral("maskBrush"), tr("Brush: this counts (B)"), Qt::Key_B);
  auto* eraser = modeButton(MaskCanvas::Mode::Eraser, QStringLiteral("eraser"), QStringLiteral("maskEraser"),
                            tr("Eraser: this does not count (E)"), Qt::Key_E);
  auto* box = modeButton(MaskCanvas::Mode::Box, QStringLiteral("object"), QStringLiteral("maskBox"),
                         tr("Box: find the object inside it (M)"), Qt::Key_M);
  auto* scissors = modeButton(MaskCanvas::Mode::Scissors, QStringLiteral("scissors"), QStringLiteral("maskScissors"),
                              tr("Smart scissors: click along an edge, double-click to close (S)"), Qt::Key_S);
  auto* ellipse = modeButton(MaskCanvas::Mode::Ellipse, QStringLiteral("ellipse"), QStringLiteral("maskEllipse"),
                             tr("Ellipse: what is inside counts; with Alt no longer (O)"), Qt::Key_O);
  auto* wand = modeButton(MaskCanvas::Mode::Wand, QStringLiteral("wand"), QStringLiteral("maskWand"),
                          tr("Wand: what has the clicked colour counts; with Alt no longer (W)"), Qt::Key_W);
  auto* scribble = modeButton(MaskCanvas::Mode::Scribble, QStringLiteral("scribble"), QStringLiteral("maskScribble"),
                              tr("Scribble on what counts, and with Alt on what does not: all like it follows (R)"), Qt::Key_R);
  for (QToolButton* one : {brush, eraser, box, ellipse, scissors, wand, scribble}) {
    group->addButton(one);
    row->addWidget(one);
  }
  brush->setChecked(true);
  return row;
}

QToolButton* MaskEditor::modeButton(MaskCanvas::Mode mode, const QString& icon, const QString& name, const QString& text,
                                    const QKeySequence& key) {
  auto* button = new QToolButton(this);
  button->setIcon(themeIcon(icon));
  button->setIconSize(QSize(20, 20));
  button->setCheckable(true);
  button->setObjectName(name);
  button->setAccessibleName(text);
  button->setToolTip(text);
  connect(button, &QToolButton::toggled, this, [this, mode](bool on) {
    if (on) m_canvas->setMode(mode);
  });
  connect(new QShortcut(key, this), &QShortcut::activated, button, [button] { button->setChecked(true); });
  return button;
}

QBoxLayout* MaskEditor::brushSize() {
  auto* row = new QHBoxLayout;
  auto* title = new QLabel(tr("Brush size"), this);
  m_size = new QSlider(Qt::Horizontal, this);
  m_size->setObjectName(QStringLiteral("maskBrushSize"));
  m_size->setAccessibleName(tr("Brush size"));
  m_size->setRange(1, 100);
  m_size->setPageStep(8);
  title->setBuddy(m_size);
  const int longSide = std::max(m_reference.picture->width(), m_reference.picture->height());
  connect(m_size, &QSlider::valueChanged, this, [this, longSide](int position) { m_canvas->setBrushRadius(radiusAt(position, longSide)); });
  m_size->setValue(35);
  connect(new QShortcut(Qt::Key_BracketLeft, this), &QShortcut::activated, m_size, [this] { m_size->setValue(m_size->value() - 4); });
  connect(new QShortcut(Qt::Key_BracketRight, this), &QShortcut::activated, m_size, [this] { m_size->setValue(m_size->value() + 4); });
  row->addWidget(title);
  row->addWidget(m_size, 1);
  return row;
}

QToolButton* MaskEditor::actionButton(const QString& icon, const QString& name, const QString& text, const QKeySequence& key,
                                      void (MaskEditor::*action)()) {
  auto* button = new QToolButton(this);
  button->setIcon(themeIcon(icon));
  button->setIconSize(QSize(20, 20));
  button->setObjectName(name);
  button->setAccessibleName(text);
  button->setToolTip(text);
  button->setShortcut(key);
  connect(button, &QToolButton::clicked, this, action);
  return button;
}

QBoxLayout* MaskEditor::actions() {
  auto* row = new QHBoxLayout;
  m_undo = actionButton(QStringLiteral("undo"), QStringLiteral("maskUndo"), tr("Undo"), QKeySequence::Undo, &MaskEditor::undo);
  m_redo = actionButton(QStringLiteral("redo"), QStringLiteral("maskRedo"), tr("Redo"), QKeySequence::Redo, &MaskEditor::redo);
  auto* invert =
      actionButton(QStringLiteral("invert"), QStringLiteral("maskInvert"), tr("Invert: swap what counts"), {}, &MaskEditor::invert);
  auto* whole = actionButton(QStringLiteral("picture"), QStringLiteral("maskWhole"), tr("The whole picture counts"), {},
                             &MaskEditor::useWholePicture);
  if (m_prompts)
    row->addWidget(actionButton(QStringLiteral("regions"), QStringLiteral("maskFromFile"), tr("A mask or parsing map from a file…"), {},
                                &MaskEditor::askForFile));
  for (QToolButton* one : {invert, whole, m_undo, m_redo}) row->addWidget(one);
  return row;
}

void MaskEditor::preparePicture() {
  inBackground<PictureLevels>(
      this, [picture = m_reference.picture] { return PictureLevels(toQImage(*picture)); },
      [this](const PictureLevels& levels) { m_canvas->setPicture(levels); });
}

void MaskEditor::showSteps() {
  m_undo->setEnabled(m_canvas->canUndo());
  m_redo->setEnabled(m_canvas->canRedo());
  tell(tr(
      "What is shaded does not count. Draw a box round an object, trace it with smart scissors, or scribble on it (Alt: on what does not "
      "count), then mend the edge with brush and eraser."));
}

void MaskEditor::useWholePicture() { m_canvas->replaceCounts(wholeMask(*m_reference.picture)); }

void MaskEditor::finding(const QString& sentence) {
  setBusy(true);
  tell(sentence);
}

void MaskEditor::findSimilar(QPoint at, bool takesAway) {
  finding(tr("Finding what has that colour…"));
  inBackground<mask::Mask>(
      this, [picture = m_reference.picture, at] { return mask::similarColours(*picture, at.x(), at.y(), kWandTolerance, true); },
      [this, takesAway](const mask::Mask& similar) {
        setBusy(false);
        showSteps();
        m_canvas->join(similar, takesAway);
      });
}

void MaskEditor::findScribbled() {
  finding(tr("Telling apart what counts…"));
  inBackground<Result<mask::Mask>>(
      this,
      [picture = m_reference.picture, strokes = m_canvas->scribbles().strokes(), stop = m_stop.get_token()]() -> Result<mask::Mask> {
        const Result<mask::Labels> labels = mask::scribbledRegions(*picture, strokes, 0, stop);
        if (!labels) return labels.failure();
        return labels->maskOf(MaskScribbles::counting);
      },
      [this](Result<mask::Mask> found) { tookObject(std::move(found)); });
}

void MaskEditor::askForFile() {
  const QString file =
      m_prompts->openFile(this, tr("A mask or parsing map for “%1”").arg(QString::fromStdString(m_reference.name)), {},
                          tr("Masks and parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)"));
  if (file.isEmpty()) return;
  finding(tr("Reading the mask…"));
  inBackground<Result<mask::Mask>>(
      this,
      [path = std::filesystem::path(file.toStdU16String()), region = m_reference.region, size = m_reference.picture->size()] {
        return regions::readRegionMask(path, region, size);
      },
      [this](Result<mask::Mask> found) { tookObject(std::move(found)); });
}

void MaskEditor::findObject(const QRect& box) {
  mask::GrabCutHints hints;
  hints.box = {box.x(), box.y(), box.width(), box.height()};
  finding(tr("Finding the object in the box…"));
  inBackground<Result<mask::Mask>>(
      this, [picture = m_reference.picture, hints, stop = m_stop.get_token()] { return mask::grabCut(*picture, hints, stop); },
      [this](Result<mask::Mask> found) { tookObject(std::move(found)); });
}

void MaskEditor::tookObject(Result<mask::Mask> found) {
  setBusy(false);
  if (!found)
    tell(QString::fromStdString(found.failure().sentence));
  else if (found->isEmpty())
    tell(tr("Nothing was found that way. Draw it more closely round the object, or choose another tool."));
  else
    m_canvas->replaceCounts(*found);
}

void MaskEditor::tell(const QString& sentence) { m_sentence->setText(sentence); }

void MaskEditor::setBusy(bool busy) {
  m_canvas->setEnabled(!busy);
  m_use->setEnabled(!busy);
  if (!busy) m_canvas->setFocus();
}

void MaskEditor::accept() {
  if (m_canvas->nothingCounts()) {
    tell(tr("Nothing of this picture counts now. Paint over the part that counts, or let the whole picture count."));
    return;
  }
  setBusy(true);
  inBackground<HashedMask>(
      this, [mask = m_canvas->counts(), picture = m_reference.picture] { return hashed(mask, *picture); },
      [this](const HashedMask& chosen) {
        Q_EMIT maskChosen(chosen.mask, QString::fromStdString(chosen.sha256));
        QDialog::accept();
      });
}

}  // namespace retailor::ui
