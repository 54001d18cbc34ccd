// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/painted.h"
#include "ui/charts/marks.h"
#include "ui/charts/signs.h"

#include <QApplication>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect kCell(8, 0, 72, 36);
constexpr QSize kSize(92, 36);

QImage bar(const ProgressFact &progress, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return painted(
        kSize, [&](QPainter &painter) { paintProgress(painter, kCell, progress, lightTheme()); }, direction);
}

QImage line(const SparklineFact &fact)
{
    return painted({100, 36}, [&](QPainter &painter) {
        paintSparkline(painter, QRect(0, 0, 100, 36), fact, lightTheme());
    });
}

QRect columns(int from, int to, int height = 36)
{
    return {from, 0, to - from, height};
}

} // namespace

TEST_CASE("no progress is no bar, and no progress yet is an empty one", "[marks]")
{
    const QImage blank = painted(kSize, [](QPainter &) {});
    CHECK(bar({}) == blank);

    const QImage empty = bar({0, 0, {}});
    CHECK(pixelsOf(empty, lightTheme().muteSoft) > 200);
    CHECK(pixelsOf(empty, lightTheme().accent) == 0);
}

TEST_CASE("a bar is as long as the progress, from the side where lines begin", "[marks]")
{
    const QColor accent = lightTheme().accent;
    const QImage half = bar({.5, .5, {}});
    CHECK(pixelsOf(half, columns(8, 38), accent) > 100);
    CHECK(pixelsOf(half, columns(43, 92), accent) == 0);

    const QImage mirrored = bar({.5, .5, {}}, Qt::RightToLeft);
    CHECK(pixelsOf(mirrored, columns(0, 42), accent) == 0);
    CHECK(pixelsOf(mirrored, columns(50, 80), accent) > 100);
}

TEST_CASE("the tick stands where the calendar is", "[marks]")
{
    // The bar is 66 px long, its last quarter begins at 8 + 49.5.
    const QImage image = bar({.25, .25, .75});
    CHECK(pixelsOf(image, columns(54, 61), lightTheme().soft) >= 8);
    CHECK(pixelsOf(image, columns(8, 54), lightTheme().soft) == 0);
}

TEST_CASE("below the start and beyond the target are both seen", "[marks]")
{
    CHECK(pixelsOf(bar({0, -.5, {}}), columns(0, 8), lightTheme().warn) > 0);
    CHECK(pixelsOf(bar({0, 0, {}}), lightTheme().warn) == 0);
    CHECK(pixelsOf(bar({1, 1.5, {}}), columns(75, 92), lightTheme().accent) > 0);
    CHECK(pixelsOf(bar({1, 1, {}}), columns(75, 92), lightTheme().accent) == 0);
}

TEST_CASE("a gap in a series is a gap in its line", "[marks]")
{
    const QColor accent = lightTheme().accent;
    const QImage image = line({{1, 2, 3, {}, {}, {}, 3, 2, 1}, {}, false, Tone::Neutral});
    CHECK(pixelsOf(image, columns(0, 26), accent) > 10);
    CHECK(pixelsOf(image, columns(34, 66), accent) == 0);
    CHECK(pixelsOf(image, columns(76, 100), accent) > 10);
}

TEST_CASE("the newest value has a dot, also before a gap", "[marks]")
{
    const QImage image = line({{1, 1, {}, {}, {}}, {}, false, Tone::Bad});
    const QImage pixels = image.copy(columns(23, 31));
    CHECK(pixelsOf(pixels, lightTheme().bad) >= 9);
}

TEST_CASE("a series without values paints nothing, a single or constant one does not divide by zero",
          "[marks]")
{
    const QImage blank = painted({100, 36}, [](QPainter &) {});
    CHECK(line({{{}, {}}, 5, false, Tone::Neutral}) == blank);
    CHECK(line({{}, {}, false, Tone::Neutral}) == blank);
    CHECK(pixelsOf(line({{5}, {}, false, Tone::Neutral}), lightTheme().accent) > 0);
    CHECK(pixelsOf(line({{5, 5, 5}, 5, false, Tone::Neutral}), lightTheme().accent) > 0);
}

