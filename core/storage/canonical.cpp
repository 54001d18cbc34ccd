// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/canonical.h"

#include "core/storage/varint.h"

#include <QtEndian>

#include <bit>

namespace milepost {
namespace canonical {
namespace {

enum Kind : char { Integer = 1, Real = 2, TextKind = 3, Bytes = 4 };

void appendFixed(QByteArray &to, quint64 value)
{
    value = qToLittleEndian(value);
    to.append(QByteArrayView(reinterpret_cast<const char *>(&value), sizeof value));
}

bool readFixed(QByteArrayView from, qsizetype &position, quint64 &value)
{
    if (from.size() - position < qsizetype(sizeof value))
        return false;
    value = qFromLittleEndian<quint64>(from.data() + position);
    position += qsizetype(sizeof value);
    return true;
}

bool readBytes(QByteArrayView from, qsizetype &position, QByteArray &bytes)
{
    quint64 size = 0;
    if (!varint::read(from, position, size) || size > quint64(from.size() - position))
        return false;
    bytes = from.sliced(position, qsizetype(size)).toByteArray();
    position += qsizetype(size);
    return true;
}

bool readValue(QByteArrayView from, qsizetype &position, char kind, Cell &cell)
{
    quint64 fixed = 0;
    QByteArray bytes;
    switch (kind) {
    case Integer:
        if (!readFixed(from, position, fixed))
            return false;
        cell = static_cast<qint64>(fixed);
        return true;
    case Real:
        if (!readFixed(from, position, fixed))
            return false;
        cell = std::bit_cast<double>(fixed);
        return true;
    case TextKind:
    case Bytes:
        if (!readBytes(from, position, bytes))
            return false;
        cell = kind == TextKind ? Cell(Text{bytes}) : Cell(bytes);
        return true;
    default:
        return false;
    }
}

} // namespace

void append(QByteArray &to, int tag, const Cell &cell)
{
    varint::append(to, static_cast<quint64>(tag));
    to.append(static_cast<char>(cell.index()));
    switch (cell.index()) {
    case Integer:
        return appendFixed(to, static_cast<quint64>(std::get<qint64>(cell)));
    case Real:
        // SQLite keeps no negative zero: what it gives back must have the same bytes.
        return appendFixed(to, std::bit_cast<quint64>(std::get<double>(cell) + 0.0));
    case TextKind:
        varint::append(to, static_cast<quint64>(std::get<Text>(cell).utf8.size()));
        to.append(std::get<Text>(cell).utf8);
        return;
    case Bytes:
        varint::append(to, static_cast<quint64>(std::get<QByteArray>(cell).size()));
        to.append(std::get<QByteArray>(cell));
        return;
    default:
        Q_UNREACHABLE();
    }
}

bool read(QByteArrayView from, qsizetype &position, int &tag, Cell &cell)
{
    qsizetype at = position;
    quint64 number = 0;
    if (!varint::read(from, at, number) || at >= from.size() || number > 1'000'000)
        return false;
    const char kind = from[at++];
    if (!readValue(from, at, kind, cell))
        return false;
    tag = static_cast<int>(number);
    position = at;
    return true;
}

} // namespace canonical

QByteArrayView RowHash::ofRow(QByteArrayView salt, int table, qint64 row, QByteArrayView stored)
{
    return make('+', salt, table, row, stored);
}

QByteArrayView RowHash::ofNothing(QByteArrayView salt, int table, qint64 row)
{
    return make('-', salt, table, row, {});
}

QByteArrayView RowHash::make(char kind, QByteArrayView salt, int table, qint64 row, QByteArrayView stored)
{
    struct Place
    {
        quint64 row;
        quint32 table;
        quint32 kind;
    };
    const Place place{qToLittleEndian(static_cast<quint64>(row)),
                      qToLittleEndian(static_cast<quint32>(table)),
                      qToLittleEndian(static_cast<quint32>(kind))};
    m_hash.reset();
    m_hash.addData(salt);
    m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&place), sizeof place));
    m_hash.addData(stored);
    return m_hash.resultView();
}

} // namespace milepost
