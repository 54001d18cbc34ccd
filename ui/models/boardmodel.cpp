// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardmodel.h"

#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/models/typedvalue.h"
#include "ui/words/figures.h"
#include "ui/words/pacewords.h"

namespace milepost {

struct BoardModel::Node
{
    RowRef row = {};
    Node *parent = nullptr;
    int place = 0; ///< in its parent
    std::vector<std::unique_ptr<Node>> children = {};

    static std::unique_ptr<Node> of(const BoardBranch &branch)
    {
        auto node = std::make_unique<Node>();
        node->row = branch.row;
        node->children.reserve(static_cast<size_t>(branch.children.size()));
        for (const BoardBranch &child : branch.children)
            node->children.push_back(of(child));
        node->number(0);
        return node;
    }
    /// Tells the children from \p first on where they stand.
    void number(int first)
    {
        for (auto i = static_cast<size_t>(first); i < children.size(); ++i) {
            children[i]->parent = this;
            children[i]->place = static_cast<int>(i);
        }
    }
    QList<RowKey> keys() const
    {
        QList<RowKey> keys;
        keys.reserve(static_cast<qsizetype>(children.size()));
        for (const auto &child : children)
            keys.append(child->row->key());
        return keys;
    }
};

BoardModel::BoardModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_root(std::make_unique<Node>())
{
    connect(&session, &Session::changed, this, &BoardModel::refresh);
    connect(&session, &Session::reloaded, this, &BoardModel::refresh);
}

BoardModel::~BoardModel() = default;

void BoardModel::setBoard(BoardId board)
{
    beginResetModel(); // another board is another content altogether
    m_board = board;
    m_root = std::make_unique<Node>();
    m_all.clear();
    m_shown.clear();
    endResetModel();
    refresh();
}

void BoardModel::refresh()
{
    m_mayEdit = !isPast() && require(m_session.state(), m_session.me(), m_board, Role::Editor);
    if (canSee(m_session.state(), m_session.me(), m_board))
        m_all = m_rows.of(state(), {m_session.me(), m_board, day(), isPast()});
    else
        m_all.clear();
    m_allRows = countOf(m_all);
    show();
}

void BoardModel::arrange(const Arrangement &arrangement)
{
    if (m_arrangement == arrangement)
        return;
    m_arrangement = arrangement;
    show();
}

void BoardModel::show()
{
    Q_EMIT updating();
    m_shown = arranged(m_all, m_arrangement);
    m_shownRows = countOf(m_shown);
    sync(*m_root, m_shown);
    Q_EMIT updated();
}

void BoardModel::showPast(const std::shared_ptr<const WorkingSet> &state, QDate day)
{
    m_past = state;
    m_pastDay = day;
    refresh();
}

void BoardModel::showPresent()
{
    if (std::exchange(m_past, nullptr))
        refresh();
}

// Brings the children of a node to the given rows by the fewest steps, and then what each of them says.
void BoardModel::sync(Node &parent, const QList<BoardBranch> &rows)
{
    for (const TableStep &step : stepsBetween(parent.keys(), keysOf(rows)))
        take(parent, step, rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        Node &node = *parent.children[static_cast<size_t>(i)];
        update(node, rows[i].row);
        if (!node.children.empty() || !rows[i].children.isEmpty())
            sync(node, rows[i].children);
    }
}

void BoardModel::take(Node &parent, const TableStep &step, const QList<BoardBranch> &rows)
{
    switch (step.kind) {
    case TableStep::Kind::Remove:
        return removeNodes(parent, step);
    case TableStep::Kind::Move:
        return moveRow(parent, step);
    case TableStep::Kind::Reorder:
        return reorderRows(parent, step);
    case TableStep::Kind::Insert:
        return insertNodes(parent, step, rows);
    }
    Q_UNREACHABLE();
}

void BoardModel::removeNodes(Node &parent, const TableStep &step)
{
    beginRemoveRows(indexOf(parent, 0), step.first, step.last);
    const auto begin = parent.children.begin();
    parent.children.erase(begin + step.first, begin + step.last + 1);
    parent.number(step.first);
    endRemoveRows();
}

void BoardModel::moveRow(Node &parent, const TableStep &step)
{
    const QModelIndex index = indexOf(parent, 0);
    beginMoveRows(index, step.first, step.first, index, step.to > step.first ? step.to + 1 : step.to);
    const auto begin = parent.children.begin();
    if (step.to > step.first)
        std::rotate(begin + step.first, begin + step.first + 1, begin + step.to + 1);
    else
        std::rotate(begin + step.to, begin + step.first, begin + step.first + 1);
    parent.number(std::min(step.first, step.to));
    endMoveRows();
}

void BoardModel::reorderRows(Node &parent, const TableStep &step)
{
    const QList<QPersistentModelIndex> parents{QPersistentModelIndex(indexOf(parent, 0))};
    Q_EMIT layoutAboutToBeChanged(parents, VerticalSortHint);
    std::vector<std::unique_ptr<Node>> ordered;
    ordered.reserve(static_cast<size_t>(step.order.size()));
    for (const int from : step.order)
        ordered.push_back(std::move(parent.children[static_cast<size_t>(from)]));
    std::move(ordered.begin(), ordered.end(), parent.children.begin() + step.first);
    parent.number(step.first);
    for (const QModelIndex &held : persistentIndexList())
        if (const Node *node = nodeOf(held); node->parent == &parent && node->place != held.row())
            changePersistentIndex(held, indexOf(*node, held.column()));
    Q_EMIT layoutChanged(parents, VerticalSortHint);
}

void BoardModel::insertNodes(Node &parent, const TableStep &step, const QList<BoardBranch> &rows)
{
    std::vector<std::unique_ptr<Node>> nodes;
    for (int i = step.first; i <= step.last; ++i)
        nodes.push_back(Node::of(rows[i]));
    beginInsertRows(indexOf(parent, 0), step.first, step.last);
    parent.children.insert(parent.children.begin() + step.first, std::make_move_iterator(nodes.begin()),
                           std::make_move_iterator(nodes.end()));
    parent.number(step.first);
    endInsertRows();
}

namespace {

/// Whether only the number of overdue actions, which stands beside the title, tells two rows apart.
bool differInActions(const BoardRow &left, BoardRow right)
{
    right.overdueActions = left.overdueActions;
    return left == right;
}

} // namespace

void BoardModel::update(Node &node, const RowRef &row)
{
    if (node.row == row)
        return;
    const RowRef before = std::exchange(node.row, row);
    if (*before == *row)
        return;
    const int last = differInActions(*before, *row) ? int(TitleColumn) : BoardColumnCount - 1;
    Q_EMIT dataChanged(indexOf(node, TitleColumn), indexOf(node, last));
}

BoardModel::Node *BoardModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex BoardModel::indexOf(const Node &node, int column) const
{
    if (&node == m_root.get())
        return {};
    return createIndex(node.place, column, &node);
}

const BoardRow *BoardModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->row.get() : nullptr;
}

