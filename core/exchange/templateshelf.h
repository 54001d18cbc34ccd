// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/templates.h"

namespace milepost {

/// A template file of a folder: what is in it, or why it cannot be read.
struct ShelvedTemplate
{
    QString path = {};
    BoardTemplate content = {};
    std::optional<Error> fault = {};

    /// What it is called in a list: the template's name, or the file's.
    QString name() const;
};

/// The templates of a folder (its .json files) by name; a folder that is not there has none.
QList<ShelvedTemplate> templatesIn(const QString &folder);

} // namespace milepost
