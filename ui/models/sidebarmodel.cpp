// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sidebarmodel.h"

#include "core/domain/cycles.h"
#include "core/domain/rights.h"
#include "ui/models/boarddragging.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QMimeData>

namespace milepost {

SideBarModel::SideBarModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::opened, this, &SideBarModel::refresh);
    connect(&session, &Session::closed, this, &SideBarModel::refresh);
    connect(&session, &Session::changed, this, &SideBarModel::refresh);
    connect(&session, &Session::reloaded, this, &SideBarModel::refresh);
    m_entries = entries();
}

QList<SideBarModel::Entry> SideBarModel::pages() const
{
    if (!m_session.isOpen())
        return {};
    QList<Entry> pages;
    const std::pair<Place::Kind, QString> kinds[] = {{Place::Kind::Home, tr("Home")},
                                                     {Place::Kind::Actions, tr("Actions")},
                                                     {Place::Kind::Alignment, tr("Alignment")}};
    for (const auto &[kind, text] : kinds)
        pages.append({Place::of(kind), text, false, false, m_told.value(kind), {}, {}});
    return pages;
}

QList<SideBarModel::Entry> SideBarModel::entries() const
{
    QList<Entry> mine;
    QList<Entry> shared;
    QList<Entry> open;
    QList<Entry> past;
    QList<Entry> archived;
    const WorkingSet &state = m_session.state();
    const PersonId me = m_session.me();
    for (const Board *board : visibleBoards(state, me)) {
        Entry entry{Place::ofBoard(board->id),
                    board->name,
                    board->visibility == Visibility::Private,
                    false,
                    {},
                    {},
                    {}};
        if (entry.isPrivate)
            entry.aside = label(Visibility::Private);
        const std::optional<Role> role = roleOn(state, me, board->id);
        if (board->archived)
            archived.append(entry);
        else if (isPast(state, *board, m_session.today()))
            past.append(entry);
        else if (role && *role >= Role::Editor)
            mine.append(entry);
        else if (entry.isPrivate)
            shared.append(entry);
        else
            open.append(entry);
    }
    for (Entry &entry : mine)
        entry.isMine = true;
    QList<Entry> all = pages();
    const auto add = [&all](const QString &heading, const QList<Entry> &entries) {
        if (!entries.isEmpty())
            all << Entry{{}, heading, false, false, {}, {}, {}} << entries;
    };
    const auto addFolded = [&all, this](const QString &heading, const QList<Entry> &entries,
                                        const QString &key) {
        if (entries.isEmpty())
            return;
        const bool isOpen = m_session.profile().value(key).toBool();
        all << Entry{{}, heading, false, false, QLocale().toString(entries.size()), isOpen, key};
        if (isOpen)
            all << entries;
    };
    add(tr("My boards"), mine);
    add(tr("Shared with me"), shared);
    add(tr("Public boards"), open);
    addFolded(tr("Past cycles"), past, QStringLiteral("sidebar/past"));
    addFolded(tr("Archived"), archived, QStringLiteral("sidebar/archived"));
    return all;
}

void SideBarModel::tell(Place::Kind page, const QString &aside)
{
    m_told.insert(page, aside);
    refresh();
}

void SideBarModel::fold(const QModelIndex &index)
{
    if (!index.isValid() || !m_entries[index.row()].isOpen)
        return;
    const Entry heading = m_entries[index.row()];
    m_session.profile().setValue(heading.key, !*heading.isOpen);
    refresh();
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
    m_isRemoving = true;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
    m_isRemoving = false;
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
        return accessibleText(entry);
    case RowKindRole:
        return QVariant::fromValue(entry.place ? RowKind::Other : RowKind::Section);
    case SecondaryTextRole:
        return entry.aside;
    case StatusRole:
        return entry.isPrivate
                   ? QVariant::fromValue(StatusFact{label(Visibility::Private), Tone::Neutral, Sign::None})
                   : QVariant();
    case Qt::CheckStateRole:
        return entry.isOpen ? QVariant(*entry.isOpen ? Qt::Checked : Qt::Unchecked) : QVariant();
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
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between two boards
    if (boardAt(index).isValid())
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled |
               (m_entries[index.row()].isMine ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
    if (placeAt(index))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool folds = m_entries[index.row()].isOpen.has_value();
    return folds ? Qt::ItemIsEnabled : Qt::NoItemFlags;
}

QStringList SideBarModel::mimeTypes() const
{
    return {rowMimeType(), boardMimeType()};
}

QMimeData *SideBarModel::mimeData(const QModelIndexList &indexes) const
{
    const BoardId board = indexes.isEmpty() ? BoardId() : boardAt(indexes.first());
    return board.isValid() ? carriedBoard(m_session.state(), board) : nullptr;
}

std::optional<BoardId> SideBarModel::boardBefore(int row) const
{
    const auto isMine = [this](int at) { return at >= 0 && at < m_entries.size() && m_entries[at].isMine; };
    if (isMine(row))
        return m_entries[row].place->board;
    return isMine(row - 1) ? std::optional(BoardId()) : std::nullopt;
}

bool SideBarModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int /*column*/,
                                   const QModelIndex &parent) const
{
    const WorkingSet &state = m_session.state();
    if (action != Qt::MoveAction)
        return false;
    if (const std::optional<Named> carried = carriedRow(state, data)) {
        const BoardId board = boardAt(parent);
        return board.isValid() && board != boardOfThing(state, carried->id);
    }
    const int at = parent.isValid() ? parent.row() : row;
    return carriedBoard(state, data).isValid() && boardBefore(at);
}

bool SideBarModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const WorkingSet &state = m_session.state();
    if (const std::optional<Named> carried = carriedRow(state, data))
        Q_EMIT rowDropped(*carried, boardAt(parent));
    else
        Q_EMIT boardDropped(carriedBoard(state, data), *boardBefore(parent.isValid() ? parent.row() : row));
    return true;
}

// Asked for only: the row moves when that is written, as it does when somebody else orders the boards.
bool SideBarModel::moveRows(const QModelIndex &from, int first, int count, const QModelIndex &to, int before)
{
    const std::optional<BoardId> next = boardBefore(before);
    if (from.isValid() || to.isValid() || count != 1 || !next || !boardBefore(first))
        return false;
    Q_EMIT boardDropped(boardAt(index(first)), *next);
    return false;
}

QString SideBarModel::accessibleText(const Entry &entry) const
{
    const QString text = entry.aside.isEmpty() ? entry.text : QString(entry.text + u", " + entry.aside);
    if (!entry.isOpen)
        return text;
    return fill(*entry.isOpen ? tr("%1, open") : tr("%1, closed"), {text});
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
