// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

// At file level: the macro declares a function of the resource, which lies in no namespace. Without the call
// the linker would leave the resource of a static library out.
static void loadResource()
{
    Q_INIT_RESOURCE(translations);
}

namespace milepost {
namespace {

QString english()
{
    return QStringLiteral("en");
}

bool load(QCoreApplication &application, const QString &language, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    const QString file = QStringLiteral("milepost_") + language + QStringLiteral(".qm");
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

} // namespace

void loadEnglish(QCoreApplication &application)
{
    loadResource();
    const bool isLoaded = load(application, english(), QStringLiteral(":/milepost/translations"));
    Q_ASSERT(isLoaded);
    Q_UNUSED(isLoaded)
}

QString loadTranslation(QCoreApplication &application, const QStringList &languages)
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/translations");
    for (const QString &language : languages) {
        if (language == english() || language.startsWith(QStringLiteral("en-")))
            break;
        if (load(application, language, QStringLiteral(":/milepost/translations")) ||
            load(application, language, beside))
            return language;
    }
    return english();
}

QStringList preferredLanguages()
{
    return qEnvironmentVariable("LANGUAGE").split(u':', Qt::SkipEmptyParts) + QLocale().uiLanguages();
}

} // namespace milepost
