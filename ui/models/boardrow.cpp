// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardrow.h"

#include "core/domain/rights.h"
#include "ui/models/boardrows.h"

namespace milepost {
namespace {

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts))
        if (initials.size() < 2 && word.at(0).isLetterOrNumber())
            initials += word.at(0).toUpper();
    return initials.isEmpty() ? name.left(1) : initials;
}

/// Letters that no decomposition brings back to the one that people type instead.
QChar plainLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'ø':
        return u'o';
    case u'ł':
        return u'l';
    case u'đ':
        return u'd';
    case u'ı':
        return u'i';
    default:
        return letter;
    }
}

} // namespace

QList<OwnerFact> ownerFacts(const WorkingSet &state, const QList<Owner> &owners)
{
    QList<OwnerFact> facts;
    for (const Owner &owner : owners) {
        if (const Person *person = state.find(owner.person))
            facts.append({person->name, initialsOf(person->name), static_cast<quint64>(person->id.value())});
        else if (const Team *team = state.find(owner.team))
            facts.append({team->name, initialsOf(team->name), static_cast<quint64>(team->id.value())});
    }
    return facts;
}

QString namesOf(const QList<OwnerFact> &owners)
{
    QStringList names;
    for (const OwnerFact &owner : owners)
        names << owner.name;
    return names.join(QStringLiteral(", "));
}

QList<RowKey> keysOf(const QList<BoardBranch> &branches)
{
    QList<RowKey> keys;
    keys.reserve(branches.size());
    for (const BoardBranch &branch : branches)
        keys.append(branch.row->key());
    return keys;
}

qsizetype countOf(const QList<BoardBranch> &branches)
{
    qsizetype count = 0;
    for (const BoardBranch &branch : branches)
        count += (branch.row->kind == RowKind::Section ? 0 : 1) + countOf(branch.children);
    return count;
}

QString foldedForFilter(const QString &text)
{
    QString plain;
    for (const QChar letter : text.simplified().toCaseFolded().normalized(QString::NormalizationForm_KD))
        if (!letter.isMark())
            plain.append(plainLetter(letter));
    return plain;
}

QList<BoardBranch> rowsOf(const WorkingSet &state, PersonId reader, BoardId board, QDate day)
{
    if (!canSee(state, reader, board))
        return {};
    return BoardRows().of(state, {reader, board, day, false});
}

} // namespace milepost
