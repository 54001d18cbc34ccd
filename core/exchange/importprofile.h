// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvmapping.h"

#include <QJsonObject>

namespace milepost {

/// How files with a certain heading are read: what somebody said of one in the window, kept for the next.
/// Filters and a decimal sign for the whole file are said on the command line alone, and are not kept.
struct ImportProfile
{
    QString name = {};
    QString signature = {}; ///< of the heading; see signatureOf()
    CsvMapping mapping = {};
};

/// What tells one heading from another: the names of the columns without regard to case, white space and
/// order, as a hash of 32 hex digits.
QString signatureOf(const QStringList &headings);

/// What a profile is called if nobody says: the file's name without what differs from month to month, so
/// "sales-2026-10.csv" is "sales".
QString profileNameFor(const QString &file);

QJsonObject toJson(const ImportProfile &profile);
/// Nothing for what is no profile, or one of a later version.
std::optional<ImportProfile> profileFromJson(const QJsonObject &object);

} // namespace milepost
