// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/gallery.h"
#include "tests/ui/painted.h"
#include "ui/charts/theme.h"
#include "ui/delegates/actiondelegate.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/titledelegate.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kOwners = 1;
constexpr int kValue = 2;

/// The sketched board on the screen, with the cell of one value current.
class Board
{
public:
    Board()
    {
        dress(*qApp, lightTheme());
        m_model = sketchedBoard();
        m_tree = sketchedTree(*m_model);
        m_tree->resize(1000, 800);
        m_tree->show();
        m_tree->setCurrentIndex(value());
        m_tree->setFocus();
        QApplication::setActiveWindow(m_tree.get());
        QApplication::processEvents();
    }

    QTreeView &tree() { return *m_tree; }
    QStandardItemModel &model() { return *m_model; }
    QModelIndex objective() const { return m_model->index(0, 0); }
    QModelIndex section() const { return m_model->index(2, 0); }
    QModelIndex value() const { return m_model->index(1, kValue, section()); }
    QLineEdit *edit() { return m_tree->findChild<QLineEdit *>(u"cellEdit"_s); }
    void type(const QString &text)
    {
        QTest::keyClicks(m_tree.get(), text.first(1));
        REQUIRE(edit() != nullptr);
        QTest::keyClicks(edit(), text.mid(1));
    }
    /// The editor goes at the next turn of the event loop.
    bool waitForNoEdit()
    {
        return QTest::qWaitFor([this] { return edit() == nullptr; });
    }
    QImage row(const QModelIndex &index)
    {
        QApplication::processEvents();
        QRect rect = m_tree->visualRect(index);
        rect.setLeft(0);
        rect.setRight(m_tree->viewport()->width() - 1);
        return m_tree->viewport()->grab(rect).toImage();
    }

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<QTreeView> m_tree;
};

} // namespace

TEST_CASE("typing on a row begins a new value, and Enter hands it to the model", "[delegates]")
{
    Board board;

    board.type(u"61"_s);
    REQUIRE(board.edit() != nullptr);
    CHECK(board.edit()->alignment().testFlag(Qt::AlignRight));
    QTest::keyClick(board.edit(), Qt::Key_Return);

    CHECK(board.waitForNoEdit());
    CHECK(board.value().data(Qt::EditRole).toString() == u"61"_s);
}

TEST_CASE("Esc leaves the value as it was", "[delegates]")
{
    Board board;
    const QString before = board.value().data().toString();

    board.type(u"61"_s);
    QTest::keyClick(board.edit(), Qt::Key_Escape);

    CHECK(board.waitForNoEdit());
    CHECK(board.value().data().toString() == before);
}

TEST_CASE("an editor that was opened and closed writes nothing", "[delegates]")
{
    Board board;
    const QSignalSpy changes(&board.model(), &QStandardItemModel::itemChanged);

    board.tree().edit(board.value());
    REQUIRE(board.edit() != nullptr);
    QTest::keyClick(board.edit(), Qt::Key_Return);

    CHECK(board.waitForNoEdit());
    CHECK(changes.isEmpty());
}

TEST_CASE("a value that changes elsewhere does not wipe what is being typed", "[delegates]")
{
    Board board;

    board.type(u"61"_s);
    board.model().setData(board.value(), u"77"_s);

    CHECK(board.edit()->text() == u"61"_s);
}

TEST_CASE("the editor tells a screen reader which value it holds", "[delegates]")
{
    Board board;
    board.tree().edit(board.value());
    CHECK(board.edit()->accessibleName() == u"Value, Tickets reopened"_s);
}

TEST_CASE("rows grow with the text: 36, 44 and 34 px where it is 16 px high", "[delegates]")
{
    Board board;
    const int text = board.tree().fontMetrics().height();
    CHECK(board.tree().visualRect(board.value()).height() == text * 36 / 16);
    CHECK(board.tree().visualRect(board.objective()).height() == text * 44 / 16);
    CHECK(board.tree().visualRect(board.section()).height() == text * 34 / 16);
}

TEST_CASE("a change of theme reaches what is shown", "[delegates]")
{
    Board board;
    for (const Theme &theme : {darkTheme(), lightTheme()}) {
        changeTheme(theme);
        const QImage chosen = board.row(board.value());
        CHECK(pixelsOf(chosen, theme.accentSoft) > chosen.width() * chosen.height() / 2);
        const QImage other = board.row(board.objective());
        CHECK(pixelsOf(other, theme.panel) > other.width() * other.height() / 2);
    }
}

TEST_CASE("a hairline runs below each row from edge to edge, and below no heading", "[delegates]")
{
    Board board;
    const QImage row = board.row(board.value());
    CHECK(pixelsOf(row, QRect(0, row.height() - 1, row.width(), 1), lightTheme().line) == row.width());
    const QImage heading = board.row(board.section());
    CHECK(pixelsOf(heading, QRect(0, heading.height() - 1, heading.width(), 1), lightTheme().line) == 0);
}

