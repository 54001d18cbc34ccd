// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/theme.h"

#include <array>
#include <cmath>

namespace milepost {

namespace {

Theme makeLight()
{
    Theme theme;
    theme.bg = QColor(0xf6f7f9);
    theme.panel = QColor(0xffffff);
    theme.ink = QColor(0x1b2430);
    theme.soft = QColor(0x5b6675);
    theme.quiet = QColor(0x636d7c);
    theme.mute = QColor(0x8a94a3);
    theme.muteSoft = QColor(0xeef1f4);
    theme.line = QColor(0xe3e7ec);
    theme.hover = QColor(0xf0f3f7);
    theme.accent = QColor(0x2f6fde);
    theme.accentInk = QColor(0x2762c9);
    theme.accentSoft = QColor(0xe8f0fd);
    theme.onAccent = QColor(0xffffff);
    theme.good = QColor(0x0b7a5b);
    theme.goodSoft = QColor(0xe2f4ee);
    theme.warn = QColor(0x946000);
    theme.warnSoft = QColor(0xfdf0d9);
    theme.bad = QColor(0xb3401a);
    theme.badSoft = QColor(0xfbe7df);
    theme.shadow = QColor(27, 36, 48, 40);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.isDark = true;
    theme.bg = QColor(0x15191f);
    theme.panel = QColor(0x1c222a);
    theme.ink = QColor(0xe6eaf0);
    theme.soft = QColor(0xa3adba);
    theme.quiet = QColor(0x929dac);
    theme.mute = QColor(0x7b8696);
    theme.muteSoft = QColor(0x262e38);
    theme.line = QColor(0x2c343f);
    theme.hover = QColor(0x242c36);
    theme.accent = QColor(0x6ea2ff);
    theme.accentInk = QColor(0x6ea2ff);
    theme.accentSoft = QColor(0x22324f);
    theme.onAccent = QColor(0x0d1420);
    theme.good = QColor(0x4fc3a1);
    theme.goodSoft = QColor(0x17352d);
    theme.warn = QColor(0xe5ad4f);
    theme.warnSoft = QColor(0x3a2d16);
    theme.bad = QColor(0xf0885f);
    theme.badSoft = QColor(0x402519);
    theme.shadow = QColor(0, 0, 0, 120);
    return theme;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

const Theme &lightTheme()
{
    static const Theme kTheme = makeLight();
    return kTheme;
}

const Theme &darkTheme()
{
    static const Theme kTheme = makeDark();
    return kTheme;
}

const Theme &themeOf(const QPalette &palette)
{
    const double ground = luminance(palette.color(QPalette::Active, QPalette::Base));
    const double text = luminance(palette.color(QPalette::Active, QPalette::Text));
    return text > ground ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.bg);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.hover);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.quiet);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.mute);
    palette.setColor(QPalette::Shadow, theme.isDark ? QColor(Qt::black) : theme.mute);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accentInk);
    palette.setColor(QPalette::LinkVisited, theme.accentInk);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.mute);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.muteSoft);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.soft);
    return palette;
}

ToneColours coloursOf(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Neutral:
        return {theme.soft, theme.muteSoft};
    case Tone::Good:
        return {theme.good, theme.goodSoft};
    case Tone::Attention:
        return {theme.warn, theme.warnSoft};
    case Tone::Bad:
        return {theme.bad, theme.badSoft};
    }
    Q_UNREACHABLE();
}

QColor avatarColour(quint64 seed)
{
    static constexpr std::array<QRgb, 8> kColours = {0xff7a5cc9, 0xff0b7a5b, 0xffb3401a, 0xff2f6fde,
                                                     0xff946000, 0xff97437f, 0xff3a6f84, 0xff5d6b1e};
    // Ids are times with a few random bits: their digits have to be mixed, or a team would be one colour.
    const quint64 mixed = (seed ^ (seed >> 29)) * 0x9e3779b97f4a7c15ULL;
    return {kColours[(mixed >> 40) % kColours.size()]};
}

double contrast(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace milepost
