// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QApplication;

namespace milepost {

struct Theme;

/// Buttons with this property set to true are the main action of their page: filled with the accent.
inline constexpr char kPrimaryProperty[] = "primary";
/// Buttons with this property have no border until the pointer is over them.
inline constexpr char kQuietProperty[] = "quiet";
/// Line edits with this property are a cell being edited: accent border, tight.
inline constexpr char kCellProperty[] = "cell";

/// Checkable tool buttons with this property fold what stands below them: they show that by their sign alone.
inline constexpr char kFoldProperty[] = "fold";

/// Lists with this property do what their items stand for at the first click.
inline constexpr char kSingleClickProperty[] = "singleClick";

/// The rows of trees with this property have neither ground nor hairline of the style's.
inline constexpr char kPlainRowsProperty[] = "plainRows";

/// Fusion with hairlines instead of boxes, one accent, round corners of 6 px and slim scroll bars. All
/// colours come from the palette at hand (see themeOf), so that light and dark switch while the program runs.
class MilepostStyle final : public QProxyStyle // clazy:exclude=ctor-missing-parent-argument
{
    Q_OBJECT

public:
    MilepostStyle();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    QPalette standardPalette() const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QIcon standardIcon(StandardPixmap name, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
};

/// Gives the program its style, palette and font. Call once, before the first window.
void dress(QApplication &application, const Theme &theme);
/// Changes light to dark or back while the program runs.
void changeTheme(const Theme &theme);

} // namespace milepost
