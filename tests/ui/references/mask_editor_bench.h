#pragma once

// A reference with something round on it, in the editor of what counts.

#include <QLabel>
#include <QToolButton>
#include <QtTest>

#include "ui/references/mask_editor.h"

namespace retailor::tests {

// A light disc on a dark ground: an object that a box round it finds.
inline completion::TaggedReference disc() {
  image::Bitmap picture({160, 120}, 3, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 160; ++x) {
      const bool inside = (x - 80) * (x - 80) + (y - 60) * (y - 60) < 30 * 30;
      for (int c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>((inside ? 200 : 40) + (x * 7 + y * 13) % 11);
    }
  completion::TaggedReference reference;
  reference.name = "disc.png";
  reference.picture = std::make_shared<const image::Bitmap>(std::move(picture));
  return reference;
}

// The same disc, cut out: all else is clear.
inline completion::TaggedReference cutOutDisc() {
  completion::TaggedReference reference = disc();
  image::Bitmap cut({160, 120}, 4, image::SampleType::U8);
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 160; ++x) {
      std::copy_n(reference.picture->view<std::uint8_t>().pixel(x, y), 3, cut.span<std::uint8_t>().pixel(x, y));
      cut.span<std::uint8_t>().pixel(x, y)[3] = (x - 80) * (x - 80) + (y - 60) * (y - 60) < 30 * 30 ? 255 : 0;
    }
  reference.picture = std::make_shared<const image::Bitmap>(std::move(cut));
  return reference;
}

struct MaskEditorBench {
  explicit MaskEditorBench(const completion::TaggedReference& reference = disc(), ui::Prompts* prompts = nullptr,
                           const ui::ParserSource& parsers = {})
      : editor(reference, nullptr, prompts, parsers), canvas(editor.findChild<ui::MaskCanvas*>()) {
    editor.resize(700, 560);
    editor.show();
    editor.activateWindow();  // shortcuts work in the active window only, and a bare display has nobody to choose one
    QVERIFY(QTest::qWaitForWindowActive(&editor));
  }
  void press(const char* name) { editor.findChild<QToolButton*>(QString::fromLatin1(name))->click(); }
  QString sentence() { return editor.findChild<QLabel*>(QStringLiteral("maskSentence"))->text(); }
  // Where a pixel of the picture is in the view, with 16 pixels free round it.
  QPoint place(double x, double y) {
    const double scale = std::min((canvas->width() - 32) / 160.0, (canvas->height() - 32) / 120.0);
    return canvas->rect().center() + QPoint(qRound((x - 80) * scale), qRound((y - 60) * scale));
  }
  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
    QTest::mousePress(canvas, Qt::LeftButton, keys, from);
    QTest::mouseMove(canvas, (from + to) / 2);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, keys, to);
  }

  ui::MaskEditor editor;
  ui::MaskCanvas* canvas;
};

}  // namespace retailor::tests