TEST_CASE("the target is a dashed line within the picture", "[marks]")
{
    const QImage image = line({{1, 2, 3}, 9, false, Tone::Neutral});
    const int dashes = pixelsOf(image, QRect(0, 0, 100, 12), lightTheme().mute);
    CHECK(dashes > 30);
    CHECK(dashes < 70);
}

TEST_CASE("digits are of one width", "[marks]")
{
    const QFont font = QApplication::font();
    CHECK(tabularWidth(font, u"1111"_s) == tabularWidth(font, u"8888"_s));
    CHECK(tabularWidth(font, u"1,111.1 %"_s) == tabularWidth(font, u"8,888.8 %"_s));
}

TEST_CASE("at most is not mirrored into at least", "[marks]")
{
    const auto paint = [](QPainter &painter) {
        painter.setFont(QApplication::font());
        drawTabular(painter, QRect(0, 0, 90, 30), u"≤ 60 min"_s);
    };
    const QImage straight = painted({92, 36}, paint);
    CHECK(pixelsOf(straight, Qt::black) > 10);
    CHECK(painted({92, 36}, paint, Qt::RightToLeft) == straight);
}

TEST_CASE("a pill has its word and sign on its tint and fits the room it is given", "[marks]")
{
    const StatusFact fact{u"A rather long word for a status"_s, Tone::Good, Sign::Check};
    const QFont font = QApplication::font();
    const auto paint = [&](QPainter &painter) {
        paintPill(painter, QRect(0, 0, 80, 36), fact, font, lightTheme());
    };

    const QImage image = painted({120, 36}, paint);

    REQUIRE(pillSize(fact, font).width() > 80);
    CHECK(pixelsOf(image, columns(0, 80), lightTheme().goodSoft) > 300);
    CHECK(pixelsOf(image, columns(80, 120), Qt::white) == 40 * 36);
}

TEST_CASE("no two signs look alike", "[marks]")
{
    QList<QImage> seen;
    for (int sign = 0; sign <= static_cast<int>(Sign::Flag); ++sign) {
        const QImage image = painted({20, 20}, [sign](QPainter &painter) {
            paintSign(painter, QRectF(2, 2, 16, 16), static_cast<Sign>(sign), Qt::black);
        });
        CHECK_FALSE(seen.contains(image));
        seen.append(image);
    }
}

TEST_CASE("owners who do not fit are counted", "[marks]")
{
    const QList<OwnerFact> owners(9, {u"Ann"_s, u"A"_s, 3});
    const auto paint = [&](QPainter &painter) {
        paintAvatars(painter, QRect(0, 0, 60, 36), owners, QApplication::font(), Qt::white);
    };
    const QImage image = painted({120, 36}, paint);
    CHECK(pixelsOf(image, columns(62, 120), Qt::white) == 58 * 36);
    CHECK(pixelsOf(image, QColor(0x5b6675)) > 50);
    CHECK(pixelsOf(image, avatarColour(3)) > 50);
}

TEST_CASE("painting leaves the painter as it was", "[marks]")
{
    painted(kSize, [](QPainter &painter) {
        painter.setPen(Qt::red);
        const QTransform before = painter.transform();
        paintProgress(painter, kCell, {.5, 2, .5}, lightTheme());
        paintSparkline(painter, kCell, {{1, 2}, 3, false, Tone::Bad}, lightTheme());
        paintPill(painter, kCell, {u"x"_s, Tone::Bad, Sign::Check}, QApplication::font(), lightTheme());
        drawTabular(painter, kCell, u"42"_s);
        CHECK(painter.pen().color() == QColor(Qt::red));
        CHECK(painter.transform() == before);
        CHECK_FALSE(painter.hasClipping());
    });
}
