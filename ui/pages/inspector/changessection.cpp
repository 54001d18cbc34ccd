// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/changessection.h"

#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/notedelegate.h"
#include "ui/pages/inspector/fittedheight.h"
#include "ui/pages/inspector/labels.h"
#include "ui/words/errors.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace milepost {

using namespace Qt::StringLiterals;

ChangesSection::ChangesSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(session)
    , m_view(new QListView(this))
    , m_error(errorLabel(this))
    , m_takeBack(new QPushButton(icon(Icon::Undo), tr("Take back this change"), this))
    , m_more(new QPushButton(tr("Show more"), this))
{
    m_view->setObjectName(u"changesView"_s);
    m_view->setAccessibleName(tr("Changes"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new NoteDelegate(m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    new FittedHeight(m_view, 30);
    m_takeBack->setObjectName(u"takeBack"_s);
    m_takeBack->setAccessibleName(m_takeBack->text());
    m_more->setObjectName(u"moreChanges"_s);
    m_more->setAccessibleName(tr("Show more changes"));
    m_more->setProperty(kQuietProperty, true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_takeBack);
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_view);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    connect(m_takeBack, &QPushButton::clicked, this, &ChangesSection::takeBack);
    connect(m_more, &QPushButton::clicked, &m_model, &ChangesModel::more);
    connect(&m_model, &ChangesModel::read, this, &ChangesSection::showState);
    connect(&m_model, &ChangesModel::takenBack, this, [this] { tellIn(*m_error, {}); });
    connect(&m_model, &ChangesModel::refused, this,
            [this](const Error &error) { tellIn(*m_error, sentence(error)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        tellIn(*m_error, {});
        showState();
    });
    showState();
}

void ChangesSection::showChangesOf(qint64 thing)
{
    tellIn(*m_error, {});
    m_model.show(thing);
}

void ChangesSection::showState()
{
    const ChangeRow *const row = m_model.rowAt(m_view->currentIndex());
    const bool mayTakeBack = row && row->mayTakeBack;
    m_takeBack->setEnabled(mayTakeBack);
    m_takeBack->setToolTip(!row               ? tr("Choose a change first")
                           : row->isTakenBack ? tr("It has been taken back already")
                           : mayTakeBack
                               ? QString()
                               : tr("Your own changes can be taken back, and by editors of the board "
                                    "those of others; neither imports nor what someone said"));
    m_more->setVisible(m_model.hasMore());
}

void ChangesSection::takeBack()
{
    if (const ChangeRow *const row = m_model.rowAt(m_view->currentIndex()); row && row->mayTakeBack)
        m_model.takeBack(row->id);
}

} // namespace milepost
