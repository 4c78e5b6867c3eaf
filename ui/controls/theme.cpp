#include "ui/controls/theme.h"

#include <QFile>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

#include "ui/controls/theme_icon_engine.h"

// Resources of a static library have to be asked for by name, outside any namespace.
static void takeResources() { Q_INIT_RESOURCE(resources); }

namespace retailor::ui {

namespace {

const QColor window(0x26, 0x28, 0x2b), base(0x1b, 0x1d, 0x1f), button(0x36, 0x39, 0x3d), text(0xe6, 0xe8, 0xea), muted(0x8e, 0x94, 0x9a);

QPalette darkPalette() {
  QPalette palette(button, window);
  palette.setColor(QPalette::Base, base);
  palette.setColor(QPalette::AlternateBase, window.darker(108));
  palette.setColor(QPalette::ToolTipBase, QColor(0x3b, 0x3f, 0x44));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
    palette.setColor(role, text);
    palette.setColor(QPalette::Disabled, role, muted.darker(120));
  }
  palette.setColor(QPalette::PlaceholderText, muted);
  palette.setColor(QPalette::Highlight, accentColour());
  palette.setColor(QPalette::HighlightedText, QColor(0x0d, 0x14, 0x1b));
  palette.setColor(QPalette::Link, accentColour());
  return palette;
}

QString styleSheet() {
  QFile file(QStringLiteral(":/theme.qss"));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

void applyTheme(QApplication& application) {
  takeResources();
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  application.setPalette(darkPalette());
  application.setStyleSheet(styleSheet());
  application.setWindowIcon(QIcon(QStringLiteral(":/retailor.svg")));
}

QIcon themeIcon(const QString& name) {
  takeResources();
  return QIcon(new ThemeIconEngine(name));
}

QColor accentColour() { return QColor(0x5a, 0xa9, 0xf0); }

}  // namespace retailor::ui
