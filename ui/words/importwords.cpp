// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/importwords.h"

#include "ui/words/errors.h"
#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QLocale>

namespace milepost {
namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(milepost::ImportWords)
};

} // namespace

QString inWords(const ImportSummary &summary)
{
    const QLocale locale;
    const QString words = fill(
        ImportWords::tr("%1 new, %2 changed, %3 same"),
        {locale.toString(summary.added), locale.toString(summary.changed), locale.toString(summary.same)});
    if (summary.refused.isEmpty())
        return words;
    const ImportBatch::Refused &first = summary.refused.first();
    return fill(ImportWords::tr("%1, %2 refused (line %3: %4)"),
                {words, locale.toString(summary.refused.size()), locale.toString(first.line),
                 withoutStop(sentence(first.reason))});
}

QString forecast(const ImportSummary &summary, const QString &board)
{
    const auto kpis = static_cast<int>(summary.newKpis);
    const QString words = inWords(summary);
    if (summary.isNewBoard)
        return fill(
            ImportWords::tr("%1. The public board “%2” will be made, with %Ln KPI(s).", nullptr, kpis),
            {words, inLine(board)});
    return kpis > 0 ? fill(ImportWords::tr("%1. %Ln KPI(s) will be made.", nullptr, kpis), {words}) : words;
}

} // namespace milepost
