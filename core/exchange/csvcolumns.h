// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/exchange/csvmapping.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A mapping with its names resolved to places in the row.
struct CsvColumns
{
    struct Filter
    {
        std::size_t column = 0;
        std::string value = {};

        bool passes(const std::vector<std::string_view> &fields) const;
    };

    QStringList headings = {};
    std::size_t date = 0;
    std::optional<std::size_t> series = {};
    std::optional<std::size_t> note = {};
    std::vector<std::size_t> values = {}; ///< of a ratio: numerator, denominator
    bool isRatio = false;
    std::vector<Filter> filters = {};
    QString name = {}; ///< of the one KPI; empty: named by heading or series

    /// How many KPIs a row has a value for.
    std::size_t kpisPerRow() const { return isRatio ? 1 : values.size(); }
    bool passes(const std::vector<std::string_view> &fields) const;
    /// Remembers which filters, each by itself, let this row pass.
    void notePassed(const std::vector<std::string_view> &fields, std::vector<bool> &isPassed) const;
};

/// Headings as names: NFC, white space of any kind (line breaks too) made one space, none around.
QStringList headingsOf(const std::vector<std::string_view> &fields);

/// Errors: ImportMapping (the columns that do not go together, or the one that is missing), ImportCombine,
/// ImportColumn, ImportTwoKpis for a heading that is there twice, NameControl.
Result<CsvColumns> resolveColumns(const QStringList &headings, const CsvMapping &mapping);

} // namespace milepost
