// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace milepost {

/// One step of the file's schema, and what it asks of programs from then on.
struct SchemaStep
{
    int version = 0;   ///< that it leads to
    int minReader = 0; ///< the oldest schema whose programs may read the file afterwards
    int minWriter = 0; ///< the oldest schema whose programs may write to it

    /// Whether programs of the schema before can go on as if nothing had happened.
    constexpr bool isCompatible() const { return minWriter < version; }
    /// Whether they can at least go on reading.
    constexpr bool isReadableBefore() const { return minReader < version; }
};

namespace schemasteps {

/// All steps, the first one making a new file. A released one is never edited.
///
/// A step that adds a field raises both: a program that does not know the field takes the hash of a row
/// without it, so it would call sound rows damaged, and would lose the field where it writes.
inline constexpr std::array kAll = {
    SchemaStep{1, 1, 1},
    // `device` says which program it uses: from here on, who is still on an older one.
    SchemaStep{2, 2, 2},
};

/// The schema from which on `device` says that.
inline constexpr int kDevicesTell = 2;

/// Whether steps are numbered from 1 without a gap, none asks for a program newer than itself, whoever may
/// write may read, and no step lets in again whom an earlier one has kept out.
template<size_t Count>
constexpr bool areSound(const std::array<SchemaStep, Count> &steps)
{
    SchemaStep before;
    for (const SchemaStep &step : steps) {
        const bool isInOrder = step.version == before.version + 1 && step.minReader >= before.minReader &&
                               step.minWriter >= before.minWriter;
        if (!isInOrder || step.minReader < 1 || step.minReader > step.minWriter ||
            step.minWriter > step.version)
            return false;
        before = step;
    }
    return Count > 0;
}
static_assert(areSound(kAll));

/// What this program writes.
inline constexpr int kLatest = kAll.back().version;

/// The step that leads to \p version, 1 to kLatest.
constexpr const SchemaStep &to(int version)
{
    return kAll[static_cast<size_t>(version) - 1];
}

} // namespace schemasteps

} // namespace milepost
