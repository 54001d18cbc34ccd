// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/accounts.h"

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

namespace milepost::faults {

/// What became of work in a process of its own.
template<class Said>
struct Apart
{
    Said said = {};
    bool hasSaid = false; ///< it came to its end; else
    int signal = 0;       ///< what it was killed by (SIGALRM: it hung), or 0: it gave up
};

/// Has \p work done in a process of its own, which may crash or hang: after \p seconds it is killed.
template<class Work>
auto doneApart(unsigned seconds, const Work &work) -> Apart<decltype(work())>
{
    using Said = decltype(work());
    static_assert(std::is_trivially_copyable_v<Said>);
    std::array<int, 2> words = {};
    if (::pipe(words.data()) != 0)
        fail(QStringLiteral("no pipe"));
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(seconds);
        const Said said = work();
        ::_exit(::write(words[1], &said, sizeof said) == ssize_t(sizeof said) ? 0 : 1);
    }
    ::close(words[1]);
    Apart<Said> apart;
    const bool isRead = ::read(words[0], &apart.said, sizeof apart.said) == ssize_t(sizeof apart.said);
    ::close(words[0]);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        fail(QStringLiteral("no process"));
    apart.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    apart.hasSaid = isRead && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return apart;
}

} // namespace milepost::faults
