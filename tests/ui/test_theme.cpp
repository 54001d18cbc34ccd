// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/charts/theme.h"
#include "ui/delegates/colorscheme.h"

using namespace milepost;

namespace {

const Theme &eitherTheme()
{
    return GENERATE(false, true) ? darkTheme() : lightTheme();
}

constexpr double kReadable = 4.5; // WCAG 2.1, 1.4.3
constexpr double kVisible = 3;    // WCAG 2.1, 1.4.11

} // namespace

TEST_CASE("contrast is what WCAG says", "[theme]")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1));
    CHECK(contrast(QColor(0x777777), Qt::white) == Approx(4.48).margin(0.005));
}

TEST_CASE("text can be read on every ground that it lies on", "[theme]")
{
    const Theme &theme = eitherTheme();
    INFO((theme.isDark ? "dark" : "light"));
    for (const QColor &ground : {theme.bg, theme.panel, theme.hover, theme.accentSoft, theme.muteSoft}) {
        INFO(ground.name().toStdString());
        CHECK(contrast(theme.ink, ground) >= kReadable);
        CHECK(contrast(theme.soft, ground) >= kReadable);
        CHECK(contrast(theme.quiet, ground) >= kReadable);
        CHECK(contrast(theme.accentInk, ground) >= kReadable);
    }
    CHECK(contrast(theme.onAccent, theme.accent) >= kReadable);
}

TEST_CASE("status words can be read on their tint and on rows", "[theme]")
{
    const Theme &theme = eitherTheme();
    const Tone tone = GENERATE(Tone::Neutral, Tone::Good, Tone::Attention, Tone::Bad);
    const ToneColours colours = coloursOf(tone, theme);
    for (const QColor &ground : {colours.ground, theme.panel, theme.hover, theme.accentSoft})
        CHECK(contrast(colours.ink, ground) >= kReadable);
}

TEST_CASE("bars, rings and dashes can be seen", "[theme]")
{
    const Theme &theme = eitherTheme();
    CHECK(contrast(theme.accent, theme.panel) >= kVisible);
    CHECK(contrast(theme.accent, theme.accentSoft) >= kVisible);
    CHECK(contrast(theme.mute, theme.panel) >= kVisible);
}

TEST_CASE("initials can be read on every avatar, and a team is not of one colour", "[theme]")
{
    QList<QRgb> seen;
    for (quint64 i = 0; i < 24; ++i) {
        // Ids as IdSource makes them: milliseconds, then random bits, counted up.
        const QColor colour = avatarColour((quint64{1'795'000'000'000} << 20) + i);
        CHECK(contrast(colour, Qt::white) >= kReadable);
        if (!seen.contains(colour.rgb()))
            seen.append(colour.rgb());
    }
    CHECK(seen.size() >= 5);
}

TEST_CASE("a palette remembers its theme", "[theme]")
{
    CHECK(themeOf(paletteOf(darkTheme())) == darkTheme());
    CHECK(themeOf(paletteOf(lightTheme())) == lightTheme());
}

TEST_CASE("the portal's preference wins over the palette, no preference does not", "[theme]")
{
    CHECK(prefersDark(1, false));
    CHECK_FALSE(prefersDark(2, true));
    CHECK(prefersDark(0, true));
    CHECK_FALSE(prefersDark(0, false));
    CHECK(prefersDark(77, true));
}
