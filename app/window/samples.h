#pragma once

#include <QList>

#include "ui/window/start_page.h"

namespace retailor::app {

// The projects that come with the program, installed beside bin or in the source tree that the build folder lies in. Whether their files
// are there is for the start page to see.
QList<ui::Sample> samples();

}  // namespace retailor::app
