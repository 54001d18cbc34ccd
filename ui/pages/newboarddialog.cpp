// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/newboarddialog.h"

#include "core/domain/figures/period.h"
#include "core/domain/rights.h"
#include "core/exchange/boardtemplate.h"
#include "core/services/whendone.h"
#include "ui/commands/folders.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/taborder.h"
#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/delegates/valuedelegate.h"
#include "ui/words/errors.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeView>

namespace milepost {
namespace {

constexpr int kShelfLine = 2; ///< of the height of its text
constexpr int kShelfCharacters = 30;
constexpr int kCadenceCharacters = 14;
constexpr int kTargetCharacters = 16;
constexpr qint64 kNoCycle = 0;

/// A quarter that the workspace may not have yet.
AddCycle quarterOf(QDate day)
{
    const Period quarter = periodOf(Cadence::Quarter, day);
    return {quarterName(day), quarter.from, quarter.to};
}

QLabel *wrapped(QWidget *parent, const QString &name)
{
    auto *text = new QLabel(parent);
    text->setObjectName(name);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    return text;
}

} // namespace

NewBoardDialog::NewBoardDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_preview(session)
{
    setObjectName(QStringLiteral("newBoardDialog"));
    setWindowTitle(tr("New board"));
    resize(960, 640);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(buildForm());
    right->addWidget(buildPreview(), 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(buildShelf());
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addWidget(buildFoot());
    tabInReadingOrder(*this);
    fillCycles();
    fillShelf();
    connect(m_shelf, &QListWidget::currentItemChanged, this, &NewBoardDialog::choose);
    connect(m_cycle, &QComboBox::currentIndexChanged, this, &NewBoardDialog::showTemplate);
    connect(m_name, &QLineEdit::textChanged, m_error, &QWidget::hide);
    m_shelf->setCurrentRow(0);
}

QString NewBoardDialog::ownFolder(Session &session)
{
    return session.profile().folder() + QStringLiteral("/templates");
}

QWidget *NewBoardDialog::buildShelf()
{
    auto *box = new QWidget(this);
    box->setFixedWidth(kShelfCharacters * fontMetrics().averageCharWidth());
    m_shelf = new QListWidget(box);
    m_shelf->setObjectName(QStringLiteral("templateList"));
    m_shelf->setAccessibleName(tr("Templates"));
    auto *open = new QPushButton(tr("Open a template file…"), box);
    open->setObjectName(QStringLiteral("openTemplate"));
    open->setAutoDefault(false);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_shelf, 1);
    layout->addWidget(open);
    connect(open, &QPushButton::clicked, this, &NewBoardDialog::askForFile);
    return box;
}

QWidget *NewBoardDialog::buildForm()
{
    auto *box = new QWidget(this);
    m_name = new QLineEdit(box);
    m_name->setObjectName(QStringLiteral("boardName"));
    m_name->setPlaceholderText(tr("Support, Q4 2026"));
    m_cycle = new QComboBox(box);
    m_cycle->setObjectName(QStringLiteral("boardCycle"));
    m_cycle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *seenBy = new QWidget(box);
    auto *choices = new QVBoxLayout(seenBy);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(4);
    m_public = addVisibility(seenBy, tr("Public: everyone in this workspace sees it and may comment."),
                             tr("Only its owners and editors change it."), "boardPublic");
    m_private =
        addVisibility(seenBy, tr("Private: only those that it is shared with see that it exists."),
                      tr("You alone at first; share it with people and teams later."), "boardPrivate");
    m_public->setIcon(icon(Icon::Public));
    m_private->setIcon(icon(Icon::Private));
    m_public->setChecked(true);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Cycle"), m_cycle);
    form->addRow(tr("Seen by"), seenBy);
    return box;
}

QRadioButton *NewBoardDialog::addVisibility(QWidget *box, const QString &text, const QString &hint,
                                            const char *name)
{
    auto *choice = new QRadioButton(text, box);
    choice->setObjectName(QString::fromLatin1(name));
    choice->setToolTip(hint);
    choice->setAccessibleDescription(hint);
    box->layout()->addWidget(choice);
    return choice;
}

QWidget *NewBoardDialog::buildPreview()
{
    auto *box = new QWidget(this);
    m_summary = wrapped(box, QStringLiteral("templateSummary"));
    m_advice = wrapped(box, QStringLiteral("templateAdvice"));
    m_advice->setForegroundRole(QPalette::PlaceholderText);
    m_detail = wrapped(box, QStringLiteral("templateDetail"));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_rows = new QTreeView(box);
    m_rows->setObjectName(QStringLiteral("templateRows"));
    m_rows->setAccessibleName(tr("Preview of the board"));
    m_rows->setModel(&m_preview);
    m_rows->setRootIsDecorated(false);
    m_rows->setItemsExpandable(false);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setTabKeyNavigation(false);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->setItemDelegateForColumn(BoardPreview::TitleColumn, new TitleDelegate(m_rows));
    m_rows->setItemDelegateForColumn(BoardPreview::TargetColumn,
                                     new ValueDelegate(ValueDelegate::Ink::Soft, m_rows));
    m_rows->setItemDelegateForColumn(BoardPreview::CadenceColumn, new TextDelegate(m_rows));
    const int unit = fontMetrics().averageCharWidth();
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setSectionResizeMode(BoardPreview::TitleColumn, QHeaderView::Stretch);
    m_rows->header()->resizeSection(BoardPreview::TargetColumn, kTargetCharacters * unit);
    m_rows->header()->resizeSection(BoardPreview::CadenceColumn, kCadenceCharacters * unit);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_summary);
    layout->addWidget(m_advice);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_detail);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &NewBoardDialog::showDetail);
    return box;
}

