// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/clockbar.h"
#include "ui/words/clockwords.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Kind = ClockFault::Kind;

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr int kPatienceMs = 20'000;

} // namespace

TEST_CASE("whatever is wrong with a clock has its words, and says by how much", "[clocks]")
{
    CHECK(sentence(ClockFault()).isEmpty());
    for (const Kind kind : {Kind::Behind, Kind::Ahead, Kind::Outlived}) {
        CHECK(sentence({kind, 5 * kMinute}).contains(u"5 minutes"_s));
        CHECK(sentence({kind, 3 * kHour}).contains(u"3 hours"_s));
        CHECK(sentence({kind, 48 * kHour}).contains(u"2 days"_s));
        CHECK(sentence({kind, kHour * 24 * 3653}).contains(u"10 years"_s));
        CHECK_FALSE(sentence({kind, kHour}).contains(u'%'));
    }
    CHECK(sentence({Kind::Behind, kHour}) != sentence({Kind::Ahead, kHour}));
}

TEST_CASE("a wrong clock is told above the page until whoever reads it knows", "[clocks]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"team.milepost"_s);
    const QString profile = folder.filePath(u"me"_s);
    {
        Session ahead({profile, QDate::currentDate().addDays(4000)});
        REQUIRE(ahead.wait(ahead.create(path, u"Org"_s, u"Ann"_s)));
    }
    Session session({profile, {}});
    Opened opened(session);
    opened.window().files().openPath(path);
    auto *const bar = opened.child<ClockBar>("clockBar");
    REQUIRE(QTest::qWaitFor([&] { return bar->isVisible(); }, kPatienceMs));
    CHECK(opened.child<QLabel>("clockText")->text().contains(u"10 years"_s));

    QTest::mouseClick(opened.child<QPushButton>("clockDismiss"), Qt::LeftButton);

    CHECK_FALSE(bar->isVisible());
    REQUIRE(session.wait(session.lookNow()));
    CHECK(session.clockFault().isThere());
    CHECK_FALSE(bar->isVisible());
}
