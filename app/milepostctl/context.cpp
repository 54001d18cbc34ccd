// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/context.h"

#include "app/milepostctl/jsonvalues.h"
#include "ui/words/actwords.h"
#include "ui/words/errors.h"
#include "ui/words/settlements.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

/// The id of what was made, else of what was changed, else what the entry is about; of what was deleted, its.
qint64 idOf(const ChangeSet &change)
{
    qint64 made = 0;
    qint64 changed = 0;
    change.edits.forEach([&](const auto &part) {
        if (made == 0 && !part.added.isEmpty())
            made = part.added.first().id.value();
        if (changed == 0 && !part.changed.isEmpty())
            changed = part.changed.first().id.value();
    });
    const qint64 subject = change.values.value(u"subject"_s).toString().toLongLong();
    if (change.act == Act::Delete)
        return subject;
    return made != 0 ? made : changed != 0 ? changed : subject;
}

} // namespace

Context::Context(const Globals &globals)
    : m_globals(globals)
    , m_session(SessionOptions{globals.profile, globals.today})
{
    QObject::connect(&m_session, &Session::settled, &m_session,
                     [this](const QList<Settlement> &settlements) { m_settled.append(settlements); });
}

QString Context::settled() const
{
    return textOf(m_settled);
}

bool Context::accepts(const Arguments &arguments)
{
    if (arguments.error())
        m_failure = wrongArguments(*arguments.error());
    else if (m_globals.workspace.isEmpty())
        m_failure = wrongArguments(usage(u"-w FILE is missing, which says where the workspace is"_s));
    return !m_failure;
}

bool Context::open(const Arguments &arguments, Session::Read read)
{
    if (!accepts(arguments))
        return false;
    if (const Done done = wait(m_session.open(m_globals.workspace, read)); !done)
        refuse(done.error());
    return !m_failure;
}

Outcome Context::failure() const
{
    return *m_failure;
}

void Context::refuse(const Error &error)
{
    if (!m_failure)
        m_failure = refused(error);
}

Named Context::thing(const QString &text, Named::Kinds kinds)
{
    const Result<Named> named = lookUp(state(), m_session.me(), text, kinds);
    if (named)
        return *named;
    refuse(named.error());
    return {};
}

Owner Context::owner(const QString &text)
{
    const Named named = thing(text, Named::Kind::Person | Named::Kind::Team);
    if (named.kind == Named::Kind::Team)
        return {{}, TeamId(named.id)};
    const Person *person = state().find(PersonId(named.id));
    if (person && !person->isActive())
        refuse({Error::Code::PersonLeft, {person->name}});
    return {PersonId(named.id), {}};
}

QList<Owner> Context::owners(const QStringList &texts)
{
    QList<Owner> list;
    for (const QString &text : texts)
        if (const Owner one = owner(text); !list.contains(one))
            list.append(one);
    return list;
}

Outcome Context::write(const Decide &decide, const QList<KpiId> &needs)
{
    if (m_failure)
        return *m_failure;
    Intent intent;
    intent.decide = decide;
    intent.needs = [needs](const WorkingSet &) { return needs; };
    return told(wait(m_session.submit(std::move(intent))));
}

Outcome Context::told(const Result<Receipt> &receipt) const
{
    if (!receipt)
        return refused(receipt.error());
    const ChangeSet &change = receipt->change;
    Outcome outcome;
    outcome.object = QJsonObject{
        {u"id"_s, jsonId(idOf(change))},
        {u"seq"_s, receipt->isWritten() ? QJsonValue(change.seq) : QJsonValue()},
        {u"what"_s, wordOf(change.act)},
    };
    if (!receipt->isWritten())
        outcome.text = said(Error{Error::Code::NothingChanges});
    else
        outcome.text = u"%1 (entry %2)"_s.arg(
            sentence(change.act, change.values, [&receipt](qint64) { return receipt->about; }),
            QString::number(change.seq));
    return outcome;
}

} // namespace milepost::ctl
