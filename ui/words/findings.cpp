// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/findings.h"

#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {

namespace {

/// The sentences: %1 table, %2 row, %3 sequence, %4 what SQLite said.
class Findings
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Findings)

public:
    static QString pattern(Finding::Kind kind);
    static QString damagedSomewhere();
};

QString Findings::pattern(Finding::Kind kind)
{
    using enum Finding::Kind;
    switch (kind) {
    case Schema:
        return tr("“%1” is not as Milepost makes it.");
    case Header:
        return tr("The header of the file was changed.");
    case EntryMissing:
        return tr("Journal entry %3 is missing.");
    case EntryChanged:
        return tr("Journal entry %3 was changed after it was written.");
    case ChainBroken:
        return tr("Journal entry %3 does not continue the entry before it.");
    case AuthorBroken:
        return tr("Journal entry %3 does not continue its author's entries.");
    case DigestWrong:
        return tr("Journal entry %3 does not fit the rows that it changed.");
    case RowChanged:
        return tr("Row %2 of table %1 was changed outside Milepost after entry %3.");
    case RowMissing:
        return tr("Row %2 of table %1 is missing since entry %3.");
    case RowUnknown:
        return tr("Row %2 of table %1 was added outside Milepost.");
    case PastChanged:
        return tr("What the journal keeps of row %2 of table %1 was changed (entry %3).");
    case Unreadable:
        return tr("Row %2 of table %1 cannot be read.");
    case FileDamaged:
        return tr("The file itself is damaged where table %1 is kept: %4.");
    }
    Q_UNREACHABLE();
}

QString Findings::damagedSomewhere()
{
    return tr("The file itself is damaged: %4.");
}

} // namespace

QString sentence(const Finding &finding)
{
    const bool isSomewhere = finding.kind == Finding::Kind::FileDamaged && finding.table.isEmpty();
    return fill(isSomewhere ? Findings::damagedSomewhere() : Findings::pattern(finding.kind),
                {inLine(finding.table), QString::number(finding.id), QString::number(finding.seq),
                 inLine(finding.detail)});
}

} // namespace milepost
