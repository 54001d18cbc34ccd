// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("F6 goes round the parts of the window, and each keeps its place", "[keyboard]")
{
    Office office;
    Opened window(office, u"Support"_s);
    if (!window.page().inspectorAction()->isChecked())
        window.page().inspectorAction()->trigger();
    window.table().setFocus();
    window.table().setCurrentIndex(window.cell(u"First reply time"_s));
    const QWidget *const inspector = window.child<QWidget>("inspector");
    QAction *const next = window.action(u"Next part"_s);
    CHECK(next->shortcut() == QKeySequence(Qt::Key_F6));
    const auto press = [next] { next->trigger(); };

    press();
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(inspector->isAncestorOf(QApplication::focusWidget()));
    const QWidget *const place = QApplication::focusWidget();
    press();
    CHECK(window.child<QListView>("sideBar")->hasFocus());
    press();
    CHECK(window.table().hasFocus());
    press();
    CHECK(QApplication::focusWidget() == place);
    window.action(u"Previous part"_s)->trigger();
    CHECK(window.table().hasFocus());

    window.page().inspectorAction()->trigger();
    press();
    CHECK(window.child<QListView>("sideBar")->hasFocus());
}
