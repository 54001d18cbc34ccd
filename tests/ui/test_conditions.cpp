// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/conditionbar.h"
#include "ui/words/conditions.h"

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
