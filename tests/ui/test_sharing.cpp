// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/rights.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/sharingdialog.h"
#include "ui/pages/sharingrow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// A board of one's own and the dialog that shares it.
class Sharing
{
public:
    explicit Sharing(Office &office, Visibility visibility = Visibility::Private) : m_office(office)
    {
        const Result<Receipt> made = office.submit([visibility](Situation &in) {
            return addBoard(in, {u"Ours"_s, visibility, {}});
        });
        REQUIRE(made);
        board = made->change.edits.of<Board>().added.first().id;
        m_dialog = std::make_unique<SharingDialog>(office.session(), board, nullptr);
        m_dialog->show();
    }
    SharingDialog &dialog() { return *m_dialog; }
    template<class Widget>
    Widget *child(const char *name)
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QList<SharingRow *> rows()
    {
        QList<SharingRow *> shown;
        for (SharingRow *row : m_dialog->findChildren<SharingRow *>())
            if (row->isVisible())
                shown << row;
        return shown;
    }
    SharingRow *rowOf(const Owner &with)
    {
        for (SharingRow *row : rows())
            if (row->with() == with)
                return row;
        return nullptr;
    }
    void type(const QString &name, Role role)
    {
        auto *const roles = child<QComboBox>("sharingNewRole");
        roles->setCurrentIndex(roles->findData(int(role)));
        child<QLineEdit>("sharingName")->setText(name);
        QTest::keyClick(child<QLineEdit>("sharingName"), Qt::Key_Return);
        REQUIRE(m_office.settle());
    }
    void choose(SharingRow *row, Role role)
    {
        auto *const roles = row->findChild<QComboBox *>(u"sharingRole"_s);
        roles->setCurrentIndex(roles->findData(int(role)));
        Q_EMIT roles->activated(roles->currentIndex());
        REQUIRE(m_office.settle());
    }
    std::optional<Role> roleOf(const QString &person)
    {
        return roleOn(m_office.state(), m_office.person(person), board);
    }
    QString error()
    {
        const auto *const text = child<QLabel>("formError");
        return text->isVisible() ? text->text() : QString();
    }

    BoardId board;

private:
    Office &m_office;
    std::unique_ptr<SharingDialog> m_dialog;
};

} // namespace

TEST_CASE("a board is shared with people and teams by name, from the keyboard", "[sharing]")
{
    Office office;
    Sharing sharing(office);
    CHECK(sharing.rows().size() == 1);
    CHECK(sharing.child<QLabel>("sharingEffect")->text().contains(u"private"_s));

    sharing.type(u"Hana Suzuki"_s, Role::Editor);
    sharing.type(u"Customer care"_s, Role::Viewer);

    CHECK(sharing.rows().size() == 3);
    CHECK(sharing.roleOf(u"Hana Suzuki"_s) == Role::Editor);
    CHECK(sharing.roleOf(u"Marek Novák"_s) == Role::Viewer);
    CHECK_FALSE(sharing.roleOf(u"Ravi Deshpande"_s));
    CHECK(sharing.error().isEmpty());
    CHECK(sharing.child<QLineEdit>("sharingName")->text().isEmpty());
}

TEST_CASE("who is not known is told beside the line", "[sharing]")
{
    Office office;
    Sharing sharing(office);

    sharing.type(u"Nobody at all"_s, Role::Editor);

    CHECK(sharing.error().contains(u"Nobody at all"_s));
    CHECK(sharing.rows().size() == 1);
}

TEST_CASE("a role is changed and taken away on its row", "[sharing]")
{
    Office office;
    Sharing sharing(office);
    sharing.type(u"Hana Suzuki"_s, Role::Editor);
    SharingRow *const hana = sharing.rowOf({office.person(u"Hana Suzuki"_s), {}});
    REQUIRE(hana != nullptr);

    sharing.choose(hana, Role::Owner);
    CHECK(sharing.roleOf(u"Hana Suzuki"_s) == Role::Owner);
    CHECK(sharing.rowOf(hana->with()) == hana);

    hana->findChild<QToolButton *>(u"sharingRemove"_s)->click();
    REQUIRE(office.settle());
    CHECK_FALSE(sharing.roleOf(u"Hana Suzuki"_s));
    CHECK(sharing.rows().size() == 1);
}

TEST_CASE("the last owner stays, and the row shows it again", "[sharing]")
{
    Office office;
    Sharing sharing(office);
    SharingRow *const me = sharing.rowOf({office.session().me(), {}});
    REQUIRE(me != nullptr);

    sharing.choose(me, Role::Viewer);

    CHECK(sharing.error().contains(u"owner"_s));
    CHECK(me->findChild<QComboBox *>(u"sharingRole"_s)->currentData().toInt() == int(Role::Owner));
    sharing.child<QPushButton>("leaveBoard")->click();
    REQUIRE(office.settle());
    CHECK(sharing.rows().size() == 1);
    CHECK(sharing.dialog().isVisible());
}

TEST_CASE("who leaves a private board sees it no more", "[sharing]")
{
    Office office;
    Sharing sharing(office);
    sharing.type(u"Hana Suzuki"_s, Role::Owner);

    sharing.child<QPushButton>("leaveBoard")->click();
    REQUIRE(office.settle());

    CHECK_FALSE(canSee(office.state(), office.session().me(), sharing.board));
    CHECK_FALSE(sharing.dialog().isVisible());
}

TEST_CASE("who does not own a board reads who it is shared with", "[sharing]")
{
    Office office;
    Sharing sharing(office, Visibility::Public);
    sharing.type(u"Hana Suzuki"_s, Role::Owner);
    CHECK(sharing.child<QLabel>("sharingEffect")->text().contains(u"public"_s));

    sharing.child<QPushButton>("leaveBoard")->click();
    REQUIRE(office.settle());

    REQUIRE(sharing.rows().size() == 1);
    CHECK_FALSE(sharing.rows().first()->findChild<QComboBox *>(u"sharingRole"_s)->isVisible());
    CHECK_FALSE(sharing.child<QLineEdit>("sharingName")->isVisible());
    CHECK_FALSE(sharing.child<QPushButton>("leaveBoard")->isVisible());
    CHECK(sharing.child<QLabel>("sharingMine")->text().contains(u"comment"_s));
}
