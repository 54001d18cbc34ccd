// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importdialog.h"

#include "core/domain/number.h"
#include "core/domain/rights.h"
#include "core/exchange/csvimport.h"
#include "core/services/whendone.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/taborder.h"
#include "ui/models/typedvalue.h"
#include "ui/words/conventions.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QtConcurrent>

namespace milepost {
namespace {

constexpr int kDelayMs = 350;
constexpr int kLookEveryMs = 150;
constexpr int kSteps = 1000;
constexpr qsizetype kRefusedShown = 200;
constexpr qsizetype kConventionsShown = 4;

enum Kind { Values, Ratio };

QString columnOf(const QComboBox *box)
{
    return box->currentData().toString();
}

template<class Choice>
void addChoices(QComboBox *box, std::initializer_list<Choice> values)
{
    for (const Choice value : values)
        box->addItem(label(value), static_cast<int>(value));
}

QTableWidgetItem *cellOf(const CsvPreview &sample, int row, int column)
{
    auto *item = new QTableWidgetItem(sample.rows[row][column]);
    if (sample.columns[column].kind == ColumnKind::Number)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

/// What is too tall for a small screen.
QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea(content->parentWidget());
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // it follows the field that has the keyboard
    area->setWidget(content);
    area->setFixedWidth(content->width() + area->verticalScrollBar()->sizeHint().width());
    return area;
}

} // namespace

ImportDialog::ImportDialog(Session &session, const QString &path, BoardId board, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_path(path)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    resize(980, 640);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(scrolling(buildMapping()));
    columns->addWidget(buildSample(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addWidget(buildFoot());
    tabInReadingOrder(*this);
    for (const Board *one : visibleBoards(session.state(), session.me()))
        if (!one->archived && roleOn(session.state(), session.me(), one->id) >= Role::Editor)
            m_board->addItem(one->name);
    const Board *current = session.state().find(board);
    m_board->setCurrentText(current ? current->name : QFileInfo(path).completeBaseName());
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ImportDialog::preview);
    m_look.setInterval(kLookEveryMs);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (m_work)
            m_progress->setValue(static_cast<int>(m_work->share() * kSteps));
    });
    readSample();
}

QWidget *ImportDialog::buildMapping()
{
    auto *box = new QWidget(this);
    box->setFixedWidth(340);
    auto *form = new QFormLayout(box);
    m_form = form;
    form->setContentsMargins(0, 0, 0, 0);
    const auto addBox = [&](const QString &text, const char *name) {
        auto *combo = new QComboBox(box);
        combo->setObjectName(QString::fromLatin1(name));
        combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        form->addRow(text, combo);
        connect(combo, &QComboBox::currentTextChanged, this, &ImportDialog::changed);
        return combo;
    };
    const auto addLine = [&](const QString &text, const char *name, const QString &placeholder) {
        auto *line = new QLineEdit(box);
        line->setObjectName(QString::fromLatin1(name));
        line->setPlaceholderText(placeholder);
        form->addRow(text, line);
        connect(line, &QLineEdit::textChanged, this, &ImportDialog::changed);
        return line;
    };
    m_board = addBox(tr("To board"), "importBoard");
    m_board->setEditable(true);
    m_date = addBox(tr("Date"), "importDate");
    m_series = addBox(tr("One KPI for each"), "importSeries");
    m_kind = addBox(tr("Values are"), "importKind");
    m_kind->addItem(tr("plain numbers"), Values);
    m_kind->addItem(tr("a ratio of two columns"), Ratio);
    m_values = new QListWidget(box);
    m_values->setObjectName(QStringLiteral("importValues"));
    m_values->setAccessibleName(tr("Value columns"));
    m_values->setFixedHeight(104);
    form->addRow(tr("Value columns"), m_values);
    connect(m_values, &QListWidget::itemChanged, this, &ImportDialog::changed);
    m_numerator = addBox(tr("Numerator"), "importNumerator");
    m_denominator = addBox(tr("Denominator"), "importDenominator");
    m_combine = addBox(tr("Several rows a date"), "importCombine");
    m_combine->addItem(tr("are refused"), int(Combine::None));
    m_combine->addItem(tr("are added up"), int(Combine::Sum));
    m_combine->addItem(tr("give their mean"), int(Combine::Mean));
    m_combine->addItem(tr("give the last"), int(Combine::Last));
    m_name = addLine(tr("KPI name"), "importName", tr("From the column"));
    m_unit = addLine(tr("Unit"), "importUnit", tr("%, €, min, or none"));
    m_good = addBox(tr("Good is"), "importGood");
    addChoices(m_good, {Direction::Up, Direction::Down, Direction::Neutral});
    m_cadence = addBox(tr("Measured every"), "importCadence");
    addChoices(m_cadence, {Cadence::Month, Cadence::Week, Cadence::Day, Cadence::Quarter, Cadence::Year});
    m_target = addLine(tr("Target"), "importTarget", tr("None"));
    m_decimal = addBox(tr("Decimal sign"), "importDecimal");
    m_decimal->addItem(tr("found out"));
    for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma})
        m_decimal->addItem(mark == DecimalMark::Point ? tr("point: 1,234.5") : tr("comma: 1.234,5"),
                           int(mark));
    m_dateFormat = addLine(tr("Date format"), "importDateFormat", tr("Found out, or such as dd/MM/yyyy"));
    return box;
}

