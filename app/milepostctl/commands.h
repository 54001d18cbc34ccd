// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/milepostctl/context.h"

namespace milepost::ctl {

/// One command: reads its arguments, then works on the workspace.
using Run = Outcome (*)(Context &, Arguments &);

/// The tree of commands that CLI11 parses, and which of them was chosen.
class Commands
{
public:
    explicit Commands(CLI::App &app) : m_app(app) {}

    /// A word that has commands below it, as "board".
    CLI::App &group(const char *name, const char *about);
    CLI::App &add(const char *name, const char *about, Run run) { return add(m_app, name, about, run); }
    CLI::App &add(CLI::App &parent, const char *name, const char *about, Run run);

    const CLI::App *chosen() const { return m_chosen; }
    Run chosenRun() const { return m_run; }

private:
    CLI::App &m_app;
    const CLI::App *m_chosen = nullptr;
    Run m_run = nullptr;
};

/// A value that must be given, by its place.
void takes(CLI::App &command, const char *name, const char *about);
/// A value that may be left out, by its place.
void mayTake(CLI::App &command, const char *name, const char *about);
/// An option with one value.
CLI::Option *option(CLI::App &command, const char *name, const char *about);
/// An option with one or more values, which may also be given again.
CLI::Option *options(CLI::App &command, const char *name, const char *about);
/// An option without a value.
CLI::Option *flag(CLI::App &command, const char *name, const char *about);

// Each adds the commands of one file.
void addFileCommands(Commands &commands);
void addPeopleCommands(Commands &commands);
void addBoardCommands(Commands &commands);
void addGoalCommands(Commands &commands);
void addNoteCommands(Commands &commands);
void addEditCommands(Commands &commands);
void addValueCommands(Commands &commands);
void addImportCommand(Commands &commands);
void addShowCommand(Commands &commands);
void addHistoryCommands(Commands &commands);
void addMaintenanceCommands(Commands &commands);
void addLiveCommands(Commands &commands);

} // namespace milepost::ctl
