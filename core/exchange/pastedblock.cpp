// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pastedblock.h"

#include "core/exchange/dateconvention.h"
#include "core/exchange/numberconvention.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

using Shape = PastedBlock::Shape;
using Why = PastedBlock::Why;

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

/// A date that nobody takes for a value: "2026" and "20261122" may be either, and are values here.
bool looksLikeDate(const QString &text)
{
    const QString plain = text.trimmed();
    const bool isBare = std::all_of(plain.cbegin(), plain.cend(), [](QChar c) { return c.isDigit(); });
    const std::string bytes = plain.toStdString();
    return !isBare && (readDate(bytes, DateOrder::DayFirst) || readDate(bytes, DateOrder::MonthFirst));
}

bool looksLikeNumber(const QString &text)
{
    const QByteArray bytes = text.section(u'/', 0, 0).toUtf8();
    const std::string_view view = trimmed({bytes.constData(), size_t(bytes.size())});
    return !looksLikeDate(text) &&
           (readNumber(view, DecimalMark::Point) || readNumber(view, DecimalMark::Comma));
}

/// All cells equally many columns, without blank rows and columns at the edges.
PastedCells squared(const PastedCells &cells)
{
    PastedCells rows = cells;
    while (!rows.isEmpty() && std::all_of(rows.last().cbegin(), rows.last().cend(), isBlank))
        rows.removeLast();
    qsizetype width = 0;
    for (const QStringList &row : std::as_const(rows))
        for (qsizetype column = 0; column < row.size(); ++column)
            if (!isBlank(row[column]))
                width = std::max(width, column + 1);
    for (QStringList &row : rows)
        row.resize(width);
    return rows;
}

PastedCells transposed(const PastedCells &cells)
{
    PastedCells across(cells.first().size());
    for (const QStringList &row : cells)
        for (qsizetype column = 0; column < row.size(); ++column)
            across[column].append(row[column]);
    return across;
}

/// True if some cell from the second on is there, and all that are there fit.
template<class Fits>
bool allFit(const QStringList &cells, qsizetype first, Fits fits)
{
    bool isAny = false;
    for (qsizetype i = first; i < cells.size(); ++i) {
        if (isBlank(cells[i]))
            continue;
        if (!fits(cells[i]))
            return false;
        isAny = true;
    }
    return isAny;
}

QStringList columnOf(const PastedCells &cells, qsizetype column)
{
    QStringList texts;
    for (const QStringList &row : cells)
        texts.append(row[column]);
    return texts;
}

/// Finds rows by their names.
class RowNames
{
public:
    explicit RowNames(const QList<PasteRow> &rows)
    {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            m_exact[rows[i].name.simplified()].append(i);
            m_folded[rows[i].name.simplified().toCaseFolded()].append(i);
        }
    }

    /// The rows that a text may mean.
    QList<qsizetype> find(const QString &text) const
    {
        const QString name = text.simplified();
        const auto exact = m_exact.constFind(name);
        return exact != m_exact.cend() ? *exact : m_folded.value(name.toCaseFolded());
    }

private:
    QHash<QString, QList<qsizetype>> m_exact;
    QHash<QString, QList<qsizetype>> m_folded;
};

/// A cell with what it is of, before it is read.
struct Cell
{
    qsizetype row = 0;
    QString date = {}; ///< blank: today
    QString value = {};
};

/// Reads one block.
class BlockReader
{
public:
    BlockReader(const QList<PasteRow> &rows, QDate today, const PasteConvention &convention)
        : m_rows(rows)
        , m_names(rows)
        , m_today(today)
        , m_convention(convention)
    {
    }

