#pragma once

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QString>
#include <cstdint>
#include <vector>

#include "core/document/paint_target.h"
#include "core/regions/body_part.h"

namespace retailor::ui {

// How the parts of a parsing map look and where on the photo they are marked.
QString partTitle(regions::BodyPart part);  // translated: "Upper clothes", "Arms and hands"
QColor partColour(regions::BodyPart part);
std::optional<document::PaintTarget> markedAs(regions::BodyPart part);  // arms and bags lie in front; bare skin is not marked

QIcon colourChip(const QColor& colour);
QIcon partChip(regions::BodyPart part);  // none for background

// `picture` with every part tinted in its colour and bordered in white; the parts are those of the whole photo, of any size.
QImage tinted(const QImage& picture, const mask::Labels& parts);

// `picture` dimmed but for where `ids` (of its size, row by row) are `id`.
QImage spotlit(const QImage& picture, const std::vector<std::uint32_t>& ids, std::uint32_t id);

}  // namespace retailor::ui
