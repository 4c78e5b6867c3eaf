#include "ui/preferences/models/model_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace retailor::ui {

namespace {

struct ShownModelWords {
  Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

}  // namespace

QString reasonWord(SearchedBecause because) {
  switch (because) {
    case SearchedBecause::Environment: return ShownModelWords::tr("RETAILOR_MODELS");
    case SearchedBecause::Preferences: return ShownModelWords::tr("chosen here");
    case SearchedBecause::HubCache: return ShownModelWords::tr("Hugging Face cache");
    case SearchedBecause::DataFolder: return ShownModelWords::tr("Retailor's own folder");
  }
  return {};
}

QString sizeWord(std::uintmax_t bytes) { return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat); }

QString kindWord(const std::string& kind) {
  if (kind == "StableDiffusionInpaintPipeline") return ShownModelWords::tr("Stable Diffusion, inpainting");
  if (kind == "StableDiffusionPipeline") return ShownModelWords::tr("Stable Diffusion");
  if (kind == "PaintByExamplePipeline") return ShownModelWords::tr("Paint by Example");
  if (kind == "checkpoint") return ShownModelWords::tr("Checkpoint");
  if (kind == "human parser") return ShownModelWords::tr("Human parser");
  if (kind == "component") return ShownModelWords::tr("Part of a model");
  return QString::fromStdString(kind);
}

}  // namespace retailor::ui
