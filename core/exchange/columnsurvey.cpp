// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnsurvey.h"

#include <algorithm>

namespace milepost {
namespace {

using namespace Qt::StringLiterals;

void keepSample(std::string &sample, std::string_view text)
{
    if (sample.empty())
        sample = trimmed(text.substr(0, std::min<std::size_t>(text.size(), 400)));
}

} // namespace

ColumnSurvey::ColumnSurvey(const CsvColumns &columns, const CsvMapping &mapping, char separator)
    : m_columns(columns)
    , m_mapping(mapping)
    , m_separator(separator)
    , m_names(columns, mapping)
    , m_numbers(columns.values.size())
    , m_samples(columns.values.size())
{
}

void ColumnSurvey::addRow(const CsvFields &fields, qint64 line)
{
    ++m_rows;
    m_dates.add(fields[m_columns.date], line);
    keepSample(m_dateSample, fields[m_columns.date]);
    const auto series = m_names.dependsOnName() ? m_names.seriesOf(fields) : Result<std::size_t>(0);
    for (std::size_t i = 0; i < m_columns.values.size(); ++i) {
        const std::string_view text = fields[m_columns.values[i]];
        m_numbers[i].add(text, series && m_names.isPercent(*series, i));
        keepSample(m_samples[i], text);
    }
}

std::size_t ColumnSurvey::points() const
{
    qint64 count = 0;
    for (const NumberEvidence &column : m_numbers)
        count = m_columns.isRatio ? std::max(count, column.numbers()) : count + column.numbers();
    return static_cast<std::size_t>(count);
}

Result<DateConvention> ColumnSurvey::dates() const
{
    if (!m_mapping.dateFormat.isEmpty()) {
        const auto format = DateFormat::compile(m_mapping.dateFormat);
        if (!format)
            return Error{Error::Code::ImportMapping, {u"date-format"_s}};
        return DateConvention{DateOrder::Given, format};
    }
    if (const auto order = m_mapping.dateOrder ? m_mapping.dateOrder : m_dates.order())
        return DateConvention{*order, {}};
    return orderUnknown();
}

/// Neither order: no date tells, or they tell different things.
Error ColumnSurvey::orderUnknown() const
{
    const QString &column = m_columns.headings[static_cast<qsizetype>(m_columns.date)];
    const auto &first = m_dates.isMixed() ? m_dates.firstDayFirst() : m_dates.dependent();
    const auto &other = m_dates.firstMonthFirst();
    if (!m_dates.isMixed())
        return {Error::Code::ImportDateOrder, {shortened(first.text), column, QString::number(first.line)}};
    return {Error::Code::ImportDatesMixed,
            {shortened(first.text), column, QString::number(first.line), shortened(other.text),
             QString::number(other.line)}};
}

/// The rule for columns in which every number could be read both ways, as one of only "1,234": as in the
/// other columns of the file if they tell; else the comma is decimal where semicolons part the fields,
/// because that is why spreadsheets write semicolons; else the point is.
DecimalMark ColumnSurvey::fallback() const
{
    const auto count = [this](DecimalMark mark) {
        return std::count_if(m_numbers.begin(), m_numbers.end(),
                             [mark](const NumberEvidence &column) { return column.decimal() == mark; });
    };
    const auto points = count(DecimalMark::Point);
    const auto commas = count(DecimalMark::Comma);
    if ((points > 0) != (commas > 0))
        return commas > 0 ? DecimalMark::Comma : DecimalMark::Point;
    return m_separator == ';' ? DecimalMark::Comma : DecimalMark::Point;
}

/// What was said of the column, else of the file.
std::optional<DecimalMark> ColumnSurvey::chosenMark(std::size_t value) const
{
    const QString &heading = m_columns.headings[static_cast<qsizetype>(m_columns.values[value])];
    const auto chosen = m_mapping.decimals.constFind(heading);
    return chosen == m_mapping.decimals.constEnd() ? m_mapping.decimal : *chosen;
}

NumberConvention ColumnSurvey::numbers(std::size_t value, DecimalMark fallback) const
{
    const NumberEvidence &evidence = m_numbers[value];
    const std::optional<DecimalMark> chosen = chosenMark(value);
    NumberConvention convention;
    convention.decimal = chosen.value_or(evidence.decimal().value_or(fallback));
    convention.isAmbiguous = !chosen && evidence.isAmbiguous();
    convention.scale = evidence.scale(convention.decimal);
    return convention;
}

Result<Conventions> ColumnSurvey::conventions() const
{
    const auto order = dates();
    if (!order)
        return order.error();
    Conventions found{*order, {}};
    const DecimalMark mark = fallback();
    for (std::size_t value = 0; value < m_numbers.size(); ++value)
        found.numbers.push_back(numbers(value, mark));
    return found;
}

QList<ImportConvention> ColumnSurvey::described(const Conventions &conventions) const
{
    const auto heading = [this](std::size_t column) {
        return m_columns.headings[static_cast<qsizetype>(column)];
    };
    QList<ImportConvention> list = {describeDates(heading(m_columns.date), m_dateSample, conventions.dates)};
    for (std::size_t i = 0; i < m_numbers.size(); ++i)
        list.append(describeNumbers(heading(m_columns.values[i]), m_samples[i], conventions.numbers[i]));
    return list;
}

ImportConvention describeDates(const QString &column, const std::string &sample,
                               const DateConvention &convention)
{
    ImportConvention described;
    described.column = column;
    described.sample = shortened(sample);
    described.dates = convention.order;
    if (const auto day = convention.read(sample))
        described.sampleDate = QDate::fromJulianDay(*day);
    return described;
}

ImportConvention describeNumbers(const QString &column, const std::string &sample,
                                 const NumberConvention &convention)
{
    ImportConvention described;
    described.column = column;
    described.sample = shortened(sample);
    described.decimal = convention.decimal;
    described.sampleNumber = convention.read(sample, convention.scale != PercentScale::None);
    described.scale = convention.scale;
    described.isAmbiguous = convention.isAmbiguous;
    return described;
}

QString shortened(std::string_view text)
{
    constexpr std::size_t kMostBytes = 400;
    constexpr qsizetype kMostCharacters = 80;
    const std::string_view start = trimmed(text).substr(0, kMostBytes);
    QString whole = QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size())).simplified();
    std::replace_if(
        whole.begin(), whole.end(), [](QChar c) { return c.category() == QChar::Other_Control; },
        QChar(QChar::ReplacementCharacter));
    return whole.size() <= kMostCharacters ? whole : QString(whole.left(kMostCharacters) + u'…');
}

} // namespace milepost