QWidget *ImportDialog::buildSample()
{
    m_sample = new QTableWidget(this);
    m_sample->setObjectName(QStringLiteral("importSample"));
    m_sample->setAccessibleName(tr("First rows of the file"));
    m_sample->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sample->setSelectionMode(QAbstractItemView::NoSelection);
    m_sample->verticalHeader()->hide();
    m_sample->setFrameShape(QFrame::NoFrame);
    return m_sample;
}

QWidget *ImportDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    m_sentence = new QLabel(foot);
    m_sentence->setObjectName(QStringLiteral("importSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    QFont font = m_sentence->font();
    font.setWeight(QFont::DemiBold);
    m_sentence->setFont(font);
    m_conventions = new QLabel(foot);
    m_conventions->setObjectName(QStringLiteral("importConventions"));
    m_conventions->setTextFormat(Qt::PlainText);
    m_conventions->setWordWrap(true);
    m_conventions->setForegroundRole(QPalette::PlaceholderText);
    m_conventions->hide();
    m_refused = new QPlainTextEdit(foot);
    m_refused->setObjectName(QStringLiteral("importRefused"));
    m_refused->setReadOnly(true);
    m_refused->setMaximumHeight(90);
    m_refused->setAccessibleName(tr("Refused rows"));
    m_refused->hide();
    m_skip = new QCheckBox(tr("Leave the refused rows out and import the rest"), foot);
    m_skip->setObjectName(QStringLiteral("importSkip"));
    m_skip->hide();
    m_progress = new QProgressBar(foot);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, foot);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setProperty(kPrimaryProperty, true);
    m_import->setEnabled(false);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_conventions);
    layout->addWidget(m_refused);
    layout->addWidget(m_skip);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    connect(m_skip, &QCheckBox::toggled, this, [this] { setBusy(false); });
    return foot;
}

void ImportDialog::readSample()
{
    m_sentence->setText(tr("Reading the file…"));
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
    m_sample->setColumnCount(static_cast<int>(sample.headings.size()));
    m_sample->setHorizontalHeaderLabels(sample.headings);
    m_sample->setRowCount(static_cast<int>(sample.rows.size()));
    for (int row = 0; row < sample.rows.size(); ++row)
        for (int column = 0; column < sample.rows[row].size(); ++column)
            m_sample->setItem(row, column, cellOf(sample, row, column));
    fillColumns(sample.headings);
    guessMapping(sample);
    m_isReady = true;
    changed();
}

void ImportDialog::fillColumns(const QStringList &headings)
{
    m_series->addItem(tr("file (one KPI a column)"), QString());
    for (const QString &heading : headings) {
        for (QComboBox *box : {m_date, m_series, m_numerator, m_denominator})
            box->addItem(heading, heading);
        auto *item = new QListWidgetItem(heading, m_values);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
    }
}

// The first column of dates is the date; all columns of numbers are values, and where dates repeat, what
// tells their rows apart names the KPIs.
void ImportDialog::guessMapping(const CsvPreview &sample)
{
    bool hasDate = false;
    for (int i = 0; i < sample.columns.size(); ++i) {
        const ColumnKind kind = sample.columns[i].kind;
        if (kind == ColumnKind::Date && !hasDate) {
            m_date->setCurrentIndex(i);
            hasDate = true;
        } else if (kind == ColumnKind::Number) {
            m_values->item(i)->setCheckState(Qt::Checked);
        }
    }
    if (sample.series)
        m_series->setCurrentIndex(static_cast<int>(*sample.series) + 1); // after "file"
}

CsvMapping ImportDialog::mapping(Done &done) const
{
    CsvMapping mapping;
    mapping.board = m_board->currentText();
    mapping.date = columnOf(m_date);
    mapping.series = columnOf(m_series);
    if (m_kind->currentData().toInt() == Ratio) {
        mapping.numerator = columnOf(m_numerator);
        mapping.denominator = columnOf(m_denominator);
    } else {
        for (int i = 0; i < m_values->count(); ++i)
            if (m_values->item(i)->checkState() == Qt::Checked)
                mapping.values << m_values->item(i)->text();
    }
    mapping.combine = static_cast<Combine>(m_combine->currentData().toInt());
    mapping.name = m_name->text().trimmed();
    mapping.dateFormat = m_dateFormat->text().trimmed();
    if (const QVariant mark = m_decimal->currentData(); mark.isValid())
        mapping.decimal = static_cast<DecimalMark>(mark.toInt());
    mapping.unit = m_unit->text().trimmed();
    mapping.direction = static_cast<Direction>(m_good->currentData().toInt());
    mapping.cadence = static_cast<Cadence>(m_cadence->currentData().toInt());
    if (const QString text = m_target->text().trimmed(); !text.isEmpty()) {
        const Result<double> target = parseNumber(inFixedGrammar(text, QLocale()), *mapping.unit);
        if (target)
            mapping.target = *target;
        else
            done = Error{target.error().code, {text}};
    }
    return mapping;
}

