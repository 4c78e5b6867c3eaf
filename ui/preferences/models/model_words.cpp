#include "ui/preferences/models/model_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace retailor::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

}  // namespace

QString reasonWord(SearchedBecause because) {
  switch (because) {
    case SearchedBecause::Environment: return Words::tr("RETAILOR_MODELS");
    case SearchedBecause::Preferences: return Words::tr("chosen here");
    case SearchedBecause::HubCache: return Words::tr("Hugging Face cache");
    case SearchedBecause::DataFolder: return Words::tr("Retailor's own folder");
  }
  return {};
}

QString sizeWord(std::uintmax_t bytes) { return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat); }

QString kindWord(const std::string& kind) {
  if (kind == "StableDiffusionInpaintPipeline") return Words::tr("Stable Diffusion, inpainting");
  if (kind == "StableDiffusionPipeline") return Words::tr("Stable Diffusion");
  if (kind == "PaintByExamplePipeline") return Words::tr("Paint by Example");
  if (kind == "checkpoint") return Words::tr("Checkpoint");
  if (kind == "component") return Words::tr("Part of a model");
  return QString::fromStdString(kind);
}

}  // namespace retailor::ui
