// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codec.h"

#include <cmath>
#include <limits>

namespace milepost {
namespace {

void putDigits(char *to, int value, int count)
{
    for (int i = count - 1; i >= 0; --i, value /= 10)
        to[i] = static_cast<char>('0' + value % 10);
}

std::optional<int> digits(QByteArrayView text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

template<class T>
bool take(const Cell &cell, T &value)
{
    const T *found = std::get_if<T>(&cell);
    if (found)
        value = *found;
    return found != nullptr;
}

} // namespace

QByteArray isoDate(QDate date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    QByteArray text(10, '-');
    putDigits(text.data(), year, 4);
    putDigits(text.data() + 5, month, 2);
    putDigits(text.data() + 8, day, 2);
    return text;
}

std::optional<QDate> fromIsoDate(QByteArrayView text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text.first(4));
    const auto month = digits(text.sliced(5, 2));
    const auto day = digits(text.sliced(8, 2));
    if (!year || !month || !day || *year == 0)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

bool Codec<qint64>::read(const Cell &cell, qint64 &value)
{
    return take(cell, value);
}

bool Codec<int>::read(const Cell &cell, int &value)
{
    qint64 wide = 0;
    if (!take(cell, wide) || wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return false;
    value = static_cast<int>(wide);
    return true;
}

bool Codec<bool>::read(const Cell &cell, bool &value)
{
    qint64 number = 0;
    if (!take(cell, number) || (number != 0 && number != 1))
        return false;
    value = number == 1;
    return true;
}

bool Codec<double>::read(const Cell &cell, double &value)
{
    return take(cell, value) && std::isfinite(value);
}

bool Codec<QString>::read(const Cell &cell, QString &value)
{
    const Text *text = std::get_if<Text>(&cell);
    if (text)
        value = QString::fromUtf8(text->utf8);
    return text != nullptr;
}

bool Codec<QByteArray>::read(const Cell &cell, QByteArray &value)
{
    return take(cell, value);
}

bool Codec<QDate>::read(const Cell &cell, QDate &value)
{
    const Text *text = std::get_if<Text>(&cell);
    const std::optional<QDate> date = text ? fromIsoDate(text->utf8) : std::nullopt;
    if (date)
        value = *date;
    return date.has_value();
}

} // namespace milepost
