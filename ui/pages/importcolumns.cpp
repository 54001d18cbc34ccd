// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importcolumns.h"

#include "core/domain/texts.h"
#include "ui/words/conventions.h"
#include "ui/words/filling.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>

namespace milepost {
namespace {

constexpr int kRowsShown = 8;
constexpr int kCharactersWide = 22;

/// What can be said of how a column is read; for dates, or for numbers.
enum Convention { FoundOut, DayFirst, MonthFirst, Point, Comma };

bool isNumber(ImportColumns::Role role)
{
    using Role = ImportColumns::Role;
    return role == Role::Value || role == Role::Numerator || role == Role::Denominator;
}

/// Roles that only one column can have.
bool isSingle(ImportColumns::Role role)
{
    using Role = ImportColumns::Role;
    return role != Role::Ignore && role != Role::Value;
}

// An order that was chosen counts before a format that was typed.
void fillDates(CsvMapping &mapping, int convention)
{
    if (convention != DayFirst && convention != MonthFirst)
        return;
    mapping.dateOrder = convention == DayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    mapping.dateFormat.clear();
}

QTableWidgetItem *textItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

void select(QComboBox *box, int data)
{
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

} // namespace

ImportColumns::ImportColumns(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("importSample"));
    setAccessibleName(tr("Columns of the file"));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    setFrameShape(NoFrame);
}

void ImportColumns::showFile(const CsvPreview &preview)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_preview = preview;
    setColumnCount(static_cast<int>(preview.headings.size()));
    setHorizontalHeaderLabels(preview.headings);
    showRows();
    for (int column = 0; column < columnCount(); ++column)
        addChoosers(column);
    guess();
    const int width = fontMetrics().averageCharWidth() * kCharactersWide;
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, qMax(width, roleBox(column)->sizeHint().width() + 2));
    const int height = roleBox(0)->sizeHint().height() + 2;
    setRowHeight(RoleRow, height);
    setRowHeight(ConventionRow, height);
}

void ImportColumns::showRows()
{
    const int rows = qMin(kRowsShown, static_cast<int>(m_preview.rows.size()));
    setRowCount(HeadRows + rows);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columnCount(); ++column) {
            QTableWidgetItem *item = textItem(m_preview.rows[row].value(column));
            if (m_preview.columns[column].kind == ColumnKind::Number)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(HeadRows + row, column, item);
        }
}

void ImportColumns::addChoosers(int column)
{
    QComboBox *roles = addBox(RoleRow, column, QStringLiteral("importRole"), tr("What “%1” is"));
    const std::pair<Role, QString> choices[] = {{Role::Ignore, tr("left out")},
                                                {Role::Date, tr("the date")},
                                                {Role::Value, tr("a value")},
                                                {Role::Series, tr("the KPI’s name")},
                                                {Role::Numerator, tr("the numerator")},
                                                {Role::Denominator, tr("the denominator")},
                                                {Role::Note, tr("a note")}};
    for (const auto &[role, text] : choices)
        roles->addItem(text, static_cast<int>(role));
    QComboBox *conventions =
        addBox(ConventionRow, column, QStringLiteral("importConvention"), tr("How “%1” is read"));
    m_roles << roles;
    m_conventions << conventions;
    setItem(ReadingRow, column, textItem({}));
    offerConventions(column);
    connect(roles, &QComboBox::currentIndexChanged, this, [this, column] { roleChosen(column); });
    connect(conventions, &QComboBox::currentIndexChanged, this, &ImportColumns::tell);
}

// Screen readers find the name of a combo box in the label that has it for its buddy.
QComboBox *ImportColumns::addBox(int row, int column, const QString &name, const QString &label)
{
    auto *cell = new QWidget(this);
    auto *box = new QComboBox(cell);
    box->setObjectName(name + QString::number(column));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    auto *caption = new QLabel(milepost::fill(label, {heading(column)}), cell);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(box);
    caption->hide();
    auto *layout = new QHBoxLayout(cell);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(box);
    cell->setFocusProxy(box);
    setCellWidget(row, column, cell);
    return box;
}

