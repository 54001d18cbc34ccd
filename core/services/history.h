// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/draft.h"

#include <QDate>

namespace milepost {

/// A value that was replaced: what it was, who had given it and when, and why it was replaced. Who replaced
/// it gave the next one.
struct Correction
{
    std::optional<double> value = {};
    PersonId author = {};
    qint64 at = 0; ///< UTC milliseconds
    QString reason = {};
};

/// One value with its trail.
struct HistoryPoint
{
    qint64 id = 0;
    QDate date = {};
    std::optional<double> value = {}; ///< of a ratio: numerator / denominator
    std::optional<double> numerator = {};
    std::optional<double> denominator = {};
    std::optional<double> confidence = {};
    MilestonePartId part = {};
    QString note = {};
    PersonId author = {};                 ///< who gave the value as it stands
    qint64 at = 0;                        ///< and when: UTC milliseconds
    QList<Correction> correctedFrom = {}; ///< oldest first
};

using History = QList<HistoryPoint>;

/// A journal entry as people may know it.
struct LogEntry
{
    qint64 seq = 0;
    qint64 at = 0; ///< UTC milliseconds
    PersonId author = {};
    Act act = Act::Edit;
    QVariantMap values = {};
    QString about = {}; ///< the name of what it was about, also if that is no longer there
    QByteArray hash = {};
};

} // namespace milepost
