// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/audit.h"
#include "tests/ui/opened.h"
#include "ui/charts/theme.h"
#include "ui/commands/menucommands.h"
#include "ui/delegates/milepoststyle.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QTest>
#include <QTimer>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QStringList amissIn(const QWidget &root)
{
    return namelessIn(root) + tabsAstrayIn(root) + faintIn(root);
}

/// Where files and printers are chosen is Qt's or the desktop's own, and nothing in it is ours to name.
bool isOfQt(const QWidget &window)
{
    return qobject_cast<const QFileDialog *>(&window) || window.inherits("QAbstractPrintDialog");
}

/// Looks at everything that opens, and closes it again: also what runs an event loop of its own.
class Auditor
{
public:
    explicit Auditor(Opened &opened) : m_opened(opened)
    {
        m_closing.setInterval(std::chrono::milliseconds(20));
        QObject::connect(&m_closing, &QTimer::timeout, &m_closing, [this] { closeModal(); });
    }

    /// \p where is said before each finding.
    void look(const QString &where)
    {
        QApplication::processEvents();
        for (const QWidget *window : QApplication::topLevelWidgets())
            if (window->isVisible() && window->isWindow() && !window->inherits("QMenu") &&
                !window->inherits("QTipLabel") && !isOfQt(*window))
                take(where, amissIn(*window));
    }

    /// Runs a command that opens something, looks, and closes what was opened.
    void run(const MenuCommand &command)
    {
        m_doing = command.text;
        m_closing.start();
        command.action->trigger();
        m_closing.stop();
        look(m_doing);
        closeAll();
    }

    /// Drops a file on the window, which opens the import.
    void drop(const QString &path)
    {
        m_doing = u"Import"_s;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_opened.window(), &enter);
        QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_opened.window(), &event);
        REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }));
        look(m_doing);
        const QWidget *const dialog = QApplication::activeModalWidget();
        REQUIRE(QTest::qWaitFor([dialog] { return dialog->findChild<QComboBox *>(u"importConvention0"_s); }));
        look(m_doing);
        closeAll();
    }

    QString findings() const { return m_findings.join(u'\n'); }
    int looks() const { return m_looks; }

private:
    void take(const QString &where, const QStringList &findings)
    {
        ++m_looks;
        for (const QString &finding : findings)
            if (const QString line = where + u": "_s + finding; !m_findings.contains(line))
                m_findings.append(line);
    }

    void closeModal()
    {
        if (QWidget *menu = QApplication::activePopupWidget()) {
            menu->close();
            return;
        }
        auto *const dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        look(m_doing);
        dialog->reject();
    }

    void closeAll()
    {
        for (QWidget *window : QApplication::topLevelWidgets())
            if (window != &m_opened.window() && window->isVisible())
                window->close();
        QApplication::setActiveWindow(&m_opened.window());
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m_opened.window(),
                        Qt::Key_Escape);
        QApplication::processEvents();
    }

    Opened &m_opened;
    QTimer m_closing;
    QString m_doing;
    QStringList m_findings;
    int m_looks = 0;
};

} // namespace

TEST_CASE("the audit sees a widget without a name, a tab astray and text too faint", "[accessibility]")
{
    QWidget window;
    window.setPalette(paletteOf(lightTheme()));
    auto *layout = new QHBoxLayout(&window);
    auto *first = new QLineEdit(&window);
    auto *second = new QLineEdit(&window);
    auto *choice = new QComboBox(&window);
    auto *text = new QLabel(u"Text"_s, &window);
    for (QWidget *one : QList<QWidget *>{first, second, choice, text})
        layout->addWidget(one);
    choice->addItem(u"One"_s);
    window.show();

    CHECK(namelessIn(window).size() == 3);
    CHECK(tabsAstrayIn(window).isEmpty());
    CHECK(faintIn(window).isEmpty());

    first->setAccessibleName(u"First"_s);
    second->setAccessibleName(u"Second"_s);
    text->setBuddy(choice);
    CHECK(namelessIn(window).isEmpty());

    QWidget::setTabOrder(second, first);
    CHECK_FALSE(tabsAstrayIn(window).isEmpty());

    QPalette faint = text->palette();
    faint.setColor(QPalette::WindowText, lightTheme().mute);
    text->setPalette(faint);
    CHECK(faintIn(window).size() == 1);
}

TEST_CASE("everything in the window can be used without seeing it or a mouse", "[accessibility]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    Auditor auditor(opened);
    const Theme &theme = GENERATE(false, true) ? darkTheme() : lightTheme();
    changeTheme(theme);

    auditor.look(u"Welcome"_s);
    REQUIRE(opened.open(office.path()));
    for (const Place::Kind kind : {Place::Kind::Home, Place::Kind::Actions, Place::Kind::Alignment,
                                   Place::Kind::Cycles, Place::Kind::Backups}) {
        Place place;
        place.kind = kind;
        opened.window().goTo(place);
        auditor.look(u"Place %1"_s.arg(static_cast<int>(kind)));
    }
    opened.window().goTo(Place::ofBoard(office.session().startBoard()));
    auditor.look(u"Board"_s);
    auditor.drop(office.write(u"values.csv"_s, "Date,Tickets,Calls\n2026-11-02,5,1\n2026-11-09,7,2\n"));
    for (const MenuCommand &command : menuCommands(*opened.window().menuBar()))
        if (command.action->isEnabled() && command.text.endsWith(u'…'))
            auditor.run(command);

    INFO((theme.isDark ? "dark" : "light"));
    INFO(auditor.findings().toStdString());
    CHECK(auditor.findings().isEmpty());
    CHECK(auditor.looks() > 10);
    changeTheme(lightTheme());
}

TEST_CASE("texts can be read on their grounds in both palettes", "[accessibility]")
{
    const QPalette palette = paletteOf(GENERATE(false, true) ? darkTheme() : lightTheme());
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::PlaceholderText, QPalette::Window},
        {QPalette::Link, QPalette::Base},
        {QPalette::LinkVisited, QPalette::Base},
        {QPalette::BrightText, QPalette::Window}};
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        for (const auto &[ink, ground] : pairs) {
            INFO(static_cast<int>(ink) << " on " << static_cast<int>(ground));
            CHECK(contrast(palette.color(group, ink), palette.color(group, ground)) >= 4.5);
        }
}
