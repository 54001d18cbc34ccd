// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <variant>

namespace milepost {

/// UTF-8 text as it is stored. A type of its own, so that text and bytes are not mistaken for each other.
struct Text
{
    QByteArray utf8;
    friend bool operator==(const Text &, const Text &) = default;
};

/// One stored value: nothing, a number, text or bytes. Nothing stands for a field's default, everywhere.
using Cell = std::variant<std::monostate, qint64, double, Text, QByteArray>;

inline bool isNull(const Cell &cell)
{
    return cell.index() == 0;
}

} // namespace milepost
