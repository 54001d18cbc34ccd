// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/theme.h"

#include <QFont>
#include <QRect>

class QPainter;

namespace milepost {

// The small pictures that cells and pages share. Each paints within its rectangle in logical pixels, in the
// painter's layout direction, and leaves the painter as it was. Text is always plain.

/// The font for secondary things: 0.885 of the given one (11.5 px at 13 px), a little bolder.
QFont smallFont(const QFont &font);

/// The room that a pill needs with this font.
QSize pillSize(const StatusFact &status, const QFont &font);
/// Sign and word on a soft tint, at the leading edge, elided where it is too narrow.
void paintPill(QPainter &painter, const QRect &rect, const StatusFact &status, const QFont &font,
               const Theme &theme);

/// A bar of 6 px with a tick where the calendar says that it should be. A raw progress below zero is told by
/// a wedge before the bar in the attention colour, one beyond the target by a wedge after it.
void paintProgress(QPainter &painter, const QRect &rect, const ProgressFact &progress, const Theme &theme);

/// The line with its gaps, the target as a dashed hairline, a dot at the newest value.
void paintSparkline(QPainter &painter, const QRect &rect, const SparklineFact &sparkline, const Theme &theme);

/// Overlapping round pictures with initials; as many as fit, then "+2". \p ground is what they lie on.
void paintAvatars(QPainter &painter, const QRect &rect, const QList<OwnerFact> &owners, const QFont &font,
                  const QColor &ground);
/// The side of one avatar with this font: 20 px at 13 px.
int avatarSize(const QFont &font);

/// How wide a text is whose digits are all as wide as the widest of them.
int tabularWidth(const QFont &font, const QString &text);
/// Paints a number so that digits stand below each other, which Inter's do not by themselves: each digit in a
/// field as wide as the widest. Right-aligned and on one line; what does not fit ends in "…". Text with
/// right-to-left letters is drawn as a whole.
void drawTabular(QPainter &painter, const QRect &rect, const QString &text);

} // namespace milepost
