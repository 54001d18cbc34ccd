// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/engine.h"
#include "core/storage/locks/lockvfs.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

// What an engine does with whole files: copies of its own, and another in its place.
namespace milepost {
namespace {

constexpr qint64 kPart = 1024 * 1024;

Error writeError(const QFile &file)
{
    if (file.error() == QFileDevice::ResourceError)
        return {Error::Code::DiskFull, {file.fileName()}, file.errorString()};
    return {Error::Code::FileUnwritable, {file.fileName(), file.errorString()}};
}

// SQLite reads zeros, and says so, where a file ends before what was asked for.
bool readPart(sqlite3_file *file, QByteArray &part, qint64 offset)
{
    return file->pMethods->xRead(file, part.data(), static_cast<int>(part.size()), offset) == SQLITE_OK;
}

} // namespace

Done Engine::writeCopy(const QString &path) const
{
    Statement vacuum = prepare("VACUUM INTO ?");
    // Absolute, since a name that begins with "file:" would be taken for a URI.
    const QByteArray target = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    vacuum.bindText(1, target);
    vacuum.run();
    return vacuum.status();
}

Done Engine::writeBytes(const QString &path) const
{
    sqlite3_file *const source = lockvfs::openFileOf(m_handle);
    sqlite3_int64 size = 0;
    if (!source || source->pMethods->xFileSize(source, &size) != SQLITE_OK)
        return Error{Error::Code::FileUnreadable, {m_path, u"its length is not known"_s}};
    QFile target(path);
    if (!target.open(QFile::WriteOnly | QFile::NewOnly))
        return writeError(target);
    for (qint64 offset = 0; offset < size; offset += kPart) {
        QByteArray part(qMin(kPart, size - offset), '\0');
        if (!readPart(source, part, offset))
            return Error{Error::Code::FileUnreadable, {m_path, u"it cannot be read to its end"_s}};
        if (target.write(part) != part.size())
            return writeError(target);
    }
    return target.flush() ? Done() : Done(writeError(target));
}

// SQLite writes the pages of the one over those of the other through its rollback journal, and syncs as at
// any commit: a program that is killed leaves the old content or the new one.
Done Engine::overwriteWith(const Engine &source) const
{
    const Turn turn(*this);
    if (m_hasTurns && !isInPlace())
        return Error{Error::Code::WorkspaceReplaced, {m_path}};
    sqlite3_backup *const copying = sqlite3_backup_init(m_handle, "main", source.m_handle, "main");
    if (!copying)
        return storageError(sqlite3_extended_errcode(m_handle), m_path,
                            QString::fromUtf8(sqlite3_errmsg(m_handle)));
    const int stepped = sqlite3_backup_step(copying, -1);
    const int finished = sqlite3_backup_finish(copying);
    if (stepped == SQLITE_DONE && finished == SQLITE_OK)
        return {};
    const int code = finished == SQLITE_OK ? stepped : finished;
    return storageError(code, m_path, QString::fromUtf8(sqlite3_errstr(code)));
}

} // namespace milepost
