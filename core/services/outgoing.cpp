// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/outgoing.h"

#include "core/storage/outbox.h"
#include "core/storage/workspacefile.h"

namespace milepost {
namespace {

using Outcome = Settlement::Outcome;

// Of the file, and not of the write: that may yet come to be possible.
bool isAboutFile(const Error &error)
{
    return error.code <= Error::Code::NotConnected;
}

} // namespace

Outgoing::Outgoing(QString folder) : m_folder(std::move(folder)) {}

Outgoing::~Outgoing() = default;

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

Done Outgoing::close(const QByteArray &writeId, bool isThere)
{
    if (!m_own)
        return {};
    return m_own->settle(writeId, isThere ? Outbox::Outcome::Known : Outbox::Outcome::Withdrawn);
}

QList<Settlement> Outgoing::settle(const WorkspaceFile &file, PersonId me, const Send &send)
{
    for (std::unique_ptr<Outbox> &found : Outbox::takeOver(m_folder))
        m_left.push_back(std::move(found));
    QList<Settlement> settlements;
    for (const std::unique_ptr<Outbox> &outbox : m_left) {
        const QList<KeptWrite> writes = outbox->unsettled();
        for (const KeptWrite &write : writes) {
            const std::optional<Outcome> outcome = settle(file, write, me, send);
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

std::optional<Outcome> Outgoing::settle(const WorkspaceFile &file, const KeptWrite &write, PersonId me,
                                        const Send &send)
{
    const Result<bool> isThere = file.holds(write.writeId);
    if (!isThere)
        return std::nullopt;
    if (*isThere)
        return Outcome::Written;
    if (!write.isWhole || write.person != me)
        return Outcome::Dropped;
    const Done done = send(write);
    if (done)
        return Outcome::Written;
    return isAboutFile(done.error()) ? std::nullopt : std::optional(Outcome::Dropped);
}

} // namespace milepost
