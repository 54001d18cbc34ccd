// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/templateshelf.h"

#include "core/exchange/boardtemplate.h"

#include <QDir>

namespace milepost {
namespace {

/// Of a folder that somebody filled with something else, no more than this is read.
constexpr qsizetype kMostFiles = 200;

ShelvedTemplate shelved(const QString &path)
{
    const Result<BoardTemplate> content = readTemplate(path);
    if (!content)
        return {path, {}, content.error()};
    return {path, *content, {}};
}

} // namespace

QString ShelvedTemplate::name() const
{
    return fault ? QFileInfo(path).completeBaseName() : content.name;
}

QList<ShelvedTemplate> templatesIn(const QString &folder)
{
    const QDir place(folder);
    QList<ShelvedTemplate> templates;
    for (const QString &name : place.entryList({QStringLiteral("*.json")}, QDir::Files).mid(0, kMostFiles))
        templates.append(shelved(place.filePath(name)));
    std::sort(templates.begin(), templates.end(), [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.name(), other.name()) < 0;
    });
    return templates;
}

} // namespace milepost
