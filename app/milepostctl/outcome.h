// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace milepost::ctl {

/// The exit codes that scripts rely on.
enum class Exit { Done = 0, Refused = 1, Usage = 2 };

/// What a command came to: an object for scripts, the same as text for people, or why there is neither. A
/// check that finds something, and a refused import, have both.
struct Outcome
{
    Exit exit = Exit::Done;
    std::optional<QJsonObject> object = {};
    QString text = {};
    std::optional<Error> error = {};
    QString remark = {}; ///< what is said besides, to standard error, when all went well; lines
};

/// The error as the command line says it, by the names of its options.
QString said(const Error &error);
/// Exit 2 for what the arguments alone show to be wrong, 1 for everything that needed the workspace.
Outcome refused(const Error &error);
/// Exit 2, whatever the error.
Outcome wrongArguments(const Error &error);

/// Writes the outcome where it belongs: the object or the text to standard output, one line about the error
/// to standard error. Answers the exit code.
int tell(const Outcome &outcome, bool isJson);

} // namespace milepost::ctl
