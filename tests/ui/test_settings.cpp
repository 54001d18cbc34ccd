// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/delegates/fonts.h"
#include "ui/models/actionsmodel.h"
#include "ui/models/roles.h"
#include "ui/pages/boardview.h"
#include "ui/pages/recentdelegate.h"
#include "ui/pages/rowsview.h"
#include "ui/pages/settings.h"
#include "ui/pages/settingspanel.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// Chooses an entry as someone at the keyboard does.
void choose(QComboBox &box, const QString &text)
{
    const int row = box.findText(text);
    REQUIRE(row >= 0);
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Home);
    for (int step = 0; step < row; ++step)
        QTest::keyClick(&box, Qt::Key_Down);
    CHECK(box.currentText() == text);
}

} // namespace

TEST_CASE("settings hold at once, and are kept", "[settings]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    Profile &profile = office.session().profile();
    const QSignalSpy themes(&opened.window(), &MainWindow::themeChosen);
    const QSignalSpy sizes(&opened.window(), &MainWindow::textSizeChosen);

    opened.action(u"Settings"_s)->trigger();

    const auto *const panel = opened.child<SettingsPanel>("settingsPanel");
    REQUIRE(panel != nullptr);
    CHECK(panel->isVisible());
    choose(*opened.child<QComboBox>("themeChoice"), u"Dark"_s);
    REQUIRE_FALSE(themes.isEmpty());
    CHECK(themes.last().first().value<ThemeChoice>() == ThemeChoice::Dark);
    CHECK(opened.action(u"Dark"_s)->isChecked());
    choose(*opened.child<QComboBox>("textChoice"), u"125 %"_s);
    REQUIRE_FALSE(sizes.isEmpty());
    CHECK(sizes.last().first().toInt() == 125);
    choose(*opened.child<QComboBox>("startChoice"), u"The choice of a workspace"_s);
    CHECK(Settings(profile).start() == StartWith::Welcome);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(panel->isVisible());
}

TEST_CASE("a setting that makes no sense is the usual one", "[settings]")
{
    Office office(Office::Door::Closed);
    Profile &profile = office.session().profile();
    Settings settings(profile);
    CHECK(settings.theme() == ThemeChoice::Desktop);
    CHECK(settings.textPercent() == 100);
    CHECK(settings.start() == StartWith::LastPlace);

    profile.setValue(u"window/theme"_s, 77);
    profile.setValue(u"window/text"_s, 5000);
    profile.setValue(u"start/with"_s, u"nonsense"_s);
    CHECK(settings.theme() == ThemeChoice::Desktop);
    CHECK(settings.textPercent() == 200);
    CHECK(settings.start() == StartWith::LastPlace);
}

TEST_CASE("all text grows in proportion, and back", "[settings]")
{
    const double before = QApplication::font().pointSizeF();
    QWidget window;
    QLabel plain(u"plain"_s, &window);
    QLabel title(u"title"_s, &window);
    QFont large = title.font();
    large.setPointSizeF(before * 1.5);
    title.setFont(large);

    window.show();

    resizeText(before * 1.25);
    CHECK(QTest::qWaitFor([&] { return plain.font().pointSizeF() == Approx(before * 1.25); }));
    CHECK(title.font().pointSizeF() == Approx(before * 1.25 * 1.5));

    resizeText(before);
    CHECK(QTest::qWaitFor([&] { return plain.font().pointSizeF() == Approx(before); }));
    CHECK(title.font().pointSizeF() == Approx(before * 1.5));
}

TEST_CASE("rows and columns grow with the text", "[settings]")
{
    Office office;
    Opened opened(office, u"Support"_s);
    const auto *const months = opened.child<QTableView>("monthGrid");
    const int height = months->verticalHeader()->defaultSectionSize();
    const int titles = months->verticalHeader()->width();
    const QHeaderView &actions = *opened.child<RowsView>("actionsPageView")->header();
    const int width = actions.sectionSize(ActionsModel::OwnerColumn);
    const double before = QApplication::font().pointSizeF();

    resizeText(before * 1.5);
    CHECK(QTest::qWaitFor([&] { return actions.sectionSize(ActionsModel::OwnerColumn) > width; }));
    CHECK(months->verticalHeader()->defaultSectionSize() > height);
    CHECK(months->verticalHeader()->width() > titles);

    resizeText(before);
    CHECK(months->verticalHeader()->defaultSectionSize() == height);
    CHECK(QTest::qWaitFor([&] { return actions.sectionSize(ActionsModel::OwnerColumn) == width; }));
}