QWidget *NewBoardDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    m_error = wrapped(foot, QStringLiteral("formError"));
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, foot);
    m_make = buttons->addButton(tr("Make board"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(QStringLiteral("makeBoard"));
    m_make->setProperty(kPrimaryProperty, true);
    m_make->setDefault(true);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewBoardDialog::make);
    return foot;
}

void NewBoardDialog::fillCycles()
{
    const QDate today = m_session.today();
    const QDate next = quarterOf(today).to.addDays(1);
    QList<const Cycle *> cycles = m_session.state().of<Cycle>().all();
    std::stable_sort(cycles.begin(), cycles.end(),
                     [](const Cycle *one, const Cycle *other) { return one->from < other->from; });
    const auto covers = [&cycles](QDate day) {
        return std::any_of(cycles.begin(), cycles.end(),
                           [day](const Cycle *cycle) { return cycle->from <= day && day <= cycle->to; });
    };
    m_cycle->addItem(tr("No cycle"), kNoCycle);
    int current = 0;
    for (const Cycle *cycle : cycles) {
        if (cycle->from <= today && today <= cycle->to)
            current = m_cycle->count();
        m_cycle->addItem(cycle->name, cycle->id.value());
    }
    // A quarter that is not there yet comes with the board.
    if (!covers(today)) {
        current = m_cycle->count();
        m_cycle->addItem(fill(tr("This quarter (new cycle %1)"), {quarterOf(today).name}), today);
    }
    if (!covers(next))
        m_cycle->addItem(fill(tr("Next quarter (new cycle %1)"), {quarterOf(next).name}), next);
    m_cycle->setCurrentIndex(current);
}

QListWidgetItem *NewBoardDialog::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_shelf);
    item->setFlags(Qt::NoItemFlags);
    item->setSizeHint(QSize(0, kShelfLine * fontMetrics().height()));
    return item;
}

QListWidgetItem *NewBoardDialog::addTemplate(const ShelvedTemplate &shelved)
{
    auto *item = new QListWidgetItem(inLine(shelved.name()), m_shelf);
    item->setData(Qt::UserRole, m_templates.size());
    item->setSizeHint(QSize(0, kShelfLine * fontMetrics().height()));
    item->setToolTip(inLine(shelved.content.summary));
    if (shelved.fault)
        item->setIcon(icon(Icon::Warning, IconInk::Attention));
    m_templates.append(shelved);
    return item;
}

void NewBoardDialog::fillShelf()
{
    addTemplate({{}, {}, {}})->setText(tr("Blank board"));
    addHeading(tr("Built in"));
    for (const ShelvedTemplate &one : templatesIn(QStringLiteral(":/milepost/templates")))
        addTemplate(one);
    const QList<ShelvedTemplate> own = templatesIn(ownFolder(m_session));
    if (own.isEmpty())
        return;
    addHeading(tr("My templates"));
    for (const ShelvedTemplate &one : own)
        addTemplate(one);
}

void NewBoardDialog::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a template file"), documentsFolder(),
                                                      tr("Board templates (*.json);;All files (*)"));
    if (!path.isEmpty())
        openTemplate(path);
}

