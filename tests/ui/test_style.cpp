// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/painted.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"

#include <QListWidget>
#include <QStyleOption>
#include <QTest>

using namespace milepost;

namespace {

/// What the style paints of one of its elements on a white ground.
QImage drawn(QStyle::PrimitiveElement element, const Theme &theme)
{
    const MilepostStyle style;
    QStyleOptionFrame option; // as a tool tip hands it in: nothing said of a frame
    option.rect = QRect(0, 0, 60, 24);
    option.palette = paletteOf(theme);
    return painted(option.rect.size(),
                   [&](QPainter &painter) { style.drawPrimitive(element, &option, &painter); });
}

} // namespace

TEST_CASE("the text of a chosen item can be read in a plain list too", "[style]")
{
    const Theme &theme = GENERATE(false, true) ? darkTheme() : lightTheme();
    MilepostStyle style;
    QListWidget list;
    list.setStyle(&style);
    list.setPalette(paletteOf(theme));
    list.addItem(QString(12, QChar(0x2588))); // blocks: ink enough to be counted
    list.setCurrentRow(0);
    list.resize(200, 60);
    list.show();

    const QImage image = list.viewport()->grab().toImage();

    CHECK(pixelsOf(image, theme.accentSoft) > 100);
    CHECK(pixelsOf(image, theme.ink) > 100);
    list.setStyle(nullptr);
}

TEST_CASE("a tool tip has an edge all round, so that it stands out from the table", "[style]")
{
    const Theme &theme = GENERATE(false, true) ? darkTheme() : lightTheme();

    const QImage tip = drawn(QStyle::PE_PanelTipLabel, theme);

    for (const QRect &edge :
         {QRect(0, 0, 60, 1), QRect(0, 23, 60, 1), QRect(0, 0, 1, 24), QRect(59, 0, 1, 24)})
        CHECK(pixelsOf(tip, edge, theme.line) == edge.width() * edge.height());
    CHECK(pixelsOf(tip, QRect(1, 1, 58, 22), theme.panel) == 58 * 22);
}
