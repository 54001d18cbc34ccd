// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cell.h"
#include "core/domain/id.h"
#include "core/domain/words.h"

#include <QDate>
#include <QList>

#include <optional>

namespace milepost {

enum class ColumnType { Integer, Real, Text, Blob };

/// How a C++ type is stored: its column type, and the way to a cell and back. `read` answers false for a cell
/// that such a field never holds (the row is then damaged). A default value is never stored; fields see to
/// that.
template<class T>
struct Codec;

/// ISO 8601, "2026-11-22"; written by hand because QDate's own way takes a third of an import's time.
QByteArray isoDate(QDate date);
std::optional<QDate> fromIsoDate(QByteArrayView text);

template<>
struct Codec<qint64>
{
    static constexpr ColumnType kType = ColumnType::Integer;
    static Cell write(qint64 value) { return value; }
    static bool read(const Cell &cell, qint64 &value);
};

template<>
struct Codec<int>
{
    static constexpr ColumnType kType = ColumnType::Integer;
    static Cell write(int value) { return qint64{value}; }
    static bool read(const Cell &cell, int &value);
};

template<>
struct Codec<bool>
{
    static constexpr ColumnType kType = ColumnType::Integer;
    static Cell write(bool value) { return qint64{value ? 1 : 0}; }
    static bool read(const Cell &cell, bool &value);
};

template<>
struct Codec<double>
{
    static constexpr ColumnType kType = ColumnType::Real;
    static Cell write(double value) { return value == 0 ? 0.0 : value; } // SQLite keeps no negative zero
    static bool read(const Cell &cell, double &value);
};

template<>
struct Codec<QString>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(const QString &value) { return Text{value.toUtf8()}; }
    static bool read(const Cell &cell, QString &value);
};

template<>
struct Codec<QByteArray>
{
    static constexpr ColumnType kType = ColumnType::Blob;
    static Cell write(const QByteArray &value) { return value; }
    static bool read(const Cell &cell, QByteArray &value);
};

template<>
struct Codec<QDate>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(QDate value) { return Text{isoDate(value)}; }
    static bool read(const Cell &cell, QDate &value);
};

template<class Record>
struct Codec<Id<Record>>
{
    static constexpr ColumnType kType = ColumnType::Integer;
    static Cell write(Id<Record> value) { return value.value(); }
    static bool read(const Cell &cell, Id<Record> &value)
    {
        const qint64 *number = std::get_if<qint64>(&cell);
        if (!number || *number <= 0)
            return false;
        value = Id<Record>(*number);
        return true;
    }
};

template<class T>
struct Codec<std::optional<T>>
{
    static constexpr ColumnType kType = Codec<T>::kType;
    static Cell write(const std::optional<T> &value) { return value ? Codec<T>::write(*value) : Cell{}; }
    static bool read(const Cell &cell, std::optional<T> &value)
    {
        T inner{};
        if (!Codec<T>::read(cell, inner))
            return false;
        value = inner;
        return true;
    }
};

/// Choices are stored as their words: readable in the file, in an export and on the command line.
template<HasWords Choice>
struct Codec<Choice>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(Choice value) { return Text{wordOf(value).toUtf8()}; }
    static bool read(const Cell &cell, Choice &value)
    {
        const Text *text = std::get_if<Text>(&cell);
        const std::optional<Choice> found =
            text ? fromWord<Choice>(QString::fromUtf8(text->utf8)) : std::nullopt;
        if (found)
            value = *found;
        return found.has_value();
    }
};

} // namespace milepost
