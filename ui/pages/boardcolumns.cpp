// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardcolumns.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeView>

namespace milepost {

using namespace boardcolumns;

namespace {

struct Usual
{
    BoardColumn column;
    double characters;
    bool isShown;
};

/// As the columns stand before anybody chooses.
constexpr Usual kUsual[] = {
    {TitleColumn, 30, true},  {OwnersColumn, 9, true},      {SpanColumn, 24, false},
    {ValueColumn, 12, true},  {TargetColumn, 12, true},     {ProgressColumn, 12, true},
    {PaceColumn, 15, true},   {ConfidenceColumn, 11, true}, {LineColumn, 15, true},
    {StatusColumn, 14, true}, {UpdatedColumn, 18, true}};
/// In the order in which they make way.
constexpr BoardColumn kDispensable[] = {ConfidenceColumn, UpdatedColumn,  PaceColumn,  LineColumn,
                                        OwnersColumn,     ProgressColumn, TargetColumn};
/// What the title keeps when even those have made way.
constexpr double kLeastOfTitle = 20;
constexpr double kNarrowest = 4;
constexpr double kWidest = 200;

QString shownKey()
{
    return QStringLiteral("shown");
}

QString orderKey()
{
    return QStringLiteral("order");
}

QString widthsKey()
{
    return QStringLiteral("widths");
}

} // namespace

BoardColumns::BoardColumns(QTreeView &view) : QObject(&view), m_view(view), m_header(*view.header())
{
    m_header.setSectionResizeMode(QHeaderView::Interactive);
    m_header.setStretchLastSection(false);
    m_header.setSectionsMovable(true);
    m_header.setFirstSectionMovable(false);
    m_header.setMinimumSectionSize(m_view.fontMetrics().averageCharWidth() * int(kNarrowest));
    reset();
    connect(&m_header, &QHeaderView::sectionMoved, this, &BoardColumns::takeMove);
    connect(&m_header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { takeWidth(column, width); });
}

QString BoardColumns::nameOf(int column) const
{
    return m_view.model()->headerData(column, Qt::Horizontal).toString();
}

QList<int> BoardColumns::order() const
{
    QList<int> columns;
    for (int place = 0; place < m_header.count(); ++place)
        columns.append(m_header.logicalIndex(place));
    return columns;
}

// What one has chosen, also while there is no room for it.
bool BoardColumns::isShown(int column) const
{
    return m_shown.contains(column);
}

bool BoardColumns::isAllowed(int column) const
{
    return column > TitleColumn && column < BoardColumnCount;
}

void BoardColumns::setShown(int column, bool isShown)
{
    if (!isAllowed(column) || m_shown.contains(column) == isShown)
        return;
    m_isChosen = true;
    isShown ? static_cast<void>(m_shown.insert(column)) : static_cast<void>(m_shown.remove(column));
    apply();
    Q_EMIT changed();
}

bool BoardColumns::move(int column, int step)
{
    const int from = m_header.visualIndex(column);
    const int to = from + step;
    if (!isAllowed(column) || to < 1 || to >= m_header.count())
        return false;
    m_header.moveSection(from, to);
    return true;
}

void BoardColumns::takeMove(int column, int from, int to)
{
    if (m_isApplying)
        return;
    if (column != TitleColumn && to == 0) { // what names the rows stays first
        const QScopedValueRollback applying(m_isApplying, true);
        return m_header.moveSection(to, from);
    }
    m_isChosen = true;
    Q_EMIT changed();
}

void BoardColumns::takeWidth(int column, int width)
{
    if (m_isApplying || width == 0 || m_header.isSectionHidden(column))
        return;
    m_isChosen = true;
    m_widths[column] = double(width) / m_view.fontMetrics().averageCharWidth();
    Q_EMIT changed();
}

void BoardColumns::reset()
{
    QVariantMap usual;
    QVariantList order;
    for (const Usual &one : kUsual)
        order.append(int(one.column));
    usual.insert(orderKey(), order);
    restore(usual);
}

QVariantMap BoardColumns::state() const
{
    if (!m_isChosen)
        return {};
    QVariantList order;
    QVariantList shown;
    QVariantList widths;
    for (const int column : this->order()) {
        order.append(column);
        if (m_shown.contains(column))
            shown.append(column);
        widths.append(m_widths.value(column));
    }
    return {{orderKey(), order}, {shownKey(), shown}, {widthsKey(), widths}};
}

void BoardColumns::restore(const QVariantMap &state)
{
    m_shown.clear();
    m_widths.clear();
    for (const Usual &one : kUsual) {
        m_widths.insert(one.column, one.characters);
        if (one.isShown)
            m_shown.insert(one.column);
    }
    takeChoice(state);
    const QScopedValueRollback applying(m_isApplying, true);
    const QList<int> order = orderOf(state);
    for (int i = 0; i < order.size(); ++i)
        if (const int at = m_header.visualIndex(order[i]); at >= 0)
            m_header.moveSection(at, i);
    apply();
}

// A column that the state does not know is new: it is shown as usual.
void BoardColumns::takeChoice(const QVariantMap &state)
{
    const QVariantList kept = state.value(orderKey()).toList();
    const QVariantList widths = state.value(widthsKey()).toList();
    const QVariantList shown = state.value(shownKey()).toList();
    m_isChosen = state.contains(shownKey());
    for (qsizetype i = 0; m_isChosen && i < kept.size(); ++i) {
        const int column = kept[i].toInt();
        if (!m_widths.contains(column))
            continue;
        m_widths[column] = qBound(kNarrowest, widths.value(i).toDouble(), kWidest);
        if (shown.contains(kept[i]) || column == TitleColumn)
            m_shown.insert(column);
        else
            m_shown.remove(column);
    }
}

// One that it does not know stands behind the others.
QList<int> BoardColumns::orderOf(const QVariantMap &state)
{
    QList<int> order;
    for (const Usual &one : kUsual)
        order.append(one.column);
    const QVariantList kept = state.value(orderKey()).toList();
    int place = 0;
    for (const QVariant &column : kept)
        if (const auto from = order.indexOf(column.toInt()); from >= place)
            order.move(from, place++);
    order.move(order.indexOf(int(TitleColumn)), 0);
    return order;
}

int BoardColumns::pixelsOf(int column) const
{
    return qRound(m_widths.value(column) * m_view.fontMetrics().averageCharWidth());
}

void BoardColumns::apply()
{
    const QScopedValueRollback applying(m_isApplying, true);
    for (int column = OwnersColumn; column < m_header.count(); ++column) {
        m_header.setSectionHidden(column, !m_shown.contains(column));
        if (m_shown.contains(column))
            m_header.resizeSection(column, pixelsOf(column));
    }
    fit();
}

void BoardColumns::hideDispensable()
{
    int room = m_view.viewport()->width() - pixelsOf(TitleColumn);
    for (const int column : std::as_const(m_shown))
        room -= column == TitleColumn ? 0 : pixelsOf(column);
    for (const BoardColumn column : kDispensable) {
        if (!m_shown.contains(column))
            continue;
        m_header.setSectionHidden(column, room < 0);
        if (room < 0)
            room += pixelsOf(column);
        else
            m_header.resizeSection(column, pixelsOf(column));
    }
}

void BoardColumns::fit()
{
    const QScopedValueRollback applying(m_isApplying, true);
    if (!m_isChosen)
        hideDispensable();
    int others = 0;
    for (int column = OwnersColumn; column < m_header.count(); ++column)
        others += m_header.isSectionHidden(column) ? 0 : m_header.sectionSize(column);
    const int least =
        m_isChosen ? pixelsOf(TitleColumn) : qRound(kLeastOfTitle * m_view.fontMetrics().averageCharWidth());
    m_header.resizeSection(TitleColumn, qMax(least, m_view.viewport()->width() - others));
}

} // namespace milepost
