// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace milepost::journalfile {

/// SQLite writes its rollback journal in pieces, three for each page, and each is a question to a share's
/// server. Nothing of a journal is needed before it is synced: until then SQLite leaves the database as it
/// is, also when it runs out of memory (which takes synchronous=NORMAL or more). So the pieces are kept here
/// and written in one go before the sync, and before whatever else is asked of the file. A writer that dies
/// before leaves an empty journal, which nobody takes for one, beside a database that has not changed.
///
/// After a write that failed the file answers nothing but that: then SQLite gives up the pages it has in
/// memory, which it could not take back from a journal with gaps.

/// How many bytes a file takes beside those of the system's.
int sizeBefore();

/// Opens a journal through the VFS \p system, as that would.
int open(sqlite3_vfs *system, const char *path, sqlite3_file *file, int flags, int *outFlags);

} // namespace milepost::journalfile
