// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr qsizetype kMostRecent = 12;

// Paths hold slashes, which settings take for groups.
QString keyOf(const QString &path)
{
    const QByteArray absolute = QFileInfo(path).absoluteFilePath().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(absolute, QCryptographicHash::Sha1).toHex());
}

} // namespace

QString usualProfileFolder()
{
    const QString named = qEnvironmentVariable("MILEPOST_PROFILE");
    if (!named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/milepost"_s;
}

Profile::Profile(const QString &folder) : m_folder(folder.isEmpty() ? usualProfileFolder() : folder) {}

QString Profile::settingsFile() const
{
    if (QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return m_folder + u"/profile.ini"_s;
}

Done Profile::checkWritable() const
{
    const QFileInfo file(settingsFile());
    const QFileInfo folder(m_folder);
    if (!folder.isDir())
        return Error{Error::Code::FileUnwritable, {m_folder, u"the profile has to be a folder"_s}};
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return Error{Error::Code::FileUnwritable, {m_folder, u"permission denied"_s}};
    return {};
}

QVariant Profile::value(const QString &key) const
{
    return QSettings(settingsFile(), QSettings::IniFormat).value(key);
}

void Profile::setValue(const QString &key, const QVariant &value)
{
    QSettings(settingsFile(), QSettings::IniFormat).setValue(key, value);
}

PersonId Profile::personIn(WorkspaceId workspace) const
{
    const QMutexLocker lock(&m_mutex);
    if (const auto known = m_people.constFind(workspace); known != m_people.constEnd())
        return *known;
    const PersonId person(value(u"people/"_s + workspace.toString()).toLongLong());
    if (person.isValid())
        m_people.insert(workspace, person);
    return person;
}

Done Profile::become(WorkspaceId workspace, PersonId person)
{
    const QMutexLocker lock(&m_mutex);
    const QString key = u"people/"_s + workspace.toString();
    QSettings settings(settingsFile(), QSettings::IniFormat);
    const QVariant before = settings.value(key);
    settings.setValue(key, person.toString());
    settings.sync();
    if (settings.status() != QSettings::NoError) {
        // What could not be written is tried again at every occasion, unless it is as it was.
        if (before.isValid())
            settings.setValue(key, before);
        else
            settings.remove(key);
        return Error{Error::Code::FileUnwritable,
                     {settings.fileName(), u"permission denied, or the disk is full"_s}};
    }
    m_people.insert(workspace, person);
    return {};
}

QStringList Profile::recentPaths() const
{
    return value(u"recent/paths"_s).toStringList();
}

void Profile::rememberPath(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentPaths();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    setValue(u"recent/paths"_s, paths.mid(0, kMostRecent));
}

void Profile::forgetPath(const QString &path)
{
    QStringList paths = recentPaths();
    paths.removeAll(QFileInfo(path).absoluteFilePath());
    setValue(u"recent/paths"_s, paths);
}

BoardId Profile::lastBoardOf(const QString &path) const
{
    return BoardId(value(u"boards/"_s + keyOf(path)).toLongLong());
}

void Profile::rememberBoard(const QString &path, BoardId board)
{
    setValue(u"boards/"_s + keyOf(path), board.toString());
}

} // namespace milepost
