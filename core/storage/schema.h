// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"
#include "core/domain/result.h"

#include <QStringList>

namespace milepost {

class Engine;

/// The shape of the file. Tables of records are made from their descriptions; a released step is never edited
/// (tests/core/data/schema-1.sql holds what step 1 makes), later ones are added.
namespace schema {

constexpr int kVersion = 1;                   ///< what this program writes
constexpr qint64 kApplicationId = 0x4d504f31; ///< "MPO1", in the file's header

/// The statements that make a file of schema 1, or that take one from version - 1 to \p version.
QStringList step(int version);
/// The statements of all steps.
QStringList all();

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

/// Makes the tables and writes the header, inside the caller's transaction.
Done build(const Engine &engine);

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
