// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/targetssection.h"

#include "ui/delegates/actiondelegate.h"
#include "ui/pages/inspector/fittedheight.h"
#include "ui/pages/inspector/labels.h"
#include "ui/words/errors.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

namespace milepost {

using namespace Qt::StringLiterals;

TargetsSection::TargetsSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(session)
    , m_view(new QTreeView(this))
    , m_empty(softLabel(tr("There is no target yet."), this))
    , m_hint(softLabel(tr("A target holds until the next one begins. Earlier ones stay as they were."), this))
    , m_error(errorLabel(this))
    , m_line(buildLine())
{
    m_view->setObjectName(u"targetsView"_s);
    m_view->setAccessibleName(tr("Targets"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ActionDelegate([]() -> QStringList { return {}; }, m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setHeaderHidden(true);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(TargetsModel::TargetColumn, QHeaderView::Stretch);
    new FittedHeight(m_view, 12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget *one : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_view), m_line,
                         static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_hint)})
        layout->addWidget(one);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &TargetsSection::showState);
    connect(&m_model, &TargetsModel::refused, this, [this](const Error &error) {
        setSending(false);
        tellIn(*m_error, sentence(error));
    });
    connect(&m_model, &TargetsModel::added, this, [this] {
        setSending(false);
        m_from->clear();
        m_target->clear();
        tellIn(*m_error, {});
    });
}

QWidget *TargetsSection::buildLine()
{
    auto *line = new QWidget(this);
    m_from = new QLineEdit(line);
    m_from->setObjectName(u"targetFrom"_s);
    m_from->setPlaceholderText(tr("From today"));
    m_from->setToolTip(tr("The day from which it holds: a date, mon, +30; empty for today"));
    m_from->setAccessibleName(tr("First day of a new target"));
    m_target = new QLineEdit(line);
    m_target->setObjectName(u"targetValue"_s);
    m_target->setAccessibleName(tr("New target"));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_from, 2);
    layout->addWidget(m_target, 3);
    for (QLineEdit *one : {m_from, m_target}) {
        one->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
        connect(one, &QLineEdit::returnPressed, this, &TargetsSection::add);
    }
    return line;
}

void TargetsSection::setKpi(KpiId kpi, bool isEditor, bool isBand)
{
    if (m_model.kpi() != kpi) {
        m_model.setKpi(kpi);
        m_from->clear();
        m_target->clear();
        tellIn(*m_error, {});
    }
    m_line->setVisible(isEditor);
    m_hint->setVisible(isEditor);
    m_target->setPlaceholderText(isBand ? tr("New target, such as 40-60") : tr("New target"));
    showState();
}

void TargetsSection::showState()
{
    m_empty->setVisible(m_model.rowCount() == 0);
    m_view->setVisible(m_model.rowCount() > 0);
}

void TargetsSection::add()
{
    if (m_target->text().trimmed().isEmpty() || m_target->isReadOnly())
        return m_target->setFocus();
    const Done done = m_model.add(m_from->text(), m_target->text());
    if (done)
        return setSending(true);
    tellIn(*m_error, sentence(done.error()));
    (done.error().code == Error::Code::DateInvalid ? m_from : m_target)->setFocus();
}

// Until it is there: a second Enter must not add it twice, and what is typed meanwhile would be lost.
void TargetsSection::setSending(bool isSending)
{
    for (QLineEdit *line : {m_from, m_target})
        line->setReadOnly(isSending);
}

} // namespace milepost
