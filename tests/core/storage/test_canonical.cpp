// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/edits.h"
#include "core/storage/canonical.h"
#include "core/storage/journal.h"
#include "core/storage/rowtable.h"
#include "core/storage/varint.h"
#include "tests/support/cells.h"
#include "tests/support/printing.h"

#include <limits>
#include <random>
#include <set>

using namespace milepost;
using namespace milepost::tests;
using namespace Qt::StringLiterals;

namespace {

using Random = std::mt19937_64;

qint64 idOf(Random &random)
{
    return qint64(random() >> 1U) | 1;
}

QString textOf(Random &random)
{
    static const QStringList kTexts = {u"plain"_s,
                                       u"'; DROP TABLE kpi; --"_s,
                                       u"<img src=x>"_s,
                                       u"שלום"_s,
                                       u"👩‍🚀 👍"_s,
                                       u"a\nb\tc"_s,
                                       QString(300, u'x'),
                                       u"Å"_s};
    return kTexts[qsizetype(random() % quint64(kTexts.size()))];
}

double numberOf(Random &random)
{
    static const double kNumbers[] = {1, -1, 0.1, 1e300, -5e-324, 1.0 / 3, 123456789.125};
    return kNumbers[random() % std::size(kNumbers)];
}

QDate dateOf(Random &random)
{
    return QDate(1, 1, 1).addDays(qint64(random() % 3'652'059));
}

// A value of each kind of field.
void fill(qint64 &field, Random &random)
{
    field = qint64(random());
}
void fill(int &field, Random &random)
{
    field = int(random());
}
void fill(bool &field, Random &)
{
    field = true;
}
void fill(double &field, Random &random)
{
    field = numberOf(random);
}
void fill(QString &field, Random &random)
{
    field = textOf(random);
}
void fill(QByteArray &field, Random &random)
{
    field = QByteArray::number(random()) + '\0' + "x";
}
void fill(QDate &field, Random &random)
{
    field = dateOf(random);
}
void fill(Subject &field, Random &random)
{
    field = {Subject::Kind(1 + random() % 4), idOf(random)};
}
void fill(QList<Owner> &field, Random &random)
{
    field = {Owner{PersonId(idOf(random)), {}}, Owner{{}, TeamId(idOf(random))}};
}
void fill(QList<TeamId> &field, Random &random)
{
    field = {TeamId(idOf(random)), TeamId(idOf(random))};
}
void fill(QList<Phase> &field, Random &random)
{
    field = {Phase{dateOf(random), 1.0 / 3}, Phase{dateOf(random), 0.1}};
}
template<class Record>
void fill(Id<Record> &field, Random &random)
{
    field = Id<Record>(idOf(random));
}
template<HasWords Choice>
void fill(Choice &field, Random &random)
{
    field = WordTable<Choice>::kWords[random() % std::size(WordTable<Choice>::kWords)].first;
}
template<class T>
void fill(std::optional<T> &field, Random &random)
{
    field.emplace();
    fill(*field, random);
}

// Which members a record has, named once for all types.
template<class Record>
// NOLINTNEXTLINE(readability-function-size): it is a list
void fillSome(Record &record, Random &random)
{
    const auto maybe = [&random](auto &field) {
        if (random() % 2 == 0)
            fill(field, random);
    };
#define MILEPOST_FILL(member)                                                                                \
    if constexpr (requires { record.member; })                                                               \
        maybe(record.member);
    // One run of macros without semicolons, which it would lay out anew each time.
    // clang-format off
    MILEPOST_FILL(name)
    MILEPOST_FILL(title)
    MILEPOST_FILL(timeZone)
    MILEPOST_FILL(createdAt)
    MILEPOST_FILL(minReader)
    MILEPOST_FILL(minWriter)
    MILEPOST_FILL(at)
    MILEPOST_FILL(program)
    MILEPOST_FILL(schema)
    MILEPOST_FILL(parent)
    MILEPOST_FILL(nickname)
    MILEPOST_FILL(teams)
    MILEPOST_FILL(leftOn)
    MILEPOST_FILL(person)
    MILEPOST_FILL(joinedAt)
    MILEPOST_FILL(signingKey)
    MILEPOST_FILL(sealingKey)
    MILEPOST_FILL(from)
    MILEPOST_FILL(to)
    MILEPOST_FILL(visibility)
    MILEPOST_FILL(cycle)
    MILEPOST_FILL(archived)
    MILEPOST_FILL(position)
    MILEPOST_FILL(description)
    MILEPOST_FILL(board)
    MILEPOST_FILL(team)
    MILEPOST_FILL(role)
    MILEPOST_FILL(why)
    MILEPOST_FILL(kind)
    MILEPOST_FILL(weight)
    MILEPOST_FILL(owners)
    MILEPOST_FILL(grade)
    MILEPOST_FILL(objective)
    MILEPOST_FILL(start)
    MILEPOST_FILL(target)
    MILEPOST_FILL(low)
    MILEPOST_FILL(high)
    MILEPOST_FILL(commit)
    MILEPOST_FILL(stretch)
    MILEPOST_FILL(unit)
    MILEPOST_FILL(cadence)
    MILEPOST_FILL(kpi)
    MILEPOST_FILL(phases)
    MILEPOST_FILL(keyResult)
    MILEPOST_FILL(direction)
    MILEPOST_FILL(aggregate)
    MILEPOST_FILL(amber)
    MILEPOST_FILL(definition)
    MILEPOST_FILL(source)
    MILEPOST_FILL(nature)
    MILEPOST_FILL(timing)
    MILEPOST_FILL(guardrail)
    MILEPOST_FILL(formula)
    MILEPOST_FILL(validFrom)
    MILEPOST_FILL(value)
    MILEPOST_FILL(date)
    MILEPOST_FILL(numerator)
    MILEPOST_FILL(denominator)
    MILEPOST_FILL(note)
    MILEPOST_FILL(reason)
    MILEPOST_FILL(part)
    MILEPOST_FILL(confidence)
    MILEPOST_FILL(subject)
    MILEPOST_FILL(owner)
    MILEPOST_FILL(due)
    MILEPOST_FILL(done)
    MILEPOST_FILL(doneOn)
    MILEPOST_FILL(author)
    MILEPOST_FILL(text)
    // clang-format on
#undef MILEPOST_FILL
}

// What every row has can always be read back.
template<class Record>
void fillNeeded(Record &record, Random &random)
{
    if constexpr (requires { record.subject; })
        fill(record.subject, random);
    if constexpr (requires { record.date; })
        fill(record.date, random);
    if constexpr (std::is_same_v<Record, Cycle>) {
        fill(record.from, random);
        fill(record.to, random);
    }
    if constexpr (requires { record.parentKey(); }) {
        if constexpr (requires { record.board; })
            fill(record.board, random);
        if constexpr (requires { record.objective; })
            fill(record.objective, random);
        if constexpr (requires { record.keyResult; })
            fill(record.keyResult, random);
        if constexpr (std::is_same_v<Record, Target> || std::is_same_v<Record, Measurement>)
            fill(record.kpi, random);
        if constexpr (std::is_same_v<Record, Device>)
            fill(record.person, random);
    }
}

} // namespace

