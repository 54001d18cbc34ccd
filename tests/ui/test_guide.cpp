// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/commands/menucommands.h"
#include "ui/models/roles.h"
#include "ui/pages/inspector.h"
#include "ui/pages/keylist.h"
#include "ui/pages/manualpages.h"
#include "ui/pages/manualview.h"
#include "ui/pages/manualwindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// All texts of a model, each row as "first | second".
QStringList rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows.append(index.data().toString() + u" | "_s + index.siblingAtColumn(1).data().toString());
        rows.append(rowsOf(model, index));
    }
    return rows;
}

bool leadsSomewhere(const ManualPage &from, const QString &link)
{
    const QString file = link.section(u'#', 0, 0);
    const QString anchor = link.section(u'#', 1);
    for (const ManualPage &page : manualPages()) {
        if (file.isEmpty() ? page.name != from.name : page.name + u".md"_s != file)
            continue;
        return anchor.isEmpty() ||
               std::any_of(page.sections.begin(), page.sections.end(),
                           [&anchor](const ManualSection &one) { return one.anchor == anchor; });
    }
    return false;
}

} // namespace

TEST_CASE("the list of keys has every shortcut of the menus, and looks for one", "[guide]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));

    opened.action(u"Keys"_s)->trigger();

    const auto *const list = opened.child<KeyList>("keyList");
    REQUIRE(list != nullptr);
    CHECK(list->isVisible());
    auto *const table = opened.child<QTreeView>("keyTable");
    const QString rows = rowsOf(*table->model()).join(u'\n');
    for (const MenuCommand &command : menuCommands(*opened.window().menuBar()))
        for (const QKeySequence &keys : command.action->shortcuts()) {
            INFO(command.text.toStdString());
            CHECK(rows.contains(command.text));
            CHECK(rows.contains(keys.toString(QKeySequence::NativeText)));
        }

    auto *const line = opened.child<QLineEdit>("keyLine");
    CHECK(QApplication::focusWidget() == line);
    QTest::keyClicks(line, u"ctrl+k"_s);
    CHECK(rowsOf(*table->model()) ==
          QStringList{u"Go | "_s, u"Search or run a command… | Ctrl+K or Ctrl+Shift+P"_s});
    QTest::keyClick(line, Qt::Key_Escape);
    CHECK_FALSE(list->isVisible());
}

TEST_CASE("no two commands have the same key", "[guide]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    QHash<QKeySequence, QString> taken;
    for (const MenuCommand &command : menuCommands(*opened.window().menuBar()))
        for (const QKeySequence &keys : command.action->shortcuts()) {
            INFO(keys.toString().toStdString()
                 << " for " << command.text.toStdString() << " and " << taken.value(keys).toStdString());
            CHECK_FALSE(taken.contains(keys));
            taken.insert(keys, command.text);
        }
}

TEST_CASE("mnemonics are no part of a command's name", "[guide]")
{
    CHECK(withoutMnemonic(u"&Save && close"_s) == u"Save & close"_s);
    CHECK(withoutMnemonic(u"End &"_s) == u"End &"_s);
}

TEST_CASE("the manual has its pages, and every link in them leads somewhere", "[manual]")
{
    QStringList names;
    static const QRegularExpression kLink(u"\\]\\(([^)]+)\\)"_s);
    for (const ManualPage &page : manualPages()) {
        names.append(page.name);
        INFO(page.name.toStdString());
        CHECK(page.title != page.name);
        CHECK(page.sections.size() > 2);
        for (auto match = kLink.globalMatch(page.markdown); match.hasNext();) {
            const QString link = match.next().captured(1);
            INFO(link.toStdString());
            CHECK(leadsSomewhere(page, link));
        }
    }
    for (const QString &name : {u"first-steps"_s, u"boards"_s, u"recording-values"_s, u"inspector"_s,
                                u"actions"_s, u"alignment"_s, u"taking-back"_s, u"importing"_s,
                                u"templates"_s, u"sharing"_s, u"sharing-a-file"_s, u"printing"_s, u"keys"_s})
        CHECK(names.contains(name));
}

TEST_CASE("the headings of the manual stay headings, whatever follows them", "[manual]")
{
    for (const ManualPage &page : manualPages()) {
        INFO(page.name.toStdString());
        QTextDocument plain;
        plain.setMarkdown(page.markdown);
        ManualView view;
        view.showPage(page);
        QTextBlock shown = view.document()->begin();
        for (QTextBlock block = plain.begin(); block.isValid(); block = block.next(), shown = shown.next()) {
            CHECK(shown.blockFormat().headingLevel() == block.blockFormat().headingLevel());
            CHECK(bool(shown.textList()) == bool(block.textList()));
        }
    }
}

