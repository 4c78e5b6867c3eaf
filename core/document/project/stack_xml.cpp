#include "core/document/project/stack_xml.h"

#include <QXmlStreamWriter>
#include <algorithm>

#include "core/document/project/project_entries.h"

namespace retailor::document {

namespace {

// XML 1.0 has no way to write control characters; a file name may hold them.
QString xmlText(const std::string& utf8) {
  QString text = QString::fromStdString(utf8);
  text.removeIf([](QChar c) { return c.unicode() < 0x20 || c.unicode() >= 0xFFFE; });
  return text;
}

void attribute(QXmlStreamWriter& xml, const char* name, const QString& value) { xml.writeAttribute(QString::fromLatin1(name), value); }

void writeLayer(QXmlStreamWriter& xml, const Layer& layer, const QString& source) {
  xml.writeEmptyElement(QStringLiteral("layer"));
  attribute(xml, "name", xmlText(layer.name));
  attribute(xml, "src", source);
  attribute(xml, "x", QString::number(layer.result.window.x));
  attribute(xml, "y", QString::number(layer.result.window.y));
  attribute(xml, "opacity", QString::number(layer.opacity, 'g', 17));
  attribute(xml, "visibility", layer.visible ? QStringLiteral("visible") : QStringLiteral("hidden"));
  attribute(xml, "composite-op", QStringLiteral("svg:src-over"));
}

void writeStack(QXmlStreamWriter& xml, const DocumentState& state) {
  xml.writeStartElement(QStringLiteral("stack"));
  std::for_each(state.layers.rbegin(), state.layers.rend(),
                [&](const Layer& layer) { writeLayer(xml, layer, QString::fromStdString(entry::layerPicture(layer.id))); });
  Layer photo;
  photo.name = state.photoName;
  writeLayer(xml, photo, QString::fromLatin1(entry::photo));
  xml.writeEndElement();
}

}  // namespace

std::string stackXml(const DocumentState& state) {
  QByteArray text;
  QXmlStreamWriter xml(&text);
  xml.writeStartDocument();
  xml.writeStartElement(QStringLiteral("image"));
  attribute(xml, "version", QStringLiteral("0.0.3"));
  attribute(xml, "w", QString::number(state.photo->pixels.width()));
  attribute(xml, "h", QString::number(state.photo->pixels.height()));
  writeStack(xml, state);
  xml.writeEndElement();
  xml.writeEndDocument();
  return text.toStdString();
}

}  // namespace retailor::document
