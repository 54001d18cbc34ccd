// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/painted.h"
#include "ui/charts/theme.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"

#include <QApplication>

using namespace milepost;

namespace {

int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 100 ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("every icon is there, and each is another", "[icons]")
{
    QList<QImage> seen;
    for (int name = 0; name <= static_cast<int>(Icon::Warning); ++name) {
        const QImage image = icon(static_cast<Icon>(name)).pixmap(QSize(16, 16), 1.0).toImage();
        INFO(name);
        CHECK(inked(image) >= 5);
        CHECK_FALSE(seen.contains(image));
        seen.append(image);
    }
}

TEST_CASE("icons are drawn for the screen's scale", "[icons]")
{
    const qreal scale = GENERATE(1.0, 1.5, 2.0);
    const QPixmap pixmap = icon(Icon::Settings).pixmap(QSize(16, 16), scale);
    CHECK(pixmap.width() == qRound(16 * scale));
    CHECK(pixmap.devicePixelRatio() == scale);
}

TEST_CASE("icons follow the palette without being made anew", "[icons]")
{
    const QPalette before = QApplication::palette();
    const QIcon made = icon(Icon::Board, IconInk::Ink);
    const auto share = [&made](const Theme &theme) {
        changeTheme(theme);
        const QImage image = made.pixmap(QSize(64, 64), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
        return pixelsOf(image, theme.ink);
    };
    CHECK(share(lightTheme()) > 50);
    CHECK(share(darkTheme()) > 50);
    QApplication::setPalette(before);
}