TEST_CASE("after a restart one is where one was", "[settings]")
{
    Office office(Office::Door::Closed);
    {
        Opened opened(office.session());
        REQUIRE(opened.open(office.path()));
        REQUIRE(opened.goTo(office.board(u"Support"_s)));
        opened.table().setCurrentIndex(opened.cell(u"First reply time"_s));
        opened.window().close();
    }
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));

    CHECK(opened.page().board() == office.board(u"Support"_s));
    CHECK(opened.table().currentIndex().siblingAtColumn(0).data().toString() == u"First reply time"_s);
}

TEST_CASE("a place that another version kept in its own way is forgotten", "[settings]")
{
    Office office(Office::Door::Closed);
    QString place;
    {
        Opened opened(office.session());
        REQUIRE(opened.open(office.path()));
        place = u"place/"_s + office.state().workspace().id.toString();
        opened.window().close();
    }
    REQUIRE(office.session().profile().value(place).toList().size() == 3);
    office.session().profile().setValue(place, QVariantList{4, 0, u"0"_s});
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    CHECK(opened.window().place().kind == Place::Kind::Board);
}

TEST_CASE("where one is, is kept as one goes: also who is cut off comes back there", "[settings]")
{
    Office office(Office::Door::Closed);
    Opened cut(office.session()); // this window is never closed
    REQUIRE(cut.open(office.path()));
    REQUIRE(cut.goTo(office.board(u"Support"_s)));
    cut.table().setCurrentIndex(cut.cell(u"First reply time"_s));
    cut.window().resize(1111, 777);
    const QString place = u"place/"_s + office.state().workspace().id.toString();
    const auto kept = [&] { return office.session().profile().value(place).toList().value(2).toLongLong(); };
    REQUIRE(QTest::qWaitFor([&] { return kept() == office.kpi(u"First reply time"_s).value(); }, 20'000));

    Session next({office.file(u"profile"_s), kToday});
    Opened opened(next);
    REQUIRE(opened.open(office.path()));

    CHECK(opened.page().board() == office.board(u"Support"_s));
    CHECK(opened.table().currentIndex().siblingAtColumn(0).data().toString() == u"First reply time"_s);
    const QByteArray geometry = next.profile().value(u"window/geometry"_s).toByteArray();
    QWidget other;
    REQUIRE(other.restoreGeometry(geometry));
    CHECK(other.size() == QSize(1111, 777));
}

TEST_CASE("the welcome page lists what was opened last by name, folder and day", "[settings]")
{
    Office office(Office::Door::Closed);
    {
        Opened opened(office.session());
        REQUIRE(opened.open(office.path()));
        office.session().close();
    }
    Opened opened(office.session());
    const auto *const list = opened.child<QListWidget>("recentList");
    REQUIRE(list->count() == 1);
    CHECK(list->isVisible());
    const QListWidgetItem &item = *list->item(0);
    CHECK(item.text() == opened.window().files().recentWorkspaces().first().name);
    CHECK(item.text() != u"demo"_s);
    CHECK(item.data(SecondaryTextRole).toString() == QFileInfo(office.path()).absolutePath());
    CHECK(item.data(RecentDelegate::DayRole).toString() == QLocale().toString(kToday, QLocale::ShortFormat));

    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(&item).center());
    CHECK(QTest::qWaitFor([&office] { return office.session().isOpen(); }, 20'000));
}

TEST_CASE("numbers and dates follow the desktop, or what was chosen", "[settings]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    const Settings settings(office.session().profile());
    CHECK(settings.localeName().isEmpty());
    CHECK(settings.locale() == QLocale::system());

    opened.action(u"Settings"_s)->trigger();
    auto *const box = opened.child<QComboBox>("localeChoice");
    CHECK(box->currentData().toString().isEmpty());
    const int german = box->findData(u"de_DE"_s);
    REQUIRE(german > 0);
    CHECK(box->itemText(german) == u"German (Germany): 1.234,5, 31.12.26"_s);
    choose(*box, box->itemText(german));

    CHECK(settings.localeName() == u"de_DE"_s);
    CHECK(settings.locale().toString(1234.5, 'f', 1) == u"1.234,5"_s);
    CHECK(opened.child<QLabel>("settingsHint")->text().contains(u"next start"_s));
    office.session().profile().setValue(u"window/locale"_s, u"tlh_XX"_s);
    CHECK(settings.locale() == QLocale::system());
}
