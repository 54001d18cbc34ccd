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

void discard(const QString &temporary)
{
    QFile::remove(temporary);
    QFile::remove(temporary + u"-journal"_s);
}

} // namespace milepost::placing
