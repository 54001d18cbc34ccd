// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/comment.h"

namespace milepost {

const RecordType<Comment> &Comment::type()
{
    static const RecordType<Comment> type(
        17, "comment",
        {
            clearField<&Comment::board>(1, "board_id").required().refersTo("board"),
            contentField<&Comment::subject>(2, "subject").required(),
            contentField<&Comment::author>(3, "author_id").refersTo("person"),
            contentField<&Comment::at>(4, "at").required(),
            contentField<&Comment::text>(5, "text").required(),
        },
        {"board_id"});
    return type;
}

} // namespace milepost
