// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/conventions.h"

#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QLocale>

namespace milepost {
namespace {

/// Dates and numbers are said in the one way that cannot be mistaken.
class Conventions
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Conventions)

public:
    static QString ofDates(const ImportConvention &convention);
    static QString ofNumbers(const ImportConvention &convention);
    static QString readingOfDates(const ImportConvention &convention);
    static QString readingOfNumbers(const ImportConvention &convention);
    static QString readAs(const ImportConvention &convention, const QString &value)
    {
        return fill(tr("“%1” in column “%2” is read as %3"),
                    {inLine(convention.sample), inLine(convention.column), value});
    }
};

QString Conventions::ofDates(const ImportConvention &convention)
{
    const QString text = readAs(convention, convention.sampleDate.toString(Qt::ISODate));
    switch (*convention.dates) {
    case DateOrder::DayFirst:
        return fill(tr("%1 (the day first)"), {text});
    case DateOrder::MonthFirst:
        return fill(tr("%1 (the month first)"), {text});
    case DateOrder::Serial:
        return fill(tr("%1 (days as spreadsheets count them)"), {text});
    case DateOrder::Plain:
    case DateOrder::Given:
        break;
    }
    return text;
}

QString Conventions::ofNumbers(const ImportConvention &convention)
{
    QString text = readAs(convention, QString::number(*convention.sampleNumber, 'g', 15));
    if (convention.scale != PercentScale::None)
        text = fill(tr("%1 (the column runs from %2)"), {text, wordOf(convention.scale)});
    return convention.isAmbiguous ? fill(tr("%1; say what the decimal sign is if that is wrong"), {text})
                                  : text;
}

QString Conventions::readingOfDates(const ImportConvention &convention)
{
    const QString day = QLocale().toString(convention.sampleDate, QLocale::LongFormat);
    if (convention.dates == DateOrder::DayFirst)
        return fill(tr("%1, the day first"), {day});
    return convention.dates == DateOrder::MonthFirst ? fill(tr("%1, the month first"), {day}) : day;
}

QString Conventions::readingOfNumbers(const ImportConvention &convention)
{
    const QString number = QString::number(*convention.sampleNumber, 'g', 15);
    return convention.isAmbiguous ? fill(tr("%1, a guess"), {number}) : number;
}

} // namespace

QString reading(const ImportConvention &convention)
{
    if (convention.dates && convention.sampleDate.isValid())
        return Conventions::readingOfDates(convention);
    return convention.sampleNumber ? Conventions::readingOfNumbers(convention) : QString();
}

QString sentence(const ImportConvention &convention)
{
    if (convention.dates && convention.sampleDate.isValid())
        return Conventions::ofDates(convention);
    return convention.sampleNumber ? Conventions::ofNumbers(convention) : QString();
}

} // namespace milepost
