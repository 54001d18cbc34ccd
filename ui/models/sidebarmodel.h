// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/place.h"

#include <QAbstractListModel>

namespace milepost {

/// The places of a workspace for this person: their boards, the other public ones, and the archived ones,
/// each under a heading. Boards that they may not see are not there at all.
class SideBarModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit SideBarModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Where a row leads; nothing for a heading.
    std::optional<Place> placeAt(const QModelIndex &index) const;
    BoardId boardAt(const QModelIndex &index) const;
    /// The row that leads to the page of \p place.
    QModelIndex indexOf(const Place &place) const;
    QModelIndex indexOf(BoardId board) const { return indexOf(Place::ofBoard(board)); }
    void refresh();

private:
    struct Entry
    {
        std::optional<Place> place = {}; ///< nothing for a heading
        QString text = {};
        bool isPrivate = false;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> entries() const;
    static bool isSame(const Entry &one, const Entry &other);
    void remove(int row);
    void insert(int row, const Entry &entry);
    void move(int from, int to);
    void change(int row, const Entry &entry);

    Session &m_session;
    QList<Entry> m_entries;
};

} // namespace milepost