void ImportDialog::changed()
{
    if (!m_isReady) // the fields are still being filled
        return;
    m_refused->hide();
    m_conventions->hide();
    m_skip->hide();
    const bool isRatio = m_kind->currentData().toInt() == Ratio;
    m_form->setRowVisible(m_values, !isRatio);
    m_form->setRowVisible(m_numerator, isRatio);
    m_form->setRowVisible(m_denominator, isRatio);
    m_batch.reset();
    m_hasNews = false;
    setBusy(false);
    m_delay.start();
}

// Reads the file with the mapping as it is now, then compares it with the workspace. Only the newest answer
// counts.
void ImportDialog::preview()
{
    if (m_date->count() == 0 || m_isImporting)
        return;
    Done done;
    const CsvMapping mapping = this->mapping(done);
    if (!done)
        return showError(done.error());
    if (mapping.values.isEmpty() && mapping.numerator.isEmpty())
        return m_sentence->setText(tr("Choose at least one column of values."));
    const int asked = ++m_asked;
    m_sentence->setText(tr("Comparing with the workspace…"));
    whenDone(QtConcurrent::run([path = m_path, mapping] { return readCsv(path, mapping); }), this,
             [this, asked](const Result<ImportBatch> &batch) {
                 if (asked != m_asked)
                     return;
                 if (batch)
                     compare(*batch, asked);
                 else
                     showError(batch.error());
             });
}

void ImportDialog::compare(const ImportBatch &batch, int asked)
{
    m_batch = std::make_shared<const ImportBatch>(batch);
    whenDone(m_session.previewImport(m_batch), this, [this, asked](const Result<ImportSummary> &summary) {
        if (asked != m_asked)
            return;
        if (summary)
            showSummary(*summary);
        else
            showError(summary.error());
    });
}

QString ImportDialog::inWords(const ImportSummary &summary)
{
    QString words =
        tr("%L1 new, %L2 changed, %L3 same").arg(summary.added).arg(summary.changed).arg(summary.same);
    if (!summary.refused.isEmpty()) {
        const ImportBatch::Refused &first = summary.refused.first();
        words = tr("%1, %L2 refused (line %L3: %4)")
                    .arg(words)
                    .arg(summary.refused.size())
                    .arg(first.line)
                    .arg(withoutStop(sentence(first.reason)));
    }
    return words;
}

void ImportDialog::showSummary(const ImportSummary &summary)
{
    QString words = inWords(summary);
    if (summary.newKpis > 0)
        words = fill(summary.newKpis == 1 ? tr("%1. One KPI will be made.") : tr("%1. %2 KPIs will be made."),
                     {words, QLocale().toString(summary.newKpis)});
    m_sentence->setText(words);
    showConventions();
    QStringList refused;
    for (const ImportBatch::Refused &one : summary.refused.mid(0, kRefusedShown))
        refused << tr("Line %L1: %2").arg(one.line).arg(sentence(one.reason));
    m_refused->setPlainText(refused.join(u'\n'));
    m_refused->setVisible(!refused.isEmpty());
    m_skip->setVisible(!refused.isEmpty());
    m_hasNews = summary.added + summary.changed + summary.newKpis > 0;
    setBusy(false);
}

// What was found out is said by an example, so that a wrong guess is seen before it is written.
void ImportDialog::showConventions()
{
    QStringList lines;
    for (const ImportConvention &convention : m_batch->conventions)
        if (const QString line = sentence(convention); !line.isEmpty() && lines.size() < kConventionsShown)
            lines << line;
    m_conventions->setText(lines.join(u'\n'));
    m_conventions->setVisible(!lines.isEmpty());
}

void ImportDialog::showError(const Error &error)
{
    m_batch.reset();
    m_hasNews = false;
    m_sentence->setText(sentence(error));
    setBusy(false);
}

void ImportDialog::setBusy(bool busy)
{
    const bool isRefused = m_skip->isVisibleTo(this) && !m_skip->isChecked();
    m_import->setEnabled(!busy && m_batch && m_hasNews && !isRefused);
    m_progress->setVisible(busy);
    if (busy)
        m_look.start();
    else
        m_look.stop();
}

void ImportDialog::import()
{
    m_isImporting = true;
    m_work = std::make_shared<Work>();
    setBusy(true);
    whenDone(m_session.import(m_batch, m_skip->isChecked(), Work::progressOf(m_work)), this,
             [this](const Result<Session::Imported> &result) {
                 m_isImporting = false;
                 m_work.reset();
                 setBusy(false);
                 if (!result)
                     return showError(result.error());
                 if (result->refused)
                     return showSummary(result->summary);
                 Q_EMIT imported(inWords(result->summary));
                 accept();
             });
}

// A running import is stopped first; the dialog stays to say so.
void ImportDialog::reject()
{
    if (m_work)
        return m_work->cancel();
    QDialog::reject();
}

} // namespace milepost
