// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <functional>

class QRandomGenerator;

namespace milepost {

/// Makes ids that no other client makes: milliseconds since 2020 in the upper bits, random bits below, and
/// incremented within a process, so that rows made together lie together in the file.
class IdSource
{
public:
    /// Starts at \p now (UTC milliseconds since 1970) with \p random as the low bits.
    IdSource(qint64 now, quint32 random);
    /// Starts at the wall clock with the system's randomness.
    static IdSource fromSystem();
    /// The same at a clock that says \p now: a time before 2020 or after 2089 is none, and another is made
    /// up.
    static IdSource atClock(qint64 now, QRandomGenerator &random);
    /// Its first id will be \p first.
    static IdSource startingAt(qint64 first);
    /// Leaves out \p count ids, and answers the first of them: for a decision that is taken more than once.
    qint64 reserve(qint64 count);

    template<class Record>
    Id<Record> next()
    {
        return Id<Record>(nextValue());
    }
    qint64 nextValue() { return ++m_last; }

private:
    explicit IdSource(qint64 last) : m_last(last) {}

    qint64 m_last;
};

} // namespace milepost
