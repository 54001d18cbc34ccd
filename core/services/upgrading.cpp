// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/upgrading.h"

#include "core/storage/engine.h"
#include "core/storage/soundcopy.h"

#include <QFileInfo>
#include <QStringBuilder>

using namespace Qt::StringLiterals;

namespace milepost::upgrading {
namespace {

// An earlier attempt may have left one: it is not written over.
QString freeName(const QFileInfo &file, int version)
{
    const QString start =
        file.absolutePath() + u'/' + file.completeBaseName() + u".before-"_s + QString::number(version);
    QString name = start + u".milepost"_s;
    for (int attempt = 2; QFileInfo::exists(name); ++attempt)
        name = start + u'-' + QString::number(attempt) + u".milepost"_s;
    return name;
}

} // namespace

Done backUp(const Engine &engine, int version)
{
    return copySound(engine, freeName(QFileInfo(engine.path()), version));
}

} // namespace milepost::upgrading