    PastedBlock read(const PastedCells &given, qsizetype current);

private:
    Shape shapeOf(const PastedCells &cells) const;
    bool isTableWithDatesAcross(const PastedCells &cells) const;
    void gatherColumn(const QStringList &texts, qsizetype current);
    void gatherHistory(const PastedCells &cells, qsizetype current);
    void gatherNames(const PastedCells &cells);
    void gatherTable(const PastedCells &cells);
    std::optional<qsizetype> rowNamed(const QString &text);
    void finish();
    void add(const Cell &cell, const NumberConvention &numbers, const DateConvention &dates);
    std::optional<double> number(const QString &text, const NumberConvention &numbers, bool isPercent) const;
    std::optional<Why> setValue(GivenValue &given, const Cell &cell, const NumberConvention &numbers) const;
    void leaveOut(const QString &text, Why why) { m_block.leftOut.append({text.trimmed(), why}); }

    const QList<PasteRow> &m_rows;
    RowNames m_names;
    QDate m_today;
    PasteConvention m_convention;
    QList<Cell> m_cells;
    PastedBlock m_block;
};

PastedBlock BlockReader::read(const PastedCells &given, qsizetype current)
{
    const PastedCells cells = squared(given);
    if (cells.isEmpty())
        return {};
    m_block.shape = shapeOf(cells);
    switch (m_block.shape) {
    case Shape::Column:
        gatherColumn(columnOf(cells, 0), current);
        break;
    case Shape::Dated:
        gatherHistory(cells, current);
        break;
    case Shape::Names:
        gatherNames(cells);
        break;
    case Shape::Table:
        gatherTable(isTableWithDatesAcross(cells) ? cells : transposed(cells));
        break;
    case Shape::Unclear:
        break;
    }
    finish();
    return m_block;
}

Shape BlockReader::shapeOf(const PastedCells &cells) const
{
    const qsizetype columns = cells.first().size();
    if (columns == 1)
        return Shape::Column;
    if (isTableWithDatesAcross(cells))
        return Shape::Table;
    const QStringList first = columnOf(cells, 0);
    const bool hasDates = allFit(first, looksLikeDate(first.first()) ? 0 : 1, looksLikeDate);
    if (hasDates && columns == 2 && m_names.find(cells.first().at(1)).isEmpty())
        return Shape::Dated;
    if (hasDates && cells.size() > 1 && !looksLikeDate(first.first()))
        return Shape::Table; // dates down, names across
    const auto isName = [](const QString &text) { return !looksLikeNumber(text) && !looksLikeDate(text); };
    return columns == 2 && allFit(first, 0, isName) ? Shape::Names : Shape::Unclear;
}

bool BlockReader::isTableWithDatesAcross(const PastedCells &cells) const
{
    return cells.size() > 1 && allFit(cells.first(), 1, looksLikeDate) &&
           !allFit(columnOf(cells, 0), 1, looksLikeDate);
}

void BlockReader::gatherColumn(const QStringList &texts, qsizetype current)
{
    const bool hasHeading = texts.size() > 1 && !isBlank(texts.first()) && !looksLikeNumber(texts.first());
    qsizetype row = current;
    for (qsizetype i = hasHeading ? 1 : 0; i < texts.size(); ++i, ++row) {
        while (row < m_rows.size() && !m_rows[row].takesValues)
            ++row;
        if (row < m_rows.size())
            m_cells.append({row, {}, texts[i]});
        else if (!isBlank(texts[i]))
            leaveOut(texts[i], Why::BeyondTheLastRow);
    }
}

void BlockReader::gatherHistory(const PastedCells &cells, qsizetype current)
{
    for (const QStringList &row : cells)
        if (looksLikeDate(row[0]) || looksLikeNumber(row[1]))
            m_cells.append({current, row[0].trimmed(), row[1]});
}

void BlockReader::gatherNames(const PastedCells &cells)
{
    const bool hasHeading = cells.size() > 1 && !looksLikeNumber(cells.first().at(1));
    for (qsizetype i = hasHeading ? 1 : 0; i < cells.size(); ++i)
        if (!isBlank(cells[i][0]) && !isBlank(cells[i][1]))
            if (const std::optional<qsizetype> row = rowNamed(cells[i][0]))
                m_cells.append({*row, {}, cells[i][1]});
}

