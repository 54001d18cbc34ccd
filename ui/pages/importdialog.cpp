// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importdialog.h"

#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/exchange/csvimport.h"
#include "core/services/whendone.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/taborder.h"
#include "ui/pages/importcolumns.h"
#include "ui/pages/importoptions.h"
#include "ui/pages/importoutcome.h"
#include "ui/pages/importprofilebar.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"
#include "ui/words/importwords.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace milepost {
namespace {

constexpr int kDelayMs = 350;
constexpr QSize kSize(940, 620); // with its frame, on a screen of 1024x700 too

/// The work of a reader that tells how far it is, and stops when nobody waits for it any more.
ImportProgress progressOf(const std::shared_ptr<Work> &work)
{
    return [report = Work::progressOf(work)](double share) {
        return report(share) ? Proceed::GoOn : Proceed::Cancel;
    };
}

} // namespace

ImportDialog::ImportDialog(Session &session, const QString &path, BoardId board, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_path(path)
    , m_profiles(session.profile().folder() + QStringLiteral("/imports"))
    , m_profileBar(new ImportProfileBar(this))
    , m_columns(new ImportColumns(this))
    , m_options(new ImportOptions(this))
    , m_outcome(new ImportOutcome(this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(fill(tr("Import %1"), {inLine(QFileInfo(path).fileName())}));
    resize(kSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_profileBar);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_options);
    layout->addWidget(m_outcome);
    layout->addWidget(buildButtons());
    tabInReadingOrder(*this);
    offerBoards(board);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ImportDialog::preview);
    connect(m_columns, &ImportColumns::mappingChanged, this, &ImportDialog::changed);
    connect(m_options, &ImportOptions::mappingChanged, this, &ImportDialog::changed);
    connect(m_outcome, &ImportOutcome::skipChanged, this, &ImportDialog::updateButton);
    connect(m_profileBar, &ImportProfileBar::renamed, this, &ImportDialog::renameProfile);
    connect(m_profileBar, &ImportProfileBar::forgotten, this, &ImportDialog::forgetProfile);
    connect(m_profileBar, &ImportProfileBar::left, this, &ImportDialog::leaveProfile);
    readSample();
}

// Nobody waits for a reader any more.
ImportDialog::~ImportDialog()
{
    if (m_work)
        m_work->cancel();
}

QWidget *ImportDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setProperty(kPrimaryProperty, true);
    m_import->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    return buttons;
}

void ImportDialog::offerBoards(BoardId board)
{
    QStringList names;
    for (const Board *one : visibleBoards(m_session.state(), m_session.me()))
        if (!one->archived && roleOn(m_session.state(), m_session.me(), one->id) >= Role::Editor)
            names << one->name;
    const Board *current = m_session.state().find(board);
    const bool isOffered = current && names.contains(current->name);
    m_options->setBoards(names, isOffered ? current->name : profileNameFor(m_path));
}

void ImportDialog::readSample()
{
    m_outcome->say(tr("Reading the file…"));
    whenDone(QtConcurrent::run([path = m_path] { return previewCsv(path); }), this,
             [this](const Result<CsvPreview> &sample) {
                 if (sample)
                     showSample(*sample);
                 else
                     showError(sample.error());
             });
}

void ImportDialog::showSample(const CsvPreview &sample)
{
    if (sample.rows.isEmpty())
        return showError({Error::Code::ImportEmpty, {QFileInfo(m_path).fileName()}});
    m_headings = sample.headings;
    m_columns->showFile(sample);
    tabInReadingOrder(*this);
    takeProfile();
    m_isReady = true;
    changed();
}

void ImportDialog::takeProfile()
{
    m_profile = m_profiles.find(m_headings);
    if (!m_profile)
        return;
    m_columns->take(m_profile->mapping);
    m_options->take(m_profile->mapping);
    m_profileBar->showProfile(m_profile->name);
}

// The board stays: where a file goes is no question of how it is read.
void ImportDialog::leaveProfile()
{
    m_profile.reset();
    m_profileBar->hide();
    m_columns->guess();
    m_options->take({});
    changed();
}

void ImportDialog::renameProfile(const QString &name)
{
    if (!m_profile)
        return;
    ImportProfile renamed = *m_profile;
    renamed.name = name;
    if (const Done kept = m_profiles.keep(renamed); !kept)
        return m_profileBar->showTrouble(sentence(kept.error()));
    m_profile = renamed;
    m_profileBar->showProfile(name);
}

void ImportDialog::forgetProfile()
{
    if (!m_profile)
        return;
    if (const Done done = m_profiles.forget(m_profile->signature); !done)
        return m_profileBar->showTrouble(sentence(done.error()));
    leaveProfile();
}

