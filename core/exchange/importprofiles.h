// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/exchange/importprofile.h"

#include <utility>

namespace milepost {

/// The kept profiles of one person: a readable file for each heading, in a folder of their own.
class ImportProfiles
{
public:
    /// The folder is made when something is first kept.
    explicit ImportProfiles(QString folder) : m_folder(std::move(folder)) {}

    /// How files with this heading were read last; nothing if there was none, or it cannot be read.
    std::optional<ImportProfile> find(const QStringList &headings) const;
    /// Keeps a profile instead of the one with its signature. FileUnwritable.
    Done keep(const ImportProfile &profile) const;
    /// Forgets it. FileUnwritable.
    Done forget(const QString &signature) const;

private:
    QString fileOf(const QString &signature) const;

    QString m_folder;
};

} // namespace milepost
