// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/words/filling.h"
#include "ui/words/translations.h"

#include <QCoreApplication>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QStringList names(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << u"n"_s;
    return names;
}

} // namespace

TEST_CASE("one thing is not said in the plural", "[translations]")
{
    const auto imported = [](int count) -> QString {
        return QCoreApplication::translate("milepost::Acts", "Import of %Ln value(s)", nullptr, count);
    };

    CHECK(imported(1) == u"Import of 1 value"_s);
    CHECK(imported(2) == u"Import of 2 values"_s);
    CHECK(imported(0) == u"Import of 0 values"_s);
    CHECK(imported(8298) == u"Import of 8,298 values"_s);
    CHECK(listed(names(9)).endsWith(u" and 1 more"_s));
}

TEST_CASE("a language that there is no translation for is English", "[translations]")
{
    CHECK(loadTranslation(*qApp, {u"tlh"_s, u"en-GB"_s, u"pseudo"_s}) == u"en"_s);
    CHECK(loadTranslation(*qApp, {}) == u"en"_s);
}

TEST_CASE("the languages are those of $LANGUAGE, then those of the locale", "[translations]")
{
    const QByteArray before = qgetenv("LANGUAGE");
    qputenv("LANGUAGE", "pseudo:de");

    const QStringList languages = preferredLanguages();

    qputenv("LANGUAGE", before);
    CHECK(languages.first(2) == QStringList{u"pseudo"_s, u"de"_s});
    CHECK(languages.contains(u"en-GB"_s));
}
