// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/boardtext.h"
#include "app/milepostctl/commands.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

/// The boards that are there for the one who asks, as far as a name goes: those they may see by today's
/// rights.
WorkingSet boardsForLookup(const BoardView &view)
{
    WorkingSet names;
    for (const Board *board : view.state.of<Board>().all())
        if (view.roleOnBoard(board->id)) {
            Board seen = *board;
            seen.visibility = Visibility::Public;
            names.of<Board>().put(seen);
        }
    return names;
}

/// By its name then, or else by its name today.
Result<BoardId> boardNamed(const BoardView &view, const QString &text)
{
    const Result<Named> then = lookUp(boardsForLookup(view), view.asker, text, Named::Kind::Board);
    if (then)
        return BoardId(then->id);
    const Result<Named> today = lookUp(view.now, view.asker, text, Named::Kind::Board);
    if (today && view.state.find(BoardId(today->id)))
        return BoardId(today->id);
    return today || then.error().code == Error::Code::NameAmbiguous ? then.error() : today.error();
}

Result<QList<BoardId>> boardsToShow(const BoardView &view, const Arguments &arguments)
{
    QList<BoardId> boards;
    if (arguments.has("BOARD")) {
        const Result<BoardId> board = boardNamed(view, arguments.word("BOARD"));
        return board ? Result<QList<BoardId>>({*board}) : Result<QList<BoardId>>(board.error());
    }
    for (const Board *board : view.state.of<Board>().all())
        if (!board->archived && view.roleOnBoard(board->id))
            boards.append(board->id);
    return boards;
}

Outcome shown(const BoardView &view, const QList<BoardId> &boards)
{
    QJsonArray list;
    QStringList texts;
    for (const BoardId id : boards) {
        const Board &board = *view.state.find(id);
        const BoardFigures figures = figuresOf(view.state, id, view.day);
        list.append(jsonBoard(view, board, figures));
        texts << textBoard(view, board, figures);
    }
    Outcome outcome;
    outcome.object = QJsonObject{{u"boards"_s, list}, {u"date"_s, view.day.toString(Qt::ISODate)}};
    outcome.text = texts.isEmpty() ? u"There are no boards that you can see."_s : texts.join(u'\n');
    return outcome;
}

Outcome showPast(Context &context, const Arguments &arguments, QDate day)
{
    const Result<WorkingSet> past = context.wait(context.session().stateOn(day));
    if (!past)
        return refused(past.error());
    const BoardView view{*past, context.state(), context.session().me(), day};
    const Result<QList<BoardId>> boards = boardsToShow(view, arguments);
    return boards ? shown(view, *boards) : refused(boards.error());
}

/// Only the measurements that are needed are read.
Done loadValues(Context &context, const QList<BoardId> &boards, bool isAll)
{
    if (isAll)
        return context.wait(context.session().loadEverything());
    QList<KpiId> kpis;
    for (const BoardId board : boards)
        kpis += seriesNeeded(context.state(), board).values();
    return context.wait(context.session().loadSeries(kpis));
}

Outcome showNow(Context &context, const Arguments &arguments)
{
    const BoardView view{context.state(), context.state(), context.session().me(), context.session().today()};
    const Result<QList<BoardId>> boards = boardsToShow(view, arguments);
    if (!boards)
        return refused(boards.error());
    if (const Done done = loadValues(context, *boards, !arguments.has("BOARD")); !done)
        return refused(done.error());
    return shown(view, *boards);
}

Outcome runShow(Context &context, Arguments &arguments)
{
    const QDate day = arguments.date("--at");
    if (!context.open(arguments))
        return context.failure();
    return day.isValid() ? showPast(context, arguments, day) : showNow(context, arguments);
}

} // namespace

void addShowCommand(Commands &commands)
{
    CLI::App &show = commands.add("show", "Show the boards that you may see, or one", runShow);
    mayTake(show, "BOARD", "The board");
    option(show, "--at", "As it stood at the end of that day");
}

} // namespace milepost::ctl
