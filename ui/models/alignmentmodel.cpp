// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alignmentmodel.h"

#include "core/domain/acts/aligning.h"
#include "ui/models/boardrow.h"
#include "ui/words/figures.h"

#include <QMimeData>

namespace milepost {

struct AlignmentModel::Node
{
    AlignmentRow row;
    Node *parent = nullptr;
    int place = 0; ///< in its parent
    std::vector<std::unique_ptr<Node>> children;

    /// Tells the children from \p first on where they stand.
    void number(int first)
    {
        for (auto i = static_cast<size_t>(first); i < children.size(); ++i) {
            children[i]->parent = this;
            children[i]->place = static_cast<int>(i);
        }
    }
};

namespace {

QString mimeType()
{
    return QStringLiteral("application/x-milepost-objective");
}

ObjectiveId objectiveIn(const QMimeData &data)
{
    return ObjectiveId(data.data(mimeType()).toLongLong());
}

QString spoken(const AlignmentRow &row, int column)
{
    switch (column) {
    case AlignmentModel::TitleColumn:
        return row.title + u", " + row.boardName;
    case AlignmentModel::OwnersColumn:
        return namesOf(row.owners);
    case AlignmentModel::ProgressColumn:
        return row.progress.value ? share(*row.progress.value) : QString();
    case AlignmentModel::StatusColumn:
        return row.status.word;
    default:
        return {};
    }
}

} // namespace

AlignmentModel::AlignmentModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_look(session, this, &alignmentRows, [this](const QList<AlignmentBranch> &found) { take(found); })
    , m_root(std::make_unique<Node>())
{
    connect(&session, &Session::opened, this, &AlignmentModel::forget);
    connect(&session, &Session::closed, this, &AlignmentModel::forget);
    connect(&session, &Session::changed, this, &AlignmentModel::follow);
    connect(&session, &Session::reloaded, this, &AlignmentModel::follow);
}

AlignmentModel::~AlignmentModel() = default;

void AlignmentModel::setLookedAt(bool isLookedAt)
{
    m_isLookedAt = isLookedAt;
    follow();
}

void AlignmentModel::forget()
{
    m_look.forget();
    m_isKnown = false;
    m_asked.clear();
    removeFrom(*m_root, 0);
    follow();
}

void AlignmentModel::follow()
{
    if (!m_isLookedAt || !m_session.isOpen())
        return;
    QSet<KpiId> missing;
    for (const KpiId kpi : seriesForAlignment(m_session.state(), m_session.me()))
        if (!m_session.state().hasSeries(kpi) && !m_asked.contains(kpi))
            missing.insert(kpi);
    if (!missing.isEmpty())
        whenDone(m_session.loadSeries(missing.values()), this, [this](const Done &done) {
            if (!done && m_session.isOpen())
                Q_EMIT refused(done.error());
        });
    m_asked.unite(missing);
    m_look.await();
}

void AlignmentModel::take(const QList<AlignmentBranch> &branches)
{
    m_isKnown = true;
    place(*m_root, branches);
    removeStale(*m_root, branches);
    Q_EMIT looked();
}

// Brings every objective to its place, from the top down, so that nothing ever moves below itself; what is
// gone is left at the ends.
void AlignmentModel::place(Node &parent, const QList<AlignmentBranch> &branches)
{
    for (int row = 0; row < branches.size(); ++row) {
        const AlignmentRow &fresh = branches[row].row;
        Node *node = m_nodes.value(fresh.objective);
        if (!node)
            insert(parent, row, fresh);
        else if (node->parent != &parent || node->place != row)
            move(*node, parent, row);
        node = m_nodes.value(fresh.objective);
        if (node->row != fresh) {
            node->row = fresh;
            Q_EMIT dataChanged(indexOf(*node, 0), indexOf(*node, ColumnCount - 1));
        }
        place(*node, branches[row].children);
    }
}

void AlignmentModel::removeStale(Node &parent, const QList<AlignmentBranch> &branches)
{
    removeFrom(parent, static_cast<size_t>(branches.size()));
    for (size_t i = 0; i < parent.children.size(); ++i)
        removeStale(*parent.children[i], branches[static_cast<qsizetype>(i)].children);
}

void AlignmentModel::insert(Node &parent, int row, const AlignmentRow &fresh)
{
    auto node = std::make_unique<Node>();
    node->row = fresh;
    m_nodes.insert(fresh.objective, node.get());
    beginInsertRows(indexOf(parent, 0), row, row);
    parent.children.insert(parent.children.begin() + row, std::move(node));
    parent.number(row);
    endInsertRows();
}

void AlignmentModel::move(Node &node, Node &parent, int row)
{
    Node &from = *node.parent;
    const int at = node.place;
    beginMoveRows(indexOf(from, 0), at, at, indexOf(parent, 0), row);
    std::unique_ptr<Node> taken = std::move(from.children[static_cast<size_t>(at)]);
    from.children.erase(from.children.begin() + at);
    parent.children.insert(parent.children.begin() + row, std::move(taken));
    from.number(at);
    parent.number(row);
    endMoveRows();
}

void AlignmentModel::removeFrom(Node &parent, size_t first)
{
    if (first >= parent.children.size())
        return;
    beginRemoveRows(indexOf(parent, 0), static_cast<int>(first),
                    static_cast<int>(parent.children.size()) - 1);
    for (size_t i = first; i < parent.children.size(); ++i)
        dropNodes(*parent.children[i]);
    parent.children.resize(first);
    endRemoveRows();
}

void AlignmentModel::dropNodes(const Node &node)
{
    m_nodes.remove(node.row.objective);
    for (const auto &child : node.children)
        dropNodes(*child);
}

void AlignmentModel::align(ObjectiveId objective, ObjectiveId parent)
{
    Intent intent;
    intent.decide = [=](Situation &in) { return alignObjective(in, objective, parent); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
    });
}

