// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keptwrite.h"
#include "core/domain/result.h"

#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace milepost {

class Outbox;
class WorkspaceFile;

/// What this profile has on its way to one workspace: kept on this machine before it is sent, and settled by
/// asking the workspace what became of it. Lives on the database thread.
class Outgoing
{
public:
    /// Sends it to the workspace once more.
    using Send = std::function<Done(const KeptWrite &)>;

    /// \p folder: of this profile, for this workspace.
    explicit Outgoing(QString folder);
    ~Outgoing();
    Q_DISABLE_COPY_MOVE(Outgoing)

    /// FileUnwritable, DiskFull: what cannot be kept is not sent.
    Done keep(const KeptWrite &write);
    /// What its author is told of it: that it stands in the workspace, or that it does not and will not.
    Done close(const QByteArray &writeId, bool isThere);
    /// Its author was told that it is not known what became of it: settle() learns it.
    void doubt(const QByteArray &writeId);

    /// Learns what became of the writes in doubt, and of what processes that are gone have left, which it
    /// takes over. What is not in the workspace is sent, if that can still be done as it was meant; else it
    /// is dropped. What cannot be told now, because the file cannot be had, stays: see hasMore().
    QList<Settlement> settle(const WorkspaceFile &file, PersonId me, const Send &send);
    bool hasMore() const { return !m_left.empty() || !m_inDoubt.isEmpty(); }

private:
    /// Nothing: it stays in the box.
    static std::optional<Settlement> settle(Outbox &box, const WorkspaceFile &file, const KeptWrite &write,
                                            PersonId me, const Send &send);
    static std::optional<Settlement::Outcome> outcomeOf(const WorkspaceFile &file, const KeptWrite &write,
                                                        PersonId me, const Send &send);

    QString m_folder;
    std::unique_ptr<Outbox> m_own;
    QSet<QByteArray> m_inDoubt;                  ///< of one's own
    std::vector<std::unique_ptr<Outbox>> m_left; ///< by others, and not settled yet
};

} // namespace milepost
