// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace milepost {

/// Gives the English texts of the sources their plural forms: "1 value", "2 values". Every program does this
/// first; what a translation leaves out is then English.
void loadEnglish(QCoreApplication &application);

/// Loads the translation into the first of \p languages that there is one for, compiled in or in the folder
/// "translations" beside the program. English is there, so it ends the search. Answers the language loaded,
/// "en" if none was.
QString loadTranslation(QCoreApplication &application, const QStringList &languages);

/// The languages that the person prefers, best first: $LANGUAGE, then what the locale says.
QStringList preferredLanguages();

} // namespace milepost
