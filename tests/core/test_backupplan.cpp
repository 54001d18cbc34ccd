// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/backupplan.h"
#include "tests/support/printing.h"

#include <QDateTime>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

qint64 at(const QString &instant)
{
    return QDateTime::fromString(instant + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

/// "2026-11-23T09:30:00 daily"
Backup backup(const QString &text)
{
    const QStringList words = text.split(u' ');
    Backup backup;
    backup.at = at(words[0]);
    backup.reason = fromWord<BackupReason>(words.value(1, u"daily"_s)).value();
    return backup;
}

QList<Backup> backups(const QStringList &texts)
{
    QList<Backup> list;
    for (const QString &text : texts)
        list.append(backup(text));
    return list;
}

const QString kNow = u"2026-11-23T12:30:00"_s;

struct Plan
{
    const char *why;
    QStringList there;
    QStringList gone;
    QString now = kNow;
};

} // namespace

TEST_CASE("backups that are kept and that go", "[backups]")
{
    const auto plan = GENERATE(values<Plan>({
        {"none", {}, {}},
        {"the only one is kept, however old", {u"2019-01-01T00:00:00"_s}, {}},
        {"the last of an hour",
         {u"2026-11-23T09:05:00"_s, u"2026-11-23T09:50:00 bulk"_s, u"2026-11-23T09:20:00"_s},
         {u"2026-11-23T09:20:00"_s, u"2026-11-23T09:05:00"_s}},
        {"one of each hour",
         {u"2026-11-23T09:59:59"_s, u"2026-11-23T10:00:00 manual"_s, u"2026-11-23T11:00:00"_s},
         {}},
        {"before a migration and a restore, also within an hour",
         {u"2026-11-23T09:05:00 migration"_s, u"2026-11-23T09:06:00 restore"_s, u"2026-11-23T09:50:00"_s},
         {}},
        {"these also for long, while few come after them",
         {u"2026-05-24T12:31:00 migration"_s, u"2026-09-23T09:50:00 damaged"_s, u"2026-11-23T09:00:00"_s},
         {}},
        {"a damaged state is not what is left of an hour",
         {u"2026-11-23T09:05:00"_s, u"2026-11-23T09:50:00 damaged"_s},
         {}},
        {"a state that was given up is not what is left of an hour either",
         {u"2026-11-23T09:05:00"_s, u"2026-11-23T09:50:00 restore"_s},
         {}},
        {"the newest is kept, whatever it is and however old",
         {u"2025-01-23T09:05:00"_s, u"2026-01-23T09:50:00 restore"_s},
         {}},
        {"one made by a clock years ahead makes none old",
         {u"2026-11-22T09:00:00 migration"_s, u"2026-11-22T10:00:00 damaged"_s, u"2026-11-22T11:00:00"_s,
          u"2036-11-23T09:00:00"_s},
         {},
         u"2036-11-23T09:00:00"_s},
        {"one from the future pushes nothing out",
         {u"2036-01-01T00:00:00"_s, u"2026-11-22T09:00:00"_s, u"2026-11-23T09:00:00"_s},
         {}},
        {"after the clock was set back all seem to be from the future",
         {u"2026-11-21T09:00:00"_s, u"2026-11-22T09:00:00"_s, u"2026-11-23T09:00:00"_s},
         {},
         u"2016-11-23T12:30:00"_s},
        {"before 1970, too, an hour is an hour",
         {u"1969-12-31T23:50:00"_s, u"1970-01-01T00:10:00"_s, u"1969-12-31T23:10:00"_s},
         {u"1969-12-31T23:10:00"_s}},
    }));
    INFO(plan.why);
    CHECK(backupsToRemove(backups(plan.there), at(plan.now)) == backups(plan.gone));
}

TEST_CASE("of 24 backups an hour over 60 days there is left an hourly day and a daily month", "[backups]")
{
    const qint64 now = at(kNow);
    constexpr qint64 kMinutes = 60'000;
    QList<Backup> there;
    for (qint64 back = 0; back < qint64{60} * 24 * 24; ++back) {
        Backup backup;
        backup.at = now - back * 5 * kMinutes / 2;
        there.append(backup);
    }
    const QList<Backup> gone = backupsToRemove(there, now);
    there.removeIf([&gone](const Backup &backup) { return gone.contains(backup); });

    // Of the hours 12:00 of today back to 13:00 of yesterday; then of 28 more days the last.
    REQUIRE(there.size() == 24 + 28);
    CHECK(there.first().at == now);
    CHECK(there[1].at == at(u"2026-11-23T11:57:30"_s));
    CHECK(there[23].at == at(u"2026-11-22T13:57:30"_s));
    CHECK(there[24].at == at(u"2026-11-21T23:57:30"_s));
    CHECK(there.last().at == at(u"2026-10-25T23:57:30"_s));
}

TEST_CASE("what cannot be taken back is kept until thirty days with a backup have come after it", "[backups]")
{
    for (const auto &[days, isGone] : {std::pair(29, false), std::pair(30, true)}) {
        const Backup wayBack = backup(u"2026-09-01T09:00:00 migration"_s);
        QList<Backup> there = {wayBack};
        for (int day = 1; day <= days; ++day)
            there.append(backup(QDate(2026, 9, 1).addDays(day).toString(Qt::ISODate) + u"T09:00:00"_s));
        CHECK(backupsToRemove(there, at(kNow)).contains(wayBack) == isGone);
    }
}

TEST_CASE("many from the future are thinned out as well", "[backups]")
{
    QList<Backup> there;
    for (int day = 0; day < 100; ++day)
        there.append(backup(QDate(2036, 1, 1).addDays(day).toString(Qt::ISODate) + u"T09:00:00"_s));
    CHECK(there.size() - backupsToRemove(there, at(kNow)).size() == 30);
}
