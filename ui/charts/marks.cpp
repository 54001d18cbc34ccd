// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/marks.h"

#include "ui/charts/signs.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace milepost {

namespace {

/// Restores the painter when the picture is done.
class Painting
{
public:
    explicit Painting(QPainter &painter) : m_painter(painter) { m_painter.save(); }
    ~Painting() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Painting)

private:
    QPainter &m_painter;
};

/// \p width pixels at the leading edge of \p rect.
QRect leading(const QPainter &painter, const QRect &rect, int width)
{
    const int left = painter.layoutDirection() == Qt::RightToLeft ? rect.right() - width + 1 : rect.left();
    return {left, rect.top(), width, rect.height()};
}

/// A rectangle of this height, centred in \p rect.
QRect centred(const QRect &rect, int height)
{
    return {rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), height};
}

} // namespace

QFont smallFont(const QFont &font)
{
    QFont smaller = font;
    if (font.pixelSize() > 0)
        smaller.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * 0.885)));
    else
        smaller.setPointSizeF(font.pointSizeF() * 0.885);
    smaller.setWeight(QFont::Medium);
    return smaller;
}

// --- pill

namespace {

struct PillMeasures
{
    int height;
    int padding;
    int sign; ///< side of its square; 0 without a sign
    int gap;
    int word;
};

PillMeasures measure(const StatusFact &status, const QFontMetrics &metrics)
{
    const bool hasSign = status.sign != Sign::None;
    return {metrics.height() + 6, metrics.height() / 2 + 1, hasSign ? metrics.ascent() - 3 : 0,
            hasSign ? 4 : 0, metrics.horizontalAdvance(status.word)};
}

} // namespace

QSize pillSize(const StatusFact &status, const QFont &font)
{
    const PillMeasures pill = measure(status, QFontMetrics(smallFont(font)));
    return {2 * pill.padding + pill.sign + pill.gap + pill.word + 1, pill.height};
}

void paintPill(QPainter &painter, const QRect &rect, const StatusFact &status, const QFont &font,
               const Theme &theme)
{
    if (status.word.isEmpty())
        return;
    const Painting painting(painter);
    const QFont small = smallFont(font);
    const QFontMetrics metrics(small);
    const PillMeasures pill = measure(status, metrics);
    const QSize size = pillSize(status, font);
    const QRect ground = leading(painter, centred(rect, size.height()), std::min(size.width(), rect.width()));
    const ToneColours colours = coloursOf(status.tone, theme);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(ground, size.height() / 2.0, size.height() / 2.0);

    const QRect inside = ground.adjusted(pill.padding, 0, -pill.padding, 0);
    paintSign(painter, centred(leading(painter, inside, pill.sign), pill.sign), status.sign, colours.ink);

    const int wordWidth = inside.width() - pill.sign - pill.gap;
    const int left =
        painter.layoutDirection() == Qt::RightToLeft ? inside.left() : inside.right() + 1 - wordWidth;
    painter.setFont(small);
    painter.setPen(colours.ink);
    painter.drawText(QRect(left, ground.top(), wordWidth, ground.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(status.word, Qt::ElideRight, wordWidth));
}

// --- progress

namespace {

constexpr int kBarHeight = 6;
constexpr int kBeyond = 6; ///< room after the bar for what lies beyond; before it there is the cell's padding
constexpr double kWedge = 5;
constexpr double kTick = 1.5; ///< width of the calendar's tick

void paintTick(QPainter &painter, const QRectF &bar, double at, const Theme &theme)
{
    const double x = bar.left() + std::clamp(at, 0.0, 1.0) * bar.width();
    painter.fillRect(QRectF(x - kTick / 2, bar.top() - 3, kTick, bar.height() + 6), theme.soft);
}

/// A small wedge that points away from an end of the bar; \p reach is negative at its start.
void paintWedge(QPainter &painter, const QPointF &end, double reach, const QColor &ink)
{
    const double base = end.x() + reach * 0.4;
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({{base, end.y() - 3}, {end.x() + reach, end.y()}, {base, end.y() + 3}}));
}

void fillBar(QPainter &painter, const QRectF &bar, double share, const QColor &colour)
{
    QPainterPath shape;
    shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    // A sliver would vanish in the rounding of the bar.
    const double width = std::max(bar.height() / 2, share * bar.width());
    QPainterPath part;
    part.addRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), bar.height() / 2,
                        bar.height() / 2);
    painter.fillPath(part, colour);
    painter.restore();
}

} // namespace

