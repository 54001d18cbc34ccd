// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardpreview.h"

#include "ui/words/filling.h"
#include "ui/words/labels.h"

namespace milepost {

struct BoardPreview::Node
{
    BoardRow row;
    QString cadence;
    QString detail;
    const Node *parent = nullptr;
    int place = 0;
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

/// The board that the template makes, in a state that holds nothing else but who makes it.
WorkingSet madeOf(const BoardTemplate &content, const Session &session, CycleId cycle)
{
    WorkingSet state;
    if (const Person *me = session.state().find(session.me()))
        state.of<Person>().put(*me);
    state.of<Cycle>() = session.state().of<Cycle>();
    Situation in{state, session.me(), session.today(), session.now(), IdSource::startingAt(1)};
    const Result<Draft> draft = addFromTemplate(in, {{content.name, Visibility::Public, cycle}, content, {}});
    if (draft)
        state.apply(draft->edits);
    return state;
}

QString detailOf(const WorkingSet &state, const Kpi &kpi)
{
    QStringList lines;
    if (!kpi.definition.isEmpty())
        lines << kpi.definition;
    if (!kpi.source.isEmpty())
        lines << fill(BoardPreview::tr("Source: %1"), {kpi.source});
    if (const Kpi *guardrail = state.find(kpi.guardrail))
        lines << fill(BoardPreview::tr("Guardrail: %1"), {guardrail->name});
    QStringList nature = {label(kpi.direction), label(kpi.nature), label(kpi.timing)};
    nature.removeAll(QString());
    return (lines << nature.join(QStringLiteral(" · "))).join(u'\n');
}

QString detailOf(const WorkingSet &state, const KeyResult &keyResult)
{
    const Kpi *driver = state.find(keyResult.kpi);
    return driver ? fill(BoardPreview::tr("%1. Its value follows the KPI %2."),
                         {label(keyResult.kind), driver->name})
                  : label(keyResult.kind);
}

QString detailOf(const WorkingSet &state, qint64 id)
{
    if (const Kpi *kpi = state.find(KpiId(id)))
        return detailOf(state, *kpi);
    if (const KeyResult *keyResult = state.find(KeyResultId(id)))
        return detailOf(state, *keyResult);
    const Objective *objective = state.find(ObjectiveId(id));
    return objective ? objective->why : QString();
}

QString cadenceOf(const WorkingSet &state, qint64 id)
{
    if (const Kpi *kpi = state.find(KpiId(id)))
        return label(kpi->cadence);
    const KeyResult *keyResult = state.find(KeyResultId(id));
    return keyResult ? label(keyResult->cadence) : QString();
}

} // namespace

BoardPreview::BoardPreview(Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_root(std::make_unique<Node>())
{
}

BoardPreview::~BoardPreview() = default;

void BoardPreview::show(const BoardTemplate &content, CycleId cycle)
{
    const WorkingSet state = madeOf(content, m_session, cycle);
    const QList<const Board *> boards = state.of<Board>().all();
    beginResetModel(); // another template is another content altogether
    m_root = std::make_unique<Node>();
    if (!boards.isEmpty())
        fill(*m_root, rowsOf(state, m_session.me(), boards.first()->id, m_session.today()), state);
    endResetModel();
}

void BoardPreview::fill(Node &node, const QList<BoardBranch> &rows, const WorkingSet &state)
{
    for (const BoardBranch &branch : rows) {
        auto child = std::make_unique<Node>();
        child->row = *branch.row;
        child->cadence = cadenceOf(state, branch.row->id);
        child->detail = detailOf(state, branch.row->id);
        child->parent = &node;
        child->place = static_cast<int>(node.children.size());
        fill(*child, branch.children, state);
        node.children.push_back(std::move(child));
    }
}

const BoardPreview::Node *BoardPreview::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex BoardPreview::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex BoardPreview::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? nodeOf(index)->parent : nullptr;
    return above && above != m_root.get() ? createIndex(above->place, 0, above) : QModelIndex();
}

int BoardPreview::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int BoardPreview::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant BoardPreview::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == TitleColumn    ? node.row.title
               : column == TargetColumn ? node.row.target
                                        : node.cadence;
    case SecondaryTextRole:
        return column == TitleColumn ? node.row.secondary : QString();
    case RowKindRole:
        return QVariant::fromValue(node.row.kind);
    case IdRole:
        return node.row.id;
    case kDetailRole:
        return node.detail;
    default:
        return {};
    }
}

QVariant BoardPreview::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == TargetColumn)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Objectives and KPIs");
    case TargetColumn:
        return tr("Target");
    default:
        return tr("Measured");
    }
}

Qt::ItemFlags BoardPreview::flags(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index)->row.kind == RowKind::Section)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace milepost
