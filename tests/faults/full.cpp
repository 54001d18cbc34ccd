// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/full.h"

#include "core/domain/acts/people.h"
#include "core/services/session.h"
#include "core/storage/journal.h"
#include "tests/faults/accounts.h"
#include "tests/faults/apart.h"
#include "tests/faults/failing/failing.h"
#include "tests/faults/writekinds.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

using failing::Mode;
using failing::Plan;

constexpr unsigned kMostSeconds = 60; // a case that takes longer hangs
constexpr long kEnough = std::numeric_limits<long>::max() / 2;
constexpr int kNone = -1; // the answer of a write that was made

QString workspaceIn(const QString &folder)
{
    return folder + u"/w.milepost"_s;
}

// The descriptor that this closes has no part in the program's locks, which belong to one of their own.
QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the process of one case says at its end.
struct Said
{
    int answer = kNone;  ///< the error's code
    bool isAsWas = true; ///< the file, to the byte, while there was still no room
    bool hasGoneOn = false;
    long used = 0;
};

/// A write for which there is so much room, and then another with room enough.
Said writeWithin(long room, WriteKind &kind, const QString &folder)
{
    const QByteArray before = bytesOf(workspaceIn(folder));
    kind.open(folder);
    failing::arm(QFile::encodeName(folder).constData(), {Mode::NoRoom, 0, 0, room});
    const Done done = kind.write();
    Said said;
    said.answer = done ? kNone : static_cast<int>(done.error().code);
    said.isAsWas = done || bytesOf(workspaceIn(folder)) == before;
    said.used = failing::mostRoomUsed();
    failing::disarm();
    said.hasGoneOn = bool(kind.goOn());
    return said;
}

/// A session whose profile is in one folder, and its file in another.
class OwnOutbox
{
public:
    explicit OwnOutbox(const QString &folder)
        : m_path(folder + u"/w.milepost"_s)
        , m_profile(folder + u"/me"_s)
    {
        Session session({m_profile, {}});
        must(session.wait(session.create(m_path, u"Org"_s, u"Ann"_s)), "creating");
    }

    /// Adds a team while there is so much room for one's own files, and then another with room enough.
    Said writeWithin(long room) const
    {
        Session session({m_profile, {}});
        must(session.wait(session.open(m_path, Session::Read::Everything)), "opening");
        const qint64 before = session.state().seq;
        failing::arm(QFile::encodeName(m_profile).constData(), {Mode::NoRoom, 0, 0, room});
        const Result<Receipt> receipt = session.wait(session.submit(adding(u"First"_s)));
        Said said;
        said.answer = receipt ? kNone : static_cast<int>(receipt.error().code);
        said.used = failing::mostRoomUsed();
        failing::disarm();
        said.isAsWas = receipt || headOf(m_path) == before;
        said.hasGoneOn = bool(session.wait(session.submit(adding(u"Second"_s))));
        said.hasGoneOn = said.hasGoneOn && headOf(m_path) == before + (receipt ? 2 : 1);
        return said;
    }

private:
    static void must(const Done &done, const char *what)
    {
        if (!done)
            fail(QString::fromLatin1(what), done.error());
    }
    static Intent adding(const QString &team)
    {
        Intent intent;
        intent.decide = [team](Situation &in) { return addTeam(in, {team, {}}); };
        return intent;
    }
    static qint64 headOf(const QString &path)
    {
        const Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
        if (!file)
            fail(u"opening"_s, file.error());
        const Result<qint64> head = JournalReader((*file)->engine()).head();
        if (!head)
            fail(u"reading the head"_s, head.error());
        return *head;
    }

    QString m_path;
    QString m_profile;
};

class Run
{
public:
    explicit Run(const FullSize &size) : m_size(size) {}

    bool all()
    {
        QElapsedTimer timer;
        timer.start();
        for (const std::unique_ptr<WriteKind> &kind : writeKinds())
            if (m_size.kind.isEmpty() || kind->name() == m_size.kind)
                every(kind->name(), [this, &kind](long room) { return one(*kind, room); });
        if (m_size.kind.isEmpty() || m_size.kind == u"outbox")
            every(u"outbox"_s, [this](long room) { return oneOfOutbox(room); });
        std::printf("%d sizes: %d cases, %d wrong, %lld ms\n", m_size.sizes, m_cases, m_wrong,
                    timer.elapsed());
        return m_wrong == 0 && m_cases > 0;
    }

private:
    /// The first time with all the room that it likes, to learn what it needs; then with less.
    template<class One>
    void every(const QString &name, const One &one)
    {
        const Said whole = one(kEnough);
        int refused = 0;
        for (int i = 0; i < m_size.sizes; ++i)
            refused += one(whole.used * i / (m_size.sizes - 1)).answer == kNone ? 0 : 1;
        std::printf("%s: needs %ld bytes, refused %d of %d\n", qPrintable(name), whole.used, refused,
                    m_size.sizes);
        // With all that it needs it is made, and without any it is not.
        if (refused == 0 || refused == m_size.sizes || whole.answer != kNone)
            note(name, whole.used, u"it does not depend on the room"_s);
    }

    Said one(WriteKind &kind, long room)
    {
        const QTemporaryDir folder(folderInMemory());
        kind.layOut(folder.path());
        const Apart<Said> apart =
            doneApart(kMostSeconds, [&] { return writeWithin(room, kind, folder.path()); });
        QString wrong = judge(apart);
        const int times = apart.said.answer == kNone ? 1 : 0;
        if (wrong.isEmpty() && kind.count(folder.path(), false) != times)
            wrong = u"the answer does not fit what is there"_s;
        note(kind.name(), room, wrong);
        return apart.said;
    }

    Said oneOfOutbox(long room)
    {
        const QTemporaryDir folder(folderInMemory());
        const Apart<Said> apart =
            doneApart(kMostSeconds, [&] { return OwnOutbox(folder.path()).writeWithin(room); });
        note(u"outbox"_s, room, judge(apart));
        return apart.said;
    }

    static QString judge(const Apart<Said> &apart)
    {
        if (!apart.hasSaid)
            return QStringLiteral("it ended by signal %1").arg(apart.signal);
        if (apart.said.answer != kNone && apart.said.answer != static_cast<int>(Error::Code::DiskFull))
            return QStringLiteral("it answered %1").arg(apart.said.answer);
        if (!apart.said.isAsWas)
            return u"the file is not as it was"_s;
        return apart.said.hasGoneOn ? QString() : u"nothing could be written afterwards"_s;
    }

    void note(const QString &name, long room, const QString &wrong)
    {
        ++m_cases;
        if (wrong.isEmpty())
            return;
        ++m_wrong;
        std::printf("WRONG: %s with room for %ld bytes: %s\n", qPrintable(name), room, qPrintable(wrong));
        std::fflush(stdout);
    }

    FullSize m_size;
    int m_cases = 0;
    int m_wrong = 0;
};

} // namespace

bool runFull(const FullSize &size)
{
    return Run(size).all();
}

} // namespace milepost::faults