TEST_CASE("a negative zero has the bytes of zero", "[canonical]")
{
    QByteArray zero;
    QByteArray negative;
    canonical::append(zero, 1, Cell(0.0));
    canonical::append(negative, 1, Cell(-0.0));

    CHECK(negative == zero);
}

TEST_CASE("a record of any type comes back from its canonical bytes and from its cells as it was",
          "[canonical]")
{
    Random random(7);
    forEachRecordType([&random]<class Record>(const Record &) {
        INFO(Record::type().table());
        for (int i = 0; i < 60; ++i) {
            Record record;
            record.id = decltype(record.id)(idOf(random));
            fillSome(record, random);
            fillNeeded(record, random);

            const auto decoded =
                canonical::decode(canonicalBytesOf(record), Record::type(), record.id.value());
            REQUIRE(decoded);
            CHECK(*decoded == record);
            CHECK(RowTable<Record>::recordOf({record.id.value(), 0, cellsOf(record)}) == record);
        }
    });
}

TEST_CASE("every field of every record type takes part in its bytes", "[canonical]")
{
    Random random(3);
    forEachRecordType([&random]<class Record>(const Record &) {
        QSet<int> tags;
        for (int i = 0; i < 60; ++i) {
            Record record;
            fillSome(record, random);
            fillNeeded(record, random);
            const QByteArray bytes = canonicalBytesOf(record);
            qsizetype position = 0;
            int tag = 0;
            for (Cell cell; canonical::read(bytes, position, tag, cell);)
                tags.insert(tag);
        }
        INFO(Record::type().table());
        CHECK(tags.size() == qsizetype(Record::type().fields().size()));
    });
}

