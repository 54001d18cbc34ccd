// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/people.h"
#include "core/services/backupcare.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/models/backupsmodel.h"
#include "ui/models/lossmodel.h"
#include "ui/words/backupwords.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

/// The page of backups, gone to from the File menu.
class Visit : public Opened
{
public:
    explicit Visit(Office &office) : Opened(office.session())
    {
        REQUIRE(open(office.path()));
        action(u"Restore backup"_s)->trigger();
        REQUIRE(window().place().kind == Place::Kind::Backups);
    }
    QTreeView &list() { return *child<QTreeView>("backupsView"); }
    QTreeView &losses() { return *child<QTreeView>("lossView"); }
    QPushButton &restore() { return *child<QPushButton>("backupRestore"); }
    QString summary() { return child<QLabel>("backupsSummary")->text(); }
    bool waitForBackups(int count)
    {
        return QTest::qWaitFor([&] { return list().model()->rowCount() == count; }, kPatienceMs);
    }
};

void addTeamTo(Office &office, const QString &name)
{
    REQUIRE(office.submit([name](Situation &in) { return addTeam(in, {name, {}}); }));
}

bool hasTeam(const Office &office, const QString &name)
{
    const auto teams = office.state().of<Team>().all();
    return std::any_of(teams.begin(), teams.end(), [&name](const Team *team) { return team->name == name; });
}

} // namespace

TEST_CASE("where there is no backup yet the page says so and makes one", "[backups]")
{
    Office office;
    Visit visit(office);
    auto *button = visit.child<QWidget>("backupsPage")->focusProxy();
    REQUIRE(QTest::qWaitFor([&] { return button->isVisible(); }, kPatienceMs));
    CHECK_FALSE(visit.list().isVisible());
    QTest::keyClick(button, Qt::Key_Space);

    REQUIRE(visit.waitForBackups(1));
    CHECK(visit.list().isVisible());
    CHECK(visit.list().model()->index(0, BackupsModel::ReasonColumn).data().toString() == u"By hand"_s);
    CHECK(visit.list().model()->index(0, BackupsModel::PlaceColumn).data().toString() == u"Both places"_s);
    CHECK(visit.child<QLabel>("backupsChecked")->text().contains(u"everything fits"_s));
}

TEST_CASE("what restoring would lose is shown, asked about, and lost", "[backups]")
{
    Office office;
    REQUIRE(office.session().wait(office.session().backups().make()).isComplete());
    addTeamTo(office, u"Night shift"_s);
    Visit visit(office);
    REQUIRE(visit.waitForBackups(1));
    REQUIRE(QTest::qWaitFor([&] { return visit.losses().model()->rowCount() == 1; }, kPatienceMs));
    CHECK(visit.losses().model()->index(0, LossModel::SentenceColumn).data().toString() ==
          u"Add team Night shift"_s);
    CHECK(visit.summary() == u"Restoring this backup loses 1 change."_s);
    REQUIRE(visit.restore().isEnabled());

    QTest::keyClick(&visit.restore(), Qt::Key_Space);
    CHECK(visit.message().contains(u"loses 1 change"_s));
    CHECK(hasTeam(office, u"Night shift"_s)); // nothing is done before the answer
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([&] { return !hasTeam(office, u"Night shift"_s); }, kPatienceMs));
    REQUIRE(visit.waitForBackups(2));
    CHECK(visit.list().model()->index(0, BackupsModel::ReasonColumn).data().toString() ==
          u"Before a restore"_s);
}

TEST_CASE("what restoring would lose follows what others write meanwhile", "[backups]")
{
    Office office;
    REQUIRE(office.session().wait(office.session().backups().make()).isComplete());
    Visit visit(office);
    REQUIRE(visit.waitForBackups(1));
    REQUIRE(QTest::qWaitFor([&] { return visit.summary().contains(u"loses nothing"_s); }, kPatienceMs));
    addTeamTo(office, u"Night shift"_s);
    CHECK(QTest::qWaitFor([&] { return visit.losses().model()->rowCount() == 1; }, kPatienceMs));
}

TEST_CASE("every reason for a backup has its own words", "[words]")
{
    QStringList seen;
    for (const QString &word : allWords<BackupReason>())
        seen.append(label(fromWord<BackupReason>(word).value()));
    CHECK(seen.removeDuplicates() == 0);
    CHECK_FALSE(seen.contains(QString()));
    CHECK(placesOf({0, 0, BackupReason::Daily, 0, u"a"_s, {}}) == u"This machine"_s);
    CHECK(placesOf({0, 0, BackupReason::Daily, 0, {}, u"b"_s}) == u"Beside the file"_s);
}
