// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/words/actwords.h"
#include "ui/words/labels.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const NameOf kNames = [](qint64 id) { return id == 7 ? u"First reply within one hour"_s : QString(); };

QVariantMap about(qint64 id)
{
    return {{u"subject"_s, QString::number(id)}};
}

} // namespace

TEST_CASE("every act has words, with a name and without", "[words]")
{
    for (const QString &word : allWords<Act>()) {
        const Act act = *fromWord<Act>(word);
        INFO(word.toStdString());
        CHECK(sentence(act, about(7), kNames).size() >= 4);
        CHECK(sentence(act, about(8), kNames).size() >= 4);
        CHECK_FALSE(sentence(act, about(8), kNames).contains(u'%'));
    }
}

TEST_CASE("a recorded value is told with what it is for", "[words]")
{
    QVariantMap values = about(7);
    values.insert(u"value"_s, 58.0);
    CHECK(sentence(Act::Record, values, kNames) == u"Record 58 for First reply within one hour"_s);

    values.insert(u"value"_s, u"70.4 %"_s);
    CHECK(sentence(Act::Correct, values, kNames) == u"Correct First reply within one hour to 70.4 %"_s);
}

TEST_CASE("what the reader may not see is told neither by name nor by value", "[words]")
{
    QVariantMap values = about(8);
    values.insert(u"value"_s, 58.0);
    CHECK(sentence(Act::Record, values, kNames) == u"Record a value"_s);
    CHECK(sentence(Act::AddBoard, values, kNames) == u"Add a board"_s);
    CHECK(sentence(Act::AddBoard, values, {}) == u"Add a board"_s);
}

TEST_CASE("an import tells how many values", "[words]")
{
    CHECK(sentence(Act::Import, {{u"count"_s, 36}}, kNames) == u"Import of 36 values"_s);
    CHECK(sentence(Act::Paste, {{u"count"_s, 36}}, kNames) == u"Paste of 36 values"_s);
    CHECK(sentence(Act::Import, {{u"count"_s, 1}}, kNames) == u"Import of one value"_s);
}

TEST_CASE("an undo tells what it took back", "[words]")
{
    QVariantMap values = about(7);
    values.insert(u"act"_s, u"add_kpi"_s);
    CHECK(sentence(Act::Undo, values, kNames) == u"Undo: Add KPI First reply within one hour"_s);
    CHECK(sentence(Act::Undo, {}, kNames) == u"Undo"_s);
}

TEST_CASE("labels differ from each other", "[words]")
{
    QStringList seen;
    for (const Health health :
         {Health::NoData, Health::NoTarget, Health::Stale, Health::Good, Health::Amber, Health::Bad})
        seen.append(label(health));
    CHECK(seen.removeDuplicates() == 0);
    CHECK(label(Status::OnTrack) == u"On track"_s);
    CHECK(label(Nature::Unsaid).isEmpty());
}

TEST_CASE("a deleted comment is told with what it was about, which is still there", "[words]")
{
    QVariantMap values = about(7);
    values.insert(u"kind"_s, u"comment"_s);

    CHECK(sentence(Act::Delete, values, kNames) == u"Delete a comment on First reply within one hour"_s);
    CHECK(sentence(Act::Delete, values, {}) == u"Delete a comment"_s);
}
