#include "ui/window/mask_menu.h"

#include <QInputDialog>
#include <algorithm>

#include "core/image/read_photo.h"
#include "core/mask/grow_shrink.h"
#include "core/mask/mask_combine.h"

namespace retailor::ui {

using mask::Mask;

namespace {

QString plain(QString text) { return text.remove(QLatin1Char('&')).remove(QStringLiteral("…")); }

}  // namespace

MaskMenu::MaskMenu(OpenDocument& open, ToolBox& tools, ActionTable& table, QWidget* window)
    : QMenu(tr("&Mask"), window),
      m_open(open),
      m_work(tools.work()),
      m_settings(tools.settings()),
      m_replace(new ReplaceMenu(open, tools.work(), table, this)),
      m_window(window) {
  setObjectName(QStringLiteral("maskMenu"));
  addAsking(table, QStringLiteral("grow"), tr("&Grow…"), {tr("Grow by how many pixels?"), 8, 1000, 0},
            [](const Mask& m, double n) { return mask::grown(m, n); });
  addAsking(table, QStringLiteral("shrink"), tr("&Shrink…"), {tr("Shrink by how many pixels?"), 8, 1000, 0},
            [](const Mask& m, double n) { return mask::grown(m, -n); });
  addAsking(table, QStringLiteral("feather"), tr("&Feather…"), {tr("Soften the edge over how many pixels each side?"), 4, 500, 1},
            [](const Mask& m, double n) { return mask::feathered(m, n); });
  addAsking(table, QStringLiteral("clean"), tr("&Clean…"),
            {tr("Fill holes and drop islands smaller than how many pixels?"), 100, 1000000, 0},
            [](const Mask& m, double n) { return mask::cleaned(m, static_cast<int>(n)); });
  addSeparator();
  add(table, QStringLiteral("invert"), tr("&Invert"), QKeySequence(Qt::CTRL | Qt::Key_I), [](const Mask& m) { return mask::inverted(m); });
  add(table, QStringLiteral("fill"), tr("Select &all"), QKeySequence(Qt::CTRL | Qt::Key_A),
      [](const Mask& m) { return Mask(m.size(), 255); });
  add(table, QStringLiteral("clear"), tr("C&lear"), QKeySequence(Qt::CTRL | Qt::Key_D), [](const Mask& m) { return Mask(m.size()); });
  addSeparator();
  addMenu(m_replace);
  QAction* parts = table.add(QStringLiteral("mask_parts"), tr("Parts from a &parsing map…"), tr("Mask"), {}, QStringLiteral("regions"));
  connect(parts, &QAction::triggered, this, &MaskMenu::parsingMapWanted);
  addAction(parts);
  QAction* parser =
      table.add(QStringLiteral("mask_parser"), tr("Find the parts &with a parser…"), tr("Mask"), {}, QStringLiteral("regions"));
  connect(parser, &QAction::triggered, this, &MaskMenu::parserWanted);
  addAction(parser);
  m_suggest =
      table.add(QStringLiteral("mask_suggest_parts"), tr("S&uggest parts from the face"), tr("Mask"), {}, QStringLiteral("region-face"));
  m_suggest->setVisible(false);
  connect(m_suggest, &QAction::triggered, this, &MaskMenu::partsSuggestionWanted);
  addAction(m_suggest);
  QAction* save = table.add(QStringLiteral("mask_save_parts"), tr("Sa&ve the marked parts…"), tr("Mask"), {}, QStringLiteral("export"));
  connect(save, &QAction::triggered, this, &MaskMenu::partsExportWanted);
  addAction(save);
  connect(&m_work, &MaskWork::busyChanged, this, &MaskMenu::enable);
  connect(&open, &OpenDocument::documentReplaced, this, &MaskMenu::enable);
  enable();
}

void MaskMenu::add(ActionTable& table, const QString& name, const QString& text, const QKeySequence& keys, const Change& change) {
  QAction* action = table.add(QStringLiteral("mask_") + name, text, tr("Mask"), keys, name);
  connect(action, &QAction::triggered, this, [this, label = tr("Mask: %1").arg(plain(text)), change] { put(label, change); });
  addAction(action);
}

void MaskMenu::addAsking(ActionTable& table, const QString& name, const QString& text, const Amount& amount, ChangeBy change) {
  QAction* action = table.add(QStringLiteral("mask_") + name, text, tr("Mask"), {}, name);
  addAction(action);
  connect(action, &QAction::triggered, this, [this, name, text, amount, change] {
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName(QStringLiteral("amount_") + name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(plain(text));
    dialog->setLabelText(amount.question);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setDoubleRange(0, amount.largest);
    dialog->setDoubleDecimals(amount.decimals);
    dialog->setDoubleValue(amount.start);
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this, text, change](double pixels) {
      put(tr("Mask: %1").arg(plain(text)), [change, pixels](const Mask& mask) { return change(mask, pixels); });
    });
    dialog->open();
  });
}

void MaskMenu::put(const QString& label, Change change) {
  const auto make = [change = std::move(change)](const document::DocumentState&, const Mask& old) -> Result<MaskPatch> {
    return MaskPatch{old.bounds(), change(old)};
  };
  m_work.start(label, m_settings.target(), make);
}

void MaskMenu::readMask(const QString& file) {
  m_work.start(tr("Mask from a file"), {}, [file](const document::DocumentState& state, const Mask&) -> Result<MaskPatch> {
    const auto coverage = image::readCoverage(std::filesystem::path(file.toStdU16String()));
    if (!coverage) return coverage.failure();
    if (coverage->size() != state.mask.size())
      return badInput(tr("The mask %1 is %2 × %3 pixels, but the photo is %4 × %5; use a mask of the photo's size.")
                          .arg(file)
                          .arg(coverage->width())
                          .arg(coverage->height())
                          .arg(state.mask.width())
                          .arg(state.mask.height())
                          .toStdString());
    return MaskPatch{state.mask.bounds(), Mask(*coverage)};
  });
}

void MaskMenu::enable() {
  const bool possible = m_open.document() && !m_work.busy();
  for (QAction* action : actions()) action->setEnabled(possible);
}

}  // namespace retailor::ui
