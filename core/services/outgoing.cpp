// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/outgoing.h"

#include "core/domain/acts/resending.h"

namespace milepost {
namespace {

using Outcome = Settlement::Outcome;

// Of the file, and not of the write: that may yet come to be possible.
bool isAboutFile(const Error &error)
{
    return error.code <= Error::Code::NotConnected;
}

WorkspaceFile::Request requestFor(const KeptWrite &write, const WorkspaceFile::Writer &writer)
{
    WorkspaceFile::Request request;
    request.writer = writer;
    request.writeId = write.writeId;
    request.needs = [kpis = seriesNeededBy(write)](const WorkingSet &) { return kpis; };
    request.decide = [write](Situation &in) { return resend(in, write); };
    return request;
}

} // namespace

Done Outgoing::keep(const KeptWrite &write)
{
    if (!m_own) {
        Result<std::unique_ptr<Outbox>> made = Outbox::make(m_folder);
        if (!made)
            return made.error();
        m_own = *std::move(made);
    }
    return m_own->put(write);
}

Done Outgoing::close(const QByteArray &writeId, const Written &written)
{
    if (!m_own)
        return {};
    // Of what needed no entry the workspace knows nothing.
    const bool isThere = written && written->change.seq > 0;
    return m_own->settle(writeId, isThere ? Outbox::Outcome::Known : Outbox::Outcome::Withdrawn);
}

QList<Settlement> Outgoing::settle(WorkspaceFile &file, const WorkspaceFile::Writer &writer, const Sent &sent)
{
    for (std::unique_ptr<Outbox> &found : Outbox::takeOver(m_folder))
        m_left.push_back(std::move(found));
    QList<Settlement> settlements;
    for (const std::unique_ptr<Outbox> &outbox : m_left) {
        const QList<KeptWrite> writes = outbox->unsettled();
        for (const KeptWrite &write : writes) {
            const std::optional<Outcome> outcome = settle(file, write, writer, sent);
            if (!outcome)
                continue;
            const bool isThere = *outcome == Outcome::Written;
            // What cannot be marked is looked up once more.
            if (outbox->settle(write.writeId, isThere ? Outbox::Outcome::Known : Outbox::Outcome::Withdrawn))
                settlements.append({write, *outcome, {}});
        }
    }
    std::erase_if(m_left, [](const auto &outbox) { return outbox->unsettled().isEmpty(); });
    return settlements;
}

std::optional<Outcome> Outgoing::settle(WorkspaceFile &file, const KeptWrite &write,
                                        const WorkspaceFile::Writer &writer, const Sent &sent)
{
    const Result<bool> isThere = file.holds(write.writeId);
    if (!isThere)
        return std::nullopt;
    if (*isThere)
        return Outcome::Written;
    if (!write.isWhole || write.person != writer.person)
        return Outcome::Dropped;
    const Written written = sent(requestFor(write, writer));
    if (written)
        return Outcome::Written;
    return isAboutFile(written.error()) ? std::nullopt : std::optional(Outcome::Dropped);
}

} // namespace milepost