TEST_CASE("the current cell is seen by its ring", "[delegates]")
{
    Board board;
    const QRect rect = board.tree().visualRect(board.value());
    const QImage cell = board.tree().viewport()->grab(rect).toImage();
    CHECK(pixelsOf(cell, lightTheme().accent) > rect.width());
}

TEST_CASE("a tool tip names the owners in full", "[delegates]")
{
    Board board;
    const QModelIndex owners = board.objective().siblingAtColumn(kOwners);
    const QPoint middle = board.tree().visualRect(owners).center();
    QHelpEvent question(QEvent::ToolTip, middle, board.tree().viewport()->mapToGlobal(middle));

    QApplication::sendEvent(board.tree().viewport(), &question);

    CHECK(QToolTip::text() == u"Maya Kern and Jo Okafor"_s);
    QToolTip::hideText();
}

TEST_CASE("a title that is cut is told by a tool tip, a whole one is not", "[delegates]")
{
    Board board;
    const QModelIndex title = board.value().siblingAtColumn(0);
    const auto askedAt = [&board, &title](int width) {
        board.tree().setColumnWidth(0, width);
        const QPoint middle = board.tree().visualRect(title).center();
        QHelpEvent question(QEvent::ToolTip, middle, board.tree().viewport()->mapToGlobal(middle));
        QApplication::sendEvent(board.tree().viewport(), &question);
        const QString text = QToolTip::text();
        QToolTip::hideText();
        CHECK(QTest::qWaitFor([] { return !QToolTip::isVisible(); }));
        return text;
    };
    CHECK(askedAt(400).isEmpty());
    CHECK(askedAt(90) == u"Tickets reopened"_s);
}

TEST_CASE("overdue actions are told by a flag with their number, which can be clicked on", "[delegates]")
{
    Board board;
    QAbstractItemView &tree = board.tree();
    const QModelIndex title = board.value().siblingAtColumn(0);
    const QImage before = board.row(title);
    board.model().setData(title, 2, OverdueActionsRole);
    const QRect cell = tree.visualRect(title);
    const QPoint flag(cell.right() - kCellPadding - 3, cell.center().y());
    const QSignalSpy clicks(qobject_cast<TitleDelegate *>(tree.itemDelegateForColumn(0)),
                            &TitleDelegate::actionsClicked);

    CHECK(board.row(title) != before);
    QHelpEvent question(QEvent::ToolTip, flag, tree.viewport()->mapToGlobal(flag));
    QApplication::sendEvent(tree.viewport(), &question);
    CHECK(QToolTip::text().endsWith(u"2 overdue actions"_s));
    QToolTip::hideText();
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, cell.center());
    CHECK(clicks.isEmpty());
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, flag);
    REQUIRE(clicks.size() == 1);
    CHECK(clicks.first().first().toModelIndex() == title);
}

TEST_CASE("an action is checked off by the left button, once, and the second click edits nothing",
          "[delegates]")
{
    dress(*qApp, lightTheme());
    QStandardItemModel model(1, 1);
    model.setItem(0, new QStandardItem(u"Call them"_s));
    model.item(0)->setCheckable(true);
    QTreeView view;
    view.setModel(&model);
    view.setRootIsDecorated(false);
    view.setEditTriggers(QAbstractItemView::DoubleClicked);
    view.setItemDelegate(new ActionDelegate([]() -> QStringList { return {}; }, &view));
    view.show();
    QApplication::processEvents();
    const QRect cell = view.visualRect(model.index(0, 0));
    const QPoint box(cell.left() + kCellPadding + 4, cell.center().y());
    const auto isChecked = [&model] { return model.item(0)->checkState() == Qt::Checked; };

    QTest::mouseClick(view.viewport(), Qt::RightButton, {}, box);
    CHECK_FALSE(isChecked());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.center());
    CHECK_FALSE(isChecked());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, box);
    CHECK(isChecked());
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, box);
    CHECK(view.findChild<QLineEdit *>(u"actionEdit"_s) == nullptr);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, cell.center());
    CHECK(view.findChild<QLineEdit *>(u"actionEdit"_s) != nullptr);
}

TEST_CASE("a title of a megabyte is painted as quickly as any", "[delegates]")
{
    Board board;
    board.model().setData(board.objective(), QString(1'000'000, u'x'));
    const QImage row = board.row(board.objective());
    CHECK(row.height() == board.tree().fontMetrics().height() * 44 / 16);
    CHECK(pixelsOf(row, lightTheme().ink) > 100);
}