TEST_CASE("the manual's page of keys has every key of the menus, and none that does nothing", "[manual]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const auto page = std::find_if(manualPages().begin(), manualPages().end(),
                                   [](const ManualPage &one) { return one.name == u"keys"_s; });
    REQUIRE(page != manualPages().end());
    QSet<QKeySequence> written;
    static const QRegularExpression kCode(u"`([^`]+)`"_s);
    for (auto match = kCode.globalMatch(page->markdown); match.hasNext();)
        written.insert(QKeySequence(match.next().captured(1), QKeySequence::PortableText));
    // What is typed rather than commanded.
    QSet<QKeySequence> typed;
    for (const QString &keys : {u"Enter"_s, u"Tab"_s, u"Shift+Tab"_s, u"F2"_s, u"Esc"_s, u"Up"_s, u"Down"_s,
                                u"PgUp"_s, u"PgDown"_s, u"Shift"_s, u"Alt"_s})
        typed.insert(QKeySequence(keys, QKeySequence::PortableText));

    QSet<QKeySequence> commanded;
    for (const MenuCommand &command : menuCommands(*opened.window().menuBar()))
        for (const QKeySequence &keys : command.action->shortcuts()) {
            commanded.insert(keys);
            INFO(command.text.toStdString() << " " << keys.toString().toStdString());
            CHECK((written.contains(keys) || keys == QKeySequence(Qt::CTRL | Qt::Key_Return)));
        }
    for (const QKeySequence &keys : written) {
        INFO(keys.toString().toStdString());
        CHECK((commanded.contains(keys) || typed.contains(keys)));
    }
}

TEST_CASE("F1 beside the table opens the page about the inspector, and about actions on theirs", "[manual]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    REQUIRE(opened.goTo(office.board(u"Support"_s)));
    opened.table().setCurrentIndex(opened.cell(u"First reply time"_s));
    if (!opened.page().inspector().isVisible())
        opened.page().inspectorAction()->trigger();
    QWidget *const part = opened.page().inspector().findChild<QToolButton *>();
    REQUIRE(part != nullptr);
    part->setFocus();
    opened.action(u"Manual"_s)->trigger();
    auto *const manual = opened.child<ManualWindow>("manualWindow");
    REQUIRE(manual != nullptr);
    CHECK(manual->page() == u"inspector"_s);
    manual->close();

    opened.window().goTo(Place::of(Place::Kind::Actions));
    opened.action(u"Manual"_s)->trigger();
    CHECK(manual->page() == u"actions"_s);
}

TEST_CASE("the manual loads nothing from disk or net", "[manual]")
{
    ManualView view;
    view.showPage({u"x"_s,
                   u"X"_s,
                   u"# X\n\n![secret](file:///etc/passwd) <img src=\"file:///etc/passwd\"> text"_s,
                   {}});

    CHECK_FALSE(view.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
    CHECK_FALSE(view.openLinks());
    CHECK(view.toPlainText().contains(u"<img"_s));
}

TEST_CASE("F1 opens the page about what is shown", "[manual]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    opened.action(u"Manual"_s)->trigger();
    auto *const manual = opened.child<ManualWindow>("manualWindow");
    REQUIRE(manual != nullptr);
    CHECK(manual->page() == u"first-steps"_s);
    manual->close();

    REQUIRE(opened.open(office.path()));
    opened.action(u"Manual"_s)->trigger();
    CHECK(manual->isVisible());
    CHECK(manual->page() == u"boards"_s);
    QTest::keyClick(manual, Qt::Key_Escape);
    CHECK_FALSE(manual->isVisible());
}

TEST_CASE("the manual is searched, and its links lead from page to page", "[manual]")
{
    Office office(Office::Door::Closed);
    ManualWindow manual(office.session().profile(), nullptr);
    manual.open(u"boards"_s);
    auto *const view = manual.findChild<ManualView *>();
    auto *const contents = manual.findChild<QTreeWidget *>();

    CHECK(contents->topLevelItem(0)->text(0) == u"First steps"_s);
    CHECK_FALSE(contents->topLevelItem(0)->data(0, SecondaryTextRole).isValid()); // nothing beside the titles
    Q_EMIT view->anchorClicked(QUrl(u"importing.md"_s));
    CHECK(manual.page() == u"importing"_s);
    Q_EMIT view->anchorClicked(QUrl(u"https://example.org/boards.md"_s));
    CHECK(manual.page() == u"importing"_s);

    auto *const line = manual.findChild<QLineEdit *>(u"manualSearch"_s);
    line->setText(u"CSV"_s);
    CHECK(view->extraSelections().size() > 1);
    CHECK(view->textCursor().selectedText().compare(u"csv"_s, Qt::CaseInsensitive) == 0);
    line->setText(u"there is no such thing"_s);
    CHECK(view->extraSelections().isEmpty());
    for (int row = 0; row < contents->topLevelItemCount(); ++row)
        CHECK(contents->topLevelItem(row)->isHidden());
}
