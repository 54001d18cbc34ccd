// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStringList>
#include <QWidget>

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

void resizeText(double points)
{
    QFont font = QApplication::font();
    const double ratio = points / font.pointSizeF();
    if (qFuzzyCompare(ratio, 1))
        return;
    QList<std::pair<QWidget *, QFont>> own;
    for (QWidget *widget : QApplication::allWidgets())
        if (widget->testAttribute(Qt::WA_SetFont) && (widget->font().resolveMask() & QFont::SizeResolved))
            own.append({widget, widget->font()});
    font.setPointSizeF(points);
    QApplication::setFont(font);
    for (auto &[widget, special] : own) {
        special.setPointSizeF(special.pointSizeF() * ratio);
        widget->setFont(special);
    }
}

} // namespace milepost
