// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

#include <array>

namespace milepost {

/// Salts for the hashes of rows: nobody can tell one from the others. Made from 32 bytes of the system's
/// chance by hashing them with a counter, because a million salts drawn from the system (which asks the
/// processor for every eight bytes) take as long as writing the rows.
class Salts
{
public:
    static constexpr qsizetype kSize = 16;

    Salts();
    /// Valid until the next call.
    QByteArrayView next();

private:
    void makeBlock();

    QCryptographicHash m_hash;
    std::array<quint32, 8> m_seed;
    quint64 m_blocks = 0;
    QByteArray m_block;
    qsizetype m_used = 0;
};

} // namespace milepost
