// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardmodel.h"

#include "core/services/whendone.h"
#include "ui/models/typedvalue.h"
#include "ui/words/figures.h"

namespace milepost {

struct BoardModel::Node
{
    BoardRow row;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    int indexInParent() const
    {
        for (size_t i = 0; i < parent->children.size(); ++i)
            if (parent->children[i].get() == this)
                return static_cast<int>(i);
        return -1;
    }
};

namespace {

bool isSame(const BoardRow &left, const BoardRow &right)
{
    return left.kind == right.kind && left.isPart == right.isPart && left.id == right.id;
}

} // namespace

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
    endResetModel();
    refresh();
}

void BoardModel::refresh()
{
    const QList<BoardBranch> rows = rowsOf(m_session.state(), m_session.me(), m_board, m_session.today());
    sync(*m_root, rows);
}

// Brings the children of a node to the given rows by the fewest steps: gone rows first, then place by place.
void BoardModel::sync(Node &parent, const QList<BoardBranch> &rows)
{
    const QModelIndex parentIndex = indexOf(parent, 0);
    for (int i = static_cast<int>(parent.children.size()) - 1; i >= 0; --i) {
        const BoardRow &old = parent.children[static_cast<size_t>(i)]->row;
        if (std::none_of(rows.begin(), rows.end(),
                         [&old](const BoardBranch &branch) { return isSame(branch.row, old); })) {
            beginRemoveRows(parentIndex, i, i);
            parent.children.erase(parent.children.begin() + i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < rows.size(); ++i) {
        const BoardRow &row = rows[i].row;
        const auto place = parent.children.begin() + i;
        const auto found = std::find_if(place, parent.children.end(),
                                        [&row](const auto &node) { return isSame(node->row, row); });
        if (found == parent.children.end()) {
            auto node = std::make_unique<Node>();
            node->row = row;
            node->parent = &parent;
            beginInsertRows(parentIndex, i, i);
            parent.children.insert(place, std::move(node));
            endInsertRows();
        } else if (found != place) {
            const int from = static_cast<int>(found - parent.children.begin());
            beginMoveRows(parentIndex, from, from, parentIndex, i);
            std::rotate(place, found, found + 1);
            endMoveRows();
        }
        Node &node = *parent.children[static_cast<size_t>(i)];
        update(node, row);
        sync(node, rows[i].children);
    }
}

void BoardModel::update(Node &node, const BoardRow &row)
{
    if (node.row == row)
        return;
    node.row = row;
    Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
}

BoardModel::Node *BoardModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex BoardModel::indexOf(const Node &node, int column) const
{
    if (&node == m_root.get())
        return {};
    return createIndex(node.indexInParent(), column, &node);
}

const BoardRow *BoardModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? &nodeOf(index)->row : nullptr;
}

QModelIndex BoardModel::indexOf(RowKind kind, qint64 id, int column) const
{
    const std::function<const Node *(const Node &)> search = [&](const Node &node) -> const Node * {
        for (const auto &child : node.children) {
            if (child->row.kind == kind && child->row.id == id)
                return child.get();
            if (const Node *found = search(*child))
                return found;
        }
        return nullptr;
    };
    const Node *found = search(*m_root);
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
    return ColumnCount;
}

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
        return row.update.date.isValid() ? shortDate(row.update.date, m_session.today()) : QString();
    default:
        return {};
    }
}

namespace {

QString ownersText(const BoardRow &row)
{
    QStringList names;
    for (const OwnerFact &owner : row.owners)
        names << owner.name;
    return names.join(QStringLiteral(", "));
}

/// "from 12 min to 48 min": the ends of the line.
QString lineText(const BoardRow &row)
{
    QList<double> values;
    for (const std::optional<double> &value : row.line.values)
        if (value)
            values << *value;
    return values.isEmpty() ? QString() : fromTo(values.first(), values.last(), row.unit);
}

QString accessibleText(const BoardRow &row, int column, const QString &shown)
{
    switch (column) {
    case BoardModel::TitleColumn:
        return row.secondary.isEmpty() ? row.title : QString(row.title + u", " + row.secondary);
    case BoardModel::OwnersColumn:
        return ownersText(row);
    case BoardModel::ProgressColumn:
        return row.progress.value ? share(*row.progress.value) : QString();
    case BoardModel::StatusColumn:
        return row.status.word;
    case BoardModel::LineColumn:
        return lineText(row);
    case BoardModel::UpdatedColumn:
        return row.update.isOverdue ? BoardModel::tr("%1, overdue").arg(shown) : shown;
    default:
        return shown;
    }
}

QVariant sortKey(const BoardRow &row, int column)
{
    switch (column) {
    case BoardModel::OwnersColumn:
        return ownersText(row);
    case BoardModel::ValueColumn:
        return row.number ? QVariant(*row.number) : QVariant();
    case BoardModel::ProgressColumn:
        return row.progress.raw ? QVariant(*row.progress.raw) : QVariant();
    case BoardModel::StatusColumn:
        return static_cast<int>(row.status.tone);
    case BoardModel::UpdatedColumn:
        return row.update.date;
    default:
        return row.title;
    }
}

} // namespace

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BoardRow &row = nodeOf(index)->row;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        return column == ValueColumn ? QVariant(row.typed) : display(row, column);
    case Qt::ToolTipRole:
        // Nothing, not an empty text, where the delegate says what is cut off.
        return column == OwnersColumn  ? QVariant(ownersText(row))
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
    case PendingRole:
        return m_pending.contains(row.id);
    case SortRole:
        return sortKey(row, column);
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
    if (role == Qt::TextAlignmentRole && (section == ValueColumn || section == TargetColumn))
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
    default:
        return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    const BoardRow *row = rowAt(index);
    if (!row)
        return Qt::NoItemFlags;
    if (row->kind == RowKind::Section)
        return Qt::NoItemFlags; // the arrow keys pass over it
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == ValueColumn && row->isEditable ? flags | Qt::ItemIsEditable : flags;
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
