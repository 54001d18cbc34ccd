// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/draft.h"
#include "core/domain/result.h"
#include "core/domain/texts.h"

namespace milepost {

/// What an entry's sentence is about.
template<class Record>
QVariantMap subjectValues(Id<Record> id)
{
    return {{QStringLiteral("subject"), id.toString()}};
}

template<class Record>
Draft added(Act act, const Record &record)
{
    Draft draft;
    draft.act = act;
    draft.values = subjectValues(record.id);
    draft.edits.add(record);
    return draft;
}

template<class Record>
Draft changed(Act act, const Record &record)
{
    Draft draft;
    draft.act = act;
    draft.values = subjectValues(record.id);
    draft.edits.change(record);
    return draft;
}

inline Draft nothingToDo(Act act)
{
    Draft draft;
    draft.act = act;
    draft.nothingToDo = true;
    return draft;
}

template<class Record>
const QString &nameIn(const Record &record)
{
    if constexpr (requires { record.title; })
        return record.title;
    else
        return record.name;
}

/// The name as it is kept, if none of the \p siblings has it already. NameTaken, and what cleanName answers.
template<class Record>
Result<QString> newName(const QString &text, const QList<const Record *> &siblings,
                        decltype(Record::id) self = {})
{
    Result<QString> name = cleanName(text);
    if (!name)
        return name;
    for (const Record *sibling : siblings)
        if (nameIn(*sibling) == *name && sibling->id != self)
            return Error{Error::Code::NameTaken, {*name}};
    return name;
}

/// The position after the last of \p siblings.
template<class Record>
double nextPosition(const QList<const Record *> &siblings)
{
    return siblings.isEmpty() ? 1 : siblings.last()->position + 1;
}

/// Weights are 0 or more. WeightInvalid.
inline Done checkWeight(std::optional<double> weight)
{
    if (weight && *weight < 0)
        return Error{Error::Code::WeightInvalid, {QString::number(*weight)}};
    return {};
}

} // namespace milepost
