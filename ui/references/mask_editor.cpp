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
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/controls/background.h"
#include "ui/controls/theme.h"

namespace retailor::ui {

namespace {

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

MaskEditor::MaskEditor(const completion::TaggedReference& reference, QWidget* parent, Prompts* prompts, ParserSource parsers)
    : QDialog(parent),
      m_reference(reference),
      m_canvas(new MaskCanvas(startMask(reference), this)),
      m_sentence(new QLabel(this)),
      m_answer(new QDialogButtonBox(QDialogButtonBox::Cancel, this)),
      m_finder(new MaskFinder(reference, prompts, std::move(parsers), this)) {
  setObjectName(QStringLiteral("maskEditor"));
  setWindowTitle(tr("What counts of “%1”").arg(QString::fromStdString(reference.name)));
  resize(760, 640);
  addParts();
  m_canvas->setTraced(reference.picture);
  connect(m_canvas, &MaskCanvas::boxDrawn, m_finder, &MaskFinder::findInBox);
  connect(m_canvas, &MaskCanvas::spotPicked, m_finder, &MaskFinder::findColourOf);
  connect(m_canvas, &MaskCanvas::scribbled, m_finder, [this] { m_finder->findLikeScribbles(m_canvas->scribbles().strokes()); });
  connect(m_canvas, &MaskCanvas::maskChanged, this, &MaskEditor::showSteps);
  connect(m_finder, &MaskFinder::started, this, [this](const QString& sentence) {
    setBusy(true);
    tell(sentence);
  });
  connect(m_finder, &MaskFinder::ended, this, [this] {
    setBusy(false);
    showSteps();
  });
  connect(m_finder, &MaskFinder::found, this, &MaskEditor::take);
  connect(m_finder, &MaskFinder::failed, this, &MaskEditor::tell);
  connect(m_finder, &MaskFinder::modelFoldersWanted, this, &MaskEditor::modelFoldersWanted);
  connect(&m_canvas->trace(), &ScissorsTrace::failed, this, &MaskEditor::tell);
  connect(m_answer, &QDialogButtonBox::accepted, this, &MaskEditor::accept);
  connect(m_answer, &QDialogButtonBox::rejected, this, &MaskEditor::reject);
  showSteps();
  preparePicture();
  m_canvas->setFocus();
}

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
  using Mode = MaskCanvas::Mode;
  auto* row = new QHBoxLayout;
  auto* group = new QButtonGroup(this);
  const auto add = [&](Mode mode, const char* icon, const char* name, const QString& text, Qt::Key key) {
    auto* button = toolButton(icon, name, text);
    button->setCheckable(true);
    button->setChecked(mode == Mode::Brush);
    connect(button, &QToolButton::toggled, this, [this, mode](bool on) {
      if (on) m_canvas->setMode(mode);
    });
    connect(new QShortcut(key, this), &QShortcut::activated, button, [button] { button->setChecked(true); });
    group->addButton(button);
    row->addWidget(button);
  };
  add(Mode::Brush, "brush", "maskBrush", tr("Brush: this counts (B)"), Qt::Key_B);
  add(Mode::Eraser, "eraser", "maskEraser", tr("Eraser: this does not count (E)"), Qt::Key_E);
  add(Mode::Box, "object", "maskBox", tr("Box: find the object inside it (M)"), Qt::Key_M);
  add(Mode::Ellipse, "ellipse", "maskEllipse", tr("Ellipse: what is inside counts; with Alt no longer (O)"), Qt::Key_O);
  add(Mode::Scissors, "scissors", "maskScissors", tr("Smart scissors: click along an edge, double-click to close (S)"), Qt::Key_S);
  add(Mode::Wand, "wand", "maskWand", tr("Wand: what has the clicked colour counts; with Alt no longer (W)"), Qt::Key_W);
  add(Mode::Scribble, "scribble", "maskScribble", tr("Scribble on what counts, and with Alt on what does not: all like it follows (R)"),
      Qt::Key_R);
  return row;
}

QToolButton* MaskEditor::toolButton(const char* icon, const char* name, const QString& text) {
  auto* button = new QToolButton(this);
  button->setIcon(themeIcon(QLatin1String(icon)));
  button->setIconSize(QSize(20, 20));
  button->setObjectName(QLatin1String(name));
  button->setAccessibleName(text);
  button->setToolTip(text);
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

QBoxLayout* MaskEditor::actions() {
  auto* row = new QHBoxLayout;
  const auto add = [&](const char* icon, const char* name, const QString& text, auto* on, auto action) {
    auto* button = toolButton(icon, name, text);
    connect(button, &QToolButton::clicked, on, action);
    row->addWidget(button);
    return button;
  };
  if (m_finder->canAsk()) add("open", "maskFromFile", tr("A mask or parsing map from a file…"), m_finder, &MaskFinder::askForFile);
  if (m_finder->canParse()) add("regions", "maskParser", tr("Find the parts with a parser…"), m_finder, &MaskFinder::askParser);
  add("invert", "maskInvert", tr("Invert: swap what counts"), m_canvas, &MaskCanvas::invert);
  add("picture", "maskWhole", tr("The whole picture counts"), this, &MaskEditor::useWholePicture);
  m_undo = add("undo", "maskUndo", tr("Undo"), m_canvas, &MaskCanvas::undo);
  m_undo->setShortcut(QKeySequence::Undo);
  m_redo = add("redo", "maskRedo", tr("Redo"), m_canvas, &MaskCanvas::redo);
  m_redo->setShortcut(QKeySequence::Redo);
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

void MaskEditor::take(const mask::Mask& found, MaskFinder::Joins how) {
  if (how == MaskFinder::Joins::Replaces)
    m_canvas->replaceCounts(found);
  else
    m_canvas->join(found, how == MaskFinder::Joins::TakesAway);
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
