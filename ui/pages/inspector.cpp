// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector.h"

#include "core/domain/lookup.h"

#include <QLabel>
#include <QVBoxLayout>

namespace milepost {

Inspector::Inspector(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
{
    setObjectName(QStringLiteral("inspector"));
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(m_title);
    layout->addStretch(1);
    connect(&session, &Session::changed, this, &Inspector::refresh);
    connect(&session, &Session::reloaded, this, &Inspector::refresh);
    showNothing();
}

void Inspector::showRow(RowKind kind, qint64 id)
{
    m_kind = kind;
    m_id = id;
    refresh();
}

void Inspector::showNothing()
{
    showRow(RowKind::Other, 0);
}

void Inspector::refresh()
{
    const std::optional<Named> thing = m_id == 0 ? std::nullopt : nameOf(m_session.state(), m_id);
    m_title->setText(thing ? thing->name : tr("Choose a row to see what it is about."));
}

} // namespace milepost
