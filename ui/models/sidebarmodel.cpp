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
    m_places = places();
}

QList<SideBarModel::Place> SideBarModel::places() const
{
    QList<Place> mine;
    QList<Place> shared;
    QList<Place> open;
    QList<Place> archived;
    const WorkingSet &state = m_session.state();
    const PersonId me = m_session.me();
    for (const Board *board : visibleBoards(state, me)) {
        const Place place{board->id, board->name, board->visibility == Visibility::Private};
        const std::optional<Role> role = roleOn(state, me, board->id);
        if (board->archived)
            archived.append(place);
        else if (role && *role >= Role::Editor)
            mine.append(place);
        else if (place.isPrivate)
            shared.append(place);
        else
            open.append(place);
    }
    QList<Place> all;
    const auto add = [&all](const QString &heading, const QList<Place> &places) {
        if (!places.isEmpty())
            all << Place{{}, heading, false} << places;
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
    const QList<Place> fresh = places();
    const auto isIn = [](const QList<Place> &list, const Place &place, qsizetype from = 0) {
        while (from < list.size() && !isSame(list[from], place))
            ++from;
        return from;
    };
    for (qsizetype i = m_places.size() - 1; i >= 0; --i)
        if (isIn(fresh, m_places[i]) == fresh.size())
            remove(static_cast<int>(i));
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        const qsizetype at = isIn(m_places, fresh[i], i);
        if (at == m_places.size())
            insert(static_cast<int>(i), fresh[i]);
        else if (at != i)
            move(static_cast<int>(at), static_cast<int>(i));
        change(static_cast<int>(i), fresh[i]);
    }
}

// A board stays itself under another name; a heading is its text.
bool SideBarModel::isSame(const Place &one, const Place &other)
{
    return one.board == other.board && (one.board.isValid() || one.text == other.text);
}

void SideBarModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_places.removeAt(row);
    endRemoveRows();
}

void SideBarModel::insert(int row, const Place &place)
{
    beginInsertRows({}, row, row);
    m_places.insert(row, place);
    endInsertRows();
}

void SideBarModel::move(int from, int to)
{
    beginMoveRows({}, from, from, {}, to);
    m_places.move(from, to);
    endMoveRows();
}

void SideBarModel::change(int row, const Place &place)
{
    if (m_places[row] == place)
        return;
    m_places[row] = place;
    Q_EMIT dataChanged(index(row), index(row));
}

int SideBarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant SideBarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Place &place = m_places[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return place.text;
    case Qt::AccessibleTextRole:
        return place.isPrivate ? QString(place.text + u", " + label(Visibility::Private)) : place.text;
    case RowKindRole:
        return QVariant::fromValue(place.board.isValid() ? RowKind::Other : RowKind::Section);
    case SecondaryTextRole:
        return place.isPrivate ? label(Visibility::Private) : QString();
    case IdRole:
        return place.board.value();
    default:
        return {};
    }
}

Qt::ItemFlags SideBarModel::flags(const QModelIndex &index) const
{
    return boardAt(index).isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

BoardId SideBarModel::boardAt(const QModelIndex &index) const
{
    return index.isValid() ? m_places[index.row()].board : BoardId();
}

QModelIndex SideBarModel::indexOf(BoardId board) const
{
    for (qsizetype i = 0; i < m_places.size(); ++i)
        if (m_places[i].board == board)
            return index(static_cast<int>(i));
    return {};
}

} // namespace milepost
