// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/jsonrestore.h"

#include "core/exchange/rowqueue.h"
#include "core/exchange/sourcefile.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

using Json = nlohmann::json;

/// Takes an export apart as nlohmann's parser meets it. Each function answers false to stop.
class ExportReader final : public nlohmann::json_sax<Json>
{
public:
    explicit ExportReader(RowQueue &queue) : m_queue(queue) {}
    Q_DISABLE_COPY_MOVE(ExportReader)

    const std::optional<QStringList> &fault() const { return m_fault; } ///< where, and what
    bool isComplete() const { return m_isExport && m_hasVersion && m_place == Place::End; }

    bool null() override { return take(std::monostate()); }
    bool boolean(bool) override { return fail(u"true and false have no place there"_s); }
    bool number_integer(number_integer_t number) override { return takeInteger(number); }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (number > static_cast<number_unsigned_t>(std::numeric_limits<qint64>::max()))
            return fail(u"a whole number is too large"_s);
        return takeInteger(static_cast<qint64>(number));
    }
    bool number_float(number_float_t number, const string_t &) override { return take(number); }
    bool string(string_t &text) override;
    bool binary(binary_t &) override { return fail(u"this is not JSON"_s); }
    bool start_object(std::size_t) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool key(string_t &key) override;
    bool parse_error(std::size_t position, const std::string &,
                     const nlohmann::detail::exception &error) override;

private:
    enum class Place { Start, Top, Tables, Table, Rows, Row, Boxed, End };

    bool takeInteger(qint64 number);
    bool take(const Cell &cell);
    bool takeBoxed(const QByteArray &text);
    bool fail(const QString &what);

    RowQueue &m_queue;
    Place m_place = Place::Start;
    QByteArray m_key;
    QByteArray m_column;
    RawRow m_row;
    qint64 m_rows = 0;
    bool m_isExport = false;
    bool m_hasVersion = false;
    bool m_isStopped = false;
    std::optional<QStringList> m_fault;
};

bool ExportReader::fail(const QString &what)
{
    const QString table = QString::fromUtf8(m_row.table);
    const QString where =
        table.isEmpty() ? u"the beginning"_s : u"row %1 of table %2"_s.arg(QString::number(m_rows), table);
    m_fault = QStringList{where, what};
    return false;
}

bool ExportReader::takeInteger(qint64 number)
{
    if (m_place == Place::Top && m_key == "version") {
        m_hasVersion = number == 1;
        return m_hasVersion || fail(u"version %1 of the format is not known"_s.arg(number));
    }
    return take(number);
}

bool ExportReader::take(const Cell &cell)
{
    if (m_place != Place::Row)
        return fail(u"something else was expected there"_s);
    if (!isNull(cell))
        m_row.cells.append({m_key, cell});
    return true;
}

bool ExportReader::string(string_t &text)
{
    const QByteArray utf8 = QByteArray::fromStdString(text);
    if (m_place == Place::Boxed)
        return takeBoxed(utf8);
    if (m_place == Place::Top && m_key == "format") {
        m_isExport = utf8 == "milepost-export";
        return m_isExport || fail(u"the format is another"_s);
    }
    return take(Text{utf8});
}

bool ExportReader::takeBoxed(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (m_key == "real") {
        m_row.cells.append({m_column, Cell(text.toDouble())});
        return true;
    }
    if (!decoded || (m_key != "base64" && m_key != "text"))
        return fail(u"bytes are not written as base64"_s);
    m_row.cells.append({m_column, m_key == "text" ? Cell(Text{*decoded}) : Cell(*decoded)});
    return true;
}

bool ExportReader::start_object(std::size_t)
{
    switch (m_place) {
    case Place::Start:
        m_place = Place::Top;
        return true;
    case Place::Top:
        if (m_key != "tables")
            break;
        m_place = Place::Tables;
        return true;
    case Place::Rows:
        m_place = Place::Row;
        m_row.cells.clear();
        ++m_rows;
        return true;
    case Place::Row:
        m_place = Place::Boxed;
        m_column = m_key;
        return true;
    case Place::Tables:
    case Place::Table:
    case Place::Boxed:
    case Place::End:
        break;
    }
    return fail(u"an object has no place there"_s);
}

bool ExportReader::end_object()
{
    switch (m_place) {
    case Place::Top:
        m_place = Place::End;
        return true;
    case Place::Tables:
        m_place = Place::Top;
        return true;
    case Place::Boxed:
        m_place = Place::Row;
        return true;
    case Place::Row:
        m_place = Place::Rows;
        m_isStopped = !m_queue.push(m_row);
        return !m_isStopped;
    case Place::Start:
    case Place::Table:
    case Place::Rows:
    case Place::End:
        break;
    }
    return fail(u"an object ends where none begins"_s);
}

bool ExportReader::start_array(std::size_t)
{
    if (m_place != Place::Tables)
        return fail(u"a list has no place there"_s);
    m_place = Place::Rows;
    m_row.table = m_key;
    m_rows = 0;
    return true;
}

bool ExportReader::end_array()
{
    m_place = Place::Tables;
    return true;
}

bool ExportReader::key(string_t &key)
{
    m_key = QByteArray::fromStdString(key);
    return true;
}

bool ExportReader::parse_error(std::size_t position, const std::string &,
                               const nlohmann::detail::exception &error)
{
    const QString text = QString::fromUtf8(error.what());
    m_fault = QStringList{u"byte %1"_s.arg(position), text.mid(text.indexOf(u": ") + 2)};
    return false;
}

Error malformed(const QString &source, const QStringList &fault)
{
    return {Error::Code::RestoreMalformed, {source, fault.value(0), fault.value(1)}};
}

/// Reads all of it into the queue.
Done read(QByteArrayView bytes, const QString &source, RowQueue &queue)
{
    ExportReader reader(queue);
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &reader))
        return reader.fault() ? Done(malformed(source, *reader.fault()))
                              : Done(Error{Error::Code::Cancelled});
    if (!reader.isComplete())
        return malformed(source, {u"the end"_s, u"format or version is missing"_s});
    return {};
}

} // namespace

Done restoreJson(Session &session, const QString &source, const QString &path)
{
    const Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
    if (!file)
        return file.error();
    const auto queue = std::make_shared<RowQueue>();
    QFuture<Done> restored =
        session.restore(path, [queue] { return queue->pull(); }).then([queue](const Done &done) {
            queue->abandon();
            return done;
        });
    queue->finish(read((*file)->bytes(), source, *queue));
    const Done done = session.wait(std::move(restored));
    if (done)
        return done;
    Error error = done.error();
    if (error.code == Error::Code::RestoreUnfit && error.values.value(0).isEmpty())
        error.values[0] = source;
    return error;
}

} // namespace milepost
