// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "core/domain/acts/boards.h"

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

Outcome runBoardAdd(Context &context, Arguments &arguments)
{
    AddBoard board;
    board.name = arguments.name("NAME");
    board.visibility = arguments.has("--private") ? Visibility::Private : Visibility::Public;
    if (!context.open(arguments))
        return context.failure();
    board.cycle = context.find<Cycle>(arguments.word("--cycle"), Kind::Cycle);
    return context.write([board](Situation &in) { return addBoard(in, board); });
}

Outcome runBoardShare(Context &context, Arguments &arguments)
{
    ShareBoard share;
    share.role = arguments.choice<Role>("ROLE").value_or(Role::Viewer);
    if (!context.open(arguments))
        return context.failure();
    share.board = BoardId(context.thing(arguments.word("BOARD"), Kind::Board).id);
    share.with = context.owner(arguments.word("WHO"));
    return context.write([share](Situation &in) { return shareBoard(in, share); });
}

Outcome runBoardUnshare(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    UnshareBoard unshare;
    unshare.board = BoardId(context.thing(arguments.word("BOARD"), Kind::Board).id);
    const Named with = context.thing(arguments.word("WHO"), Kind::Person | Kind::Team);
    unshare.with = with.kind == Kind::Team ? Owner{{}, TeamId(with.id)} : Owner{PersonId(with.id), {}};
    return context.write([unshare](Situation &in) { return unshareBoard(in, unshare); });
}

} // namespace

void addBoardCommands(Commands &commands)
{
    CLI::App &board = commands.group("board", "Boards");
    CLI::App &add = commands.add(board, "add", "Add a board, which is yours", runBoardAdd);
    takes(add, "NAME", "What it is called");
    flag(add, "--private", "Only those it is shared with see it");
    option(add, "--cycle", "The cycle of its objectives");

    CLI::App &share = commands.add(board, "share", "Give a person or a team a role on it", runBoardShare);
    takes(share, "BOARD", "The board");
    takes(share, "WHO", "A person or a team");
    takes(share, "ROLE", "owner, editor, commenter or viewer");

    CLI::App &unshare = commands.add(board, "unshare", "Take a role away", runBoardUnshare);
    takes(unshare, "BOARD", "The board");
    takes(unshare, "WHO", "A person or a team");
}

} // namespace milepost::ctl
