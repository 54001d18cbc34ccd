// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "ui/words/translations.h"

#include <QApplication>
#include <QLocale>

#include <catch2/catch.hpp>

int main(int argc, char *argv[])
{
    // Catch2's discovery runs this program during the build, where there is no display.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication application(argc, argv);
    milepost::loadEnglish(application);
    return Catch::Session().run(argc, argv);
}
