// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/words.h"

#include <QByteArray>
#include <QByteArrayView>

namespace milepost {

enum class TextEncoding { Utf8, Utf8Bom, Utf16LE, Utf16BE, Latin1, Windows1252 };

MILEPOST_WORDS(TextEncoding, {TextEncoding::Utf8, "utf-8"}, {TextEncoding::Utf8Bom, "utf-8 with bom"},
               {TextEncoding::Utf16LE, "utf-16le"}, {TextEncoding::Utf16BE, "utf-16be"},
               {TextEncoding::Latin1, "iso-8859-1"}, {TextEncoding::Windows1252, "windows-1252"})

/// The bytes of a file as UTF-8 without byte order mark. What was UTF-8 already is not copied: then the bytes
/// must outlive it.
struct DecodedText
{
    TextEncoding encoding = TextEncoding::Utf8;
    QByteArrayView utf8 = {};
    QByteArray converted = {}; ///< owns `utf8` unless the file's own bytes serve
};

/// Finds out how the text is encoded: a byte order mark; UTF-16 without one by its zero bytes; UTF-8 if it is
/// valid; else Windows-1252, told as Latin-1 if nothing tells the two apart. Text that has valid sequences of
/// UTF-8 as well as invalid bytes is damaged: as Windows-1252 it would be read wrong somewhere. Errors:
/// TextControl for U+0000, ImportEncoding for what no encoding explains, both with the line.
Result<DecodedText> decodeText(QByteArrayView bytes, const QString &file);

/// The physical line (from 1) that a position is in. CRLF, LF and CR each end one line.
qint64 lineAt(QByteArrayView text, qsizetype position);

} // namespace milepost
