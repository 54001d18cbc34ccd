// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/milepostctl/arguments.h"
#include "app/milepostctl/outcome.h"
#include "core/domain/keptwrite.h"
#include "core/domain/lookup.h"
#include "core/services/session.h"

namespace milepost::ctl {

/// What stands on either side of the command.
struct Globals
{
    QString workspace = {};
    QString profile = {};
    std::optional<QDate> today = {};
};

constexpr Named::Kinds kGoals = Named::Kind::Objective | Named::Kind::KeyResult | Named::Kind::Kpi;
constexpr Named::Kinds kEverything = kGoals | Named::Kind::Board | Named::Kind::Part | Named::Kind::Action |
                                     Named::Kind::Person | Named::Kind::Team | Named::Kind::Cycle;

/// The workspace that a command works on, for the person that the profile is in it. Like Arguments it
/// remembers the first thing that went wrong: a command reads, opens, looks things up, and is refused by
/// failure() or by write().
class Context
{
public:
    explicit Context(const Globals &globals);

    Session &session() { return m_session; }
    const WorkingSet &state() const { return m_session.state(); }
    QString path() const { return m_globals.workspace; }

    /// True if the arguments are in order and say where the workspace is.
    bool accepts(const Arguments &arguments);
    /// The same, and opens it.
    bool open(const Arguments &arguments, Session::Read read = Session::Read::Structure);
    Outcome failure() const;
    /// What became of the changes of an earlier run that ended before it knew, a line each; "" if there were
    /// none.
    QString settled() const;
    bool hasFailed() const { return m_failure.has_value(); }

    template<class Answer>
    Answer wait(QFuture<Answer> future)
    {
        return m_session.wait(std::move(future));
    }

    /// What is called so. \p text may name nothing ("") only where a command takes it as optional.
    Named thing(const QString &text, Named::Kinds kinds);
    /// Its id; invalid if \p text is empty.
    template<class Record>
    Id<Record> find(const QString &text, Named::Kind kind)
    {
        return text.isEmpty() ? Id<Record>() : Id<Record>(thing(text, kind).id);
    }
    Owner owner(const QString &text);
    QList<Owner> owners(const QStringList &texts);

    Outcome write(const Decide &decide, const QList<KpiId> &needs = {});
    /// What was done, as people and scripts read it.
    Outcome told(const Result<Receipt> &receipt) const;

private:
    void refuse(const Error &error);

    Globals m_globals;
    Session m_session;
    std::optional<Outcome> m_failure;
    QList<Settlement> m_settled;
};

} // namespace milepost::ctl
