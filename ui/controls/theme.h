#pragma once

#include <QApplication>
#include <QColor>
#include <QIcon>
#include <QString>

namespace retailor::ui {

// The calm dark theme: Fusion style, palette and one style sheet (resources/theme.qss). Call once before the first window.
void applyTheme(QApplication& application);

// An icon of resources/icons/<name>.svg, drawn in the theme's text colour, dimmed when disabled, sharp at any scale.
QIcon themeIcon(const QString& name);

QColor accentColour();

}  // namespace retailor::ui
