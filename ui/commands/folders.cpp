// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/folders.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace milepost {

QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace milepost
