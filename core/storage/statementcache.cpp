// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/statementcache.h"

#include <sqlite3.h>

namespace milepost {
namespace {

constexpr qsizetype kMost = 200;

} // namespace

void StatementCache::keep(const QByteArray &sql, sqlite3_stmt *statement)
{
    if (m_idle.size() >= kMost || m_idle.contains(sql)) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement); // they may point at what is gone
    m_idle.insert(sql, statement);
}

void StatementCache::clear()
{
    for (sqlite3_stmt *statement : std::as_const(m_idle))
        sqlite3_finalize(statement);
    m_idle.clear();
}

} // namespace milepost
