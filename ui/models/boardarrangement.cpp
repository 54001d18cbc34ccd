// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardarrangement.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace milepost {

using namespace boardcolumns;

namespace {

using Branches = QList<BoardBranch>;

struct Groups
{
    Q_DECLARE_TR_FUNCTIONS(milepost::BoardGroups)
};

// --- filter

bool containsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

Branches filtered(const Branches &rows, const QStringList &words)
{
    Branches kept;
    for (const BoardBranch &branch : rows) {
        if (branch.row->kind != RowKind::Section && containsAll(branch.row->foundByTitle, words)) {
            kept.append(branch);
            continue;
        }
        Branches below = filtered(branch.children, words);
        const bool isFound = branch.row->kind != RowKind::Section && containsAll(branch.row->foundBy, words);
        if (isFound || !below.isEmpty())
            kept.append({branch.row, std::move(below)});
    }
    return kept;
}

// --- order

/// What a row is sorted by: a number, or a text as the language sorts it; neither if it has none.
struct SortKey
{
    std::optional<double> number = {};
    std::optional<QCollatorSortKey> text = {};

    bool isEmpty() const { return !number && !text; }
};

int compare(const SortKey &left, const SortKey &right)
{
    if (left.text && right.text)
        return left.text->compare(*right.text);
    if (left.number && right.number)
        return *left.number < *right.number ? -1 : *right.number < *left.number ? 1 : 0;
    return 0;
}

class Sorter
{
public:
    explicit Sorter(const Arrangement &arrangement)
        : m_column(arrangement.sortColumn)
        , m_isDescending(arrangement.sortOrder == Qt::DescendingOrder)
    {
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }

    Branches sorted(const Branches &rows) const;

private:
    SortKey keyOf(const BoardRow &row) const;
    SortKey textKey(const QString &text) const
    {
        return text.isEmpty() ? SortKey{} : SortKey{{}, m_collator.sortKey(text)};
    }
    bool isBefore(const SortKey &left, const SortKey &right) const
    {
        if (left.isEmpty() || right.isEmpty())
            return !left.isEmpty() && right.isEmpty();
        const int order = compare(left, right);
        return m_isDescending ? order > 0 : order < 0;
    }

    QCollator m_collator;
    int m_column;
    bool m_isDescending;
};

SortKey Sorter::keyOf(const BoardRow &row) const
{
    switch (static_cast<BoardColumn>(m_column)) {
    case OwnersColumn:
        return textKey(row.owners.value(0).name);
    case ValueColumn:
    case LineColumn:
        return {row.number, {}};
    case TargetColumn:
        return {row.line.target, {}};
    case ProgressColumn:
        return {row.progress.raw, {}};
    case PaceColumn:
        return {row.pace, {}};
    case ConfidenceColumn:
        return {row.confidence, {}};
    case StatusColumn:
        return {row.standing ? std::optional<double>(row.standing) : std::nullopt, {}};
    case UpdatedColumn:
        if (!row.update.date.isValid())
            return {};
        return {static_cast<double>(row.update.date.toJulianDay()), {}};
    case SpanColumn:
        return textKey(row.span);
    case TitleColumn:
    case BoardColumnCount:
        break;
    }
    return textKey(row.title);
}

// Headings stay where they are, and so do the parts of a milestone, which are steps.
Branches Sorter::sorted(const Branches &rows) const
{
    struct Place
    {
        SortKey key;
        qsizetype from;
    };
    const auto isHeading = [](const BoardBranch &branch) { return branch.row->kind == RowKind::Section; };
    const qsizetype count = std::find_if(rows.begin(), rows.end(), isHeading) - rows.begin();
    std::vector<Place> places;
    places.reserve(static_cast<size_t>(count));
    for (qsizetype i = 0; i < count; ++i)
        places.push_back({keyOf(*rows[i].row), i});
    std::stable_sort(places.begin(), places.end(),
                     [this](const Place &left, const Place &right) { return isBefore(left.key, right.key); });
    Branches result;
    result.reserve(rows.size());
    for (const Place &place : places)
        result.append(rows[place.from]);
    result += rows.mid(count);
    for (BoardBranch &branch : result)
        if (!branch.children.isEmpty() && branch.row->kind != RowKind::KeyResult)
            branch.children = sorted(branch.children);
    return result;
}

// --- groups

/// A group by what it is of. Those that are sorted by name come in the order of their names.
struct GroupKey
{
    int order = 0; ///< first those with a name, then the rest
    QString name = {};
    qint64 id = kNoGroupId;
};

class Grouper
{
public:
    explicit Grouper(Grouping grouping) : m_grouping(grouping) { m_collator.setNumericMode(true); }

