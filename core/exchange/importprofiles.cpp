// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importprofiles.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

std::optional<ImportProfile> readProfile(const QString &path)
{
    constexpr qint64 kLargest = qint64(4) * 1024 * 1024;
    QFile file(path);
    if (!file.open(QFile::ReadOnly) || file.size() > kLargest)
        return std::nullopt;
    return profileFromJson(QJsonDocument::fromJson(file.readAll()).object());
}

} // namespace

QString ImportProfiles::fileOf(const QString &signature) const
{
    return m_folder + u'/' + signature + u".json"_s;
}

std::optional<ImportProfile> ImportProfiles::find(const QStringList &headings) const
{
    const QString signature = signatureOf(headings);
    std::optional<ImportProfile> profile = readProfile(fileOf(signature));
    return profile && profile->signature == signature ? profile : std::nullopt;
}

Done ImportProfiles::keep(const ImportProfile &profile) const
{
    const QString path = fileOf(profile.signature);
    QDir().mkpath(m_folder);
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(toJson(profile)).toJson();
    if (file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{Error::Code::FileUnwritable, {path, file.errorString()}};
}

Done ImportProfiles::forget(const QString &signature) const
{
    QFile file(fileOf(signature));
    if (!file.exists() || file.remove())
        return {};
    return Error{Error::Code::FileUnwritable, {file.fileName(), file.errorString()}};
}

} // namespace milepost
