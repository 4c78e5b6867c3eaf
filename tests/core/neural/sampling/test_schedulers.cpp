// Every scheduler against diffusers' numbers (tests/parity/scheduler_goldens.py).
#include <ATen/ATen.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "core/neural/sampling/noise_source.h"
#include "core/neural/sampling/scheduler.h"

using namespace retailor;
using namespace retailor::neural;
using namespace Qt::StringLiterals;
using at::Tensor;

namespace {

const std::array<std::int64_t, 5> picks{0, 1, 100, 200, 255};

SchedulerConfig configOf(const QJsonObject& row) {
  const auto json = QJsonDocument(row["config"_L1].toObject()).toJson().toStdString();
  Result<SchedulerConfig> config = withScheduler(parseSchedulerConfig(json, "golden").value(), row["name"_L1].toString().toStdString());
  config->eta = row["eta"_L1].toDouble();
  return *config;
}

std::vector<double> summary(const Tensor& timesteps) {
  const Tensor all = timesteps.to(at::kDouble);
  const double* t = all.data_ptr<double>();
  const auto n = static_cast<std::size_t>(all.numel());
  if (n <= 21) return {t, t + n};
  return {t[0], t[1], t[2], t[n - 2], t[n - 1], all.sum().item<double>()};
}

// Greatest difference from the wanted values, relative to the size of the whole tensor's deviation.
double difference(const Tensor& tensor, const QJsonArray& wanted) {
  double most = 0;
  const Tensor flat = tensor.flatten();
  for (std::size_t i = 0; i < picks.size(); ++i)
    most = std::max(most, std::abs(flat[picks[i]].item<double>() - wanted[static_cast<qsizetype>(i)].toDouble()));
  return most / flat.std().item<double>();
}

Tensor answerOf(const Tensor& u, const Tensor& t) { return 0.1 * u + 0.05 * at::sin(3 * u) + 0.2 * t / 1000; }

Tensor cleanLatent() { return (1.5 * at::linspace(-1, 1, 256, at::kFloat)).reshape({1, 4, 8, 8}); }

}  // namespace

class TestSchedulers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agreesWithTheReference_data() {
    QFile file(QStringLiteral(RETAILOR_SOURCE_DIR "/tests/core/neural/sampling/scheduler_goldens.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(rows.size() > 250);
    QTest::addColumn<QJsonObject>("golden");
    for (const auto& row : rows) QTest::newRow(qPrintable(row.toObject()["row"_L1].toString())) << row.toObject();
  }

  void agreesWithTheReference() {
    QFETCH(QJsonObject, golden);
    const int steps = golden["steps"_L1].toInt();
    const auto made = makeScheduler(configOf(golden), steps);
    QVERIFY2(made.ok(), made.ok() ? "" : made.failure().sentence.c_str());
    Scheduler& scheduler = **made;
    compareTimesteps(scheduler, golden["timesteps"_L1].toArray());
    QVERIFY(std::abs(scheduler.initialSigma() / golden["sigma"_L1].toDouble() - 1) < 1e-6);
    const std::optional<int> start = firstStep(steps, golden["strength"_L1].toDouble());
    QCOMPARE(start.value(), golden["start"_L1].toInt());
    walk(scheduler, *start, golden);
  }

  void aStrengthThatLeavesNoStepIsTold() {
    QVERIFY(!firstStep(20, 0.04).has_value());
    QCOMPARE(firstStep(20, 1.0).value(), 0);
  }

  void impossiblePlansAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("steps");
    const auto row = [](const char* title, const char* name, const char* json, int steps) {
      QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(json) << steps;
    };
    row("no step", "ddim", "{}", 0);
    row("more steps than training had", "euler", "{}", 1001);
    row("a place past the last", "ddim", R"({"steps_offset":1})", 1000);
    row("more than the distillation knew", "lcm", "{}", 51);
    row("runge-kutta needs four", "pndm", "{}", 3);
    row("noise prediction to zero", "dpmpp-2m", R"({"algorithm_type":"dpmsolver"})", 20);
    row("pndm of a clean prediction", "pndm", R"({"prediction_type":"sample"})", 20);
    row("a variance the network would have to predict", "ddpm", R"({"variance_type":"learned"})", 20);
    row("continuous time", "euler", R"({"timestep_type":"continuous"})", 20);
    row("a spread that is not known", "unipc", R"({"use_beta_sigmas":true})", 20);
  }

  void impossiblePlansAreRefused() {
    QFETCH(QString, name);
    QFETCH(QString, json);
    QFETCH(int, steps);
    const auto config = withScheduler(parseSchedulerConfig(json.toStdString(), "a.json").value(), name.toStdString());
    const auto made = makeScheduler(config.value(), steps);
    QVERIFY(!made.ok());
    QCOMPARE(made.failure().kind, FailureKind::BadInput);
  }

  // What only some classes look at keeps nobody from choosing another.
  void aForeignClassOrSpreadServesAnother() {
    const auto config = parseSchedulerConfig(R"({"_class_name":"HeunDiscreteScheduler","use_beta_sigmas":true})", "a.json").value();
    const auto own = withScheduler(config, "");
    QVERIFY(!own.ok() && own.failure().sentence.find("HeunDiscreteScheduler") != std::string::npos);
    QVERIFY(makeScheduler(withScheduler(config, "ddim").value(), 20).ok());
  }

 private:
  static void compareTimesteps(const Scheduler& scheduler, const QJsonArray& wanted) {
    const std::vector<double> timesteps = summary(scheduler.timesteps());
    QCOMPARE(static_cast<qsizetype>(timesteps.size()), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
      const double t = timesteps[static_cast<std::size_t>(i)];
      const bool whole = t == std::floor(t) && timesteps.size() <= 21;  // fractions hang on the last bits of F32 logarithms
      QVERIFY2(std::abs(t - wanted[i].toDouble()) <= (whole ? 0 : 5e-6 * std::abs(t)), qPrintable(QString::number(t, 'g', 10)));
    }
  }

  static void walk(Scheduler& scheduler, int start, const QJsonObject& golden) {
    SeededNoise seven(7), zero(0);
    const Tensor clean = cleanLatent(), noise = seven.draw("init", clean.sizes()).value();
    const Tensor before = scheduler.noised(clean, noise, start);
    QVERIFY(difference(before, golden["before"_L1].toArray()) < 1e-6);
    Tensor x = start == 0 ? clean * scheduler.initialSigma() : before;
    for (int i = start; i < scheduler.count(); ++i) {
      const Tensor fresh = scheduler.drawsNoise(i) ? zero.draw("step", x.sizes()).value() : Tensor();
      x = scheduler.step(x, answerOf(scheduler.scaledInput(x, i), scheduler.timesteps()[i]), i, fresh).next;
      if (i == start && i + 1 < scheduler.count())
        QVERIFY(difference(scheduler.noised(clean, noise, i + 1), golden["after"_L1].toArray()) < 1e-6);
    }
    const double off = difference(x, golden["end"_L1].toArray());
    QVERIFY2(off < 1e-5, qPrintable(QStringLiteral("off by %1 of the deviation").arg(off)));
  }
};

QTEST_GUILESS_MAIN(TestSchedulers)
#include "test_schedulers.moc"
