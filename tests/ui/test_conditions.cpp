// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "core/domain/acts/people.h"
#include "core/storage/workspacefile.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/conditionbar.h"
#include "ui/words/conditions.h"
#include "ui/words/upgrades.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Kind = Condition::Kind;

constexpr int kPatienceMs = 20'000;

/// The window on the demo company, looking at its file as often as it does for users.
class Looking : public Opened
{
public:
    explicit Looking(Office &office) : Opened(office, u"Support"_s), m_path(office.path()) {}

    QWidget &bar() { return *child<ConditionBar>("conditionBar"); }
    bool says(const QString &part)
    {
        return QTest::qWaitFor(
            [&] { return bar().isVisible() && child<QLabel>("conditionText")->text().contains(part); },
            kPatienceMs);
    }
    bool isWell()
    {
        return QTest::qWaitFor([&] { return !bar().isVisible(); }, kPatienceMs);
    }
    QString saved() { return child<QLabel>("savedLabel")->text(); }
    bool moveAway() const { return QFile::rename(m_path, m_path + u".away"_s); }
    bool putBack() const { return QFile::rename(m_path + u".away"_s, m_path); }

private:
    QString m_path;
};

} // namespace

TEST_CASE("whatever keeps the file from being written or read has its words", "[conditions]")
{
    CHECK(sentence(Condition()).isEmpty());
    CHECK(label(Condition()).isEmpty());
    for (const Kind kind :
         {Kind::ReadOnly, Kind::LocksUnseen, Kind::UnfitOption, Kind::UnfitKind, Kind::Synced, Kind::Newer,
          Kind::Missing, Kind::Replaced, Kind::Unreachable, Kind::Silent}) {
        const QString text = sentence({kind, {u"<b>x</b>"_s}});
        CHECK(text.endsWith(u'.'));
        CHECK_FALSE(text.contains(u'%'));
        CHECK_FALSE(label({kind, {}}).isEmpty());
    }
    CHECK(sentence({Kind::LocksUnseen, {u"Anna"_s}}).startsWith(u"Anna"_s));
    CHECK(sentence({Kind::LocksUnseen, {QString()}}) != sentence({Kind::LocksUnseen, {u"Anna"_s}}));
}

TEST_CASE("an upgrade says who could not follow, and what it would mean for them", "[conditions]")
{
    CHECK(sentence(SchemaOffer()).isEmpty());
    SchemaOffer offer{2, false, {}};
    CHECK(sentence(offer).contains(u"version 2"_s));
    offer.leftBehind = {{u"Anna"_s, u"desk"_s, u"0.1"_s},
                        {u"Bob %1"_s, u"pc"_s, {}},
                        {{}, u"kiosk"_s, {}},
                        {u"Cyd"_s, {}, {}}};
    CHECK(sentence(offer).contains(u"not open it any more"_s));
    CHECK(sentence(offer).contains(u"Anna (desk, 0.1), Bob %1 (pc), a visitor (kiosk), Cyd."_s));
    offer.isReadableAfter = true;
    CHECK(sentence(offer).contains(u"only read it"_s));
}

TEST_CASE("an older workspace is brought up to date from the bar, which names who could not follow",
          "[conditions]")
{
    Office office(Office::Door::Closed);
    // As a program of schema 1 has left it, in which Bob has joined.
    const QString path = office.file(u"old.milepost"_s);
    PersonId ann;
    const auto found = [&ann, isDone = false](Draft &draft,
                                              WorkspaceFile::Writer &writer) mutable -> Result<bool> {
        const WorkingSet nothing;
        Situation in{nothing, {}, kToday, 1, IdSource::startingAt(1000)};
        draft = foundWorkspace(in, {u"Org"_s, u"Ann"_s, u"desk"_s, "UTC", 1, u"0.1"_s}).value();
        ann = draft.edits.of<Person>().added.first().id;
        Device pc;
        pc.id = DeviceId(5000);
        pc.person = ann;
        pc.name = u"pc"_s;
        pc.joinedAt = 1;
        draft.edits.add(pc);
        writer = {ann, kToday, 1};
        return !std::exchange(isDone, true);
    };
    REQUIRE(WorkspaceFile::create(path, found, 1));
    REQUIRE(office.session().wait(office.session().open(path, Session::Read::Structure)));
    REQUIRE(office.session().profile().become(office.state().workspace().id, ann));
    Opened opened(office.session());
    opened.window().files().openPath(path);
    auto *const bar = opened.child<ConditionBar>("conditionBar");
    auto *const button = opened.child<QPushButton>("upgradeButton");
    auto *const text = opened.child<QLabel>("conditionText");
    REQUIRE(QTest::qWaitFor([&] { return bar->isVisible(); }, kPatienceMs));
    CHECK(text->text().contains(u"version 2"_s));
    CHECK(text->text().contains(u"Ann (pc)"_s));
    REQUIRE(button->isVisible());

    QTest::mouseClick(button, Qt::LeftButton);

    CHECK(QTest::qWaitFor([&] { return !bar->isVisible(); }, kPatienceMs));
    CHECK(schemaOf(office.state()) == 2);
}

TEST_CASE("a file that is taken away is told above the page until it is back", "[conditions]")
{
    Office office;
    Looking looking(office);
    REQUIRE_FALSE(looking.bar().isVisible());
    const QString before = looking.saved();

    REQUIRE(looking.moveAway());
    CHECK(looking.says(u"not in its place"_s));
    CHECK(looking.saved() != before);
    CHECK(looking.table().isVisible());

    REQUIRE(looking.putBack());
    CHECK(looking.isWell());
    CHECK(QTest::qWaitFor([&] { return looking.saved() == before; }, kPatienceMs));
}

TEST_CASE("an older state in the place of the file is opened when one says so", "[conditions]")
{
    Office office;
    const QString copy = office.file(u"older"_s);
    REQUIRE(QFile::copy(office.path(), copy));
    Looking looking(office);
    REQUIRE(office.submit([board = office.board(u"Support"_s)](Situation &in) {
        return editFields(in, {Named::Kind::Board, board.value(), {}, {}}, {{u"name"_s, u"Help"_s}});
    }));
    REQUIRE(looking.moveAway());
    REQUIRE(QFile::copy(copy, office.path()));
    REQUIRE(looking.says(u"older state"_s));

    auto *const button = looking.bar().findChild<QPushButton *>();
    REQUIRE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);

    CHECK(looking.isWell());
    CHECK(QTest::qWaitFor([&] { return office.session().isOpen(); }, kPatienceMs));
    CHECK(office.state().find(office.board(u"Support"_s)) != nullptr);
}