void paintProgress(QPainter &painter, const QRect &rect, const ProgressFact &progress, const Theme &theme)
{
    if (!progress.value)
        return;
    const Painting painting(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (painter.layoutDirection() == Qt::RightToLeft) {
        painter.translate(rect.left() + rect.right() + 1, 0);
        painter.scale(-1, 1);
    }
    const QRect track = centred(rect, kBarHeight);
    const QRectF bar(track.left(), track.top(), std::max(kBarHeight, track.width() - kBeyond),
                     track.height());
    const double raw = progress.raw.value_or(*progress.value);

    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.muteSoft);
    painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    if (*progress.value > 0)
        fillBar(painter, bar, std::min(*progress.value, 1.0), theme.accent);
    if (raw < 0)
        paintWedge(painter, {bar.left(), bar.center().y()}, -kWedge, theme.warn);
    if (raw > 1)
        paintWedge(painter, {bar.right(), bar.center().y()}, kWedge, theme.accent);
    if (progress.expected)
        paintTick(painter, bar, *progress.expected, theme);
}

// --- sparkline

namespace {

struct Scale
{
    double low = 0;
    double high = 0;
    QRectF box;

    double y(double value) const
    {
        const double span = high - low;
        return span == 0 ? box.center().y() : box.bottom() - (value - low) / span * box.height();
    }
    double x(qsizetype i, qsizetype count) const
    {
        return count < 2 ? box.right()
                         : box.left() + static_cast<double>(i) * box.width() / static_cast<double>(count - 1);
    }
};

std::optional<Scale> scaleOf(const SparklineFact &sparkline, const QRectF &box)
{
    std::optional<Scale> scale;
    const auto include = [&scale, &box](double value) {
        if (!scale)
            scale = Scale{value, value, box};
        scale->low = std::min(scale->low, value);
        scale->high = std::max(scale->high, value);
    };
    for (const std::optional<double> &value : sparkline.values)
        if (value)
            include(*value);
    if (scale && sparkline.target)
        include(*sparkline.target);
    return scale;
}

/// The line in one piece for each stretch without a gap; a value between two gaps is a dot of its own.
void paintLine(QPainter &painter, const QList<std::optional<double>> &values, const Scale &scale,
               const QPen &pen)
{
    QPolygonF stretch;
    const auto finish = [&painter, &stretch, &pen] {
        if (stretch.size() > 1)
            painter.drawPolyline(stretch);
        else if (stretch.size() == 1)
            painter.drawEllipse(stretch.first(), pen.widthF() / 4, pen.widthF() / 4);
        stretch.clear();
    };
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i))
            stretch.append(QPointF(scale.x(i, values.size()), scale.y(*values.at(i))));
        else
            finish();
    }
    finish();
}

void paintNewest(QPainter &painter, const QList<std::optional<double>> &values, const Scale &scale,
                 const QColor &ink)
{
    qsizetype last = values.size() - 1;
    while (last >= 0 && !values.at(last))
        --last;
    if (last < 0)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(scale.x(last, values.size()), scale.y(*values.at(last))), 2.5, 2.5);
}

/// Small boxes rather than a dashed pen, which takes longer than all the rest of the picture.
void paintDashes(QPainter &painter, const QRectF &box, double y, const QColor &ink)
{
    constexpr int kDash = 3;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int top = static_cast<int>(std::floor(y));
    const int end = static_cast<int>(box.right()) + kDash;
    for (int x = static_cast<int>(box.left()) - kDash; x < end; x += 2 * kDash)
        painter.fillRect(QRect(x, top, std::min(kDash, end - x), 1), ink);
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Grey is for noise, the accent for what simply goes on, a colour of warning for what someone should look
/// at.
QColor lineColour(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Good:
        return theme.accent;
    case Tone::Attention:
        return theme.warn;
    case Tone::Bad:
        return theme.bad;
    }
    Q_UNREACHABLE();
}

} // namespace

