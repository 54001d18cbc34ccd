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

/// Makes the tables and writes the header, inside the caller's transaction.
Done build(const Engine &engine);

/// The text of every table and index in the file, as SQLite keeps it, sorted by name.
Result<QStringList> textOf(const Engine &engine);

} // namespace schema

} // namespace milepost
