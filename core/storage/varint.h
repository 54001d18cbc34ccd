// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// Small numbers in few bytes: seven bits a byte, least significant first (LEB128).
namespace milepost::varint {

inline void append(QByteArray &to, quint64 value)
{
    while (value >= 0x80) {
        to.append(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    to.append(static_cast<char>(value));
}

inline bool read(QByteArrayView from, qsizetype &position, quint64 &value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64 && position < from.size(); shift += 7) {
        const auto byte = static_cast<quint8>(from[position++]);
        value |= quint64{byte & 0x7fU} << shift;
        if ((byte & 0x80U) == 0)
            return true;
    }
    return false;
}

/// Signed differences, small ones of either sign in few bytes.
inline quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1U) ^ static_cast<quint64>(value >> 63);
}

inline qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>(value >> 1U) ^ -static_cast<qint64>(value & 1U);
}

} // namespace milepost::varint
