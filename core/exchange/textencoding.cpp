// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/textencoding.h"

#include <array>
#include <cstring>
#include <optional>

namespace milepost {
namespace {

using namespace Qt::StringLiterals;

/// Windows-1252 from 0x80 to 0x9F; 0 where it defines nothing (unicode.org, CP1252.TXT).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byteAt(QByteArrayView bytes, qsizetype i)
{
    return static_cast<unsigned char>(bytes[i]);
}

void appendUtf8(QByteArray &text, char32_t c)
{
    const auto tail = [&](int shift) { text.append(static_cast<char>(0x80U | ((c >> shift) & 0x3FU))); };
    if (c < 0x80) {
        text.append(static_cast<char>(c));
    } else if (c < 0x800) {
        text.append(static_cast<char>(0xC0U | (c >> 6)));
        tail(0);
    } else if (c < 0x10000) {
        text.append(static_cast<char>(0xE0U | (c >> 12)));
        tail(6);
        tail(0);
    } else {
        text.append(static_cast<char>(0xF0U | (c >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

Error unfit(const QString &file, qint64 line)
{
    return Error{Error::Code::ImportEncoding, {file, QString::number(line)}};
}

Result<DecodedText> withoutZero(DecodedText text, const QString &file)
{
    const qsizetype zero = text.utf8.indexOf('\0');
    if (zero >= 0)
        return Error{Error::Code::TextControl, {u"U+0000"_s, file, QString::number(lineAt(text.utf8, zero))}};
    return text;
}

/// How long a sequence is that begins with this byte; 0 if none does.
qsizetype lengthAfter(unsigned char lead)
{
    if (lead < 0xC2 || lead >= 0xF5)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Length of the valid UTF-8 sequence at a byte from 0x80 on, 0 if it is none (Unicode, table 3-7).
qsizetype sequenceAt(QByteArrayView bytes, qsizetype i)
{
    const unsigned char lead = byteAt(bytes, i);
    const qsizetype length = lengthAfter(lead);
    if (length == 0 || i + length > bytes.size())
        return 0;
    for (qsizetype k = 1; k < length; ++k)
        if ((byteAt(bytes, i + k) & 0xC0U) != 0x80)
            return 0;
    const unsigned char second = byteAt(bytes, i + 1);
    const bool isOverlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool isOutside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return isOverlong || isOutside ? 0 : length;
}

struct Utf8Census
{
    bool hasSequence = false; ///< of several bytes
    std::optional<qsizetype> firstInvalid = {};
};

Utf8Census censusOf(QByteArrayView bytes)
{
    Utf8Census census;
    for (qsizetype i = 0; i < bytes.size() && !(census.hasSequence && census.firstInvalid);) {
        if (byteAt(bytes, i) < 0x80) {
            ++i;
            continue;
        }
        const qsizetype length = sequenceAt(bytes, i);
        if (length == 0 && !census.firstInvalid)
            census.firstInvalid = i;
        census.hasSequence |= length > 0;
        i += qMax<qsizetype>(length, 1);
    }
    return census;
}

Result<DecodedText> fromWindows1252(QByteArrayView bytes, const QString &file)
{
    DecodedText text{TextEncoding::Latin1, {}, {}};
    text.converted.reserve(bytes.size() + bytes.size() / 8);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const unsigned char byte = byteAt(bytes, i);
        const bool isControl = byte >= 0x80 && byte < 0xA0;
        const char16_t c = isControl ? kWindows1252[byte - 0x80U] : char16_t(byte);
        if (isControl && c == 0)
            return unfit(file, lineAt(bytes, i));
        if (isControl)
            text.encoding = TextEncoding::Windows1252;
        appendUtf8(text.converted, c);
    }
    text.utf8 = text.converted;
    return withoutZero(std::move(text), file);
}

Result<DecodedText> fromUtf16(QByteArrayView bytes, TextEncoding encoding, const QString &file)
{
    DecodedText text{encoding, {}, {}};
    const bool isLittle = encoding == TextEncoding::Utf16LE;
    const auto unitAt = [&](qsizetype i) {
        const auto low = byteAt(bytes, isLittle ? i : i + 1);
        const auto high = byteAt(bytes, isLittle ? i + 1 : i);
        return static_cast<char16_t>(high << 8U | low);
    };
    text.converted.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unitAt(i);
        if (QChar::isSurrogate(c)) {
            const bool isPair =
                QChar::isHighSurrogate(c) && i + 3 < bytes.size() && QChar::isLowSurrogate(unitAt(i + 2));
            if (!isPair)
                return unfit(file, lineAt(text.converted, text.converted.size()));
            i += 2;
            c = QChar::surrogateToUcs4(static_cast<char16_t>(c), unitAt(i));
        }
        appendUtf8(text.converted, c);
    }
    if (bytes.size() % 2 != 0)
        return unfit(file, lineAt(text.converted, text.converted.size()));
    text.utf8 = text.converted;
    return withoutZero(std::move(text), file);
}

/// UTF-16 without a byte order mark: in separators, digits and line ends one byte of the two is zero, and in
/// text of other encodings none is.
std::optional<TextEncoding> utf16ByZeros(QByteArrayView bytes)
{
    const qsizetype units = qMin<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype first = 0;
    qsizetype second = 0;
    for (qsizetype i = 0; i < units; ++i) {
        first += bytes[2 * i] == '\0';
        second += bytes[2 * i + 1] == '\0';
    }
    const auto isHalfZero = [units](qsizetype zeros, qsizetype others) {
        return others == 0 && zeros > 1 && zeros * 4 >= units;
    };
    if (isHalfZero(second, first))
        return TextEncoding::Utf16LE;
    if (isHalfZero(first, second))
        return TextEncoding::Utf16BE;
    return std::nullopt;
}

Result<DecodedText> fromUtf8(QByteArrayView bytes, bool hasMark, const QString &file)
{
    if (bytes.isValidUtf8())
        return withoutZero({hasMark ? TextEncoding::Utf8Bom : TextEncoding::Utf8, bytes, {}}, file);
    const Utf8Census census = censusOf(bytes);
    if (hasMark || census.hasSequence)
        return unfit(file, lineAt(bytes, census.firstInvalid.value_or(0)));
    return fromWindows1252(bytes, file);
}

} // namespace

Result<DecodedText> decodeText(QByteArrayView bytes, const QString &file)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return fromUtf8(bytes.sliced(3), true, file);
    if (bytes.startsWith("\xFF\xFE"))
        return fromUtf16(bytes.sliced(2), TextEncoding::Utf16LE, file);
    if (bytes.startsWith("\xFE\xFF"))
        return fromUtf16(bytes.sliced(2), TextEncoding::Utf16BE, file);
    if (const auto encoding = utf16ByZeros(bytes))
        return fromUtf16(bytes, *encoding, file);
    return fromUtf8(bytes, false, file);
}

qint64 lineAt(QByteArrayView text, qsizetype position)
{
    qint64 line = 1;
    for (qsizetype i = 0; i < position; ++i)
        line += text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'));
    return line;
}

} // namespace milepost
