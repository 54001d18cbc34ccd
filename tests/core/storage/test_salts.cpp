// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/salts.h"
#include "tests/support/printing.h"

#include <QSet>

using namespace milepost;

TEST_CASE("no salt comes twice, neither in one write nor in the next", "[storage]")
{
    constexpr int kEach = 1000;
    QSet<QByteArray> seen;

    Salts first;
    Salts second;
    for (int i = 0; i < kEach; ++i) {
        seen.insert(first.next().toByteArray());
        seen.insert(second.next().toByteArray());
    }

    CHECK(seen.size() == qsizetype{2} * kEach);
    CHECK(std::all_of(seen.cbegin(), seen.cend(),
                      [](const QByteArray &salt) { return salt.size() == Salts::kSize; }));
}
