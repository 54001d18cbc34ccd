// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/factcauseaction.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

const QString kFact = u"Fact"_s;
const QString kCause = u"Cause"_s;
const QString kAction = u"Action"_s;

void append(QString &part, const QString &text)
{
    if (!text.isEmpty())
        part += part.isEmpty() ? text : QString(u' ' + text);
}

} // namespace

FactCauseAction FactCauseAction::fromNote(const QString &note)
{
    static const QRegularExpression kWord(u"(?:^|\\s)(Fact|Cause|Action):"_s);
    FactCauseAction parts;
    QString *part = &parts.fact;
    qsizetype from = 0;
    for (auto match = kWord.globalMatch(note); match.hasNext();) {
        const QRegularExpressionMatch word = match.next();
        append(*part, note.mid(from, word.capturedStart() - from).trimmed());
        part = word.captured(1) == kFact    ? &parts.fact
               : word.captured(1) == kCause ? &parts.cause
                                            : &parts.action;
        from = word.capturedEnd();
    }
    append(*part, note.mid(from).trimmed());
    return parts;
}

QString FactCauseAction::toNote() const
{
    QStringList lines;
    const auto add = [&lines](const QString &word, const QString &text) {
        if (!text.trimmed().isEmpty())
            lines.append(word + u": " + text.trimmed());
    };
    add(kFact, fact);
    add(kCause, cause);
    add(kAction, action);
    return lines.join(u'\n');
}

} // namespace milepost
