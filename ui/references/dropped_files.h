#pragma once

#include <QStringList>

class QMimeData;

namespace retailor::ui {

// Whether a drag carries what we take: files on this machine, or a picture itself.
bool carriesPictures(const QMimeData* data);

// The files that were dropped. A picture without a file (dragged out of a browser) is first written to a temporary PNG that lives until the
// program ends.
QStringList droppedFiles(const QMimeData* data);

}  // namespace retailor::ui
