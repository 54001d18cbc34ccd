// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/texts.h"

#include <QHash>
#include <QString>

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace milepost {

/// A heading as a name: NFC, every run of white space one space, none around. May be empty.
QString asHeading(const QString &text);

/// Numbers the series of a file in the order in which they appear. Texts that become one name are one series.
class SeriesNames
{
public:
    /// Errors: as cleanName().
    Result<std::size_t> indexOf(std::string_view text);
    const std::vector<QString> &names() const { return m_names; }

private:
    Result<std::size_t> add(std::string_view text);

    std::vector<QString> m_names;
    QHash<QString, std::size_t> m_byName;
    // Keyed by the file's own bytes, so that rows make no strings. A deque keeps the keys where they are.
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, std::size_t> m_byText;
    std::string_view m_lastText;
    std::size_t m_lastIndex = 0;
};

} // namespace milepost
