// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/draft.h"
#include "core/storage/engine.h"

#include <QByteArray>

namespace milepost {

/// The version of the rules that entries are written under.
constexpr int kRules = 1;

/// One entry of the journal, as it lies in the file.
struct JournalEntry
{
    qint64 seq = 0;
    QByteArray writeId = {}; ///< 16 random bytes made by the writer: the same write is never made twice
    PersonId author = {};
    qint64 authorCount = 0;     ///< the author's own numbering, from 1
    QByteArray authorPrev = {}; ///< hash of the author's entry before; empty for their first
    qint64 at = 0;              ///< UTC milliseconds by the author's clock; order is by seq
    QByteArray act = {};        ///< a word of Act
    QByteArray details = {};    ///< JSON object, keys sorted
    qint64 rules = kRules;
    QByteArray touched = {}; ///< the rows that it changed, packed (see TouchedRows)
    QByteArray digest = {};  ///< over the hashes of those rows, in their order
    QByteArray prev = {};    ///< hash of the entry before; empty for the first
    QByteArray hash = {};    ///< over all of the above
};

/// The rows that an entry changed, by table and row, in ascending order.
struct TouchedRow
{
    int table = 0;
    qint64 row = 0;
    friend auto operator<=>(const TouchedRow &, const TouchedRow &) = default;
};

QByteArray packTouched(const std::vector<TouchedRow> &rows);
/// Nothing for bytes that packTouched never makes.
std::optional<std::vector<TouchedRow>> unpackTouched(QByteArrayView packed);

/// The hash of an entry over all its fields but the hash itself.
QByteArray hashOf(const JournalEntry &entry);
/// The digest of an entry over the hashes of its rows, joined in the order of `touched`.
QByteArray digestOf(QByteArrayView joinedHashes);

QByteArray packDetails(const QVariantMap &values);
QVariantMap unpackDetails(const QByteArray &details);

/// The act that an entry makes, takes back or does again, by the sequence of its first entry.
qint64 originOf(const JournalEntry &entry);

/// What the journal knows of one row: a change, and the row as it was before it.
struct RowChange
{
    int table = 0;
    qint64 row = 0;
    qint64 seq = 0;
    QByteArray salt = {};
    QByteArray hash = {};
    bool existed = false;   ///< there was a row before
    QByteArray before = {}; ///< its canonical bytes
};

/// Reads the journal.
class JournalReader
{
public:
    explicit JournalReader(const Engine &engine) : m_engine(engine) {}

    /// The sequence of the last entry, 0 in an empty journal.
    Result<qint64> head() const;
    Result<std::optional<JournalEntry>> entry(qint64 seq) const;
    /// Calls \p visit for each entry after \p seq, in order, until it answers false.
    Done after(qint64 seq, const std::function<bool(const JournalEntry &)> &visit) const;
    /// The author's entries, latest first, until \p visit answers false.
    Done backwardsBy(PersonId author, const std::function<bool(const JournalEntry &)> &visit) const;
    /// What a row went through, oldest first.
    Result<std::vector<RowChange>> changesOf(int table, qint64 row) const;
    /// The entries that changed a row, oldest first.
    Result<std::vector<qint64>> entriesOf(int table, qint64 row) const;
    /// The entries whose details name \p subject as what they are about, oldest first.
    Result<std::vector<qint64>> entriesAbout(qint64 subject) const;
    Result<std::optional<RowChange>> change(int table, qint64 row, qint64 seq) const;
    /// The last entry whose time is at or before \p at, by sequence; 0 if there is none.
    Result<qint64> lastUntil(qint64 at) const;

    /// For statements over "SELECT <kEntryColumns> FROM journal …".
    static const char *const kEntryColumns;
    static JournalEntry entryOf(const Statement &row);
    static const char *const kChangeColumns;
    static RowChange changeOf(const Statement &row);

private:
    const Engine &m_engine;
};

} // namespace milepost
