#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace retailor::tests {

// An HTTP server on this machine that gives files out in the ways real ones go wrong. Lives in the test's event loop.
class FaultyServer : public QTcpServer {
 public:
  enum class Fault {
    None,
    Drops,     // breaks off after a third, each time it is asked
    Stalls,    // says nothing more after a third; fine when asked again
    Corrupts,  // sends other bytes than it told the hash of
    CorruptsOnce,
    SendsMore,     // goes on after the end
    CannotResume,  // breaks off once, and starts again from the first byte
    Failing,       // answers 503 twice
    Absent,
    WantsLogin,
    TellsNoHash,
    Redirects,  // to the same file elsewhere on it
    Endless,    // redirects to itself
  };

  struct File {
    QByteArray bytes;
    QByteArray hash;  // hex
    Fault fault = Fault::None;
    int asked = 0;  // GET requests so far
  };

  FaultyServer() {
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] { take(nextPendingConnection()); });
  }

  QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
  QHash<QString, File> files;  // by the path they are asked for

 private:
  void take(QTcpSocket* socket) {
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
      m_requests[socket] += socket->readAll();
      if (m_requests[socket].contains("\r\n\r\n")) answer(socket, m_requests.take(socket));
    });
  }

  void answer(QTcpSocket* socket, const QByteArray& request) {
    const bool isHead = request.startsWith("HEAD");
    QString path = QString::fromLatin1(request.mid(isHead ? 5 : 4).split(' ').first());
    const bool isElsewhere = path.startsWith(QStringLiteral("/elsewhere"));
    if (isElsewhere) path.remove(0, 10);
    const auto found = files.find(path);
    if (found == files.end() || found->fault == Fault::Absent) return end(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    if (found->fault == Fault::WantsLogin) return end(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    if ((found->fault == Fault::Redirects && !isElsewhere) || found->fault == Fault::Endless)
      return end(socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere" + path.toLatin1() + "\r\nContent-Length: 0\r\n\r\n");
    if (!isHead) ++found->asked;
    if (!isHead && found->fault == Fault::Failing && found->asked <= 2)
      return end(socket, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    give(socket, *found, isHead, rangeIn(request));
  }

  static qsizetype rangeIn(const QByteArray& request) {
    const qsizetype at = request.toLower().indexOf("range: bytes=");
    return at < 0 ? 0 : request.mid(at + 13).split('-').first().toLongLong();
  }

  void give(QTcpSocket* socket, File& file, bool isHead, qsizetype from) {
    if (file.fault == Fault::CannotResume) from = 0;
    const qsizetype told = file.bytes.size();
    QByteArray head = from > 0 ? "HTTP/1.1 206 Partial Content\r\n" : "HTTP/1.1 200 OK\r\n";
    if (file.fault != Fault::TellsNoHash) head += "X-Linked-Etag: \"" + file.hash + "\"\r\n";
    if (from > 0)
      head +=
          "Content-Range: bytes " + QByteArray::number(from) + "-" + QByteArray::number(told - 1) + "/" + QByteArray::number(told) + "\r\n";
    if (isHead || file.fault != Fault::SendsMore) head += "Content-Length: " + QByteArray::number(told - from) + "\r\n";
    socket->write(head + "Connection: close\r\n\r\n");
    if (!isHead) socket->write(bodyOf(file, from));
    const bool stalls = !isHead && file.fault == Fault::Stalls && file.asked == 1;
    if (!stalls) socket->disconnectFromHost();
  }

  static QByteArray bodyOf(const File& file, qsizetype from) {
    QByteArray body = file.bytes.mid(from);
    const bool breaksOff = file.fault == Fault::Drops || (file.fault == Fault::Stalls && file.asked == 1) ||
                           (file.fault == Fault::CannotResume && file.asked == 1);
    if (breaksOff) body.truncate(std::max<qsizetype>(1, body.size() / 3));
    if (file.fault == Fault::Corrupts || (file.fault == Fault::CorruptsOnce && file.asked == 1))
      body[body.size() / 2] = static_cast<char>(body[body.size() / 2] ^ 1);
    if (file.fault == Fault::SendsMore) body += QByteArray(1000, 'x');
    return body;
  }

  static void end(QTcpSocket* socket, const QByteArray& text) {
    socket->write(text);
    socket->disconnectFromHost();
  }

  QHash<QTcpSocket*, QByteArray> m_requests;
};

}  // namespace retailor::tests
