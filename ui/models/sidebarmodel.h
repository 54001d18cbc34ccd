// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/place.h"

#include <QAbstractListModel>

namespace milepost {

/// The places of a workspace for this person: the pages about all boards, then their boards, the other public
/// ones, those of cycles that are over and the archived ones, each under a heading. Boards that they may not
/// see are not there at all. The last two headings open and close, which is remembered.
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
    /// True while a row goes: a view that then chooses another one does not mean to go there.
    bool isRemoving() const { return m_isRemoving; }

    /// Says how much there is to do at a page ("4 due"); "" for nothing.
    void tell(Place::Kind page, const QString &aside);
    /// Opens or closes a heading; does nothing for what is none.
    void fold(const QModelIndex &index);

private:
    struct Entry
    {
        std::optional<Place> place = {}; ///< nothing for a heading
        QString text = {};
        bool isPrivate = false;
        QString aside = {};              ///< said softly at the end
        std::optional<bool> isOpen = {}; ///< of a heading that opens and closes
        QString key = {};                ///< under which that is remembered
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> entries() const;
    QList<Entry> pages() const;
    QString accessibleText(const Entry &entry) const;
    static bool isSame(const Entry &one, const Entry &other);
    void remove(int row);
    void insert(int row, const Entry &entry);
    void move(int from, int to);
    void change(int row, const Entry &entry);

    Session &m_session;
    QList<Entry> m_entries;
    QHash<Place::Kind, QString> m_told;
    bool m_isRemoving = false;
};

} // namespace milepost
