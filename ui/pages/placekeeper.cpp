// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/placekeeper.h"

#include <QEvent>
#include <QWidget>

namespace milepost {
namespace {

/// So that walking along the rows by a key held down writes the profile now and then only.
constexpr int kKeepAfterMs = 1000;

QString geometryKey()
{
    return QStringLiteral("window/geometry");
}

QString placeKey(const Session &session)
{
    return QStringLiteral("place/") + session.state().workspace().id.toString();
}

} // namespace

PlaceKeeper::PlaceKeeper(Session &session, std::function<Place()> here, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_here(std::move(here))
    , m_window(window)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kKeepAfterMs);
    connect(&m_later, &QTimer::timeout, this, &PlaceKeeper::keep);
    window->installEventFilter(this);
}

std::optional<Place> PlaceKeeper::kept() const
{
    const QVariantList kept = m_session.profile().value(placeKey(m_session)).toList();
    if (kept.size() != 3)
        return std::nullopt;
    return Place{static_cast<Place::Kind>(kept[0].toInt()),
                 {},
                 static_cast<RowKind>(kept[1].toInt()),
                 kept[2].toLongLong()};
}

bool PlaceKeeper::restoreWindow()
{
    return m_window->restoreGeometry(m_session.profile().value(geometryKey()).toByteArray());
}

void PlaceKeeper::keepSoon()
{
    if (!m_later.isActive())
        m_later.start();
}

void PlaceKeeper::keep()
{
    m_later.stop();
    keepValue(geometryKey(), m_window->saveGeometry());
    if (!m_session.isOpen())
        return;
    const Place here = m_here();
    keepValue(placeKey(m_session), QVariantList{static_cast<int>(here.kind), static_cast<int>(here.rowKind),
                                                QString::number(here.row)});
}

void PlaceKeeper::keepValue(const QString &key, const QVariant &value)
{
    if (m_session.profile().value(key) != value)
        m_session.profile().setValue(key, value);
}

bool PlaceKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && m_window->isVisible())
        keepSoon();
    return QObject::eventFilter(watched, event);
}

} // namespace milepost
