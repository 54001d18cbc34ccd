// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace milepost {

namespace {

constexpr double kPoints = 9.75;
constexpr double kUsualDesktopPoints = 11; ///< the largest that a desktop has without being asked to

} // namespace

QFont programFont(const QFont &desktop)
{
    QFont font = desktop;
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter))
        font.setFamilies({inter, desktop.family()});
    const double larger = desktop.pointSizeF() / kUsualDesktopPoints;
    font.setPointSizeF(kPoints * std::max(1.0, larger));
    // Hinting moves letters to whole pixels, which spoils Inter's spacing at this size.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace milepost
