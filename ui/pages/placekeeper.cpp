// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/placekeeper.h"

#include "core/domain/words.h"

#include <QEvent>
#include <QWidget>

namespace milepost {

// Numbers would mean another page as soon as one is added.
MILEPOST_WORDS(Place::Kind, {Place::Kind::Home, "home"}, {Place::Kind::Actions, "actions"},
               {Place::Kind::Alignment, "alignment"}, {Place::Kind::Cycles, "cycles"},
               {Place::Kind::Backups, "backups"}, {Place::Kind::Board, "board"})
MILEPOST_WORDS(RowKind, {RowKind::Other, "other"}, {RowKind::Objective, "objective"},
               {RowKind::KeyResult, "key_result"}, {RowKind::Kpi, "kpi"}, {RowKind::Section, "section"})

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
    const std::optional<Place::Kind> kind = fromWord<Place::Kind>(kept[0].toString());
    const std::optional<RowKind> rowKind = fromWord<RowKind>(kept[1].toString());
    if (!kind || !rowKind)
        return std::nullopt;
    return Place{*kind, {}, *rowKind, kept[2].toLongLong()};
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
    keepValue(placeKey(m_session),
              QVariantList{wordOf(here.kind), wordOf(here.rowKind), QString::number(here.row)});
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
