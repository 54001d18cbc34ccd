// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/icons.h"

#include "ui/charts/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// At file level: the macro declares a function of the resource, which lies in no namespace. Without the call
// the linker would leave the resource of a static library out.
static void loadResource()
{
    Q_INIT_RESOURCE(resources);
}

namespace milepost {

namespace {

// NOLINTNEXTLINE(readability-function-size): a table
const char *fileName(Icon name)
{
    switch (name) {
    case Icon::Milepost:
        return "milepost";
    case Icon::Action:
        return "action";
    case Icon::Add:
        return "add";
    case Icon::Alignment:
        return "alignment";
    case Icon::Archive:
        return "archive";
    case Icon::Back:
        return "back";
    case Icon::Board:
        return "board";
    case Icon::Calendar:
        return "calendar";
    case Icon::Check:
        return "check";
    case Icon::ChevronDown:
        return "chevron-down";
    case Icon::ChevronLeft:
        return "chevron-left";
    case Icon::ChevronRight:
        return "chevron-right";
    case Icon::Clock:
        return "clock";
    case Icon::Close:
        return "close";
    case Icon::Command:
        return "command";
    case Icon::Copy:
        return "copy";
    case Icon::Demo:
        return "demo";
    case Icon::Down:
        return "down";
    case Icon::Filter:
        return "filter";
    case Icon::Forward:
        return "forward";
    case Icon::Help:
        return "help";
    case Icon::Home:
        return "home";
    case Icon::Import:
        return "import";
    case Icon::Inspector:
        return "inspector";
    case Icon::KeyResult:
        return "key-result";
    case Icon::Keys:
        return "keys";
    case Icon::Kpi:
        return "kpi";
    case Icon::New:
        return "new";
    case Icon::Objective:
        return "objective";
    case Icon::Open:
        return "open";
    case Icon::People:
        return "people";
    case Icon::Person:
        return "person";
    case Icon::Print:
        return "print";
    case Icon::Private:
        return "private";
    case Icon::Public:
        return "public";
    case Icon::Redo:
        return "redo";
    case Icon::Search:
        return "search";
    case Icon::Settings:
        return "settings";
    case Icon::Share:
        return "share";
    case Icon::Undo:
        return "undo";
    case Icon::Up:
        return "up";
    case Icon::Warning:
        return "warning";
    }
    Q_UNREACHABLE();
}

QColor colourOf(IconInk ink, const Theme &theme)
{
    switch (ink) {
    case IconInk::Soft:
        return theme.soft;
    case IconInk::Ink:
        return theme.ink;
    case IconInk::Accent:
        return theme.accentInk;
    case IconInk::OnAccent:
        return theme.onAccent;
    case IconInk::Good:
        return theme.good;
    case IconInk::Attention:
        return theme.warn;
    case IconInk::Bad:
        return theme.bad;
    }
    Q_UNREACHABLE();
}

/// Draws one of our files in the colours of the day.
class InkedSvg final : public QIconEngine
{
public:
    InkedSvg(Icon name, IconInk ink) : m_name(name), m_ink(ink) {}

    QIconEngine *clone() const override { return new InkedSvg(*this); }
    QString key() const override { return QStringLiteral("milepost"); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// \p size is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        const QColor colour = colourIn(mode);
        const QString cacheKey = QStringLiteral("milepost/%1/%2/%3x%4@%5")
                                     .arg(QLatin1String(fileName(m_name)), colour.name())
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(scale);
        QPixmap pixmap;
        if (!QPixmapCache::find(cacheKey, &pixmap)) {
            pixmap = rendered(size, colour);
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(cacheKey, pixmap);
        }
        return pixmap;
    }

private:
    QColor colourIn(QIcon::Mode mode) const
    {
        const Theme &theme = themeOf(QGuiApplication::palette());
        return mode == QIcon::Disabled ? theme.mute : colourOf(m_ink, theme);
    }

    QPixmap rendered(const QSize &size, const QColor &colour) const
    {
        QFile file(QStringLiteral(":/milepost/icons/%1.svg").arg(QLatin1String(fileName(m_name))));
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        // Qt's SVG knows currentColor only as black.
        QSvgRenderer svg(file.readAll().replace("currentColor", colour.name().toLatin1()));
        QPainter painter(&pixmap);
        const double side = std::min(size.width(), size.height());
        svg.render(&painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side));
        return pixmap;
    }

    Icon m_name;
    IconInk m_ink;
};

} // namespace

QIcon icon(Icon name, IconInk ink)
{
    loadResource();
    return QIcon(new InkedSvg(name, ink));
}

} // namespace milepost