const BoardModel::Node *BoardModel::nodeWhere(const Node &node,
                                              const std::function<bool(const BoardRow &)> &isIt) const
{
    for (const auto &child : node.children) {
        if (isIt(*child->row))
            return child.get();
        if (const Node *found = nodeWhere(*child, isIt))
            return found;
    }
    return nullptr;
}

QModelIndex BoardModel::indexOf(RowKind kind, qint64 id, int column) const
{
    const Node *found =
        nodeWhere(*m_root, [kind, id](const BoardRow &row) { return row.kind == kind && row.id == id; });
    return found ? indexOf(*found, column) : QModelIndex();
}

QModelIndex BoardModel::indexOf(const RowKey &key, int column) const
{
    const Node *found = nodeWhere(*m_root, [&key](const BoardRow &row) { return row.key() == key; });
    return found ? indexOf(*found, column) : QModelIndex();
}

QModelIndex BoardModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex BoardModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*nodeOf(index)->parent, 0) : QModelIndex();
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int BoardModel::columnCount(const QModelIndex &) const
{
    return BoardColumnCount;
}

namespace {

/// "18 Nov, overdue": said in words too, because a sign alone is not read aloud.
QString updateText(const UpdateFact &update, QDate today)
{
    const QString date = update.date.isValid() ? shortDate(update.date, today) : QString();
    if (!update.isOverdue)
        return date;
    return date.isEmpty() ? BoardModel::tr("overdue") : BoardModel::tr("%1, overdue").arg(date);
}

} // namespace

