// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "tests/ui/shownwords.h"
#include "ui/words/labels.h"

#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// The window in the pseudo-language, and a walk through all that it can show.
class Walk
{
public:
    explicit Walk(Office &office)
        : m_path(office.path())
        , m_opened(office.session())
        , m_words(office.state(), office.path())
    {
        m_closing.setInterval(std::chrono::milliseconds(20));
        QObject::connect(&m_closing, &QTimer::timeout, &m_closing, [this] { leaveDialogs(); });
    }

    bool open() { return m_opened.open(m_path); }
    void visitPlaces();
    void visitMenus();
    ShownWords &words() { return m_words; }

private:
    void look(const QString &where)
    {
        QTest::qWait(30); // for what is laid out or read when it is shown; nothing depends on its length
        m_words.lookAt(m_opened.window(), where);
    }
    void visitActions(const QList<QAction *> &actions, const QString &path);
    void trigger(QAction &action, const QString &path);
    void leaveDialogs();
    static bool mayTrigger(const QAction &action, const QString &path);

    QString m_path;
    Opened m_opened;
    ShownWords m_words;
    QTimer m_closing;
    QString m_where;
};

// What asks first ("…") goes everywhere; what acts at once, only outside the menus that leave the workspace
// or take something back.
bool Walk::mayTrigger(const QAction &action, const QString &path)
{
    const bool isInFirstMenus =
        path.contains(u"Fílé"_s) || path.contains(u"É&dít"_s) || path.contains(u"&Édít"_s);
    return action.text().contains(u'…') || !isInFirstMenus;
}

void Walk::visitPlaces()
{
    auto *const places = m_opened.child<QListView>("sideBar");
    REQUIRE(places != nullptr);
    for (int row = 0; row < places->model()->rowCount(); ++row) {
        const QModelIndex index = places->model()->index(row, 0);
        if (!index.flags().testFlag(Qt::ItemIsSelectable))
            continue;
        places->setCurrentIndex(index);
        look(u"side bar: "_s + index.data().toString());
    }
}

void Walk::visitMenus()
{
    m_closing.start();
    for (QAction *menu : m_opened.window().menuBar()->actions())
        if (menu->menu())
            visitActions(menu->menu()->actions(), menu->text());
    m_closing.stop();
}

void Walk::visitActions(const QList<QAction *> &actions, const QString &path)
{
    const QList<QPointer<QAction>> kept(actions.begin(), actions.end());
    for (const QPointer<QAction> &action : kept) {
        if (!action || action->isSeparator())
            continue;
        m_words.lookAtAction(*action, path);
        if (action->menu())
            visitActions(action->menu()->actions(), path + u" > "_s + action->text());
        else if (action->isEnabled() && mayTrigger(*action, path))
            trigger(*action, path);
    }
}

void Walk::trigger(QAction &action, const QString &path)
{
    m_where = path + u" > "_s + action.text();
    const QPointer<QAction> kept(&action);
    action.trigger();
    look(m_where);
    CHECK(QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; }));
    if (QWidget *focus = QApplication::focusWidget())
        QTest::keyClick(focus, Qt::Key_Escape);
    if (kept && kept->isCheckable() && !kept->actionGroup())
        kept->trigger();
}

// Dialogs that wait for an answer get none: they are looked at and left.
void Walk::leaveDialogs()
{
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog || !dialog->isVisible())
        return;
    m_words.lookAt(*dialog, m_where);
    dialog->close();
}

} // namespace

TEST_CASE("everything that is shown is translated, and has room for a longer language", "[translations]")
{
    const PseudoLanguage pseudo;
    REQUIRE(pseudo.isLoaded());
    REQUIRE(label(Visibility::Private).startsWith(u"⟦Prívát"_s));
    Office office;
    Walk walk(office);
    REQUIRE(walk.open());

    walk.visitPlaces();
    walk.visitMenus();

    INFO("shown without tr(), or with a text that is not in the sources:");
    CHECK(walk.words().untranslated().join(u'\n') == QString());
    CHECK(walk.words().cutOff().join(u'\n') == QString());
}

TEST_CASE("what is not translated, and what is cut off, is found", "[translations]")
{
    Office office;
    ShownWords words(office.state(), office.path());
    QWidget window;
    const QString name = office.state().of<Person>().all().first()->name;
    auto *const person = new QLabel(name, &window);
    auto *const file = new QLabel(name + u'\n' + office.path(), &window);
    auto *const elided = new QLabel(name.chopped(2) + u'…', &window);
    auto *const elidedPlain = new QLabel(u"Forgott…"_s, &window);
    auto *const notElided = new QLabel(name.chopped(2) + u'…', &window);
    auto *const figures = new QLabel(u"18 Nov 2026, Q4: 1,234.5"_s, &window);
    auto *const translated = new QLabel(u"⟦Tránslátéd⟧"_s, &window);
    auto *const plain = new QLabel(u"Forgotten"_s, &window);
    auto *const beside = new QLabel(name + u" forgotten " + office.path(), &window);
    auto *const narrow = new QPushButton(u"⟦Nót énóúgh róóm⟧"_s, &window);
    for (QLabel *label : {elided, elidedPlain})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QLabel *label : {person, file, elided, elidedPlain, notElided, figures, translated, plain, beside})
        label->resize(label->sizeHint());
    narrow->resize(narrow->sizeHint().width() - 1, narrow->sizeHint().height());
    window.show();

    words.lookAt(window, u"here"_s);

    QStringList expected;
    for (const QLabel *label : {elidedPlain, notElided, plain, beside})
        expected << u"“%1” of QLabel “” (here)"_s.arg(label->text());
    CHECK(words.untranslated() == expected);
    CHECK(words.cutOff() == QStringList{u"“⟦Nót énóúgh róóm⟧” of QPushButton “” (here)"_s});
}
