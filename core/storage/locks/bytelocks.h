// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace milepost {

/// Locks on ranges of a file's bytes, through a descriptor of its own. They belong to this object alone (open
/// file description locks): other descriptors of the process neither share nor drop them, and when the
/// process dies they are gone. Bytes beyond the end can be locked; nothing is ever written for it.
class ByteLocks
{
public:
    enum class Access { ReadOnly, ReadWrite };
    enum class Kind { Shared, Exclusive };
    /// Failed: the file or its server did not answer as it should; error() has the system's number.
    enum class Outcome { Taken, Busy, Failed };
    struct Range
    {
        qint64 first = 0;
        qint64 count = 1;
    };

    ByteLocks() = default;
    ~ByteLocks() { close(); }
    Q_DISABLE_COPY_MOVE(ByteLocks)

    /// Opens a file that is there. False: error() says why.
    bool open(const QByteArray &path, Access access);
    /// Makes the file if it is missing, with the rights of \p mode whatever the process's mask.
    bool openOrMake(const QByteArray &path, unsigned mode);
    /// Opens the same file once more, which drops all locks for certain: unlocking may fail. False: the path
    /// names another by now, or it cannot be opened; later it may.
    bool reopen(const QByteArray &path, Access access);
    void close();
    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    int error() const { return m_error; }

    /// At once, or not. An exclusive lock takes a file open for writing.
    Outcome tryLock(Range range, Kind kind);
    /// Waits in the system's queue, which is fair where asking again and again is not; Busy after \p
    /// patience.
    Outcome waitFor(Range range, Kind kind, std::chrono::milliseconds patience);
    /// Where the word that a lock is free does not always arrive, waitFor() asks anew after so long.
    void askAgainAfter(std::chrono::milliseconds slice) { m_slice = slice; }
    /// False: nobody knows what is locked now.
    bool unlock(Range range);
    /// Whether another could not take it exclusively because of a lock that is not of this object. Nothing
    /// if the system does not tell.
    std::optional<bool> isHeldByOther(Range range);

    /// How long the file is, as its server says: what a client of a share keeps of that may be a second old.
    /// Nothing if it does not answer.
    std::optional<qint64> freshSize() const;
    /// Whether \p path still names the file that was opened: it may have been replaced or removed.
    bool isAt(const QByteArray &path) const;

private:
    /// Which file it is, on this machine.
    struct Identity
    {
        quint64 device = 0;
        quint64 number = 0;
        friend bool operator==(const Identity &, const Identity &) = default;
    };
    std::optional<Identity> identity() const;
    bool openAgain(const QByteArray &path, Access access);
    Outcome outcomeOf(int result);
    Outcome waitOnce(Range range, Kind kind, std::chrono::milliseconds patience);

    int m_descriptor = -1;
    std::optional<Identity> m_opened; ///< known also while it could not be opened once more
    std::chrono::milliseconds m_slice = std::chrono::hours(1); ///< longer than anybody waits
    int m_error = 0;
};

} // namespace milepost
