// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionlistmodel.h"

#include "ui/models/boardrow.h"
#include "ui/models/homerow.h"

namespace milepost {

ActionListModel::ActionListModel(Session &session, QObject *parent)
    : RowsModel<ActionLine>(parent)
    , m_session(session)
    , m_actions(session, {})
{
    connect(&m_actions, &ActionsModel::updated, this, &ActionListModel::list);
    connect(&session, &Session::opened, &m_actions, &ActionsModel::refresh);
    connect(&session, &Session::closed, &m_actions, &ActionsModel::refresh);
    list();
}

void ActionListModel::setWhose(Whose whose)
{
    m_whose = whose;
    m_also = {};
    list();
}

void ActionListModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    list();
}

void ActionListModel::setAlso(ActionId action)
{
    m_also = action;
    list();
}

void ActionListModel::setWords(const QString &words)
{
    m_words = foldedForFilter(words).split(u' ', Qt::SkipEmptyParts);
    m_also = {};
    list();
}

void ActionListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    list();
}

bool ActionListModel::isMeant(const ActionRow &row) const
{
    if (row.id == m_also)
        return true;
    const bool isMine = row.owner.isValid() && row.owner == m_session.me(); // a visitor is nobody, too
    const bool isTheirs = m_whose == Whose::Everyone || m_whose == Whose::Done ||
                          (m_whose == Whose::Mine && isMine) || (m_whose == Whose::Overdue && row.isOverdue);
    return isTheirs && row.isDone == (m_whose == Whose::Done) &&
           std::all_of(m_words.begin(), m_words.end(),
                       [&row](const QString &word) { return row.foundBy.contains(word); });
}

QString ActionListModel::groupOf(const ActionRow &row) const
{
    switch (m_grouping) {
    case Grouping::None:
        return {};
    case Grouping::Owner:
        return row.owners.isEmpty() ? tr("Without an owner") : row.ownerName();
    case Grouping::Board:
        return row.boardName;
    }
    Q_UNREACHABLE();
}

bool ActionListModel::isBefore(const ActionRow &left, const ActionRow &right) const
{
    const QString leftGroup = groupOf(left);
    const QString rightGroup = groupOf(right);
    if (leftGroup != rightGroup) {
        // Names that the language does not tell apart stand under headings of their own all the same.
        const int groups = QString::localeAwareCompare(leftGroup, rightGroup);
        return groups != 0 ? groups < 0 : leftGroup < rightGroup;
    }
    const auto keyOf = [this](const ActionRow &row) {
        return m_actions.index(m_rowsBelow.value(row.id), m_sortColumn).data(SortRole);
    };
    const bool isUp = m_sortOrder == Qt::AscendingOrder;
    const QVariant one = keyOf(isUp ? left : right);
    const QVariant other = keyOf(isUp ? right : left);
    if (one.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(one.toString(), other.toString()) < 0;
    return QVariant::compare(one, other) == QPartialOrdering::Less;
}

void ActionListModel::list()
{
    Q_EMIT listing();
    m_rowsBelow.clear();
    QList<ActionRow> rows;
    for (const ActionRow &row : m_actions.rows()) {
        m_rowsBelow.insert(row.id, static_cast<int>(m_rowsBelow.size()));
        if (isMeant(row))
            rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [this](const ActionRow &left, const ActionRow &right) { return isBefore(left, right); });
    QList<ActionLine> lines;
    qsizetype heading = -1;
    for (const ActionRow &row : rows) {
        const QString group = groupOf(row);
        if (m_grouping != Grouping::None && (heading < 0 || lines[heading].heading != group)) {
            heading = lines.size();
            lines.append({{}, group, 0});
        }
        if (heading >= 0)
            ++lines[heading].count;
        lines.append({row, {}, 0});
    }
    syncTo(lines);
    Q_EMIT listed();
}

qsizetype ActionListModel::shownCount() const
{
    return std::count_if(rows().begin(), rows().end(),
                         [](const ActionLine &line) { return !line.isHeading(); });
}

QModelIndex ActionListModel::indexOfAction(ActionId action) const
{
    for (qsizetype i = 0; i < rows().size(); ++i)
        if (!rows()[i].isHeading() && rows()[i].row.id == action)
            return index(static_cast<int>(i), 0);
    return {};
}

std::optional<Place> ActionListModel::placeAt(const QModelIndex &index) const
{
    const ActionLine *line = rowAt(index);
    if (!line || line->isHeading())
        return std::nullopt;
    return placeOf(m_session.state(), line->row.subject);
}

QModelIndex ActionListModel::below(const QModelIndex &index) const
{
    const ActionLine *line = rowAt(index);
    if (!line || line->isHeading())
        return {};
    const auto row = m_rowsBelow.constFind(line->row.id);
    return row == m_rowsBelow.constEnd() ? QModelIndex() : m_actions.index(*row, index.column());
}

int ActionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ActionsModel::ColumnCount;
}

QVariant ActionListModel::heading(const ActionLine &line, int column, int role) const
{
    if (role == RowKindRole)
        return QVariant::fromValue(RowKind::Section);
    if (column != ActionsModel::TitleColumn)
        return {};
    const QString count = QLocale().toString(line.count);
    if (role == Qt::DisplayRole)
        return line.heading;
    if (role == SecondaryTextRole)
        return count;
    return role == Qt::AccessibleTextRole ? QVariant(QString(line.heading + u", " + count)) : QVariant();
}

QVariant ActionListModel::data(const QModelIndex &index, int role) const
{
    const ActionLine *line = rowAt(index);
    if (!line)
        return {};
    if (line->isHeading())
        return heading(*line, index.column(), role);
    if (role == PlaceRole)
        return QVariant::fromValue(placeAt(index).value_or(Place()));
    return below(index).data(role);
}

QVariant ActionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_actions.headerData(section, orientation, role);
}

Qt::ItemFlags ActionListModel::flags(const QModelIndex &index) const
{
    return below(index).flags();
}

bool ActionListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return m_actions.setData(below(index), value, role);
}

} // namespace milepost
