// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/draft.h"
#include "core/storage/canonical.h"
#include "core/storage/journal.h"
#include "core/storage/rowtable.h"
#include "core/storage/salts.h"

#include <array>
#include <memory>

namespace milepost {

/// One write: rows and their journal entry in one transaction, or nothing. Rolls back unless committed.
class WriteUnit
{
public:
    /// Who writes, when, and under which id.
    struct Signature
    {
        PersonId author = {};
        qint64 at = 0;
        QByteArray writeId = {}; ///< 16 bytes
    };

    /// Takes the write lock. Everything read from here on is what the write will be built on.
    static Result<std::unique_ptr<WriteUnit>> begin(const Engine &engine);
    ~WriteUnit();
    WriteUnit(const WriteUnit &) = delete;
    WriteUnit &operator=(const WriteUnit &) = delete;

    /// The sequence that this write will have.
    qint64 seq() const { return m_head.seq + 1; }

    /// Writes rows. A changed or removed row must still have the `rev` that the edit carries, else
    /// TouchedSince, and fit what the journal says of it, else RowDamaged: nobody signs for what another tool
    /// has changed.
    Done apply(const Edits &edits);
    /// Appends the entry and commits. The error of a failed commit does not say whether it is durable.
    Result<JournalEntry> commit(const Signature &signature, Act act, const QVariantMap &values);

private:
    struct Head
    {
        qint64 seq = 0;
        QByteArray hash = {};
    };
    struct Touched
    {
        TouchedRow row;
        std::array<char, RowHash::kSize> hash; // in place: a million of them are kept until the commit
    };

    explicit WriteUnit(const Engine &engine);
    Done readHead();
    template<class Record>
    Done applyTo(RowTable<Record> &table, const EditsOf<Record> &edits);
    template<class Record>
    Done add(RowTable<Record> &table, const Record &record);
    template<class Record>
    Done change(RowTable<Record> &table, const Record &record);
    template<class Record>
    Done remove(RowTable<Record> &table, Id<Record> id);
    /// The row as it is, and its canonical bytes in m_before.
    template<class Record>
    Result<StoredRow> present(RowTable<Record> &table, qint64 id);
    Result<bool> fitsJournal(const TouchedRow &row, qint64 rev, QByteArrayView stored);
    Done note(const TouchedRow &row, const QByteArray *before, const QByteArray *after);
    Done completeAuthor(JournalEntry &entry);
    Done insertEntry(const JournalEntry &entry);

    const Engine &m_engine;
    bool m_isOpen = false;
    Head m_head;
    PerRecordType<RowTable> m_tables;
    Statement m_insertChange;
    std::optional<Statement> m_selectLast; ///< prepared when a row is changed
    RowHash m_hash;
    Salts m_salts;
    std::vector<Cell> m_cells; // these three are kept for their memory
    QByteArray m_before;
    QByteArray m_after;
    std::vector<Touched> m_touched;
};

} // namespace milepost
