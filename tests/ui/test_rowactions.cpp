// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/pages/boardview.h"
#include "ui/pages/inspector.h"

#include <QLineEdit>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kReply = u"First reply time"_s;
const QString kTitle = u"Call them"_s;

/// The support board with an overdue action about a KPI.
class Late : public Opened
{
public:
    explicit Late(Office &office) : Opened(office, u"Support"_s)
    {
        Action action;
        action.subject = Subject::of(office.kpi(kReply));
        action.title = kTitle;
        action.due = kToday.addDays(-1);
        REQUIRE(office.submit([action](Situation &in) { return addAction(in, action); }));
        page().inspectorAction()->setChecked(false);
    }

    bool isAtAction()
    {
        auto *const actions = child<QTreeView>("actionsView");
        return QTest::qWaitFor([&] { return actions->hasFocus(); }) &&
               actions->currentIndex().data().toString() == kTitle;
    }
};

} // namespace

TEST_CASE("a click on a row's flag shows its actions beside the table", "[actions]")
{
    Office office;
    Late late(office);
    const QRect cell = late.table().visualRect(late.cell(kReply, BoardModel::TitleColumn));

    QTest::mouseClick(late.table().viewport(), Qt::LeftButton, {},
                      {cell.right() - kCellPadding - 3, cell.center().y()});

    CHECK(late.page().inspector().isVisible());
    CHECK(late.isAtAction());
}

TEST_CASE("the actions of a row are one key away, and only where there is a row", "[actions]")
{
    Office office;
    Late late(office);
    late.table().setFocus();
    late.table().setCurrentIndex(late.cell(kReply));

    QTest::keyClick(&late.table(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);

    CHECK(late.isAtAction());
    late.table().setFocus();
    late.table().setCurrentIndex(late.table().model()->index(0, 0));
    CHECK(late.page().actionsAction()->isEnabled());
    late.page().view().clearSelection();
    late.page().view().setCurrentIndex({});
    CHECK_FALSE(late.page().actionsAction()->isEnabled());
}
