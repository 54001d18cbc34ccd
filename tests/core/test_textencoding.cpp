// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/textencoding.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QByteArray utf16(const QString &text, bool isLittle)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char low = static_cast<char>(c.unicode() & 0xFF);
        const char high = static_cast<char>(c.unicode() >> 8);
        bytes.append(isLittle ? low : high);
        bytes.append(isLittle ? high : low);
    }
    return bytes;
}

/// The encoding that was found and the text as UTF-8.
std::pair<TextEncoding, QByteArray> decoded(const QByteArray &bytes)
{
    const auto text = decodeText(bytes, u"f.csv"_s);
    REQUIRE(text);
    return {text->encoding, text->utf8.toByteArray()};
}

Error refusal(const QByteArray &bytes)
{
    const auto text = decodeText(bytes, u"f.csv"_s);
    REQUIRE_FALSE(text);
    return text.error();
}

const QString kText = u"date,name\n2026-11-22,Zoë 🙂 €\n"_s;

} // namespace

TEST_CASE("text is read the same from each encoding, which is told", "[encoding]")
{
    const QByteArray utf8 = kText.toUtf8();

    CHECK(decoded(utf8) == std::pair(TextEncoding::Utf8, utf8));
    CHECK(decoded("\xEF\xBB\xBF" + utf8) == std::pair(TextEncoding::Utf8Bom, utf8));
    CHECK(decoded("\xFF\xFE" + utf16(kText, true)) == std::pair(TextEncoding::Utf16LE, utf8));
    CHECK(decoded("\xFE\xFF" + utf16(kText, false)) == std::pair(TextEncoding::Utf16BE, utf8));
}

TEST_CASE("UTF-16 without a byte order mark is known by its zero bytes", "[encoding]")
{
    CHECK(decoded(utf16(kText, true)) == std::pair(TextEncoding::Utf16LE, kText.toUtf8()));
    CHECK(decoded(utf16(kText, false)) == std::pair(TextEncoding::Utf16BE, kText.toUtf8()));
}

TEST_CASE("Latin-1 and Windows-1252 are told apart by the bytes that only one of them has", "[encoding]")
{
    CHECK(decoded("caf\xE9\n") == std::pair(TextEncoding::Latin1, u"café\n"_s.toUtf8()));
    CHECK(decoded("caf\xE9 5 \x80\n") == std::pair(TextEncoding::Windows1252, u"café 5 €\n"_s.toUtf8()));
    CHECK(decoded("\x93quoted\x94 \x96 \x8A\xFC\xDF\n") ==
          std::pair(TextEncoding::Windows1252, u"“quoted” – Šüß\n"_s.toUtf8()));
}

TEST_CASE("a byte that Windows-1252 does not define is refused with its line", "[encoding]")
{
    const char byte = GENERATE('\x81', '\x8D', '\x8F', '\x90', '\x9D');

    const Error error = refusal(QByteArray("a,b\r\n1,2\r\n3,\xE9") + byte);
    CHECK(error == Error{Error::Code::ImportEncoding, {u"f.csv"_s, u"3"_s}});
}

TEST_CASE("UTF-8 with one broken byte is damaged, not Windows-1252", "[encoding]")
{
    const QByteArray damaged = u"Zoë\nJosé\nMünchen\n"_s.toUtf8() + "Br\xFC" + "cke\n";

    CHECK(refusal(damaged) == Error{Error::Code::ImportEncoding, {u"f.csv"_s, u"4"_s}});
    CHECK(refusal(u"Zürich\n"_s.toUtf8() + "\xE9\xE8\n\xE9\n") ==
          Error{Error::Code::ImportEncoding, {u"f.csv"_s, u"2"_s}});
    CHECK(refusal("\xE9\n" + u"Zürich\n"_s.toUtf8()) ==
          Error{Error::Code::ImportEncoding, {u"f.csv"_s, u"1"_s}});
    CHECK(refusal("\xEF\xBB\xBF"
                  "a\n\xE9") == Error{Error::Code::ImportEncoding, {u"f.csv"_s, u"2"_s}});
}

TEST_CASE("UTF-16 with half a character is refused with its line", "[encoding]")
{
    CHECK(refusal("\xFF\xFE" + utf16(u"a\nb"_s, true) + "c").values == QStringList{u"f.csv"_s, u"2"_s});
    CHECK(refusal("\xFF\xFE" + utf16(u"a\n\nb"_s + QChar(0xD83D) + u"c"_s, true)).values ==
          QStringList{u"f.csv"_s, u"3"_s});
}

TEST_CASE("U+0000 is refused with its line in every encoding", "[encoding]")
{
    const Error expected{Error::Code::TextControl, {u"U+0000"_s, u"f.csv"_s, u"2"_s}};
    const QString text = u"date,value\n2026,"_s + QChar(0) + u"5\n"_s;

    CHECK(refusal(text.toUtf8()) == expected);
    CHECK(refusal("\xFF\xFE" + utf16(text, true)) == expected);
    CHECK(refusal("\xE9" + text.toUtf8()) == expected);
}

TEST_CASE("CRLF, LF and CR each end one line", "[encoding]")
{
    const QByteArray text = "a\r\nb\rc\nd";

    CHECK(lineAt(text, 0) == 1);
    CHECK(lineAt(text, text.indexOf('b')) == 2);
    CHECK(lineAt(text, text.indexOf('c')) == 3);
    CHECK(lineAt(text, text.indexOf('d')) == 4);
}
