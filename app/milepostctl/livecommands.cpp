// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "app/milepostctl/jsonvalues.h"
#include "app/milepostctl/logentry.h"
#include "app/milepostctl/progressline.h"
#include "core/services/backupcare.h"
#include "core/services/whendone.h"
#include "ui/words/conditions.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

constexpr int kLookForEndMs = 100;

QString modeOf(const Condition &condition)
{
    if (condition.isWritable())
        return u"write"_s;
    return condition.isReadable() ? u"read"_s : u"away"_s;
}

QJsonArray jsonPeers(const QList<Peer> &peers)
{
    QJsonArray array;
    for (const Peer &peer : peers)
        array.append(QJsonObject{{u"person"_s, jsonText(peer.person)},
                                 {u"machine"_s, peer.machine},
                                 {u"program"_s, peer.program},
                                 {u"at"_s, jsonInstant(peer.at)},
                                 {u"writing"_s, peer.isWriting},
                                 {u"self"_s, peer.isSelf}});
    return array;
}

QJsonValue jsonPath(const QString &path)
{
    return path.isEmpty() ? QJsonValue() : QJsonValue(QFileInfo(path).absoluteFilePath());
}

QJsonArray jsonBackups(const QList<Backup> &backups)
{
    QJsonArray array;
    for (const Backup &backup : backups)
        array.append(QJsonObject{{u"at"_s, jsonInstant(backup.at)},
                                 {u"seq"_s, backup.seq},
                                 {u"reason"_s, wordOf(backup.reason)},
                                 {u"bytes"_s, backup.bytes},
                                 {u"here"_s, jsonPath(backup.here)},
                                 {u"beside"_s, jsonPath(backup.beside)}});
    return array;
}

QJsonValue jsonIntegrity(const std::optional<IntegrityNote> &note)
{
    if (!note)
        return {};
    return QJsonObject{
        {u"at"_s, jsonInstant(note->at)}, {u"ok"_s, note->findings == 0}, {u"problems"_s, note->findings}};
}

QString statusText(const QJsonObject &status)
{
    const QJsonObject integrity = status[u"integrity"_s].toObject();
    const QJsonArray backups = status[u"backups"_s].toArray();
    const QString checked = integrity[u"at"_s].toString();
    const QStringList lines = {
        u"Mode: %1 %2"_s.arg(status[u"mode"_s].toString(), status[u"why"_s].toString()).trimmed(),
        u"Last entry: %1"_s.arg(status[u"last_seq"_s].toInteger()),
        u"Open elsewhere: %1"_s.arg(qMax<qsizetype>(0, status[u"peers"_s].toArray().size() - 1)),
        u"Backups: %1, the last of %2"_s.arg(QString::number(backups.size()),
                                             backups.isEmpty() ? u"never"_s
                                                               : backups.first()[u"at"_s].toString()),
        u"Checked: %1"_s.arg(checked.isEmpty()             ? u"not yet on this machine"_s
                             : integrity[u"ok"_s].toBool() ? u"%1, everything fits"_s.arg(checked)
                                                           : u"%1, something does not fit"_s.arg(checked))};
    return lines.join(u'\n');
}

Outcome runStatus(Context &context, Arguments &arguments)
{
    if (!context.open(arguments, Session::Read::Frame))
        return context.failure();
    Session &session = context.session();
    if (const Done done = context.wait(session.lookNow()); !done)
        return refused(done.error());
    const Condition &condition = session.condition();
    Outcome outcome;
    outcome.object = QJsonObject{{u"mode"_s, modeOf(condition)},
                                 {u"why"_s, jsonText(sentence(condition))},
                                 {u"peers"_s, jsonPeers(session.peers())},
                                 {u"queue"_s, session.pending()},
                                 {u"last_seq"_s, context.state().seq},
                                 {u"backups"_s, jsonBackups(context.wait(session.backups().list()))},
                                 {u"integrity"_s, jsonIntegrity(session.backups().lastCheck())}};
    outcome.text = statusText(*outcome.object);
    return outcome;
}

/// Writes what is committed, an object a line, for as long as it lives.
class Watch
{
public:
    Watch(Session &session, qint64 since) : m_session(session), m_told(since)
    {
        QObject::connect(&session, &Session::changed, &m_life,
                         [this](const ChangeSet &change) { follow(change); });
    }
    const std::optional<Error> &failure() const { return m_failure; }

private:
    // The entry has what the change leaves out, and leaves out what this person may not know of.
    void follow(const ChangeSet &change)
    {
        if (change.act == Act::Restore)
            m_told = qMin(m_told, change.seq - 1); // its numbers come again
        whenDone(m_session.log(m_told), &m_life, [this](const Result<QList<LogEntry>> &entries) {
            if (!entries)
                return fail(entries.error());
            for (const LogEntry &entry : *entries)
                if (entry.seq > m_told) // several changes may have come at once
                    write(entry);
        });
    }
    void write(const LogEntry &entry)
    {
        m_told = entry.seq;
        const QByteArray line =
            QJsonDocument(jsonEntry(m_session.state(), entry)).toJson(QJsonDocument::Compact) + '\n';
        if (std::fputs(line.constData(), stdout) < 0 || std::fflush(stdout) != 0)
            fail({Error::Code::FileUnwritable, {u"standard output"_s, u"it is closed or full"_s}});
    }
    void fail(const Error &error)
    {
        m_failure = error;
        QCoreApplication::quit();
    }

    Session &m_session;
    qint64 m_told; ///< the last entry written, or passed over
    std::optional<Error> m_failure;
    QObject m_life; ///< last, so that nothing is told to one that is half gone
};

Outcome runWatch(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const ProgressLine interrupting({}); // which makes an end orderly
    const Watch watch(context.session(), context.state().seq);
    QTimer end;
    QObject::connect(&end, &QTimer::timeout, &end, [] {
        if (isInterrupted())
            QCoreApplication::quit();
    });
    end.start(kLookForEndMs);
    context.session().setLive(true);
    QCoreApplication::exec();
    context.session().setLive(false);
    return watch.failure() ? refused(*watch.failure()) : Outcome();
}

} // namespace

void addLiveCommands(Commands &commands)
{
    commands.add("status", "How the file is to be had, who has it open, and its backups", runStatus);
    commands.add("watch", "One JSON object a line for each committed change, until interrupted", runWatch);
}

} // namespace milepost::ctl
