// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/commenting.h"

#include "core/domain/rights.h"

using namespace Qt::StringLiterals;

namespace milepost {

Result<Draft> deleteComment(Situation &in, CommentId comment)
{
    const Comment *present = in.state.find(comment);
    if (!present)
        return Error{Error::Code::NameUnknown, {comment.toString()}};
    if (const Done done = require(in.state, in.asker, present->board, Role::Commenter); !done)
        return done.error();
    if (present->author != in.asker)
        return Error{Error::Code::NotAllowed, {in.state.find(present->board)->name, wordOf(Role::Owner)}};
    Draft draft;
    draft.act = Act::Delete;
    draft.values = {{u"kind"_s, QString::fromLatin1(Comment::type().table())},
                    {u"subject"_s, QString::number(present->subject.id)}};
    draft.edits.remove(comment);
    return draft;
}

} // namespace milepost