void paintSparkline(QPainter &painter, const QRect &rect, const SparklineFact &sparkline, const Theme &theme)
{
    // The dot of 2.5 px must not be cut at the edge. Time runs from left to right in every language.
    const QRectF box = QRectF(centred(rect, std::min(rect.height(), 26))).adjusted(3, 3, -3, -3);
    const std::optional<Scale> scale = scaleOf(sparkline, box);
    if (!scale)
        return;
    const Painting painting(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (sparkline.target)
        paintDashes(painter, box, scale->y(*sparkline.target), theme.mute);
    const QColor ink = lineColour(sparkline.tone, theme);
    paintLine(painter, sparkline.values, *scale, QPen(ink, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    paintNewest(painter, sparkline.values, *scale, ink);
}

// --- avatars

int avatarSize(const QFont &font)
{
    return QFontMetrics(font).height() * 5 / 4;
}

namespace {

QFont initialsFont(const QFont &font, int side)
{
    QFont small = font;
    small.setPixelSize(std::max(7, side * 95 / 200));
    small.setWeight(QFont::DemiBold);
    return small;
}

void paintDisc(QPainter &painter, const QRect &square, const QColor &colour, const QColor &ground,
               const QColor &ink, const QString &text)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(square);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(square).adjusted(1.5, 1.5, -1.5, -1.5));
    painter.setPen(ink);
    painter.drawText(square, Qt::AlignCenter | Qt::TextSingleLine, text);
}

} // namespace

void paintAvatars(QPainter &painter, const QRect &rect, const QList<OwnerFact> &owners, const QFont &font,
                  const QColor &ground)
{
    if (owners.isEmpty())
        return;
    const Painting painting(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = avatarSize(font) + 2;
    const int step = side - 6;
    const qsizetype room = std::max(1, (rect.width() - side) / step + 1);
    const bool isFull = owners.size() > room;
    const qsizetype shown = isFull ? std::max<qsizetype>(room - 1, 0) : owners.size();
    painter.setFont(initialsFont(font, side - 3));

    QRect square = leading(painter, centred(rect, side), side);
    const int direction = painter.layoutDirection() == Qt::RightToLeft ? -1 : 1;
    painter.setLayoutDirection(Qt::LeftToRight); // "+2" stays "+2"
    for (qsizetype i = 0; i < shown; ++i) {
        paintDisc(painter, square, avatarColour(owners.at(i).seed), ground, Qt::white, owners.at(i).initials);
        square.translate(direction * step, 0);
    }
    if (isFull)
        paintDisc(painter, square, QColor(0x5b6675), ground, Qt::white,
                  u'+' + QString::number(owners.size() - shown));
}

// --- figures

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

int digitWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// Calls \p visit(part, width) for each digit and for each run of other characters.
template<class Visit>
void forEachPart(const QString &text, const QFontMetrics &metrics, Visit &&visit)
{
    const int digit = digitWidth(metrics);
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        if (!isDigit(text.at(i)))
            while (end < text.size() && !isDigit(text.at(end)))
                ++end;
        const QString part = text.mid(i, end - i);
        visit(part, isDigit(text.at(i)) ? digit : metrics.horizontalAdvance(part));
        i = end;
    }
}

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) {
        const QChar::Direction direction = character.direction();
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    });
}

} // namespace

int tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    if (hasRightToLeft(text))
        return metrics.horizontalAdvance(text);
    int width = 0;
    forEachPart(text, metrics, [&width](const QString &, int partWidth) { width += partWidth; });
    return width;
}

void drawTabular(QPainter &painter, const QRect &rect, const QString &text)
{
    const Painting painting(painter);
    // In a mirrored painter "≤" would be drawn as "≥".
    const bool isMirrored = hasRightToLeft(text);
    painter.setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    const QFontMetrics metrics(painter.font());
    const int width = tabularWidth(painter.font(), text);
    if (width > rect.width() || isMirrored) {
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    const int baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    int x = rect.right() + 1 - width;
    forEachPart(text, metrics, [&](const QString &part, int partWidth) {
        painter.drawText(QPoint(x + (partWidth - metrics.horizontalAdvance(part)) / 2, baseline), part);
        x += partWidth;
    });
}

} // namespace milepost
