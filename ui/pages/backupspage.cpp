// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/backupspage.h"

#include "core/domain/localtime.h"
#include "core/services/whendone.h"
#include "ui/delegates/textdelegate.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pagehead.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kMargin = 20;
constexpr int kCellMargin = 8; ///< of the delegate's own
constexpr int kFollowMs = 500; ///< several changes may come at once

QLayout *inset(QWidget *part)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(kMargin - kCellMargin, 0, kMargin - kCellMargin, 0);
    layout->addWidget(part);
    return layout;
}

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(kMargin, 8, kMargin, 8);
    return label;
}

} // namespace

BackupsPage::BackupsPage(Session &session, BeginWork beginWork, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_beginWork(std::move(beginWork))
    , m_model(session)
    , m_loss(session)
    , m_messages(new MessageBar(this))
    , m_checked(plainLabel(QStringLiteral("backupsChecked"), this))
    , m_summary(plainLabel(QStringLiteral("backupsSummary"), this))
    , m_backUp(new QPushButton(tr("Back up now"), this))
    , m_restore(new QPushButton(tr("Restore…"), this))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("backupsPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    layout->addWidget(m_messages);
    layout->addWidget(m_checked);
    m_view = buildView(m_model, QStringLiteral("backupsView"), tr("Backups"), {22, 28, 10, 12, 18},
                       BackupsModel::ReasonColumn);
    m_losses = buildView(m_loss, QStringLiteral("lossView"), tr("What would be lost"), {22, 24, 40},
                         LossModel::SentenceColumn);
    layout->addWidget(m_empty, 1);
    layout->addLayout(inset(m_view), 1);
    layout->addWidget(m_summary);
    layout->addLayout(inset(m_losses), 1);
    setFocusProxy(m_view);
    m_empty->say(
        tr("There is no backup of this workspace yet. One is made every day that something changes."),
        tr("Back up now"));
    connect(m_empty, &EmptyState::pressed, this, &BackupsPage::backUp);
    connect(m_backUp, &QPushButton::clicked, this, &BackupsPage::backUp);
    connect(m_restore, &QPushButton::clicked, this, &BackupsPage::askToRestore);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BackupsPage::followCurrent);
    connect(&m_model, &BackupsModel::wasRead, this, &BackupsPage::showWhetherEmpty);
    connect(&session.backups(), &BackupCare::made, &m_model, &BackupsModel::read);
    connect(&session.backups(), &BackupCare::checked, this, &BackupsPage::showChecked);
    connect(&session, &Session::closed, this, [this] { m_loss.clear(); });
    m_later.setSingleShot(true);
    m_later.setInterval(kFollowMs);
    connect(&session, &Session::changed, &m_later, qOverload<>(&QTimer::start));
    connect(&m_later, &QTimer::timeout, this, &BackupsPage::followCurrent);
    showWhetherEmpty();
}

void BackupsPage::buildHead()
{
    auto *head = new PageHead(this);
    head->setTitle(tr("Backups"));
    m_backUp->setObjectName(QStringLiteral("backUpNow"));
    m_restore->setObjectName(QStringLiteral("backupRestore"));
    m_restore->setAccessibleName(tr("Restore the chosen backup"));
    head->addWidget(m_backUp);
    head->addWidget(m_restore);
    layout()->addWidget(head);
}

QTreeView *BackupsPage::buildView(QAbstractItemModel &model, const QString &name,
                                  const QString &accessibleName, const QList<int> &characters, int stretched)
{
    auto *view = new QTreeView(this);
    view->setObjectName(name);
    view->setAccessibleName(accessibleName);
    view->setFrameShape(QFrame::NoFrame);
    view->setRootIsDecorated(false);
    view->setIndentation(0);
    view->setTabKeyNavigation(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setItemDelegate(new TextDelegate(view));
    view->setModel(&model);
    QHeaderView *header = view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    for (int column = 0; column < characters.size(); ++column)
        if (column != stretched)
            header->resizeSection(column, characters[column] * fontMetrics().averageCharWidth());
    return view;
}

void BackupsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_messages->dismiss();
    showChecked();
    m_model.read();
    followCurrent();
}