QVariant BoardModel::display(const BoardRow &row, int column) const
{
    switch (column) {
    case TitleColumn:
        return row.title;
    case ValueColumn:
        return row.value;
    case TargetColumn:
        return row.target;
    case UpdatedColumn:
        return updateText(row.update, m_session.today());
    case SpanColumn:
        return row.span;
    case PaceColumn:
        return row.pace ? paceText(*row.pace) : QString();
    case ConfidenceColumn:
        return row.confidence ? figure(*row.confidence) : QString();
    default:
        return {};
    }
}

namespace {

/// "from 12 min to 48 min": the ends of the line.
QString lineText(const BoardRow &row)
{
    QList<double> values;
    for (const std::optional<double> &value : row.line.values)
        if (value)
            values << *value;
    return values.isEmpty() ? QString() : fromTo(values.first(), values.last(), row.unit);
}

/// "Answer faster, from 12 h to 4 h, 2 overdue actions".
QString titleText(const BoardRow &row)
{
    QStringList parts{row.title};
    if (!row.secondary.isEmpty())
        parts << row.secondary;
    if (row.overdueActions > 0)
        parts << overdueActionsText(int(row.overdueActions));
    return parts.join(QStringLiteral(", "));
}

QString accessibleText(const BoardRow &row, int column, const QString &shown)
{
    switch (column) {
    case BoardModel::TitleColumn:
        return titleText(row);
    case BoardModel::OwnersColumn:
        return namesOf(row.owners);
    case BoardModel::ProgressColumn:
        return row.progress.value ? share(*row.progress.value) : QString();
    case BoardModel::StatusColumn:
        return row.status.word;
    case BoardModel::LineColumn:
        return lineText(row);
    case BoardModel::ConfidenceColumn:
        return shown.isEmpty() ? shown : BoardModel::tr("%1 of 10").arg(shown);
    default:
        return shown;
    }
}

} // namespace

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BoardRow &row = *nodeOf(index)->row;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        return column == ValueColumn ? QVariant(row.typed) : display(row, column);
    case Qt::ToolTipRole:
        // Nothing, not an empty text, where the delegate says what is cut off.
        return column == OwnersColumn  ? QVariant(namesOf(row.owners))
               : column == ValueColumn ? QVariant(row.hint)
                                       : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(row, column, display(row, column).toString());
    case RowKindRole:
        return QVariant::fromValue(row.kind);
    case SecondaryTextRole:
        return column == TitleColumn ? row.secondary : QString();
    case OwnersRole:
        return QVariant::fromValue(row.owners);
    case ValueRole:
        return row.number ? QVariant(*row.number) : QVariant();
    case UnitRole:
        return row.unit;
    case ProgressRole:
        return QVariant::fromValue(row.progress);
    case SparklineRole:
        return QVariant::fromValue(row.line);
    case StatusRole:
        return row.status.word.isEmpty() ? QVariant() : QVariant::fromValue(row.status);
    case UpdateRole:
        return QVariant::fromValue(row.update);
    case OverdueActionsRole:
        return column == TitleColumn && row.overdueActions > 0 ? QVariant(int(row.overdueActions))
                                                               : QVariant();
    case PendingRole:
        return m_pending.contains(row.id);
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == ValueColumn || section == TargetColumn || section == ConfidenceColumn;
    if (role == Qt::TextAlignmentRole && isNumber)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Objectives and KPIs");
    case OwnersColumn:
        return tr("Owners");
    case ValueColumn:
        return tr("Value");
    case TargetColumn:
        return tr("Target");
    case ProgressColumn:
        return tr("Progress");
    case LineColumn:
        return tr("Last 26 periods");
    case StatusColumn:
        return tr("Status");
    case UpdatedColumn:
        return tr("Updated");
    case SpanColumn:
        return tr("From – to");
    case PaceColumn:
        return tr("Pace");
    case ConfidenceColumn:
        return tr("Confidence");
    default:
        return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    const BoardRow *row = rowAt(index);
    if (!row || row->kind == RowKind::Section) // the arrow keys pass over it
        return dragFlags() & Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | dragFlags();
    return index.column() == ValueColumn && row->isEditable ? flags | Qt::ItemIsEditable : flags;
}