TEST_CASE("a field with its default value leaves no bytes, so a new field changes no old hash", "[canonical]")
{
    Kpi kpi;
    kpi.board = BoardId(7);
    kpi.name = u"Sales"_s;
    const QByteArray bytes = canonicalBytesOf(kpi);

    // What schema 1 hashed, byte for byte: board (1, integer), name (2, text).
    CHECK(bytes.toHex() == "010107000000000000000203"
                           "0553616c6573");
    kpi.archived = true;
    CHECK(canonicalBytesOf(kpi).startsWith(bytes));
    kpi.archived = false;
    CHECK(canonicalBytesOf(kpi) == bytes);
}

TEST_CASE("bytes that no record has are not read as one", "[canonical]")
{
    Kpi kpi;
    kpi.board = BoardId(7);
    kpi.name = u"Sales"_s;
    const QByteArray bytes = canonicalBytesOf(kpi);

    for (qsizetype length = 1; length < bytes.size(); ++length)
        if (length != 10) // the end of the first field
            CHECK_FALSE(canonical::decode(bytes.first(length), Kpi::type(), 1));
    CHECK_FALSE(canonical::decode(QByteArray(bytes + '\x63'), Kpi::type(), 1));
    CHECK_FALSE(canonical::decode(QByteArray::fromHex("6303"
                                                      "00"),
                                  Kpi::type(), 1)); // an unknown tag
    CHECK_FALSE(canonical::decode(QByteArray::fromHex("0203"
                                                      "ffffffffffffffffff01"),
                                  Kpi::type(), 1));
}

TEST_CASE("a row's hash depends on its salt, its place, its content and on its being there", "[canonical]")
{
    const auto hashOf = [](const QByteArray &salt, int table, qint64 row, const QByteArray &stored) {
        return RowHash().ofRow(salt, table, row, stored).toByteArray();
    };
    const QByteArray salt(16, 's');
    const QByteArray row = hashOf(salt, 4, 7, "abc");

    CHECK(row.size() == RowHash::kSize);
    CHECK(hashOf(salt, 4, 7, "abc") == row);
    CHECK(hashOf(QByteArray(16, 't'), 4, 7, "abc") != row);
    CHECK(hashOf(salt, 5, 7, "abc") != row);
    CHECK(hashOf(salt, 4, 8, "abc") != row);
    CHECK(hashOf(salt, 4, 7, "abd") != row);
    CHECK(hashOf(salt, 4, 7, "") != RowHash().ofNothing(salt, 4, 7).toByteArray());
}

TEST_CASE("numbers of any size come back from a varint, and a cut one is noticed", "[canonical]")
{
    Random random(5);
    for (int bits = 0; bits < 64; ++bits)
        for (int i = 0; i < 20; ++i) {
            const quint64 value = random() >> unsigned(bits);
            QByteArray bytes;
            varint::append(bytes, value);
            qsizetype position = 0;
            quint64 back = 0;
            REQUIRE(varint::read(bytes, position, back));
            CHECK(back == value);
            CHECK(position == bytes.size());
            position = 0;
            CHECK_FALSE(varint::read(QByteArrayView(bytes).chopped(1), position, back));
            const auto number = static_cast<qint64>(value);
            CHECK(varint::unzigzag(varint::zigzag(number)) == number);
            CHECK(varint::unzigzag(varint::zigzag(-number)) == -number);
        }
}

TEST_CASE("the list of rows that an entry touched comes back as it was", "[canonical]")
{
    Random random(9);
    for (int i = 0; i < 200; ++i) {
        std::set<TouchedRow> rows;
        for (quint64 count = random() % 40; count > 0; --count)
            rows.insert(
                {int(1 + random() % 17), random() % 3 == 0 ? qint64(random() % 50 + 1) : idOf(random)});
        const std::vector<TouchedRow> list(rows.begin(), rows.end());

        const auto back = unpackTouched(packTouched(list));
        REQUIRE(back);
        CHECK(*back == list);
    }
    CHECK(unpackTouched("")->empty());
    CHECK_FALSE(unpackTouched(QByteArray::fromHex("0405")));
    CHECK_FALSE(unpackTouched(QByteArray::fromHex("04ffffffff0f01")));
}