void BlockReader::gatherTable(const PastedCells &cells)
{
    for (qsizetype i = 1; i < cells.size(); ++i) {
        if (isBlank(cells[i][0]))
            continue;
        const std::optional<qsizetype> row = rowNamed(cells[i][0]);
        for (qsizetype column = 1; row && column < cells[i].size(); ++column)
            if (!isBlank(cells.first()[column]))
                m_cells.append({*row, cells.first()[column].trimmed(), cells[i][column]});
    }
}

std::optional<qsizetype> BlockReader::rowNamed(const QString &text)
{
    const QList<qsizetype> found = m_names.find(text);
    if (found.size() == 1)
        return found.first();
    leaveOut(text, found.isEmpty() ? Why::NoSuchRow : Why::SeveralSuchRows);
    return std::nullopt;
}

// One convention for all numbers and one for all dates, since "1,234" and 03/04/2026 mean nothing alone.
void BlockReader::finish()
{
    NumberEvidence numbers;
    DateEvidence dates;
    for (const Cell &cell : std::as_const(m_cells)) {
        const bool isPercent = m_rows[cell.row].isPercent && !m_rows[cell.row].isRatio;
        for (const QString &part : cell.value.split(u'/'))
            numbers.add(part.toStdString(), isPercent);
        dates.add(cell.date.toStdString(), 1);
    }
    NumberConvention convention;
    convention.decimal = numbers.decimal().value_or(m_convention.decimal);
    convention.scale = numbers.scale(convention.decimal);
    DateConvention days;
    days.order = dates.order().value_or(m_convention.dates);
    for (const Cell &cell : std::as_const(m_cells))
        if (!isBlank(cell.value))
            add(cell, convention, days);
    QSet<qint64> used;
    for (const GivenValue &given : std::as_const(m_block.values))
        used.insert(given.kpi.value() + given.keyResult.value() + given.part.value()); // one of them is set
    m_block.rows = used.size();
}

void BlockReader::add(const Cell &cell, const NumberConvention &numbers, const DateConvention &dates)
{
    const PasteRow &row = m_rows[cell.row];
    GivenValue given = row.place;
    given.date = m_today;
    if (!cell.date.isEmpty()) {
        const std::optional<qint64> day = dates.read(cell.date.toStdString());
        if (!day)
            return leaveOut(cell.date, Why::NotADate);
        given.date = QDate::fromJulianDay(*day);
    }
    if (!row.takesValues)
        return leaveOut(row.name, Why::TakesNoValues);
    if (given.date > m_today)
        return leaveOut(cell.date, Why::InFuture);
    if (const std::optional<Why> why = setValue(given, cell, numbers))
        return leaveOut(cell.value, *why);
    m_block.values.append(given);
}

std::optional<double> BlockReader::number(const QString &text, const NumberConvention &numbers,
                                          bool isPercent) const
{
    const QByteArray bytes = text.toUtf8();
    return numbers.read(trimmed({bytes.constData(), size_t(bytes.size())}), isPercent);
}

std::optional<Why> BlockReader::setValue(GivenValue &given, const Cell &cell,
                                         const NumberConvention &numbers) const
{
    const PasteRow &row = m_rows[cell.row];
    if (row.isRatio) {
        if (cell.value.count(u'/') != 1)
            return Why::NeedsBothParts;
        given.numerator = number(cell.value.section(u'/', 0, 0), numbers, false);
        given.denominator = number(cell.value.section(u'/', 1, 1), numbers, false);
        const bool isWhole = given.numerator && given.denominator && *given.denominator != 0;
        return isWhole ? std::nullopt : std::optional(Why::NeedsBothParts);
    }
    given.value = number(cell.value, numbers, row.isPercent);
    if (!given.value)
        return Why::NotANumber;
    if (row.isMilestone && (*given.value < 0 || *given.value > 1))
        return Why::OutOfRange;
    return std::nullopt;
}

} // namespace

PastedBlock readPastedBlock(const PastedCells &cells, const QList<PasteRow> &rows, qsizetype current,
                            QDate today, const PasteConvention &convention)
{
    return BlockReader(rows, today, convention).read(cells, current);
}

} // namespace milepost
