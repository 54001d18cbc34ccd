// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/placing.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace milepost::placing {
namespace {

constexpr qint64 kPart = 1024 * 1024;

// SQLite has closed the file, so that closing it here drops no locks of its own.
bool syncToDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isSynced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isSynced;
#else
    return QFileInfo::exists(path);
#endif
}

Error unwritable(const QFile &file, const QString &path)
{
    if (file.error() == QFileDevice::ResourceError)
        return {Error::Code::DiskFull, {path}, file.errorString()};
    return {Error::Code::FileUnwritable, {path, file.errorString()}};
}

Done pour(QFile &from, QFile &to, const QString &path)
{
    while (!from.atEnd()) {
        const QByteArray part = from.read(kPart);
        if (part.isEmpty())
            return Error{Error::Code::FileUnreadable, {from.fileName(), from.errorString()}};
        if (to.write(part) != part.size())
            return unwritable(to, path);
    }
    return to.flush() ? Done() : Done(unwritable(to, path));
}

Done copyTo(const QString &temporary, const QString &source, const QString &path,
            QFileDevice::Permissions permissions)
{
    QFile from(source);
    QFile to(temporary);
    if (!from.open(QFile::ReadOnly))
        return Error{Error::Code::FileUnreadable, {source, from.errorString()}};
    if (!to.open(QFile::WriteOnly | QFile::NewOnly) || !to.setPermissions(permissions))
        return unwritable(to, path);
    return pour(from, to, path);
}

Done compare(const QString &source, const QString &temporary, const QString &path)
{
    QFile from(source);
    QFile to(temporary);
    bool isSame = from.open(QFile::ReadOnly) && to.open(QFile::ReadOnly) && from.size() == to.size();
    while (isSame && !from.atEnd())
        isSame = from.read(kPart) == to.read(kPart) && from.error() == QFileDevice::NoError;
    return isSame ? Done()
                  : Error{Error::Code::FileUnwritable, {path, u"the copy does not read as the original"_s}};
}

} // namespace

QString temporaryNameFor(const QString &path)
{
    return path + u".new-"_s + QString::number(QRandomGenerator::system()->generate64(), 16).left(8);
}

Done putInPlace(const QString &temporary, const QString &path)
{
    if (!syncToDisk(temporary))
        return Error{Error::Code::FileUnwritable, {path, u"the finished file could not be kept"_s}};
    if (QFileInfo::exists(path))
        return Error{Error::Code::FileExists, {path}};
    if (!QFile::rename(temporary, path)) // which replaces nothing
        return Error{Error::Code::FileUnwritable, {path, u"the finished file could not be renamed"_s}};
    // Not every file system can sync a folder; the file is in place all the same.
    syncToDisk(QFileInfo(path).absolutePath());
    return {};
}

Done copyFile(const QString &source, const QString &path, QFileDevice::Permissions permissions)
{
    const QString temporary = temporaryNameFor(path);
    Done done = copyTo(temporary, source, path, permissions);
    if (done)
        done = compare(source, temporary, path);
    if (done)
        done = putInPlace(temporary, path);
    if (!done)
        discard(temporary);
    return done;
}

void discard(const QString &temporary)
{
    QFile::remove(temporary);
    QFile::remove(temporary + u"-journal"_s);
}

} // namespace milepost::placing
