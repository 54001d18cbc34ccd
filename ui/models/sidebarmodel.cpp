// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sidebarmodel.h"

#include "core/domain/rights.h"
#include "ui/words/labels.h"

namespace milepost {

SideBarModel::SideBarModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::opened, this, &SideBarModel::refresh);
    connect(&session, &Session::closed, this, &SideBarModel::refresh);
    connect(&session, &Session::changed, this, &SideBarModel::refresh);
    connect(&session, &Session::reloaded, this, &SideBarModel::refresh);
    m_entries = entries();
}

QList<SideBarModel::Entry> SideBarModel::entries() const
{
    QList<Entry> mine;
    QList<Entry> shared;
    QList<Entry> open;
    QList<Entry> archived;
    const WorkingSet &state = m_session.state();
    const PersonId me = m_session.me();
    for (const Board *board : visibleBoards(state, me)) {
        const Entry entry{Place::ofBoard(board->id), board->name, board->visibility == Visibility::Private};
        const std::optional<Role> role = roleOn(state, me, board->id);
        if (board->archived)
            archived.append(entry);
        else if (role && *role >= Role::Editor)
            mine.append(entry);
        else if (entry.isPrivate)
            shared.append(entry);
        else
            open.append(entry);
    }
    QList<Entry> all;
    const auto add = [&all](const QString &heading, const QList<Entry> &entries) {
        if (!entries.isEmpty())
            all << Entry{{}, heading, false} << entries;
    };
    add(tr("My boards"), mine);
    add(tr("Shared with me"), shared);
    add(tr("Public boards"), open);
    add(tr("Archived"), archived);
    return all;
}

// Place by place, so that each place keeps its index, and with it the selection.
void SideBarModel::refresh()
{
    const QList<Entry> fresh = entries();
    const auto isIn = [](const QList<Entry> &list, const Entry &entry, qsizetype from = 0) {
        while (from < list.size() && !isSame(list[from], entry))
            ++from;
        return from;
    };
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i)
        if (isIn(fresh, m_entries[i]) == fresh.size())
            remove(static_cast<int>(i));
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        const qsizetype at = isIn(m_entries, fresh[i], i);
        if (at == m_entries.size())
            insert(static_cast<int>(i), fresh[i]);
        else if (at != i)
            move(static_cast<int>(at), static_cast<int>(i));
        change(static_cast<int>(i), fresh[i]);
    }
}

// A board stays itself under another name; a heading is its text.
bool SideBarModel::isSame(const Entry &one, const Entry &other)
{
    return one.place == other.place && (one.place || one.text == other.text);
}

void SideBarModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

void SideBarModel::insert(int row, const Entry &entry)
{
    beginInsertRows({}, row, row);
    m_entries.insert(row, entry);
    endInsertRows();
}

void SideBarModel::move(int from, int to)
{
    beginMoveRows({}, from, from, {}, to);
    m_entries.move(from, to);
    endMoveRows();
}

void SideBarModel::change(int row, const Entry &entry)
{
    if (m_entries[row] == entry)
        return;
    m_entries[row] = entry;
    Q_EMIT dataChanged(index(row), index(row));
}

int SideBarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SideBarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return entry.isPrivate ? QString(entry.text + u", " + label(Visibility::Private)) : entry.text;
    case RowKindRole:
        return QVariant::fromValue(entry.place ? RowKind::Other : RowKind::Section);
    case SecondaryTextRole:
        return entry.isPrivate ? label(Visibility::Private) : QString();
    case IdRole:
        return entry.place ? entry.place->board.value() : 0;
    case PlaceRole:
        return entry.place ? QVariant::fromValue(*entry.place) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags SideBarModel::flags(const QModelIndex &index) const
{
    return placeAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

std::optional<Place> SideBarModel::placeAt(const QModelIndex &index) const
{
    return index.isValid() ? m_entries[index.row()].place : std::nullopt;
}

BoardId SideBarModel::boardAt(const QModelIndex &index) const
{
    return placeAt(index).value_or(Place()).board;
}

QModelIndex SideBarModel::indexOf(const Place &place) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].place && m_entries[i].place->isSamePage(place))
            return index(static_cast<int>(i));
    return {};
}

} // namespace milepost
