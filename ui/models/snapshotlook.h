// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "core/services/whendone.h"
#include "ui/models/aside.h"

#include <QTimer>

namespace milepost {

/// Looks through the whole workspace whenever it has changed, on another thread and on a copy of the state
/// (which shares everything), so that nobody who types waits for it. Changes that follow one another closely
/// are looked at together; what was found in a workspace that is closed by now is dropped.
template<class Found>
class SnapshotLook
{
public:
    using Find = std::function<Found(const WorkingSet &state, PersonId person, QDate day)>;
    using Take = std::function<void(const Found &found)>;

    /// \p find may run on any thread; \p take is called on that of \p owner, which owns this.
    SnapshotLook(Session &session, QObject *owner, Find find, Take take)
        : m_session(session)
        , m_owner(owner)
        , m_find(std::move(find))
        , m_take(std::move(take))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(kPatienceMs);
        QObject::connect(&m_timer, &QTimer::timeout, owner, [this] { look(); });
    }

    /// Looks soon.
    void await()
    {
        if (m_session.isOpen() && !m_timer.isActive())
            m_timer.start();
    }

    /// Drops what is being found.
    void forget()
    {
        ++m_turn;
        m_timer.stop();
    }

private:
    static constexpr int kPatienceMs = 120;

    void look()
    {
        if (!m_session.isOpen())
            return;
        m_isLate = m_isLooking;
        if (m_isLooking)
            return;
        m_isLooking = true;
        const auto found = std::make_shared<Found>();
        const auto search = [found, find = m_find, state = m_session.state(), me = m_session.me(),
                             today = m_session.today()] { *found = find(state, me, today); };
        whenDone(doAside(search), m_owner, [this, found, turn = m_turn](bool) {
            m_isLooking = false;
            if (std::exchange(m_isLate, false) || turn != m_turn)
                await();
            if (turn == m_turn)
                m_take(*found);
        });
    }

    Session &m_session;
    QObject *m_owner;
    Find m_find;
    Take m_take;
    QTimer m_timer;
    int m_turn = 0;
    bool m_isLooking = false;
    bool m_isLate = false; ///< something changed while it was looking
};

} // namespace milepost
