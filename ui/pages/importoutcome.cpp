// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importoutcome.h"

#include "ui/words/errors.h"
#include "ui/words/importwords.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kLookEveryMs = 150;
constexpr int kSteps = 1000;
constexpr qsizetype kRefusedShown = 500;
constexpr int kRowsHigh = 4;

enum Column { LineColumn, ReasonColumn, Columns };

} // namespace

ImportOutcome::ImportOutcome(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_refused(new QTableWidget(0, Columns, this))
    , m_skip(new QCheckBox(tr("&Leave the refused rows out and import the rest"), this))
    , m_progress(new QProgressBar(this))
{
    m_sentence->setObjectName(QStringLiteral("importSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    QFont font = m_sentence->font();
    font.setWeight(QFont::DemiBold);
    m_sentence->setFont(font);
    m_refused->setObjectName(QStringLiteral("importRefused"));
    m_refused->setAccessibleName(tr("Refused rows"));
    m_refused->setHorizontalHeaderLabels({tr("Line"), tr("Why it is refused")});
    m_refused->horizontalHeader()->setStretchLastSection(true);
    m_refused->verticalHeader()->hide();
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refused->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_refused->setTabKeyNavigation(false);
    m_refused->setFixedHeight(m_refused->verticalHeader()->defaultSectionSize() * kRowsHigh);
    m_refused->hide();
    m_skip->setObjectName(QStringLiteral("importSkip"));
    m_skip->hide();
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // what is above must not jump
    m_progress->setSizePolicy(kept);
    m_progress->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_refused);
    layout->addWidget(m_skip);
    layout->addWidget(m_progress);
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &ImportOutcome::look);
    connect(m_skip, &QCheckBox::toggled, this, &ImportOutcome::skipChanged);
}

void ImportOutcome::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    showRefused({});
}

void ImportOutcome::showForecast(const ImportSummary &summary, const QString &board)
{
    m_sentence->setText(forecast(summary, board));
    showRefused(summary.refused);
}

void ImportOutcome::showRefused(const QList<ImportBatch::Refused> &refused)
{
    m_refused->setRowCount(static_cast<int>(qMin(refused.size(), kRefusedShown)));
    for (int row = 0; row < m_refused->rowCount(); ++row) {
        auto *line = new QTableWidgetItem(QLocale().toString(refused[row].line));
        line->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *reason = new QTableWidgetItem(sentence(refused[row].reason));
        reason->setToolTip(reason->text());
        m_refused->setItem(row, LineColumn, line);
        m_refused->setItem(row, ReasonColumn, reason);
    }
    m_refused->setVisible(!refused.isEmpty());
    m_skip->setVisible(!refused.isEmpty());
}

bool ImportOutcome::isBlocked() const
{
    return !m_skip->isHidden() && !m_skip->isChecked();
}

bool ImportOutcome::skipsRefused() const
{
    return m_skip->isChecked();
}

void ImportOutcome::follow(const std::shared_ptr<Work> &work)
{
    m_work = work;
    if (!work) {
        m_timer.stop();
        m_progress->hide();
        return;
    }
    m_progress->setValue(0);
    m_timer.start();
}

// What is over before the first look is not shown.
void ImportOutcome::look()
{
    m_progress->setValue(static_cast<int>(m_work->share() * kSteps));
    m_progress->show();
}

} // namespace milepost
