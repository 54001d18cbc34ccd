// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rawtables.h"

#include "core/domain/edits.h"
#include "core/storage/engine.h"
#include "core/storage/schema.h"
#include "core/storage/verifier.h"
#include "core/storage/workspacefile.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace milepost::rawtables {
namespace {

/// The columns of a table, in the order of the schema.
struct TableColumns
{
    QByteArrayList names = {};
    QList<bool> areIntegers = {};
};
using Columns = QHash<QByteArray, TableColumns>; ///< by table

QByteArrayList tables()
{
    QByteArrayList names;
    forEachRecordType([&names]<class Record>(const Record &) { names << Record::type().table(); });
    return names << "journal"
                 << "journal_row";
}

Result<Columns> columnsOf(const Engine &engine)
{
    Columns columns;
    for (const QByteArray &table : tables()) {
        Statement select =
            engine.prepare("SELECT name, type FROM pragma_table_info('" + table + "') ORDER BY cid");
        while (select.next()) {
            columns[table].names << select.bytes(0);
            columns[table].areIntegers << (select.bytes(1) == "INTEGER");
        }
        if (const Done done = select.status(); !done)
            return done.error();
    }
    return columns;
}

Error unfit(const RawRow &row)
{
    QString id;
    for (const auto &[name, cell] : row.cells)
        if (name == "id" || name == "seq")
            id = std::holds_alternative<Text>(cell)     ? QString::fromUtf8(std::get<Text>(cell).utf8)
                 : std::holds_alternative<qint64>(cell) ? QString::number(std::get<qint64>(cell))
                                                        : QString();
    return {Error::Code::RestoreUnfit, {QString(), QString::fromUtf8(row.table), id}};
}

/// Whole numbers may come as text, as ids do.
Cell asInteger(const Cell &cell)
{
    const Text *text = std::get_if<Text>(&cell);
    bool isWhole = false;
    const qint64 number = text ? text->utf8.toLongLong(&isWhole) : 0;
    return isWhole ? Cell(number) : cell;
}

Done insertRow(const Engine &engine, const Columns &columns,
               QHash<QByteArray, std::shared_ptr<Statement>> &inserts, const RawRow &row)
{
    const auto known = columns.constFind(row.table);
    if (known == columns.constEnd())
        return unfit(row);
    std::shared_ptr<Statement> &insert = inserts[row.table];
    const QByteArrayList &names = known->names;
    if (!insert)
        insert = std::make_shared<Statement>(
            engine.prepare("INSERT INTO " + row.table + " (" + names.join(',') + ") VALUES (?" +
                           QByteArray(",?").repeated(names.size() - 1) + ')'));
    for (int i = 0; i < names.size(); ++i)
        insert->bindNull(i + 1);
    for (const auto &[name, cell] : row.cells) {
        const qsizetype index = names.indexOf(name);
        if (index < 0)
            return unfit(row);
        insert->bind(static_cast<int>(index) + 1, known->areIntegers[index] ? asInteger(cell) : cell);
    }
    insert->run();
    return insert->status() ? Done() : Done(unfit(row));
}

/// The step of the schema that the row tells of; 0 if it tells of none that has to be taken.
int stepToldBy(const RawRow &row)
{
    if (row.table != Migration::type().table())
        return 0;
    for (const auto &[name, cell] : row.cells)
        if (const Cell id = asInteger(cell); name == "id" && std::holds_alternative<qint64>(id))
            return static_cast<int>(std::get<qint64>(id));
    return 0;
}

// Rows of a later schema come after those that tell of its steps.
Result<bool> takeStepToldBy(const Engine &engine, const RawRow &row)
{
    const int step = stepToldBy(row);
    if (step != engine.schemaVersion() + 1)
        return false;
    if (step > schema::kVersion)
        return Error{Error::Code::WorkspaceNewer, {engine.path(), QString::number(step)}};
    const Done done = schema::takeStep(engine, step);
    return done ? Result<bool>(true) : done.error();
}

Done insertAll(const Engine &engine, const std::function<Result<std::optional<RawRow>>()> &next)
{
    Result<Columns> columns = columnsOf(engine);
    if (!columns)
        return columns.error();
    QHash<QByteArray, std::shared_ptr<Statement>> inserts;
    for (;;) {
        const Result<std::optional<RawRow>> row = next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const Result<bool> hasStep = takeStepToldBy(engine, **row);
        if (!hasStep)
            return hasStep.error();
        if (*hasStep) {
            inserts.clear();
            columns = columnsOf(engine);
            if (!columns)
                return columns.error();
        }
        if (const Done done = insertRow(engine, *columns, inserts, **row); !done)
            return done;
    }
}

Done fill(const Engine &engine, const std::function<Result<std::optional<RawRow>>()> &next)
{
    Done done = engine.beginWrite();
    if (done)
        done = insertAll(engine, next);
    if (done) {
        done = engine.commit();
        // A row points at one that is missing: the check of foreign keys does not say which.
        if (!done && done.error().code == Error::Code::StorageFailed)
            done = Error{Error::Code::RestoreUnfit, {QString(), QString(), QString()}, done.error().detail};
    }
    if (!done) {
        engine.rollback();
        return done;
    }
    const Result<Verification> verification = verify(engine, {});
    if (!verification)
        return verification.error();
    if (verification->findings.isEmpty() && verification->entries > 0)
        return {};
    const Finding first = verification->findings.value(0);
    return Error{Error::Code::RestoreUnfit, {QString(), first.table, QString::number(first.id)}};
}

Done readTable(const Engine &engine, const QByteArray &table, const QByteArrayList &names,
               const std::function<bool(const RawRow &)> &take)
{
    Statement select = engine.prepare("SELECT " + names.join(',') + " FROM " + table);
    while (select.next()) {
        RawRow row{table, {}};
        for (int i = 0; i < names.size(); ++i)
            if (!select.isNull(i))
                row.cells.append({names[i], select.cell(i)});
        if (!take(row))
            return Error{Error::Code::Cancelled};
    }
    return select.status();
}

} // namespace

Done readAll(const Engine &engine, const std::function<bool(const RawRow &)> &take)
{
    const Result<Columns> columns = columnsOf(engine);
    if (!columns)
        return columns.error();
    if (const Done done = engine.beginRead(); !done)
        return done;
    Done done;
    for (const QByteArray &table : tables()) {
        done = readTable(engine, table, (*columns)[table].names, take);
        if (!done)
            break;
    }
    engine.rollback();
    return done;
}

Done restore(const QString &path, const std::function<Result<std::optional<RawRow>>()> &next)
{
    return WorkspaceFile::createBy(
        path, [&next](const Engine &engine) { return fill(engine, next); }, 1);
}

} // namespace milepost::rawtables
