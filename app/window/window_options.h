#pragma once

#include <QString>
#include <QStringList>

namespace retailor::app {

// What the window's program was asked for on its command line.
struct WindowOptions {
  QString file;        // photo or project to open
  QString screenshot;  // save a picture of the window here once it is painted, then quit
  bool measureStart = false;
  bool measureStalls = false;
  bool quitAfterFirstPaint = false;
};

// Exits with a sentence on bad usage, or after --help and --version.
WindowOptions parseWindowOptions(const QStringList& arguments);

}  // namespace retailor::app
