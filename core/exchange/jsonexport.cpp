// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/jsonexport.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cmath>

namespace milepost {
namespace {

QByteArray quoted(const QByteArray &utf8)
{
    static const char kHex[] = "0123456789abcdef";
    QByteArray text = "\"";
    for (const char letter : utf8) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\')
            text += '\\';
        if (code >= 0x20)
            text += letter;
        else
            text += QByteArray("\\u00") + kHex[code >> 4] + kHex[code & 15];
    }
    return text + '"';
}

QByteArray boxed(const char *kind, const QByteArray &content)
{
    return QByteArray("{\"") + kind + "\":\"" + content + "\"}";
}

struct JsonOf
{
    QByteArray operator()(std::monostate) const { return "null"; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(double number) const
    {
        if (!std::isfinite(number))
            return boxed("real", number > 0 ? "inf" : "-inf");
        const QByteArray digits = QByteArray::number(number, 'g', 17);
        return digits.contains('.') || digits.contains('e') ? digits : digits + ".0";
    }
    QByteArray operator()(const Text &text) const
    {
        const bool isUtf8 = QString::fromUtf8(text.utf8).toUtf8() == text.utf8;
        return isUtf8 ? quoted(text.utf8) : boxed("text", text.utf8.toBase64());
    }
    QByteArray operator()(const QByteArray &bytes) const { return boxed("base64", bytes.toBase64()); }
};

/// Ids have more digits than JavaScript's numbers keep. The journal calls some of them by other names.
bool isId(const QByteArray &table, const QByteArray &column)
{
    static const QByteArrayList kOfJournal = {"author", "device", "row"};
    return column == "id" || column.endsWith("_id") ||
           (table.startsWith("journal") && kOfJournal.contains(column));
}

QByteArray jsonOf(const QByteArray &table, const QByteArray &column, const Cell &cell)
{
    const QByteArray text = std::visit(JsonOf(), cell);
    return std::holds_alternative<qint64>(cell) && isId(table, column) ? quoted(text) : text;
}

QByteArray jsonOf(const RawRow &row)
{
    QByteArray text = "{";
    for (const auto &[column, cell] : row.cells) {
        if (text.size() > 1)
            text += ',';
        text += quoted(column) + ':' + jsonOf(row.table, column, cell);
    }
    return text + '}';
}

/// The tables one after another, as the rows come.
class Writer
{
public:
    explicit Writer(QSaveFile &file) : m_file(file) {}

    bool begin() { return write(R"({"format":"milepost-export","version":1,"tables":{)"); }
    bool take(const RawRow &row)
    {
        QByteArray before = ",\n";
        if (row.table != m_table) {
            before =
                (m_table.isEmpty() ? QByteArray("\n") : QByteArray("\n],\n")) + quoted(row.table) + ":[\n";
            m_table = row.table;
        }
        return write(before + jsonOf(row));
    }
    bool end() { return write(m_table.isEmpty() ? "}}\n" : "\n]}}\n"); }

private:
    bool write(const QByteArray &bytes) { return m_file.write(bytes) == bytes.size(); }

    QSaveFile &m_file;
    QByteArray m_table;
};

Error unwritable(const QSaveFile &file)
{
    return {Error::Code::FileUnwritable, {file.fileName(), file.errorString()}};
}

} // namespace

Done exportJson(Session &session, const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{Error::Code::FileExists, {path}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    Writer writer(file);
    bool isWritten = writer.begin();
    const Done done = session.wait(session.readRaw([&](const RawRow &row) {
        isWritten = isWritten && writer.take(row);
        return isWritten;
    }));
    if (!isWritten)
        return unwritable(file);
    if (!done)
        return done;
    // Flushed by hand: a commit does not notice when what is left has no room.
    if (!writer.end() || !file.flush() || !file.commit())
        return unwritable(file);
    return {};
}

} // namespace milepost
