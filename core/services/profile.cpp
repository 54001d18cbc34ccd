// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryFile>

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

// QSettings takes a disk that has filled up for a success and leaves an empty file, in which nobody is anyone
// any more. So it writes only where there is room for the file as it is and a little more.
bool hasRoomFor(const QString &settings)
{
    constexpr qint64 kMore = 4096;
    const QByteArray spare(QFileInfo(settings).size() + kMore, '\0');
    QTemporaryFile file(settings + u".room-XXXXXX"_s);
    return file.open() && file.write(spare) == spare.size() && file.flush();
}

bool holds(const QString &settings, const QString &key)
{
    const QByteArray line = '\n' + key.toLatin1() + '=';
    QFile file(settings);
    return file.open(QFile::ReadOnly) && file.readAll().contains(line);
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
    if (!hasRoomFor(settingsFile()))
        return;
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(key, value);
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
    const Error unwritable{Error::Code::FileUnwritable,
                           {settingsFile(), u"permission denied, or the disk is full"_s}};
    if (!hasRoomFor(settingsFile()))
        return unwritable;
    const QString key = u"people/"_s + workspace.toString();
    QSettings settings(settingsFile(), QSettings::IniFormat);
    const QVariant before = settings.value(key);
    settings.setValue(key, person.toString());
    settings.sync();
    if (settings.status() != QSettings::NoError || !holds(settingsFile(), workspace.toString())) {
        // What could not be written is tried again at every occasion, unless it is as it was.
        if (before.isValid())
            settings.setValue(key, before);
        else
            settings.remove(key);
        return unwritable;
    }
    if (person.isValid())
        m_people.insert(workspace, person);
    else
        m_people.remove(workspace);
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
