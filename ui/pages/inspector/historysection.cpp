// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/historysection.h"

#include "ui/delegates/textdelegate.h"
#include "ui/delegates/valuedelegate.h"
#include "ui/pages/inspector/fittedheight.h"
#include "ui/pages/inspector/labels.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace milepost {

using namespace Qt::StringLiterals;

HistorySection::HistorySection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(session)
    , m_view(new QTreeView(this))
    , m_followed(softLabel({}, this))
    , m_empty(softLabel(tr("No value was recorded yet."), this))
    , m_error(errorLabel(this))
    , m_reasonLine(buildReason())
{
    buildView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_followed->setObjectName(u"followedKpi"_s);
    for (QWidget *one : {static_cast<QWidget *>(m_followed), static_cast<QWidget *>(m_empty),
                         static_cast<QWidget *>(m_view), m_reasonLine, static_cast<QWidget *>(m_error)})
        layout->addWidget(one);
    connect(&m_model, &HistoryModel::read, this, &HistorySection::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HistorySection::showState);
    connect(&m_model, &HistoryModel::reasonWanted, this, &HistorySection::ask);
    connect(&m_model, &HistoryModel::corrected, this, [this] { tellIn(*m_error, {}); });
    connect(&m_model, &HistoryModel::refused, this,
            [this](const Error &error) { tellIn(*m_error, sentence(error)); });
}

void HistorySection::buildView()
{
    m_view->setObjectName(u"historyView"_s);
    m_view->setAccessibleName(tr("History"));
    m_view->setAccessibleDescription(tr("Type on a value to correct it"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new TextDelegate(m_view));
    m_view->setItemDelegateForColumn(HistoryModel::ValueColumn,
                                     new ValueDelegate(ValueDelegate::Ink::Strong, m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setTabKeyNavigation(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed |
                            QAbstractItemView::DoubleClicked);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(HistoryModel::NoteColumn, QHeaderView::Stretch);
    m_view->header()->setSectionsMovable(false);
    m_view->installEventFilter(this);
    new FittedHeight(m_view, 26);
}

QWidget *HistorySection::buildReason()
{
    auto *line = new QWidget(this);
    m_question = softLabel({}, line);
    m_question->setObjectName(u"correctionQuestion"_s);
    m_reason = new QLineEdit(line);
    m_reason->setObjectName(u"correctionReason"_s);
    m_reason->setPlaceholderText(tr("Reason for the correction"));
    m_reason->setAccessibleName(tr("Reason for the correction"));
    m_reason->installEventFilter(this);
    auto *layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_question);
    layout->addWidget(m_reason);
    connect(m_reason, &QLineEdit::returnPressed, this, &HistorySection::correct);
    line->hide();
    return line;
}

void HistorySection::showValuesOf(qint64 thing, const QString &followed)
{
    m_followed->setVisible(!followed.isEmpty());
    m_followed->setText(fill(tr("The values of the KPI “%1”, which it follows."), {followed}));
    endAsking();
    tellIn(*m_error, {});
    m_model.show(thing);
}

void HistorySection::showState()
{
    m_empty->setVisible(m_model.rowCount() == 0);
    m_view->setVisible(m_model.rowCount() > 0);
    Q_EMIT countChanged(m_model.total());
}

void HistorySection::ask(const HistoryRow &row, const QString &typed)
{
    m_corrected = row;
    m_typed = typed;
    const QString day = m_model.indexOf(row.id).data().toString();
    m_question->setText(fill(tr("Why does %1 replace %2 on %3?"), {typed, row.value, day}));
    tellIn(*m_error, {});
    m_reasonLine->show();
    m_reason->clear();
    // After the editor, which gives the focus back to the table when it closes.
    QMetaObject::invokeMethod(m_reason, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
}

void HistorySection::correct()
{
    if (m_reason->text().trimmed().isEmpty())
        return;
    m_model.correct(m_corrected, m_typed, m_reason->text());
    endAsking();
}

void HistorySection::endAsking()
{
    const bool hadFocus = m_reason->hasFocus();
    m_reasonLine->hide();
    if (hadFocus)
        m_view->setFocus();
}

// Typing goes to the value, whatever column is current; Esc forgets the correction.
bool HistorySection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (watched == m_reason && key.key() == Qt::Key_Escape) {
        endAsking();
        return true;
    }
    const QModelIndex current = m_view->currentIndex();
    const bool isTyping = key.key() == Qt::Key_F2 || (!key.text().isEmpty() && key.text().at(0).isPrint());
    if (watched == m_view && isTyping && current.isValid() && m_model.mayCorrect())
        m_view->setCurrentIndex(current.siblingAtColumn(HistoryModel::ValueColumn));
    return QWidget::eventFilter(watched, event);
}

} // namespace milepost
