// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <vector>

namespace milepost::faults {

/// One process that has a workspace open as a window has it: through a session that looks for what others
/// write every two seconds. This is its other end: it is told what to do, and tells what came of it.
class ClientProcess
{
public:
    enum Trait : unsigned {
        Usual = 0,
        Slow = 1,  ///< its calls take as long as an imitated share's
        Blind = 2, ///< its locks are nobody else's business, nor others' its own
    };

    /// \p profile: a folder of its own.
    ClientProcess(const QString &path, const QString &profile, int number, unsigned traits);
    /// Ends it in order, if end() has not.
    ~ClientProcess() { end(); }
    Q_DISABLE_COPY_MOVE(ClientProcess)

    /// Writes once, at a moment of the clock (see now()).
    void writeAt(qint64 moment);
    /// Writes again and again from the one moment to the other.
    void writeFrom(qint64 begin, qint64 end);
    void beginToEnd();
    void end();

    /// Takes in what it has told. False if it has ended by itself.
    bool listen();
    bool isOpen() const { return m_isOpen; }
    /// It has done what it was told.
    bool isDone() const { return m_isDone; }
    /// How long each write took since it was told to, in milliseconds.
    const std::vector<qint64> &waits() const { return m_waits; }
    /// And when it was done.
    const std::vector<qint64> &ends() const { return m_ends; }
    /// What became of its last write: 0, or the code of the error.
    int lastError() const { return m_lastError; }
    /// The number of the condition that it found last (see Condition), and when; 0 until then.
    int condition() const { return m_condition; }
    qint64 conditionSince() const { return m_conditionSince; }
    /// The last entry that it has seen.
    qint64 seq() const { return m_seq; }
    /// How many calls it made on files of the share since it was told so before, looking included.
    qint64 calls() const { return m_calls; }

    /// Milliseconds of a clock that all processes share.
    static qint64 now();

private:
    void tell(const QByteArray &command);
    void note(const QByteArrayList &words);

    QProcess m_process;
    bool m_isOpen = false;
    bool m_isDone = false;
    std::vector<qint64> m_waits;
    std::vector<qint64> m_ends;
    int m_lastError = 0;
    int m_condition = 0;
    qint64 m_conditionSince = 0;
    qint64 m_seq = 0;
    qint64 m_calls = 0;
    qint64 m_callsBefore = 0;
};

/// The process itself: FILE PROFILE NUMBER TRAITS.
int runClient(const QStringList &arguments);

} // namespace milepost::faults