    Branches grouped(const Branches &rows);

private:
    struct Group
    {
        GroupKey key;
        Branches rows;
    };

    GroupKey keyOf(const BoardRow &row, const BoardRow *above) const;
    Group &groupOf(const GroupKey &key);
    void add(const BoardBranch &objective);
    RowRef heading(const Group &group) const;

    Grouping m_grouping;
    QCollator m_collator;
    std::map<qint64, Group> m_groups;
};

GroupKey keyOf(const OwnerFact &fact, const QString &none)
{
    if (fact.name.isEmpty())
        return {1, none, kNoGroupId};
    return {0, fact.name, static_cast<qint64>(fact.seed)};
}

/// A key result without owners has its objective's.
GroupKey Grouper::keyOf(const BoardRow &row, const BoardRow *above) const
{
    const BoardRow &owned = row.owners.isEmpty() && above ? *above : row;
    switch (m_grouping) {
    case Grouping::Owner:
        return milepost::keyOf(owned.owners.value(0), Groups::tr("Without an owner"));
    case Grouping::Team:
        return milepost::keyOf(owned.team, Groups::tr("Without a team"));
    case Grouping::None:
    case Grouping::Status:
        break;
    }
    return {row.standing, row.status.word, row.standing};
}

Grouper::Group &Grouper::groupOf(const GroupKey &key)
{
    return m_groups.try_emplace(key.id, Group{key, {}}).first->second;
}

void Grouper::add(const BoardBranch &objective)
{
    if (objective.children.isEmpty())
        return groupOf(keyOf(*objective.row, nullptr)).rows.append(objective);
    for (const BoardBranch &keyResult : objective.children) {
        Branches &rows = groupOf(keyOf(*keyResult.row, objective.row.get())).rows;
        if (rows.isEmpty() || rows.last().row != objective.row)
            rows.append({objective.row, {}});
        rows.last().children.append(keyResult);
    }
}

RowRef Grouper::heading(const Group &group) const
{
    qsizetype count = 0; // an objective stands there only for what is below it
    for (const BoardBranch &branch : group.rows)
        count += qMax<qsizetype>(1, branch.children.size());
    auto row = std::make_shared<BoardRow>();
    row->kind = RowKind::Section;
    row->id = group.key.id;
    row->title = group.key.name;
    row->secondary = QLocale().toString(count);
    return row;
}

Branches Grouper::grouped(const Branches &rows)
{
    for (const BoardBranch &branch : rows) {
        if (branch.row->kind != RowKind::Section)
            add(branch);
        else
            for (const BoardBranch &kpi : branch.children)
                groupOf(keyOf(*kpi.row, nullptr)).rows.append(kpi);
    }
    std::vector<Group> groups;
    for (auto &[id, group] : m_groups)
        groups.push_back(std::move(group));
    std::stable_sort(groups.begin(), groups.end(), [this](const Group &left, const Group &right) {
        if (left.key.order != right.key.order)
            return left.key.order < right.key.order;
        return m_collator.compare(left.key.name, right.key.name) < 0;
    });
    Branches result;
    for (const Group &group : groups)
        result.append({heading(group), group.rows});
    return result;
}

} // namespace

Branches arranged(const Branches &rows, const Arrangement &arrangement)
{
    Branches result = rows;
    const QStringList words = foldedForFilter(arrangement.filter).split(u' ', Qt::SkipEmptyParts);
    if (!words.isEmpty())
        result = filtered(result, words);
    if (arrangement.sortColumn >= 0)
        result = Sorter(arrangement).sorted(result);
    if (arrangement.grouping != Grouping::None)
        result = Grouper(arrangement.grouping).grouped(result);
    return result;
}

} // namespace milepost