AlignmentModel::Node *AlignmentModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex AlignmentModel::indexOf(const Node &node, int column) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.place, column, &node);
}

const AlignmentRow *AlignmentModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? &nodeOf(index)->row : nullptr;
}

QModelIndex AlignmentModel::indexOf(ObjectiveId objective) const
{
    const Node *node = m_nodes.value(objective);
    return node ? indexOf(*node, 0) : QModelIndex();
}

QModelIndex AlignmentModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex AlignmentModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*nodeOf(index)->parent, 0) : QModelIndex();
}

int AlignmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int AlignmentModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant AlignmentModel::data(const QModelIndex &index, int role) const
{
    const AlignmentRow *row = rowAt(index);
    if (!row)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == TitleColumn ? row->title : QString();
    case Qt::ToolTipRole:
        return column == OwnersColumn ? QVariant(namesOf(row->owners)) : QVariant();
    case Qt::AccessibleTextRole:
        return spoken(*row, column);
    case RowKindRole:
        return QVariant::fromValue(RowKind::Other);
    case SecondaryTextRole:
        return column == TitleColumn ? row->boardName : QString();
    case OwnersRole:
        return QVariant::fromValue(row->owners);
    case ProgressRole:
        return QVariant::fromValue(row->progress);
    case StatusRole:
        return QVariant::fromValue(row->status);
    case SortRole:
        return QString(row->title + u'\n' + row->boardName + u'\n' + namesOf(row->owners));
    case IdRole:
        return row->objective.value();
    case PlaceRole:
        return QVariant::fromValue(row->place());
    default:
        return {};
    }
}

QVariant AlignmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Objectives");
    case OwnersColumn:
        return tr("Owners");
    case ProgressColumn:
        return tr("Progress");
    case StatusColumn:
        return tr("Status");
    default:
        return {};
    }
}

Qt::ItemFlags AlignmentModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // dropped beside all of them: aligned to none
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    return rowAt(index)->isEditable ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList AlignmentModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *AlignmentModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType(), QByteArray::number(rowAt(indexes.first())->objective.value()));
    return data;
}

bool AlignmentModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                     const QModelIndex &parent) const
{
    const Node *dragged = data->hasFormat(mimeType()) ? m_nodes.value(objectiveIn(*data)) : nullptr;
    if (!dragged || !dragged->row.isEditable || action != Qt::LinkAction || (row >= 0 && parent.isValid()))
        return false;
    for (const Node *at = nodeOf(parent); at; at = at->parent)
        if (at == dragged)
            return false; // it would lead to itself
    return nodeOf(parent) != dragged->parent;
}

bool AlignmentModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    align(objectiveIn(*data), parent.isValid() ? rowAt(parent)->objective : ObjectiveId());
    return true;
}

} // namespace milepost
