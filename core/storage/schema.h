// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"
#include "core/domain/result.h"
#include "core/domain/schemasteps.h"

#include <QStringList>

namespace milepost {

class Engine;

/// The shape of the file. Tables of records are made from their descriptions; a released step is never edited
/// (tests/core/data holds what each makes), later ones are added.
namespace schema {

constexpr int kVersion = schemasteps::kLatest; ///< what this program writes
constexpr qint64 kApplicationId = 0x4d504f31;  ///< "MPO1", in the file's header

/// The statements that make a file of schema 1, or that take one from version - 1 to \p version.
QStringList step(int version);
/// The statements of all steps up to \p version.
QStringList all(int version = kVersion);

/// What the file says of itself in its header.
struct Header
{
    qint64 applicationId = 0;
    qint64 version = 0;
};
Result<Header> readHeader(const Engine &engine);
/// Whether the file is a workspace, in whatever state: by its header, or where another tool has changed that,
/// by its journal.
Result<bool> isWorkspace(const Engine &engine);

/// Whether the file has taken a step that this program does not know: its header and its rows both say so.
Result<bool> isLater(const Engine &engine);

/// Makes the tables of \p version and writes the header, inside the caller's transaction.
Done build(const Engine &engine, int version = kVersion);
/// Takes the file from version - 1 to \p version, inside the caller's transaction. The rows that tell of it
/// are the caller's too: see upgradeSchema().
Done takeStep(const Engine &engine, int version);

/// One table, index, trigger or view of a file, with its text as SQLite keeps it.
struct Part
{
    QString name = {};
    QString text = {};
    friend bool operator==(const Part &, const Part &) = default;
};
/// Everything that the file's schema is made of, sorted by name.
Result<QList<Part>> partsOf(const Engine &engine);

} // namespace schema

} // namespace milepost
