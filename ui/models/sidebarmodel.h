// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/services/session.h"
#include "ui/models/place.h"

#include <QAbstractListModel>

namespace milepost {

/// The places of a workspace for this person: the pages about all boards, then their boards, the other public
/// ones, those of cycles that are over and the archived ones, each under a heading. Boards that they may not
/// see are not there at all. The last two headings open and close, which is remembered. Rows of boards may be
/// let go on a board, and one's own boards between each other; what that asks for is told.
class SideBarModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit SideBarModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    /// How a list moves its own rows: the same as letting the board go there.
    bool moveRows(const QModelIndex &from, int first, int count, const QModelIndex &to, int before) override;

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

Q_SIGNALS:
    /// A row of a board was let go on another one.
    void rowDropped(const milepost::Named &row, milepost::BoardId board);
    /// A board was let go before another one; an invalid one: after all.
    void boardDropped(milepost::BoardId board, milepost::BoardId before);

private:
    struct Entry
    {
        std::optional<Place> place = {}; ///< nothing for a heading
        QString text = {};
        bool isPrivate = false;
        bool isMine = false;             ///< among the boards that can be put in order
        QString aside = {};              ///< said softly at the end
        std::optional<bool> isOpen = {}; ///< of a heading that opens and closes
        QString key = {};                ///< under which that is remembered
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> entries() const;
    QList<Entry> pages() const;
    /// The board that one let go there comes before, invalid for the end; nothing where it cannot be.
    std::optional<BoardId> boardBefore(int row) const;
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
