// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened.h"

#include "tests/support/printing.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/sidebarmodel.h"
#include "ui/pages/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QTest>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

QModelIndex findIn(const QAbstractItemModel &model, const QString &title, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == title)
            return index;
        if (const QModelIndex found = findIn(model, title, index); found.isValid())
            return found;
    }
    return {};
}

template<class Widget>
Widget *visible(const QWidget &window, const char *name)
{
    for (Widget *one : window.findChildren<Widget *>(QString::fromLatin1(name)))
        if (one->isVisible())
            return one;
    return nullptr;
}

Session &dressed(Session &session)
{
    dress(*qApp, lightTheme());
    return session;
}

} // namespace

Opened::Opened(Session &session) : m_session(session), m_window(dressed(session))
{
    m_window.setWindowState(Qt::WindowNoState); // the screen of the tests is small
    m_window.resize(1280, 800);
    m_window.show();
    QApplication::setActiveWindow(&m_window);
    QApplication::processEvents();
}

Opened::Opened(Office &office, const QString &board) : Opened(office.session())
{
    REQUIRE(open(office.path()));
    REQUIRE(goTo(office.board(board)));
}

bool Opened::open(const QString &path)
{
    m_window.files().openPath(path);
    // The board comes first, the rest of the workspace when it has been painted.
    return QTest::qWaitFor([this] { return table().model()->rowCount() > 0; }, 20'000) &&
           m_session.wait(m_session.loadEverything());
}

bool Opened::goTo(BoardId board)
{
    auto *const places = child<QListView>("sideBar");
    places->setCurrentIndex(static_cast<SideBarModel *>(places->model())->indexOf(board));
    return QTest::qWaitFor([this, board] { return page().board() == board; }, 20'000);
}

QString Opened::message()
{
    const auto *const text = visible<QLabel>(m_window, "messageText");
    return text ? text->text() : QString();
}

QLineEdit *Opened::answer()
{
    return visible<QLineEdit>(m_window, "messageLine");
}

QModelIndex Opened::cell(const QString &title, int column)
{
    const QModelIndex index = findIn(*table().model(), title);
    if (!index.isValid())
        FAIL("there is no row " << title.toStdString());
    return index.siblingAtColumn(column);
}

void Opened::type(const QString &title, const QString &text)
{
    table().setFocus();
    table().setCurrentIndex(cell(title));
    QTest::keyClicks(&table(), text.first(1));
    REQUIRE(editor() != nullptr);
    QTest::keyClicks(editor(), text.mid(1));
}

void Opened::typeAndEnter(const QString &title, const QString &text)
{
    type(title, text);
    QTest::keyClick(editor(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([this] { return editor() == nullptr; }));
}

QAction *Opened::action(const QString &beginning)
{
    for (const QAction *menu : m_window.menuBar()->actions())
        for (QAction *action : menu->menu()->actions())
            if (action->text().remove(u'&').startsWith(beginning))
                return action;
    FAIL("there is no action " << beginning.toStdString());
    return nullptr;
}

} // namespace milepost
