// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/theme.h"
#include "ui/commands/menucommands.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/palettemodel.h"
#include "ui/pages/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>

#include <cstdio>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 120'000; // milliseconds
constexpr int kRest = 1000;

template<class Condition>
bool waitFor(Condition &&condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < kPatience)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 10);
    return condition();
}

/// Lets the window do what it still has to do, as it has when somebody comes to it.
void rest()
{
    QElapsedTimer timer;
    timer.start();
    waitFor([&timer] { return timer.elapsed() > kRest; });
}

/// Milliseconds until \p doing is done and what it changed is painted.
template<class Doing>
double paintedAfter(QWidget &window, Doing &&doing)
{
    QElapsedTimer timer;
    timer.start();
    doing();
    QApplication::processEvents();
    QEvent paint(QEvent::UpdateRequest); // what has changed, and only that
    QApplication::sendEvent(&window, &paint);
    return double(timer.nsecsElapsed()) / 1e6;
}

void type(QWidget &line, int key, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(&line, &press);
}

/// The longest that a key took over some words, typed and taken back letter by letter.
double longestKey(QWidget &window, QLineEdit &line)
{
    double longest = 0;
    for (const QString &word : {u"support"_s, u"kpi 17"_s, u"srpl"_s, u"reply first"_s, u"zzz"_s}) {
        for (const QChar letter : word)
            longest = std::max(longest, paintedAfter(window, [&] { type(line, 0, QString(letter)); }));
        for (qsizetype left = word.size(); left > 0; --left)
            longest = std::max(longest, paintedAfter(window, [&] { type(line, Qt::Key_Backspace, {}); }));
    }
    return longest;
}

QAction *searchAction(const MainWindow &window)
{
    for (const MenuCommand &command : menuCommands(*window.menuBar()))
        if (command.action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_K))
            return command.action;
    return nullptr;
}

int run(Session &session, const QString &path)
{
    MainWindow window(session);
    window.resize(1280, 800);
    window.show();
    bool isRead = false;
    QObject::connect(&session, &Session::reloaded, &window, [&isRead] { isRead = true; });
    window.files().openPath(path);
    if (!waitFor([&] { return session.isOpen() && isRead; }))
        return 2;
    rest();
    QAction *const search = searchAction(window);
    if (!search)
        return 2;
    const double opening = paintedAfter(window, [search] { search->trigger(); });
    auto *const line = window.findChild<QLineEdit *>(u"paletteLine"_s);
    auto *const list = window.findChild<QListView *>(u"paletteList"_s);
    const auto *const model = static_cast<PaletteModel *>(list->model());
    if (!waitFor([model] { return model->isReady(); }))
        return 2;
    search->trigger();
    const double again = paintedAfter(window, [search] { search->trigger(); });
    std::printf("%lld %.3f %.3f\n", model->names(), std::max(opening, again), longestKey(window, *line));
    return 0;
}

} // namespace

/// milepost_bench_palette PROFILE WORKSPACE: how many names there are, and in milliseconds how long the
/// palette takes to open and for a key.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    dress(app, lightTheme());
    Session session({QApplication::arguments().value(1), {}});
    return run(session, QApplication::arguments().value(2));
}
