// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/boardarrangement.h"
#include "ui/models/boarddragging.h"
#include "ui/models/boardrows.h"
#include "ui/models/rowsteps.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>

namespace milepost {

/// A board as rows and columns: objectives with their key results (and the parts of milestones), then KPIs,
/// or as it is arranged otherwise. It follows the session: when an entry is committed it tells its views
/// exactly which rows came, went, moved or changed. Setting a value (a text, or a TypedEntry) records it, and
/// shows it as pending until it is committed or refused.
class BoardModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    using Column = BoardColumn;
    using enum boardcolumns::BoardColumn;

    explicit BoardModel(Session &session, QObject *parent = nullptr);
    ~BoardModel() override;
    Q_DISABLE_COPY_MOVE(BoardModel)

    BoardId board() const { return m_board; }
    void setBoard(BoardId board);
    /// Compares with the state as it is now and tells what differs.
    void refresh();

    const Arrangement &arrangement() const { return m_arrangement; }
    /// Shows the rows otherwise; tells what came, went and moved.
    void arrange(const Arrangement &arrangement);
    /// How many rows are shown, and how many the board has; headings are none.
    qsizetype shownRows() const { return m_shownRows; }
    qsizetype allRows() const { return m_allRows; }
    /// The rows as they are shown.
    const QList<BoardBranch> &shown() const { return m_shown; }

    /// Shows the board as it stood at the end of \p day: nothing can be typed. Who may see it is asked of
    /// today.
    void showPast(const std::shared_ptr<const WorkingSet> &state, QDate day);
    /// Back to the session's own state.
    void showPresent();
    bool isPast() const { return m_past != nullptr; }
    /// The state that is shown, and on which day.
    const WorkingSet &state() const { return m_past ? *m_past : m_session.state(); }
    QDate day() const { return m_past ? m_pastDay : m_session.today(); }

    /// The row behind an index; null for the root.
    const BoardRow *rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(RowKind kind, qint64 id, int column = TitleColumn) const;
    QModelIndex indexOf(const RowKey &key, int column = TitleColumn) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Moves the row that is carried; what is refused is told by notMoved().
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// The rows are about to be brought up to date, and then have been: what has changed is told in between.
    void updating();
    void updated();
    /// A value was committed on the row.
    void recorded(const milepost::BoardRow &row);
    /// A typed value was not taken.
    void refused(const milepost::BoardRow &row, const milepost::TypedEntry &entry,
                 const milepost::Error &error);
    /// A row that was let go stays where it was.
    void notMoved(const milepost::Error &error);

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node, int column) const;
    const Node *nodeWhere(const Node &node, const std::function<bool(const BoardRow &)> &isIt) const;
    void show();
    void sync(Node &parent, const QList<BoardBranch> &rows);
    void take(Node &parent, const TableStep &step, const QList<BoardBranch> &rows);
    void removeNodes(Node &parent, const TableStep &step);
    void moveRow(Node &parent, const TableStep &step);
    void reorderRows(Node &parent, const TableStep &step);
    void insertNodes(Node &parent, const TableStep &step, const QList<BoardBranch> &rows);
    void update(Node &node, const RowRef &row);
    void setPending(RowKind kind, qint64 id, bool isPending);
    QVariant display(const BoardRow &row, int column) const;
    Qt::ItemFlags dragFlags() const;
    std::optional<Spot> spotAt(const Named &carriedOne, int row, const QModelIndex &parent) const;

    Session &m_session;
    BoardId m_board;
    bool m_mayEdit = false; ///< so that rows can be dragged
    std::unique_ptr<Node> m_root;
    BoardRows m_rows;
    QList<BoardBranch> m_all;   ///< in the board's own order
    QList<BoardBranch> m_shown; ///< as arranged
    qsizetype m_allRows = 0;
    qsizetype m_shownRows = 0;
    Arrangement m_arrangement;
    std::shared_ptr<const WorkingSet> m_past; ///< null: the present
    QDate m_pastDay;
    QHash<qint64, int> m_pending; ///< how many values are on their way, by what they are of
};

} // namespace milepost
