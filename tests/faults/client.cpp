// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/client.h"

#include "core/domain/acts/values.h"
#include "core/services/backupcare.h"
#include "core/services/session.h"
#include "core/services/whendone.h"
#include "tests/faults/accounts.h"
#include "tests/faults/failing/failing.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

constexpr failing::Delay kShare{1, 5};
const QDate kToday(2026, 11, 22);
const QDate kFirstDay(1980, 1, 1);
constexpr int kDaysEach = 1000; // more writes than one process makes

void say(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.constData(), size_t(whole.size())) != whole.size())
        std::exit(1);
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

class Client final : public QObject
{
public:
    Client(const QStringList &arguments)
        : m_path(arguments.value(0))
        , m_number(arguments.value(2).toInt())
        , m_session({arguments.value(1), kToday})
        , m_commands(STDIN_FILENO, QSocketNotifier::Read)
    {
        m_session.backups().setDelay(std::chrono::hours(24)); // they have their turns in another proof
        connect(&m_session, &Session::changed, this,
                [](const ChangeSet &change) { say("seq " + number(change.seq)); });
        connect(&m_session, &Session::conditionChanged, this, [](const Condition &condition) {
            say("condition " + number(int(condition.kind)) + ' ' + number(ClientProcess::now()));
        });
        connect(&m_commands, &QSocketNotifier::activated, this, [this] { readCommands(); });
        whenDone(m_session.open(m_path, Session::Read::Everything), this, [this](const Done &done) {
            if (!done)
                fail(u"opening"_s, done.error());
            begin();
        });
    }

private:
    void begin()
    {
        const WorkingSet &state = m_session.state();
        if (!m_session.profile().become(state.workspace().id, state.of<Person>().all().first()->id))
            fail(u"the profile cannot keep who this is"_s);
        m_session.setLive(true);
        whenDone(m_session.lookNow(), this, [](const Done &) { say("open"); });
    }

    void readCommands()
    {
        std::array<char, 256> bytes = {};
        const ssize_t size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (size <= 0) {
            m_commands.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_heard.append(bytes.data(), qsizetype(size));
        for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
            obey(m_heard.first(end).split(' '));
            m_heard.remove(0, end + 1);
        }
    }

    // "write BEGIN END": once, if the end is not after the beginning.
    void obey(const QByteArrayList &words)
    {
        m_end = words.value(2).toLongLong();
        const qint64 rest = words.value(1).toLongLong() - ClientProcess::now();
        QTimer::singleShot(std::max<qint64>(0, rest), Qt::PreciseTimer, this, [this] { write(); });
    }

    GivenValue nextValue()
    {
        const QList<const Kpi *> kpis = m_session.state().of<Kpi>().all();
        GivenValue given;
        given.kpi = kpis.at(m_number % kpis.size())->id;
        given.date = kFirstDay.addDays(m_number / kpis.size() * kDaysEach + m_written++);
        given.value = m_number;
        return given;
    }

    void write()
    {
        Intent intent;
        intent.decide = [given = nextValue()](Situation &in) { return recordValue(in, given); };
        const qint64 begin = ClientProcess::now();
        whenDone(m_session.submit(intent), this, [this, begin](const Result<Receipt> &receipt) {
            const qint64 end = ClientProcess::now();
            if (receipt)
                say("wait " + number(end - begin) + ' ' + number(end));
            else
                say("error " + number(int(receipt.error().code)));
            if (receipt && end < m_end)
                write();
            else
                say("done " + number(failing::slowCalls()));
        });
    }

    QString m_path;
    int m_number;
    Session m_session;
    QSocketNotifier m_commands;
    QByteArray m_heard;
    qint64 m_end = 0;
    int m_written = 0;
};

} // namespace

ClientProcess::ClientProcess(const QString &path, const QString &profile, int number, unsigned traits)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {u"client"_s, path, profile, QString::number(number), QString::number(traits)});
}

qint64 ClientProcess::now()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

void ClientProcess::tell(const QByteArray &command)
{
    m_isDone = false;
    m_waits.clear();
    m_ends.clear();
    m_process.write(command + '\n');
    m_process.waitForBytesWritten();
}

void ClientProcess::writeAt(qint64 moment)
{
    tell("write " + number(moment) + " 0");
}

void ClientProcess::writeFrom(qint64 begin, qint64 end)
{
    tell("write " + number(begin) + ' ' + number(end));
}

void ClientProcess::beginToEnd()
{
    m_process.closeWriteChannel();
}

void ClientProcess::end()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    beginToEnd();
    m_process.waitForFinished();
    listen();
}

bool ClientProcess::listen()
{
    while (m_process.canReadLine())
        note(m_process.readLine().trimmed().split(' '));
    return m_process.state() != QProcess::NotRunning;
}

void ClientProcess::note(const QByteArrayList &words)
{
    const QByteArray &what = words.first();
    const qint64 value = words.value(1).toLongLong();
    if (what == "open")
        m_isOpen = true;
    else if (what == "done") {
        m_isDone = true;
        m_calls = value - std::exchange(m_callsBefore, value);
    } else if (what == "seq")
        m_seq = value;
    else if (what == "error")
        m_lastError = int(value);
    else if (what == "wait") {
        m_lastError = 0;
        m_waits.push_back(value);
        m_ends.push_back(words.value(2).toLongLong());
    } else if (what == "condition") {
        m_condition = int(value);
        m_conditionSince = words.value(2).toLongLong();
    }
}

int runClient(const QStringList &arguments)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(arguments.value(0)).path());
    const unsigned traits = arguments.value(3).toUInt();
    if ((traits & ClientProcess::Slow) != 0)
        failing::slowDown(folder.constData(), kShare);
    if ((traits & ClientProcess::Blind) != 0)
        failing::ignoreLocks(folder.constData());
    const Client client(arguments);
    return QCoreApplication::exec();
}

} // namespace milepost::faults
