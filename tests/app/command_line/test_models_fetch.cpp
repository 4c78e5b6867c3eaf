#include <QCryptographicHash>
#include <QSignalSpy>
#include <QtTest>

#include <signal.h>

#include "tests/app/command_line/faulty_server.h"
#include "tests/app/command_line/workplace.h"

using namespace retailor;
using tests::Ended;
using tests::FaultyServer;
using tests::Workplace;
using Fault = FaultyServer::Fault;

namespace {

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

// What a hub calls a small file.
QByteArray gitHash(const QByteArray& bytes) {
  return QCryptographicHash::hash("blob " + QByteArray::number(bytes.size()) + QByteArray(1, '\0') + bytes, QCryptographicHash::Sha1)
      .toHex();
}

QByteArray someBytes(int count) {
  QByteArray bytes(count, '\0');
  for (int i = 0; i < count; ++i) bytes[i] = static_cast<char>((static_cast<unsigned>(i) * 7919U) >> 3);
  return bytes;
}

}  // namespace

class TestModelsFetch : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_place = std::make_unique<Workplace>();
    m_server = std::make_unique<FaultyServer>();
    m_place->writeText(QStringLiteral("list.json"),
                       R"({"models": [{"name": "small", "repository": "org/small", "revision": "refs/pr/3", "licence": "mit",
        "files": [{"path": "unet/config.json"}, {"path": "unet/weights.safetensors"}, {"path": "README.md", "optional": true}]}]})");
    const QByteArray config = "{}\n", weights = someBytes(300'000);
    m_server->files[urlPath("unet/config.json")] = {config, gitHash(config), Fault::None, 0};
    m_server->files[urlPath("unet/weights.safetensors")] = {weights, sha256(weights), Fault::None, 0};
  }

  void allIsShownThenFetched() {
    const Ended ended = fetch();
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(fetched(), weights().bytes);
    for (const QString& word :
         {QStringLiteral("licence mit"), QStringLiteral("org/small"), QString::fromLatin1(weights().hash), QStringLiteral("0.30 MB")})
      QVERIFY2(ended.out.contains(word), qPrintable(ended.out));
    QCOMPARE(m_place->entries(QStringLiteral("got/unet")),
             (QStringList{QStringLiteral("config.json"), QStringLiteral("weights.safetensors")}));
  }

  void faultsThatPassAreOvercome_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("drops the connection, again and again") << int(Fault::Drops);
    QTest::newRow("stalls once") << int(Fault::Stalls);
    QTest::newRow("corrupts once") << int(Fault::CorruptsOnce);
    QTest::newRow("cannot resume") << int(Fault::CannotResume);
    QTest::newRow("fails twice") << int(Fault::Failing);
    QTest::newRow("redirects") << int(Fault::Redirects);
    QTest::newRow("tells no hash") << int(Fault::TellsNoHash);
  }

  void faultsThatPassAreOvercome() {
    QFETCH(int, fault);
    weights().fault = static_cast<Fault>(fault);
    const Ended ended = fetch();
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(fetched(), weights().bytes);
  }

  void faultsThatStayEndInOneSentence_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("word");
    QTest::newRow("corrupts") << int(Fault::Corrupts) << QStringLiteral("hash");
    QTest::newRow("sends more than it told") << int(Fault::SendsMore) << QStringLiteral("more than it announced");
    QTest::newRow("absent") << int(Fault::Absent) << QStringLiteral("404");
    QTest::newRow("wants a login") << int(Fault::WantsLogin) << QStringLiteral("login");
    QTest::newRow("redirects for ever") << int(Fault::Endless) << QStringLiteral("could not be fetched");
  }

  void faultsThatStayEndInOneSentence() {
    QFETCH(int, fault);
    QFETCH(QString, word);
    weights().fault = static_cast<Fault>(fault);
    const Ended ended = fetch();
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.err.contains(word) && ended.err.contains(QStringLiteral("weights.safetensors")), qPrintable(ended.err));
    QVERIFY(!QFile::exists(m_place->path(QStringLiteral("got/unet/weights.safetensors"))));
  }

  void whatIsThereIsNotFetchedAgain() {
    QCOMPARE(fetch().code, 0);
    const int asked = weights().asked;
    const Ended ended = fetch();
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.out.contains(QStringLiteral("there already")));
    QCOMPARE(weights().asked, asked);
  }

  void aPartIsResumed() {
    QDir().mkpath(m_place->path(QStringLiteral("got/unet")));
    m_place->writeText(QStringLiteral("got/unet/weights.safetensors.part"), weights().bytes.left(200'000));
    QCOMPARE(fetch().code, 0);
    QCOMPARE(fetched(), weights().bytes);
    QCOMPARE(weights().asked, 1);
  }

  void aWrongPartIsThrownAway() {
    QDir().mkpath(m_place->path(QStringLiteral("got/unet")));
    m_place->writeText(QStringLiteral("got/unet/weights.safetensors.part"), QByteArray(200'000, 'x'));
    QCOMPARE(fetch().code, 0);
    QCOMPARE(fetched(), weights().bytes);
  }

  void aStoppedFetchGoesOnLater() {
    weights().fault = Fault::Stalls;
    QProcess process;
    process.setWorkingDirectory(m_place->folder());
    process.start(Workplace::realProgram(), arguments(QStringLiteral("30")));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_place->path(QStringLiteral("got/unet/weights.safetensors.part"))).exists() || weights().asked == 1,
                             20000);
    QSignalSpy ended(&process, &QProcess::finished);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(ended.count() == 1 || ended.wait(20000));
    QCOMPARE(process.exitCode(), 5);
    QCOMPARE(fetch().code, 0);
    QCOMPARE(fetched(), weights().bytes);
  }

  void aPlanFetchesNothing() {
    QCOMPARE(run(arguments(QStringLiteral("2")) << QStringLiteral("--plan")).code, 0);
    QVERIFY(!QFile::exists(m_place->path(QStringLiteral("got"))));
    QCOMPARE(weights().asked, 0);
  }

  void aLocalCopyWillDo() {
    QDir().mkpath(m_place->path(QStringLiteral("copy/unet")));
    m_place->writeText(QStringLiteral("copy/unet/config.json"), "{}\n");
    m_place->writeText(QStringLiteral("copy/unet/weights.safetensors"), weights().bytes);
    const Ended ended = run({QStringLiteral("models"), QStringLiteral("fetch"), QStringLiteral("small"), QStringLiteral("--catalogue"),
                             QStringLiteral("list.json"), QStringLiteral("--mirror"), QStringLiteral("copy"), QStringLiteral("--to"),
                             QStringLiteral("got")});
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(fetched(), weights().bytes);
  }

  void listsThatLeadElsewhereAreRefused_data() {
    QTest::addColumn<QByteArray>("path");
    for (const char* path : {"../x", "/etc/passwd", "a/../../x", "a\\\\b", ""}) QTest::newRow(path) << QByteArray(path);
  }

  void listsThatLeadElsewhereAreRefused() {
    QFETCH(QByteArray, path);
    m_place->writeText(QStringLiteral("list.json"),
                       R"({"models": [{"name": "small", "repository": "org/small", "files": [{"path": ")" + path + R"("}]}]})");
    QCOMPARE(fetch().code, 3);
  }

  void withoutANameTheKnownModelsAreListed() {
    const Ended ended = run({QStringLiteral("models"), QStringLiteral("fetch")});
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.out.contains(QStringLiteral("stable-diffusion-v1-5/stable-diffusion-inpainting")));
  }

 private:
  static QString urlPath(const char* file) { return QStringLiteral("/org/small/resolve/refs%2Fpr%2F3/") + QString::fromLatin1(file); }
  FaultyServer::File& weights() const { return m_server->files[urlPath("unet/weights.safetensors")]; }
  QByteArray fetched() const { return m_place->bytes(QStringLiteral("got/unet/weights.safetensors")); }

  QStringList arguments(const QString& stallSeconds) const {
    return {QStringLiteral("models"),
            QStringLiteral("fetch"),
            QStringLiteral("small"),
            QStringLiteral("--catalogue"),
            QStringLiteral("list.json"),
            QStringLiteral("--mirror"),
            m_server->address(),
            QStringLiteral("--to"),
            QStringLiteral("got"),
            QStringLiteral("--stall-seconds"),
            stallSeconds};
  }
  Ended fetch() const { return run(arguments(QStringLiteral("1"))); }

  // The server answers meanwhile, so the event loop must go on.
  Ended run(const QStringList& arguments) const {
    QProcess process;
    process.setWorkingDirectory(m_place->folder());
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(Workplace::realProgram(), arguments);
    if (!ended.wait(120000)) return {};
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
  }

  std::unique_ptr<Workplace> m_place;
  std::unique_ptr<FaultyServer> m_server;
};

QTEST_GUILESS_MAIN(TestModelsFetch)
#include "test_models_fetch.moc"
