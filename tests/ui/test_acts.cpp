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
        CHECK(sentence(act, about(7), kNames).contains(kNames(7)) ==
              taskName(act, about(7), kNames).contains(kNames(7)));
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

TEST_CASE("aligning, a board's cycle and its way back are called what they are", "[words]")
{
    CHECK(sentence(Act::Align, about(7), kNames) == u"Align First reply within one hour"_s);
    CHECK(sentence(Act::SetCycle, about(7), kNames) == u"Set the cycle of First reply within one hour"_s);
    CHECK(sentence(Act::CarryOver, about(7), kNames) ==
          u"Carry boards over into First reply within one hour"_s);
    CHECK(sentence(Act::CarryOver, about(8), kNames) == u"Carry boards over"_s);
    CHECK(sentence(Act::BringBack, about(7), kNames) == u"Bring First reply within one hour back"_s);
    CHECK(sentence(Act::BringBack, about(8), kNames) == u"Bring something back"_s);
}

TEST_CASE("a restore tells of which backup", "[words]")
{
    const qint64 at = QDateTime(QDate(2026, 11, 22), QTime(12, 0)).toMSecsSinceEpoch();
    const QString text = sentence(Act::Restore, {{u"backupAt"_s, at}}, kNames);
    CHECK(text.startsWith(u"Restore the backup of "_s));
    CHECK(text.contains(u"22"_s));
    CHECK(sentence(Act::Restore, {}, kNames) == u"Restore a backup"_s);
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
    CHECK(sentence(Act::Import, {{u"count"_s, 1}}, kNames) == u"Import of 1 value"_s);
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

TEST_CASE("after Undo, every act that can be undone reads as English", "[words]")
{
    struct Reading
    {
        Act act;
        QString named;
        QString nameless;
    };
    const QList<Reading> readings = {
        {Act::AddTeam, u"adding team Churn"_s, u"adding a team"_s},
        {Act::AddPerson, u"adding Churn"_s, u"adding a person"_s},
        {Act::AddCycle, u"adding cycle Churn"_s, u"adding a cycle"_s},
        {Act::AddBoard, u"adding board Churn"_s, u"adding a board"_s},
        {Act::AddObjective, u"adding objective Churn"_s, u"adding an objective"_s},
        {Act::AddKeyResult, u"adding key result Churn"_s, u"adding a key result"_s},
        {Act::AddKpi, u"adding KPI Churn"_s, u"adding a KPI"_s},
        {Act::SetTarget, u"target for Churn"_s, u"a target"_s},
        {Act::AddAction, u"adding action Churn"_s, u"adding an action"_s},
        {Act::FinishAction, u"finishing action Churn"_s, u"finishing an action"_s},
        {Act::AddComment, u"comment on Churn"_s, u"a comment"_s},
        {Act::Edit, u"edit of Churn"_s, u"an edit"_s},
        {Act::Align, u"aligning Churn"_s, u"aligning an objective"_s},
        {Act::SetCycle, u"setting the cycle of Churn"_s, u"setting the cycle of a board"_s},
        {Act::CarryOver, u"carrying boards over into Churn"_s, u"carrying boards over"_s},
        {Act::BringBack, u"bringing back Churn"_s, u"bringing something back"_s},
        {Act::Move, u"moving Churn"_s, u"a move"_s},
        {Act::Archive, u"archiving Churn"_s, u"archiving something"_s},
        {Act::Delete, u"deleting Churn"_s, u"deleting something"_s},
        {Act::Record, u"check-in of Churn"_s, u"a check-in"_s},
        {Act::Correct, u"correction of Churn"_s, u"a correction"_s},
        {Act::Paste, u"paste into Churn"_s, u"a paste"_s},
        {Act::Import, u"import into Churn"_s, u"an import"_s},
    };
    const NameOf churn = [](qint64 id) { return id == 7 ? u"Churn"_s : QString(); };
    QList<Act> told;
    for (const Reading &reading : readings) {
        CHECK(taskName(reading.act, about(7), churn) == reading.named);
        CHECK(taskName(reading.act, about(8), churn) == reading.nameless);
        told.append(reading.act);
    }
    for (const QString &word : allWords<Act>()) {
        const Act act = *fromWord<Act>(word);
        INFO(word.toStdString());
        CHECK(told.contains(act) == isUndoable(act)); // what is new is judged here, too
        if (isUndoable(act))
            CHECK(taskName(act, about(8), churn).at(0).isLower());
    }
}

TEST_CASE("after Undo, what is counted is counted", "[words]")
{
    CHECK(taskName(Act::Import, {{u"count"_s, 36}}, kNames) == u"import of 36 values"_s);
    CHECK(taskName(Act::Import, {{u"count"_s, 1}}, kNames) == u"import of 1 value"_s);
    CHECK(taskName(Act::Paste, {{u"count"_s, 3}, {u"subject"_s, u"7"_s}}, kNames) ==
          u"paste of 3 values into First reply within one hour"_s);
    CHECK(taskName(Act::Delete, {{u"kind"_s, u"comment"_s}, {u"subject"_s, u"7"_s}}, kNames) ==
          u"deleting a comment on First reply within one hour"_s);
}
