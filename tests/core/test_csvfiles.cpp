// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csv.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <sys/stat.h>

using namespace milepost;
using namespace milepost::tests;

TEST_CASE("files that hold nothing to import say what they are", "[import]")
{
    const CsvMapping mapping = values({u"v"_s});

    CHECK(errorOf("", mapping) == Error{Code::FileEmpty, {kFile}});
    CHECK(errorOf("\xEF\xBB\xBF", mapping) == Error{Code::FileEmpty, {kFile}});
    CHECK(errorOf("\n \n", mapping) == Error{Code::ImportNoHeading, {kFile}});
    CHECK(errorOf(",,\n1,2,3\n", mapping) == Error{Code::ImportNoHeading, {kFile}});
    CHECK(errorOf("date,v\n", mapping) == Error{Code::ImportEmpty, {kFile}});
    CHECK(errorOf("date,v\n,\n,\n", mapping) == Error{Code::ImportEmpty, {kFile}});
    CHECK(errorOf("date,v\n2026-01-01,\"1\n2026-01-02,2\n", mapping) == Error{Code::ImportQuote, {u"2"_s}});
}

TEST_CASE("what cannot be read as a file says why", "[import]")
{
    QTemporaryDir folder;
    const QString empty = folder.filePath(u"empty.csv"_s);
    QFile file(empty);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    const auto errorAt = [](const QString &path) {
        const auto batch = readCsv(path, values({u"v"_s}));
        REQUIRE_FALSE(batch);
        return batch.error();
    };

    CHECK(errorAt(folder.path()) == Error{Code::FileIsDirectory, {folder.path()}});
    CHECK(errorAt(folder.filePath(u"none.csv"_s)) ==
          Error{Code::SourceMissing, {folder.filePath(u"none.csv"_s)}});
    CHECK(errorAt(empty) == Error{Code::FileEmpty, {empty}});
    // The one file that opens for everybody, root too, and cannot be read from its beginning.
    if (QFile::exists(u"/proc/self/mem"_s))
        CHECK(errorAt(u"/proc/self/mem"_s).code == Code::FileUnreadable);
}

TEST_CASE("a device, a pipe and a file too large are refused before they are read", "[import]")
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR) == 0);
    const QString large = folder.filePath(u"large.csv"_s);
    QFile file(large);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.resize(kLargestCsv + 1)); // a hole, which takes no room
    file.close();
    const auto errorAt = [](const QString &path) { return readCsv(path, values({u"v"_s})).error(); };

    CHECK(errorAt(u"/dev/zero"_s) == Error{Code::FileIsDevice, {u"/dev/zero"_s}});
    CHECK(errorAt(pipe) == Error{Code::FileIsDevice, {pipe}});
    CHECK(errorAt(large) == Error{Code::FileTooLarge, {large, u"2147483649"_s, u"2147483648"_s}});
}

TEST_CASE("a Ctrl-Z at the end is not part of the text", "[import]")
{
    CHECK(told(read("date,v\n2026-01-01,1\n\x1A", values({u"v"_s}))) == QStringList{u"v 2026-01-01 1"_s});
    CHECK(told(read("date,v\n2026-01-01,1\x1A\x1A", values({u"v"_s}))) == QStringList{u"v 2026-01-01 1"_s});
    CHECK(errorOf("\x1A", values({u"v"_s})) == Error{Code::FileEmpty, {kFile}});
}

TEST_CASE("an import tells how far it is, forwards only, and can be cancelled", "[import]")
{
    QByteArray text = "date,team,v\n";
    for (int team = 0; team < 40; ++team)
        for (int day = 0; day < 1000; ++day)
            text += QDate(2020, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + ",T" +
                    QByteArray::number(team) + ",1\n";
    std::vector<double> parts;
    const auto note = [&](double part) {
        parts.push_back(part);
        return Proceed::GoOn;
    };
    const auto stop = [&](double part) { return part > 0.6 ? Proceed::Cancel : Proceed::GoOn; };

    REQUIRE(readCsv(text, kFile, seriesOf(u"team"_s, {u"v"_s}), note));
    CHECK(parts.size() > 4);
    CHECK(std::is_sorted(parts.begin(), parts.end()));
    CHECK(parts.front() > 0);
    CHECK(parts.back() <= 1);
    const auto stopped = readCsv(text, kFile, seriesOf(u"team"_s, {u"v"_s}), stop);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Code::Cancelled);
}

TEST_CASE("a spreadsheet's UTF-16 with tabs is imported like any other", "[import]")
{
    const QString text = u"date\tMünchen\r\n22.11.2026\t1.234,5 €\r\n"_s;
    QByteArray bytes = "\xFF\xFE";
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() & 0xFF));
        bytes.append(static_cast<char>(c.unicode() >> 8));
    }

    const ImportBatch batch = read(bytes, values({u"*"_s}));
    CHECK(told(batch) == QStringList{u"München 2026-11-22 1234.5"_s});
    CHECK(batch.encoding == u"utf-16le"_s);
}