void BackupsPage::showWhetherEmpty()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    for (QWidget *part : QList<QWidget *>{m_view, m_summary, m_losses, m_backUp, m_restore})
        part->setVisible(!isEmpty);
    setFocusProxy(isEmpty ? static_cast<QWidget *>(m_empty->button()) : m_view);
    if (!isEmpty && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model.index(0, 0));
    followCurrent();
}

void BackupsPage::showChecked()
{
    const std::optional<IntegrityNote> note = m_session.backups().lastCheck();
    m_checked->setVisible(note.has_value());
    if (!note)
        return;
    const QString when = QLocale().toString(localTime(m_session.state(), note->at), QLocale::ShortFormat);
    m_checked->setText(
        note->findings == 0
            ? fill(tr("The whole workspace was last checked on %1: everything fits."), {when})
            : fill(tr("When the workspace was last checked, on %1, something in it did not fit "
                      "its journal. Restore a backup from before that."),
                   {when}));
}

void BackupsPage::followCurrent()
{
    m_question.clear();
    m_restore->setEnabled(false);
    m_summary->clear();
    m_loss.clear();
    const BackupRow *row = m_model.rowAt(m_view->currentIndex());
    if (!row || !isVisible())
        return;
    if (row->backup.reason == BackupReason::Damaged)
        return m_summary->setText(tr("This is a damaged state, kept for rescue. It cannot be restored."));
    whenDone(m_session.backups().lossOf(row->backup), this,
             [this, backup = row->backup](const Result<BackupLoss> &loss) { showLoss(backup, loss); });
}

void BackupsPage::showLoss(const Backup &backup, const Result<BackupLoss> &loss)
{
    const BackupRow *row = m_model.rowAt(m_view->currentIndex());
    if (!row || row->backup != backup)
        return; // another was chosen meanwhile
    if (!loss)
        return m_summary->setText(sentence(loss.error()));
    m_loss.show(*loss);
    const auto lost = static_cast<int>(loss->lost);
    const QString summary = lost == 0 ? tr("Nothing was entered since: restoring this backup loses nothing.")
                                      : tr("Restoring this backup loses %Ln change(s).", nullptr, lost);
    m_summary->setText(summary);
    m_question =
        fill(tr("%1 Everybody who has the workspace open goes back with you. The present state is kept as a "
                "backup."),
             {summary});
    m_restore->setEnabled(m_session.me().isValid());
}

void BackupsPage::backUp()
{
    m_messages->dismiss();
    const std::shared_ptr<Work> work = m_beginWork(tr("Making a backup and checking it…"));
    whenDone(m_session.backups().make(Work::progressOf(work)), this, [this](const BackupOutcome &outcome) {
        Q_EMIT workEnded();
        if (outcome.failure && outcome.failure->code != Error::Code::Cancelled)
            m_messages->showError(*outcome.failure);
        m_model.read();
    });
}

void BackupsPage::askToRestore()
{
    const BackupRow *row = m_model.rowAt(m_view->currentIndex());
    if (!row || m_question.isEmpty())
        return;
    m_messages->ask(m_question, tr("Restore"), [this, backup = row->backup] { restore(backup); });
}

void BackupsPage::restore(const Backup &backup)
{
    m_messages->dismiss();
    const std::shared_ptr<Work> work = m_beginWork(tr("Checking and restoring the backup…"));
    whenDone(m_session.backups().restore(backup, Work::progressOf(work)), this,
             [this](const Result<Receipt> &receipt) {
                 Q_EMIT workEnded();
                 if (receipt)
                     m_messages->showText(tr("The backup is restored."));
                 else
                     m_messages->showError(receipt.error());
                 m_model.read();
             });
}

void BackupsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_messages->isVisible())
        return m_messages->dismiss();
    QWidget::keyPressEvent(event);
}

} // namespace milepost
