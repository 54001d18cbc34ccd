// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/salts.h"

#include <QRandomGenerator>
#include <QtEndian>

namespace milepost {

Salts::Salts() : m_hash(QCryptographicHash::Blake2b_512)
{
    QRandomGenerator::system()->fillRange(m_seed.data(), qsizetype(m_seed.size()));
}

QByteArrayView Salts::next()
{
    if (m_used == m_block.size())
        makeBlock();
    m_used += kSize;
    return QByteArrayView(m_block).sliced(m_used - kSize, kSize);
}

void Salts::makeBlock()
{
    const quint64 number = qToLittleEndian(m_blocks++);
    m_hash.reset();
    m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(m_seed.data()), sizeof m_seed));
    m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    m_block = m_hash.result();
    m_used = 0;
}

} // namespace milepost