Done ImportDialog::keepProfile()
{
    ImportProfile profile{profileNameFor(m_path), signatureOf(m_headings), m_mapping};
    if (const auto known = m_profile ? m_profile : m_profiles.find(m_headings))
        profile.name = known->name;
    return m_profiles.keep(profile);
}

Result<CsvMapping> ImportDialog::mapping() const
{
    CsvMapping mapping;
    if (const Done done = m_options->fill(mapping); !done)
        return done.error();
    m_columns->fill(mapping);
    mapping.percentKpis = percentKpisOf(mapping.board);
    return mapping;
}

QSet<QString> ImportDialog::percentKpisOf(const QString &board) const
{
    QSet<QString> names;
    for (const Board *one : visibleBoards(m_session.state(), m_session.me()))
        if (one->name == board)
            for (const Kpi *kpi : m_session.state().of<Kpi>().of(one->id))
                if (kpi->unit == u"%")
                    names.insert(kpi->name);
    return names;
}

void ImportDialog::changed()
{
    if (!m_isReady || m_isImporting) // the fields are still being filled, or it is too late
        return;
    ++m_asked;
    m_batch.reset();
    m_hasNews = false;
    updateButton();
    m_delay.start();
}

// Reads the file with the mapping as it is now, then compares it with the workspace. Only the newest answer
// counts; who reads for an older one stops.
void ImportDialog::preview()
{
    if (m_work)
        m_work->cancel();
    follow({});
    const Result<CsvMapping> mapping = this->mapping();
    if (!mapping)
        return showError(mapping.error());
    if (mapping->date.isEmpty())
        return m_outcome->say(tr("Choose the column of the dates."));
    if (mapping->values.isEmpty() && (mapping->numerator.isEmpty() || mapping->denominator.isEmpty()))
        return m_outcome->say(tr("Choose at least one column of values, or both parts of a ratio."));
    m_mapping = *mapping;
    m_outcome->say(tr("Comparing with the workspace…"));
    follow(std::make_shared<Work>());
    whenDone(QtConcurrent::run([path = m_path, mapping = *mapping, work = m_work] {
                 return readCsv(path, mapping, progressOf(work));
             }),
             this, [this, asked = m_asked](const Result<ImportBatch> &batch) {
                 if (asked != m_asked)
                     return;
                 follow({});
                 if (batch)
                     compare(*batch, asked);
                 else
                     showError(batch.error());
             });
}

void ImportDialog::compare(const ImportBatch &batch, int asked)
{
    m_batch = std::make_shared<const ImportBatch>(batch);
    m_columns->showReadings(batch.conventions);
    whenDone(m_session.previewImport(m_batch), this, [this, asked](const Result<ImportSummary> &summary) {
        if (asked != m_asked)
            return;
        if (summary)
            showSummary(*summary);
        else
            showError(summary.error());
    });
}

void ImportDialog::showSummary(const ImportSummary &summary)
{
    m_outcome->showForecast(summary, m_mapping.board);
    m_hasNews = summary.added + summary.changed + summary.newKpis > 0;
    updateButton();
}

void ImportDialog::showError(const Error &error)
{
    m_batch.reset();
    m_hasNews = false;
    m_columns->showReadings({});
    m_outcome->say(sentence(error));
    updateButton();
}

void ImportDialog::updateButton()
{
    m_import->setEnabled(m_batch && m_hasNews && !m_isImporting && !m_outcome->isBlocked());
}

void ImportDialog::follow(const std::shared_ptr<Work> &work)
{
    m_work = work;
    m_outcome->follow(work);
}

void ImportDialog::import()
{
    m_isImporting = true;
    follow(std::make_shared<Work>());
    updateButton();
    whenDone(m_session.import(m_batch, m_outcome->skipsRefused(), Work::progressOf(m_work)), this,
             [this](const Result<Session::Imported> &result) { finish(result); });
}

void ImportDialog::finish(const Result<Session::Imported> &result)
{
    m_isImporting = false;
    follow({});
    if (!result) {
        m_outcome->say(sentence(result.error()));
        return updateButton(); // it may be tried again
    }
    if (result->refused)
        return showSummary(result->summary);
    const Done kept = keepProfile();
    const QString words = inWords(result->summary);
    Q_EMIT imported(
        kept ? words
             : fill(tr("%1. How the file was read could not be kept: %2"), {words, sentence(kept.error())}));
    accept();
}

// A running import is stopped first; the dialog stays to say so.
void ImportDialog::reject()
{
    if (m_isImporting)
        return m_work->cancel();
    QDialog::reject();
}

} // namespace milepost
