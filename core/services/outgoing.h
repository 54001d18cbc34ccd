// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keptwrite.h"
#include "core/storage/outbox.h"
#include "core/storage/workspacefile.h"

namespace milepost {

/// What this profile has on its way to one workspace: kept on this machine before it is sent, and settled by
/// asking the workspace what became of it. Lives on the database thread.
class Outgoing
{
public:
    using Written = Result<WorkspaceFile::Written>;
    /// Writes to the file, and tells what came of it.
    using Sent = std::function<Written(const WorkspaceFile::Request &)>;

    /// \p folder: of this profile, for this workspace.
    explicit Outgoing(QString folder) : m_folder(std::move(folder)) {}

    /// FileUnwritable, DiskFull: what cannot be kept is not sent.
    Done keep(const KeptWrite &write);
    /// What its author is told of it.
    Done close(const QByteArray &writeId, const Written &written);

    /// Takes over what processes that are gone have left, and learns what became of it. What is not in the
    /// workspace is sent, if that can still be done as it was meant; else it is dropped. What cannot be told
    /// now, because the file cannot be had, stays: see hasMore().
    QList<Settlement> settle(WorkspaceFile &file, const WorkspaceFile::Writer &writer, const Sent &sent);
    bool hasMore() const { return !m_left.empty(); }

private:
    static std::optional<Settlement::Outcome> settle(WorkspaceFile &file, const KeptWrite &write,
                                                     const WorkspaceFile::Writer &writer, const Sent &sent);

    QString m_folder;
    std::unique_ptr<Outbox> m_own;
    std::vector<std::unique_ptr<Outbox>> m_left; ///< by others, and not settled yet
};

} // namespace milepost
