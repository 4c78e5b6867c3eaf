// The fields of SettingsForm under its fold: what is seldom touched.
#include <QComboBox>
#include <QFormLayout>
#include <QToolButton>
#include <cmath>

#include "ui/controls/percent_slider.h"
#include "ui/controls/theme.h"
#include "ui/preferences/preference_keys.h"
#include "ui/run/settings/lora_list.h"
#include "ui/run/settings/pair_field.h"
#include "ui/run/settings/pose_field.h"
#include "ui/run/settings/settings_form.h"

namespace retailor::ui {

using completion::Setting;
using completion::WindowChoice;

void SettingsForm::addAdvanced() {
  addFold();
  addScheduler();
  addLoras();
  addReferenceScales();
  addGuidanceInterval();
  addWindow();
  addWorkingSize();
  addFlag(Setting::SmallerWindow, tr("Work smaller where memory is short"),
          tr("Where the graphics card's memory does not suffice, work at a smaller size there rather than on the processor."),
          QStringLiteral("smallerWindow"), &Settings::allowSmallerWindow);
  addPrecision();
  addDevice();
}

void SettingsForm::addFold() {
  m_fold = new QToolButton(this);
  m_fold->setObjectName(QStringLiteral("advancedFold"));
  m_fold->setText(tr("Advanced"));
  m_fold->setToolTip(tr("Show or hide settings that are seldom touched"));
  m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_fold->setCheckable(true);
  m_fold->setFocusPolicy(Qt::StrongFocus);
  m_fold->setProperty("fold", true);
  m_fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const auto showArrow = [this] {
    m_fold->setIcon(themeIcon(m_fold->isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
  };
  m_fold->setChecked(preferences::advancedUnfolded.value());
  showArrow();
  connect(m_fold, &QToolButton::toggled, this, [this, showArrow](bool unfolded) {
    preferences::advancedUnfolded.set(unfolded);
    showArrow();
    showHeeded();
  });
  m_rows->addRow(m_fold);
}

void SettingsForm::addChoice(Setting setting, const QString& title, const QString& hint, const QString& name,
                             const std::vector<Choice>& choices, std::string Settings::*member) {
  auto* box = new QComboBox(this);
  for (const Choice& choice : choices) box->addItem(choice.title, QString::fromStdString(choice.key));
  connect(box, &QComboBox::activated, this, [this, box, member](int row) {
    change([key = box->itemData(row).toString().toStdString(), member](Settings& settings) { settings.*member = key; });
  });
  addRow(title, box, name, hint);
  heed(setting, box);
  m_show.emplace_back(
      [box, member](const Settings& settings) { box->setCurrentIndex(box->findData(QString::fromStdString(settings.*member))); });
}

void SettingsForm::addScheduler() {
  const auto name = [](const char* text) { return QString::fromLatin1(text); };  // names of methods, the same in every language
  addChoice(Setting::Scheduler, tr("Scheduler"), tr("How the steps go from noise to picture."), QStringLiteral("scheduler"),
            {{"", tr("As the model")},
             {"ddim", name("DDIM")},
             {"ddpm", name("DDPM")},
             {"pndm", name("PNDM")},
             {"dpmpp-2m", name("DPM++ 2M")},
             {"dpmpp-2m-karras", name("DPM++ 2M Karras")},
             {"euler", name("Euler")},
             {"euler-a", name("Euler a")},
             {"unipc", name("UniPC")},
             {"lcm", name("LCM")}},
            &Settings::scheduler);
}

void SettingsForm::addLoras() {
  m_loras = new LoraList(this);
  connect(m_loras, &LoraList::edited, this,
          [this](const LoraList::Loras& loras) { change([&loras](Settings& settings) { settings.loras = loras; }); });
  addRow(tr("LoRA files"), m_loras, QStringLiteral("loras"), tr("Files that change what the model draws, each with its strength."));
  heed(Setting::Loras, m_loras);
  m_show.emplace_back([this](const Settings& settings) { m_loras->showLoras(settings.loras); });
}

void SettingsForm::setPrompts(Prompts& prompts) {
  m_loras->setPrompts(prompts);
  m_pose->setPrompts(prompts);
}

// What the similarity in sight is made of, where one of the two is to count more than the other.
void SettingsForm::addReferenceScales() {
  addPercent(Setting::ReferenceScale, tr("References"), tr("How strongly the references count."), QStringLiteral("referenceScale"), 0, 200,
             &Settings::referenceScale);
  addPercent(Setting::ImageScale, tr("Likeness"), tr("How closely the result follows the reference pictures."),
             QStringLiteral("imageScale"), 0, 200, &Settings::imageScale);
}

void SettingsForm::addGuidanceInterval() {
  auto* interval = new PairField({0, 100, 5, QStringLiteral(" %"), tr("to")}, tr("Guidance from"), tr("Guidance until"), this);
  connect(interval, &PairField::edited, this, [this](int from, int until) {
    change([from, until](Settings& settings) {
      settings.guidanceFrom = from / 100.0;
      settings.guidanceUntil = until / 100.0;
    });
  });
  addRow(tr("Guidance from"), interval, QStringLiteral("guidanceInterval"), tr("The part of the steps in which guidance works."));
  heed(Setting::GuidanceInterval, interval);
  m_show.emplace_back([interval](const Settings& settings) {
    interval->setValues(static_cast<int>(std::lround(settings.guidanceFrom * 100)),
                        static_cast<int>(std::lround(settings.guidanceUntil * 100)));
  });
}

void SettingsForm::addWindow() {
  auto* box = new QComboBox(this);
  box->addItems({tr("Around the painted part"), tr("The whole photo")});
  connect(box, &QComboBox::activated, this, [this](int row) {
    change([row](Settings& settings) { settings.window = row == 0 ? WindowChoice::Auto : WindowChoice::Whole; });
  });
  addRow(tr("Window"), box, QStringLiteral("window"), tr("How much of the photo the model sees."));
  heed(Setting::Window, box);
  m_show.emplace_back([box](const Settings& settings) {
    const image::Rect& given = settings.givenWindow;
    box->setPlaceholderText(tr("%1 × %2 at %3, %4").arg(given.width).arg(given.height).arg(given.x).arg(given.y));
    box->setCurrentIndex(settings.window == WindowChoice::Given ? -1 : settings.window == WindowChoice::Auto ? 0 : 1);
  });
}

void SettingsForm::addWorkingSize() {
  auto* size = new PairField({0, 2048, 64, {}, QStringLiteral("×"), tr("Automatic")}, tr("Working width"), tr("Working height"), this);
  connect(size, &PairField::edited, this, [this](int width, int height) {
    change([width, height](Settings& settings) {
      // The first side that is set makes a square, the first that is taken back makes both automatic.
      const int side = settings.workingSize == image::Size{} ? width + height : 0;
      const bool isSize = width > 0 && height > 0;
      settings.workingSize = isSize ? image::Size{width, height} : image::Size{side, side};
    });
  });
  addRow(tr("Working size"), size, QStringLiteral("workingSize"),
         tr("The size in pixels that the window is drawn at. Larger takes longer and more memory."));
  heed(Setting::WorkingSize, size);
  m_show.emplace_back([size](const Settings& settings) { size->setValues(settings.workingSize.width, settings.workingSize.height); });
}

void SettingsForm::addPrecision() {
  addChoice(Setting::Precision, tr("Precision"), tr("Half precision needs half the memory and is faster on graphics cards."),
            QStringLiteral("precision"),
            {{"auto", tr("Automatic")}, {"fp32", tr("Full (fp32)")}, {"fp16", tr("Half (fp16)")}, {"bf16", tr("Half (bf16)")}},
            &Settings::precision);
}

// Only methods with networks know precisions, and only they run on a graphics card.
void SettingsForm::addDevice() {
  addChoice(Setting::Precision, tr("Device"), tr("Where the networks compute."), QStringLiteral("device"),
            {{"auto", tr("Automatic")}, {"cpu", tr("Processor")}, {"cuda", tr("Graphics card (CUDA)")}}, &Settings::device);
}

}  // namespace retailor::ui