Qt::ItemFlags BoardModel::dragFlags() const
{
    // Sorted or grouped otherwise, a place on the screen is no place in the board's own order; a row can
    // still be carried to another board.
    const bool isOwnOrder = m_arrangement.grouping == Grouping::None && m_arrangement.sortColumn < 0;
    if (!m_mayEdit)
        return Qt::NoItemFlags;
    return isOwnOrder ? Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled : Qt::ItemIsDragEnabled;
}

QStringList BoardModel::mimeTypes() const
{
    return {rowMimeType()};
}

QMimeData *BoardModel::mimeData(const QModelIndexList &indexes) const
{
    const auto isOther = [&indexes](const QModelIndex &index) {
        return index.internalPointer() != indexes.first().internalPointer();
    };
    // One row at a time: its place among others is what is meant.
    if (indexes.isEmpty() || std::any_of(indexes.begin(), indexes.end(), isOther))
        return nullptr;
    return carried(m_session.state(), indexes.first().data(IdRole).toLongLong());
}

std::optional<Spot> BoardModel::spotAt(const Named &carriedOne, int row, const QModelIndex &parent) const
{
    const BoardRow *on = rowAt(parent);
    const BoardRow *before = row < 0 ? nullptr : rowAt(index(row, 0, parent));
    DropPlace place{m_board, 0, 0, row < 0};
    if (on && on->kind != RowKind::Section)
        place.on = on->id;
    if (before && before->kind != RowKind::Section)
        place.before = before->id;
    return spotOf(m_session.state(), carriedOne, place);
}

bool BoardModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int /*column*/,
                                 const QModelIndex &parent) const
{
    const std::optional<Named> one = carriedRow(m_session.state(), data);
    return dragFlags().testFlag(Qt::ItemIsDropEnabled) && action == Qt::MoveAction && one &&
           spotAt(*one, row, parent);
}

bool BoardModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                              const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Named one = *carriedRow(m_session.state(), data);
    Intent intent;
    intent.decide = [one, spot = *spotAt(one, row, parent)](Situation &in) { return place(in, one, spot); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT notMoved(receipt.error());
    });
    return true;
}

void BoardModel::setPending(RowKind kind, qint64 id, bool isPending)
{
    // Kept beside the rows: they go and come back when another board is looked at meanwhile.
    int &count = m_pending[id];
    count += isPending ? 1 : -1;
    if (count == 0)
        m_pending.remove(id);
    if (const QModelIndex index = indexOf(kind, id, ValueColumn); index.isValid())
        Q_EMIT dataChanged(index, index, {PendingRole});
}

bool BoardModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const BoardRow row = *rowAt(index);
    const TypedEntry entry = value.metaType() == QMetaType::fromType<TypedEntry>()
                                 ? value.value<TypedEntry>()
                                 : TypedEntry{value.toString(), {}, {}, {}};
    const Result<GivenValue> given = typedValue(m_session.state(), row, entry, m_session.today());
    if (!given) {
        Q_EMIT refused(row, entry, given.error());
        return false;
    }
    Intent intent;
    intent.needs = [given = *given](const WorkingSet &) { return seriesNeededBy(given); };
    intent.decide = [given = *given](Situation &in) { return recordValue(in, given); };
    setPending(row.kind, row.id, true);
    whenDone(m_session.submit(std::move(intent)), this, [this, row, entry](const Result<Receipt> &receipt) {
        setPending(row.kind, row.id, false);
        if (receipt)
            Q_EMIT recorded(row);
        else
            Q_EMIT refused(row, entry, receipt.error());
    });
    return true;
}

} // namespace milepost
