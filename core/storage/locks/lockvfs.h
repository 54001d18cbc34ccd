// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct sqlite3;
struct sqlite3_file;

namespace milepost {

class MachineLock;

/// The SQLite VFS through which workspaces are opened: the system's in everything but locking. It takes the
/// byte ranges that SQLite itself takes on Unix and on Windows, so that a sqlite3 shell, an older program and
/// a Windows client are kept out and keep us out, but with locks of its own (see ByteLocks), and goes from a
/// shared to an exclusive lock by giving the one up before it takes the other, while it holds the byte that
/// keeps newcomers out. Over SMB nothing else works: there a lock cannot be made a stronger one.
/// On an SMB share each process also takes the machine's lock first (see MachineLock).
namespace lockvfs {

/// The name under which it is known to SQLite from the first call on. Empty: SQLite could not take it.
QByteArray name();

/// The machine's lock of a database that was opened through this VFS; null where the file is on a disk of the
/// machine's own.
MachineLock *machineLockOf(sqlite3 *database);

/// Whether the path still names the file that \p database has open.
bool isInPlace(sqlite3 *database);

/// The file as SQLite has it open; null for a database in memory.
sqlite3_file *openFileOf(sqlite3 *database);

} // namespace lockvfs
} // namespace milepost
