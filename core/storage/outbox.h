// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keptwrite.h"
#include "core/domain/result.h"
#include "core/storage/locks/bytelocks.h"

#include <QFile>

#include <memory>

namespace milepost {

/// The writes of one process of which it is not yet known what became of them, on this machine's disk before
/// anything is sent to the workspace. A file of its own for each process, locked while that lives; what a
/// process that has died left behind is taken over by the next that looks.
class Outbox
{
public:
    enum class Outcome : char {
        Open = 0,
        Known = 1,    ///< needs no fsync: whoever asks the workspace learns it
        Withdrawn = 2 ///< was told as failed, and must not be sent by anybody
    };

    ~Outbox();
    Q_DISABLE_COPY_MOVE(Outbox)

    /// A new one in \p folder, which is made, readable by its user alone. FileUnwritable, DiskFull: without
    /// it nothing may be written.
    static Result<std::unique_ptr<Outbox>> make(const QString &folder);
    /// Those in \p folder whose processes are gone. Each is this process's from now on.
    static std::vector<std::unique_ptr<Outbox>> takeOver(const QString &folder);

    /// Keeps a write; on the disk when it answers. FileUnwritable, DiskFull.
    Done put(const KeptWrite &write);
    /// Nothing more has to be known of it. A write that was never put is none of its business.
    Done settle(const QByteArray &writeId, Outcome outcome);
    /// What is not settled, in the order in which it was put.
    QList<KeptWrite> unsettled() const;

private:
    struct Entry
    {
        qint64 begin = 0;
        KeptWrite write = {};
    };

    Outbox() = default;
    Done create(const QString &path);
    bool claim(const QString &path);
    void read();
    qint64 placeFor(qsizetype size);
    Done sync();
    Error failure() const;

    QFile m_file;
    ByteLocks m_lock;
    QList<Entry> m_open;
    qint64 m_number = 0; ///< of the record put last
    qint64 m_end = 0;    ///< where it ends
};

} // namespace milepost
