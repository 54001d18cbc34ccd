// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"

namespace milepost::ctl {

CLI::App &Commands::group(const char *name, const char *about)
{
    CLI::App *group = m_app.add_subcommand(name, about);
    group->require_subcommand(1);
    return *group;
}

CLI::App &Commands::add(CLI::App &parent, const char *name, const char *about, Run run)
{
    CLI::App *command = parent.add_subcommand(name, about);
    command->callback([this, command, run] {
        m_chosen = command;
        m_run = run;
    });
    return *command;
}

void takes(CLI::App &command, const char *name, const char *about)
{
    option(command, name, about)->required();
}

void mayTake(CLI::App &command, const char *name, const char *about)
{
    option(command, name, about);
}

CLI::Option *option(CLI::App &command, const char *name, const char *about)
{
    const std::string text = about;
    return command.add_option(name, text);
}

CLI::Option *options(CLI::App &command, const char *name, const char *about)
{
    return option(command, name, about)
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

CLI::Option *flag(CLI::App &command, const char *name, const char *about)
{
    const std::string text = about;
    return command.add_flag(name, text);
}

} // namespace milepost::ctl
