// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/logentry.h"

#include "app/milepostctl/jsonvalues.h"
#include "ui/words/actwords.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {

QString personName(const WorkingSet &state, PersonId id)
{
    const Person *person = state.find(id);
    return person ? person->name : QString();
}

QString textOf(const LogEntry &entry)
{
    return sentence(entry.act, entry.values, [&entry](qint64) { return entry.about; });
}

QJsonObject jsonEntry(const WorkingSet &state, const LogEntry &entry)
{
    return {{u"seq"_s, entry.seq},
            {u"at"_s, jsonInstant(entry.at)},
            {u"author"_s, jsonText(personName(state, entry.author))},
            {u"what"_s, wordOf(entry.act)},
            {u"text"_s, textOf(entry)},
            {u"hash"_s, QString::fromLatin1(entry.hash.toHex())}};
}

} // namespace milepost::ctl
