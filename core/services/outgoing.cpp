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
    m_inDoubt.remove(writeId);
    if (!m_own)
        return {};
    return m_own->settle(writeId, isThere ? Outbox::Outcome::Known : Outbox::Outcome::Withdrawn);
}

void Outgoing::doubt(const QByteArray &writeId)
{
    m_inDoubt.insert(writeId);
}

QList<Settlement> Outgoing::settle(const WorkspaceFile &file, PersonId me, const Send &send)
{
    QList<Settlement> settlements;
    const auto settleAll = [&](Outbox &box, const auto &isMeant) {
        const QList<KeptWrite> writes = box.unsettled();
        for (const KeptWrite &write : writes)
            if (isMeant(write))
                if (std::optional<Settlement> settlement = settle(box, file, write, me, send))
                    settlements.append(*std::move(settlement));
    };
    for (std::unique_ptr<Outbox> &found : Outbox::takeOver(m_folder))
        m_left.push_back(std::move(found));
    for (const std::unique_ptr<Outbox> &left : m_left)
        settleAll(*left, [](const KeptWrite &) { return true; });
    std::erase_if(m_left, [](const auto &left) { return left->unsettled().isEmpty(); });
    if (m_own)
        settleAll(*m_own, [this](const KeptWrite &write) { return m_inDoubt.contains(write.writeId); });
    for (const Settlement &settlement : std::as_const(settlements))
        m_inDoubt.remove(settlement.write.writeId);
    return settlements;
}

std::optional<Settlement> Outgoing::settle(Outbox &box, const WorkspaceFile &file, const KeptWrite &write,
                                           PersonId me, const Send &send)
{
    const std::optional<Outcome> outcome = outcomeOf(file, write, me, send);
    if (!outcome)
        return std::nullopt;
    const bool isThere = *outcome == Outcome::Written;
    // What cannot be marked is looked up once more.
    if (!box.settle(write.writeId, isThere ? Outbox::Outcome::Known : Outbox::Outcome::Withdrawn))
        return std::nullopt;
    return Settlement{write, *outcome, {}};
}

std::optional<Outcome> Outgoing::outcomeOf(const WorkspaceFile &file, const KeptWrite &write, PersonId me,
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
