// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

#include <QList>
#include <QString>

namespace milepost {

/// Something in the file that does not fit the journal: where it is, and in what way.
struct Finding
{
    enum class Kind {
        Schema,       ///< a table or index is not as this program makes it
        Header,       ///< application id or schema version
        EntryMissing, ///< a sequence number is skipped
        EntryChanged, ///< an entry does not fit its own hash
        ChainBroken,  ///< an entry does not continue the one before it
        AuthorBroken, ///< an author's own numbering does not continue
        DigestWrong,  ///< an entry does not fit the rows that it changed
        RowChanged,   ///< a row does not fit its hash
        RowMissing,   ///< the journal knows a row that is not there
        RowUnknown,   ///< a row that no entry made
        PastChanged,  ///< what the journal keeps of a row's past does not fit
        Unreadable,   ///< bytes that no Milepost writes
        FileDamaged,  ///< the file itself: SQLite cannot read all of it
    };

    Kind kind = Kind::RowChanged;
    QString table = {};
    qint64 id = 0;       ///< row; 0 where there is none
    qint64 seq = 0;      ///< journal sequence; 0 where there is none
    QString detail = {}; ///< what SQLite said, where it was SQLite that found it
    friend bool operator==(const Finding &, const Finding &) = default;
};

MILEPOST_WORDS(Finding::Kind, {Finding::Kind::Schema, "schema"}, {Finding::Kind::Header, "header"},
               {Finding::Kind::EntryMissing, "entry_missing"}, {Finding::Kind::EntryChanged, "entry_changed"},
               {Finding::Kind::ChainBroken, "chain_broken"}, {Finding::Kind::AuthorBroken, "author_broken"},
               {Finding::Kind::DigestWrong, "digest_wrong"}, {Finding::Kind::RowChanged, "row_changed"},
               {Finding::Kind::RowMissing, "row_missing"}, {Finding::Kind::RowUnknown, "row_unknown"},
               {Finding::Kind::PastChanged, "past_changed"}, {Finding::Kind::Unreadable, "unreadable"},
               {Finding::Kind::FileDamaged, "file_damaged"})

/// What a verification found.
struct Verification
{
    qint64 entries = 0;
    qint64 rows = 0;
    QList<Finding> findings = {}; ///< the first hundred at most
};

} // namespace milepost
