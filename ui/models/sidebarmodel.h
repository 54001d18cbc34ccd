// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/roles.h"

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

    BoardId boardAt(const QModelIndex &index) const;
    QModelIndex indexOf(BoardId board) const;
    void refresh();

private:
    struct Place
    {
        BoardId board = {}; ///< invalid for a heading
        QString text = {};
        bool isPrivate = false;
        friend bool operator==(const Place &, const Place &) = default;
    };
    QList<Place> places() const;
    static bool isSame(const Place &one, const Place &other);
    void remove(int row);
    void insert(int row, const Place &place);
    void move(int from, int to);
    void change(int row, const Place &place);

    Session &m_session;
    QList<Place> m_places;
};

} // namespace milepost
