// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettemodel.h"

#include "core/services/whendone.h"
#include "ui/words/filling.h"

#include <QtConcurrent>

namespace milepost {
namespace {

using Kind = PaletteEntry::Kind;

constexpr qsizetype kMostRows = 60;
constexpr qsizetype kMostRecent = 12;

QString wordOfKind(Kind kind)
{
    switch (kind) {
    case Kind::Command:
        return PaletteModel::tr("Command");
    case Kind::Board:
        return PaletteModel::tr("Board");
    case Kind::Objective:
        return PaletteModel::tr("Objective");
    case Kind::KeyResult:
        return PaletteModel::tr("Key result");
    case Kind::Kpi:
        return PaletteModel::tr("KPI");
    case Kind::Person:
        return PaletteModel::tr("Person");
    case Kind::Action:
        return PaletteModel::tr("Action");
    }
    Q_UNREACHABLE();
}

/// What an entry is, and where: "KPI · Support, Q4 2026".
QString aside(const PaletteEntry &entry)
{
    if (entry.context.isEmpty())
        return wordOfKind(entry.kind);
    return entry.kind == Kind::Command
               ? entry.context
               : fill(PaletteModel::tr("%1 · %2"), {wordOfKind(entry.kind), inLine(entry.context)});
}

QString spoken(const PaletteEntry &entry)
{
    const QString name = fill(PaletteModel::tr("%1, %2"), {inLine(entry.name), aside(entry)});
    return entry.shortcut.isEmpty() ? name : fill(PaletteModel::tr("%1, %2"), {name, entry.shortcut});
}

} // namespace

PaletteModel::PaletteModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    const auto forget = [this] {
        m_names.clear();
        m_preparedSeq = -1;
        ++m_asked;
    };
    connect(&session, &Session::opened, this, forget);
    connect(&session, &Session::closed, this, forget);
    connect(&session, &Session::reloaded, this, [this] {
        m_preparedSeq = -1;
        if (m_isOpen && m_session.isOpen())
            prepare();
    });
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &entry = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return inLine(entry.name);
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case SecondaryTextRole:
        return aside(entry);
    case KindRole:
        return static_cast<int>(entry.kind);
    case MatchRole:
        return QVariant::fromValue(matchedRanges(inLine(entry.name), m_typed));
    case ShortcutRole:
        return entry.shortcut;
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

void PaletteModel::open(const QList<PaletteEntry> &commands)
{
    m_isOpen = true;
    m_commands = commands;
    m_owner.reset();
    m_typed.clear();
    refill();
    if (m_session.isOpen() && !isReady())
        prepare();
}

// The state is a value: the copy is the other thread's own.
void PaletteModel::prepare()
{
    const int asked = ++m_asked;
    const qint64 seq = m_session.state().seq;
    const auto make = [state = m_session.state(), me = m_session.me()] { return paletteEntries(state, me); };
    whenDone(QtConcurrent::run(make), this, [this, asked, seq](const QList<PaletteEntry> &names) {
        if (asked != m_asked)
            return;
        m_names = names;
        m_preparedSeq = seq;
        refill();
        Q_EMIT prepared();
    });
}

void PaletteModel::refill()
{
    const WorkingSet &state = m_session.state();
    if (m_owner)
        m_search.setEntries({}, ownedBy(state, *m_owner, m_names));
    else
        m_search.setEntries(m_commands, m_names);
    m_search.setRecent(recent());
    offer();
}

void PaletteModel::setTyped(const QString &typed)
{
    m_typed = typed;
    offer();
}

void PaletteModel::showOwnedBy(PersonId owner)
{
    m_owner = owner;
    m_typed.clear();
    refill();
}

// What was prepared may be older than a change of rights: nothing is shown that is not to be seen now.
void PaletteModel::offer()
{
    QList<PaletteEntry> rows;
    for (const PaletteEntry &entry : m_search.find(m_typed, kMostRows))
        if (isShownTo(m_session.state(), m_session.me(), entry))
            rows.append(entry);
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

PaletteEntry PaletteModel::entryAt(const QModelIndex &index) const
{
    return m_rows.value(index.row());
}

void PaletteModel::remember(const PaletteEntry &entry)
{
    QStringList keys = recent();
    keys.removeAll(entry.key());
    keys.prepend(entry.key());
    m_session.profile().setValue(recentKey(), keys.mid(0, kMostRecent));
}

QString PaletteModel::recentKey() const
{
    const QString workspace =
        m_session.isOpen() ? m_session.state().workspace().id.toString() : QStringLiteral("none");
    return QStringLiteral("palette/") + workspace;
}

QStringList PaletteModel::recent() const
{
    return m_session.profile().value(recentKey()).toStringList();
}

} // namespace milepost