// Whoever scrolls through the file must not turn the choosers on the way.
bool ImportColumns::eventFilter(QObject *watched, QEvent *event)
{
    const auto *const box = qobject_cast<QComboBox *>(watched);
    if (!box || event->type() != QEvent::Wheel || box->hasFocus())
        return QTableWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

// The first column of dates is the date; all columns of numbers are values, and where dates repeat, what
// tells their rows apart names the KPIs.
void ImportColumns::guess()
{
    bool hasDate = false;
    for (int column = 0; column < columnCount(); ++column) {
        const ColumnKind kind = m_preview.columns[column].kind;
        const bool isDate = kind == ColumnKind::Date && !hasDate;
        hasDate = hasDate || isDate;
        const bool isSeries = m_preview.series == column;
        setRole(column, isDate                       ? Role::Date
                        : isSeries                   ? Role::Series
                        : kind == ColumnKind::Number ? Role::Value
                                                     : Role::Ignore);
    }
    tell();
}

void ImportColumns::take(const CsvMapping &mapping)
{
    for (int column = 0; column < columnCount(); ++column)
        setRole(column, Role::Ignore);
    const auto give = [this](const QString &name, Role role) {
        if (const int column = columnOf(name); column >= 0)
            setRole(column, role);
    };
    give(mapping.date, Role::Date);
    give(mapping.series, Role::Series);
    give(mapping.note, Role::Note);
    give(mapping.numerator, Role::Numerator);
    give(mapping.denominator, Role::Denominator);
    for (const QString &value : mapping.values)
        give(value, Role::Value);
    const QScopedValueRollback filling(m_isFilling, true);
    for (auto one = mapping.decimals.constBegin(); one != mapping.decimals.constEnd(); ++one)
        if (const int column = columnOf(one.key()); column >= 0)
            select(conventionBox(column), *one == DecimalMark::Comma ? Comma : Point);
    if (const int column = columnOf(mapping.date); column >= 0 && mapping.dateOrder)
        select(conventionBox(column), *mapping.dateOrder == DateOrder::MonthFirst ? MonthFirst : DayFirst);
}

void ImportColumns::fill(CsvMapping &mapping) const
{
    for (int column = 0; column < columnCount(); ++column) {
        const int convention = conventionBox(column)->currentData().toInt();
        const QString name = heading(column);
        switch (role(column)) {
        case Role::Ignore:
            continue;
        case Role::Date:
            mapping.date = name;
            fillDates(mapping, convention);
            break;
        case Role::Series:
            mapping.series = name;
            break;
        case Role::Note:
            mapping.note = name;
            break;
        case Role::Value:
            mapping.values << name;
            break;
        case Role::Numerator:
            mapping.numerator = name;
            break;
        case Role::Denominator:
            mapping.denominator = name;
            break;
        }
        if (convention == Point || convention == Comma)
            mapping.decimals.insert(name, convention == Comma ? DecimalMark::Comma : DecimalMark::Point);
    }
}

void ImportColumns::showReadings(const QList<ImportConvention> &conventions)
{
    for (int column = 0; column < columnCount(); ++column) {
        QTableWidgetItem *const cell = item(ReadingRow, column);
        cell->setText({});
        cell->setToolTip({});
    }
    for (const ImportConvention &convention : conventions)
        if (const int column = columnOf(convention.column); column >= 0) {
            item(ReadingRow, column)->setText(reading(convention));
            item(ReadingRow, column)->setToolTip(sentence(convention));
        }
}

ImportColumns::Role ImportColumns::role(int column) const
{
    return static_cast<Role>(roleBox(column)->currentData().toInt());
}

void ImportColumns::setRole(int column, Role role)
{
    const QScopedValueRollback filling(m_isFilling, true);
    select(roleBox(column), static_cast<int>(role));
    offerConventions(column);
    select(conventionBox(column), FoundOut);
}

// What only one column can be, the other no longer is; a ratio has no plain values beside it.
void ImportColumns::roleChosen(int column)
{
    const Role chosen = role(column);
    if (!m_isFilling)
        for (int other = 0; other < columnCount(); ++other) {
            const bool isPart = role(other) == Role::Numerator || role(other) == Role::Denominator;
            const bool isPushedOut =
                (isSingle(chosen) && role(other) == chosen) || (chosen == Role::Value && isPart) ||
                ((chosen == Role::Numerator || chosen == Role::Denominator) && role(other) == Role::Value);
            if (other != column && isPushedOut)
                setRole(other, Role::Ignore);
        }
    offerConventions(column);
    tell();
}

void ImportColumns::offerConventions(int column)
{
    const QScopedValueRollback filling(m_isFilling, true);
    QComboBox *const box = conventionBox(column);
    const QVariant before = box->currentData();
    box->clear();
    box->addItem(tr("found out"), FoundOut);
    if (role(column) == Role::Date) {
        box->addItem(tr("day first: 31/12/2026"), DayFirst);
        box->addItem(tr("month first: 12/31/2026"), MonthFirst);
    } else if (isNumber(role(column))) {
        box->addItem(tr("point: 1,234.5"), Point);
        box->addItem(tr("comma: 1.234,5"), Comma);
    }
    select(box, before.toInt());
    box->setEnabled(box->count() > 1);
}

void ImportColumns::tell()
{
    if (!m_isFilling)
        Q_EMIT mappingChanged();
}

int ImportColumns::columnOf(const QString &heading) const
{
    const QString wanted = folded(heading);
    int found = -1;
    for (int column = 0; column < columnCount(); ++column) {
        if (this->heading(column) == heading)
            return column;
        if (!wanted.isEmpty() && found < 0 && folded(this->heading(column)) == wanted)
            found = column;
    }
    return found;
}

} // namespace milepost
