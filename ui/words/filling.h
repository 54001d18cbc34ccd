// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace milepost {

/// \p value as it may stand in a sentence of one line: line breaks and control characters become spaces, and
/// what is longer than 300 characters is cut with an ellipsis.
QString inLine(const QString &value);

/// \p pattern, a sentence, with %1 … %9 replaced by \p values, all at once, so that a value which itself
/// contains "%2" is left as it is. Missing values become nothing.
QString fill(const QString &pattern, const QStringList &values);

/// \p text as it may stand in a menu or on a button, where an ampersand would mark a key.
QString asMenuText(QString text);

/// A sentence that stands within another one.
QString withoutStop(const QString &sentence);

/// \p names as "A, B, C", at most eight of them and how many more there are; in quotes nowhere.
QString listed(const QStringList &names);

} // namespace milepost
