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
        else
            open.append(place);
    }
    QList<Place> all;
    const auto add = [&all](const QString &heading, const QList<Place> &places) {
        if (!places.isEmpty())
            all << Place{{}, heading, false} << places;
    };
    add(tr("My boards"), mine);
    add(tr("Public boards"), open);
    add(tr("Archived"), archived);
    return all;
}

// The list is short; what is common at both ends stays, so that the selection does.
void SideBarModel::refresh()
{
    const QList<Place> fresh = places();
    qsizetype head = 0;
    while (head < fresh.size() && head < m_places.size() && fresh[head] == m_places[head])
        ++head;
    qsizetype tail = 0;
    while (tail < fresh.size() - head && tail < m_places.size() - head &&
           fresh[fresh.size() - 1 - tail] == m_places[m_places.size() - 1 - tail])
        ++tail;
    const qsizetype gone = m_places.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone - 1));
        m_places.remove(head, gone);
        endRemoveRows();
    }
    const qsizetype come = fresh.size() - head - tail;
    if (come > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + come - 1));
        for (qsizetype i = 0; i < come; ++i)
            m_places.insert(head + i, fresh[head + i]);
        endInsertRows();
    }
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