void NewBoardDialog::openTemplate(const QString &path)
{
    const Result<BoardTemplate> content = readTemplate(path);
    ShelvedTemplate shelved{path, {}, {}};
    if (content)
        shelved.content = *content;
    else
        shelved.fault = content.error();
    m_shelf->setCurrentItem(addTemplate(shelved));
}

const ShelvedTemplate *NewBoardDialog::chosen() const
{
    const QListWidgetItem *item = m_shelf->currentItem();
    const QVariant index = item ? item->data(Qt::UserRole) : QVariant();
    return index.isValid() ? &m_templates[index.toLongLong()] : nullptr;
}

void NewBoardDialog::choose()
{
    m_error->hide();
    proposeName();
    showTemplate();
    const ShelvedTemplate *shelved = chosen();
    if (shelved && shelved->fault)
        showError(sentence(*shelved->fault));
    m_make->setEnabled(shelved && !shelved->fault);
}

void NewBoardDialog::showTemplate()
{
    const ShelvedTemplate *shelved = chosen();
    if (!shelved)
        return;
    BoardTemplate content = shelved->content;
    const bool isBlank = content == BoardTemplate();
    m_summary->setText(isBlank ? tr("An empty board. Objectives and KPIs are added on it, or imported.")
                               : content.summary);
    m_summary->setVisible(!m_summary->text().isEmpty() && !shelved->fault);
    m_advice->setText(content.advice);
    m_advice->setVisible(!content.advice.isEmpty());
    if (content.name.isEmpty())
        content.name = tr("New board");
    m_preview.show(content, CycleId(m_cycle->currentData().toLongLong()));
    m_rows->expandAll();
    for (int row = 0; row < m_preview.rowCount(); ++row)
        if (m_preview.index(row, 0).data(RowKindRole).value<RowKind>() == RowKind::Section)
            m_rows->setFirstColumnSpanned(row, {}, true);
    m_rows->setVisible(!isBlank);
    m_detail->setVisible(!isBlank);
    m_rows->setCurrentIndex(m_preview.index(0, 0));
}

void NewBoardDialog::showDetail()
{
    m_detail->setText(m_rows->currentIndex().data(BoardPreview::kDetailRole).toString());
}

// As long as no name was typed, the template's is proposed.
void NewBoardDialog::proposeName()
{
    const ShelvedTemplate *shelved = chosen();
    if (m_name->isModified() || !shelved)
        return;
    m_name->setText(freeName(shelved->content.name));
    m_name->selectAll();
}

QString NewBoardDialog::freeName(const QString &wanted) const
{
    const QList<const Board *> boards = visibleBoards(m_session.state(), m_session.me());
    const auto isTaken = [&boards](const QString &name) {
        return std::any_of(boards.begin(), boards.end(),
                           [&name](const Board *board) { return board->name == name; });
    };
    QString name = wanted;
    for (int number = 2; !name.isEmpty() && isTaken(name); ++number)
        name = fill(tr("%1 (%2)", "a board's name and a number"), {wanted, QString::number(number)});
    return name;
}

AddFromTemplate NewBoardDialog::request() const
{
    AddFromTemplate request;
    request.board.name = m_name->text();
    request.board.visibility = m_private->isChecked() ? Visibility::Private : Visibility::Public;
    if (const ShelvedTemplate *shelved = chosen())
        request.content = shelved->content;
    const QVariant cycle = m_cycle->currentData();
    if (cycle.typeId() == QMetaType::QDate)
        request.newCycle = quarterOf(cycle.toDate());
    else
        request.board.cycle = CycleId(cycle.toLongLong());
    return request;
}

void NewBoardDialog::make()
{
    m_error->hide();
    m_make->setEnabled(false);
    Intent intent;
    intent.ids = idsNeededBy(request().content);
    intent.decide = [request = request()](Situation &in) { return addFromTemplate(in, request); };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        m_make->setEnabled(true);
        if (!receipt) {
            showError(sentence(receipt.error()));
            return m_name->setFocus();
        }
        Q_EMIT made(receipt->change.edits.of<Board>().added.first().id);
        accept();
    });
}

void NewBoardDialog::showError(const QString &text)
{
    m_error->setText(text);
    m_error->show();
}

void NewBoardDialog::showEvent(QShowEvent *event)
{
    m_name->setFocus();
    QDialog::showEvent(event);
}

} // namespace milepost
