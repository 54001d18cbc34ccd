// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/boardrow.h"

#include <QAbstractItemModel>

#include <memory>

namespace milepost {

/// A board as rows and columns: objectives with their key results (and the parts of milestones), then KPIs.
/// It follows the session: when an entry is committed it tells its views exactly which rows came, went or
/// changed. Setting a value (a text, or a TypedEntry) records it, and shows it as pending until it
/// is committed or refused.
class BoardModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column {
        TitleColumn,
        OwnersColumn,
        ValueColumn,
        TargetColumn,
        ProgressColumn,
        LineColumn,
        StatusColumn,
        UpdatedColumn,
        ColumnCount
    };

    explicit BoardModel(Session &session, QObject *parent = nullptr);
    ~BoardModel() override;
    Q_DISABLE_COPY_MOVE(BoardModel)

    BoardId board() const { return m_board; }
    void setBoard(BoardId board);
    /// Compares with the state as it is now and tells what differs.
    void refresh();

    /// The row behind an index; null for the root.
    const BoardRow *rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(RowKind kind, qint64 id, int column = TitleColumn) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A value was committed on the row.
    void recorded(const milepost::BoardRow &row);
    /// A typed value was not taken.
    void refused(const milepost::BoardRow &row, const milepost::TypedEntry &entry,
                 const milepost::Error &error);

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node, int column) const;
    void sync(Node &parent, const QList<BoardBranch> &rows);
    void update(Node &node, const BoardRow &row);
    void setPending(RowKind kind, qint64 id, bool isPending);
    QVariant display(const BoardRow &row, int column) const;

    Session &m_session;
    BoardId m_board;
    std::unique_ptr<Node> m_root;
    QHash<qint64, int> m_pending; ///< how many values are on their way, by what they are of
};

} // namespace milepost
