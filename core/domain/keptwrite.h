// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/references.h"
#include "core/domain/draft.h"

namespace milepost {

/// A write as its author meant it, kept on their machine until it is known what became of it.
struct KeptWrite
{
    /// A row that it was to remove, and the `rev` that its author saw.
    struct Removal
    {
        RowPlace place = {};
        qint64 rev = 0;
        friend bool operator==(const Removal &, const Removal &) = default;
    };

    QByteArray writeId = {};
    PersonId person = {};
    qint64 at = 0; ///< UTC milliseconds
    Act act = Act::Edit;
    QVariantMap values = {};
    /// Whether the edits were kept: without them one can learn whether it was written, and no more.
    bool isWhole = false;
    Edits edits = {};
    QList<Removal> removals = {}; ///< what the edits remove
};

/// What became of a kept write that nobody had been told of.
struct Settlement
{
    enum class Outcome {
        Written, ///< it stands in the workspace, from then or from now
        Dropped, ///< it does not, and will not
    };
    KeptWrite write = {};
    Outcome outcome = Outcome::Dropped;
    QString about = {}; ///< the name of what it was about; empty if that is gone or not to be seen
};

} // namespace milepost
