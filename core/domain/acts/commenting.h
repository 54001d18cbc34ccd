// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"

namespace milepost {

/// Takes a comment away. For its author, who may still comment on the board. NotAllowed for everybody else.
/// The act says `kind: comment`, and is about what the comment was about.
Result<Draft> deleteComment(Situation &in, CommentId comment);

} // namespace milepost
