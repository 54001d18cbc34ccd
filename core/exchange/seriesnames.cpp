// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/seriesnames.h"

#include "core/domain/texts.h"

#include <algorithm>

namespace milepost {

QString asHeading(const QString &text)
{
    return text.simplified().normalized(QString::NormalizationForm_C);
}

Result<std::size_t> SeriesNames::indexOf(std::string_view text)
{
    if (!m_byText.empty() && text == m_lastText)
        return m_lastIndex;
    const auto known = m_byText.find(text);
    if (known == m_byText.end())
        return add(text);
    m_lastText = known->first;
    m_lastIndex = known->second;
    return m_lastIndex;
}

Result<std::size_t> SeriesNames::add(std::string_view text)
{
    const auto name = cleanName(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    if (!name)
        return name.error();
    const auto known = m_byName.constFind(*name);
    const std::size_t index = known != m_byName.cend() ? *known : m_names.size();
    if (index == m_names.size()) {
        m_names.push_back(*name);
        m_byName.insert(*name, index);
    }
    m_lastText = m_texts.emplace_back(text);
    m_lastIndex = index;
    m_byText.emplace(m_lastText, index);
    return index;
}

} // namespace milepost
