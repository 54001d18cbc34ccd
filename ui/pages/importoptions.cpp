// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importoptions.h"

#include "ui/models/typedvalue.h"
#include "ui/words/figures.h"
#include "ui/words/labels.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace milepost {
namespace {

constexpr int kAcross = 4; // fields in a row, so that all fit on a small screen

/// The first one says nothing: a new KPI gets the usual, and one that is there keeps what it has.
template<class Choice>
void addChoices(QComboBox *box, const QString &unsaid, std::initializer_list<Choice> values)
{
    box->addItem(unsaid);
    for (const Choice value : values)
        box->addItem(label(value), static_cast<int>(value));
}

template<class Choice>
std::optional<Choice> chosen(const QComboBox *box)
{
    const QVariant data = box->currentData();
    return data.isValid() ? std::optional(static_cast<Choice>(data.toInt())) : std::nullopt;
}

template<class Choice>
void choose(QComboBox *box, std::optional<Choice> choice)
{
    box->setCurrentIndex(choice ? qMax(0, box->findData(static_cast<int>(*choice))) : 0);
}

} // namespace

ImportOptions::ImportOptions(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_board = addBox(tr("To &board"), "importBoard");
    m_board->setEditable(true);
    m_combine = addBox(tr("&Several rows a date"), "importCombine");
    m_combine->addItem(tr("are refused"), static_cast<int>(Combine::None));
    m_combine->addItem(tr("are added up"), static_cast<int>(Combine::Sum));
    m_combine->addItem(tr("give their mean"), static_cast<int>(Combine::Mean));
    m_combine->addItem(tr("give the last"), static_cast<int>(Combine::Last));
    m_dateFormat = addLine(tr("Date &format"), "importDateFormat", tr("Such as dd/MM/yyyy"));
    m_name = addLine(tr("KPI &name"), "importName", tr("From the column"));
    m_unit = addLine(tr("&Unit"), "importUnit", tr("%, €, min, or none"));
    m_good = addBox(tr("&Good is"), "importGood");
    addChoices(m_good, tr("up, or as it is"), {Direction::Up, Direction::Down, Direction::Neutral});
    m_cadence = addBox(tr("&Measured every"), "importCadence");
    addChoices(m_cadence, tr("month, or as it is"),
               {Cadence::Month, Cadence::Week, Cadence::Day, Cadence::Quarter, Cadence::Year});
    m_target = addLine(tr("&Target"), "importTarget", tr("None"));
}

void ImportOptions::add(const QString &text, QWidget *field)
{
    auto *caption = new QLabel(text, this);
    caption->setBuddy(field);
    const int row = m_added / kAcross * 2;
    const int column = m_added++ % kAcross;
    m_grid->addWidget(caption, row, column);
    m_grid->addWidget(field, row + 1, column);
    m_grid->setColumnStretch(column, 1);
}

QComboBox *ImportOptions::addBox(const QString &text, const char *name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    add(text, box);
    connect(box, &QComboBox::currentTextChanged, this, &ImportOptions::mappingChanged);
    return box;
}

QLineEdit *ImportOptions::addLine(const QString &text, const char *name, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setPlaceholderText(placeholder);
    add(text, line);
    connect(line, &QLineEdit::textChanged, this, &ImportOptions::mappingChanged);
    return line;
}

void ImportOptions::setBoards(const QStringList &boards, const QString &proposed)
{
    m_board->addItems(boards);
    m_board->setCurrentText(proposed);
}

void ImportOptions::take(const CsvMapping &mapping)
{
    if (m_board->findText(mapping.board, Qt::MatchExactly) >= 0)
        m_board->setCurrentText(mapping.board);
    choose(m_combine, std::optional(mapping.combine));
    choose(m_good, mapping.direction);
    choose(m_cadence, mapping.cadence);
    m_dateFormat->setText(mapping.dateFormat);
    m_name->setText(mapping.name);
    const QString unit = mapping.unit.value_or(QString());
    m_unit->setText(unit);
    m_target->setText(mapping.target ? typedFigure(*mapping.target, unit) : QString());
}

Done ImportOptions::fill(CsvMapping &mapping) const
{
    mapping.board = m_board->currentText();
    mapping.combine = chosen<Combine>(m_combine).value_or(Combine::None);
    mapping.name = m_name->text().trimmed();
    mapping.dateFormat = m_dateFormat->text().trimmed();
    const QString unit = m_unit->text().trimmed();
    if (!unit.isEmpty())
        mapping.unit = unit;
    mapping.direction = chosen<Direction>(m_good);
    mapping.cadence = chosen<Cadence>(m_cadence);
    const QString text = m_target->text().trimmed();
    if (text.isEmpty())
        return {};
    const Result<double> target = typedNumber(text, unit);
    if (!target)
        return target.error();
    mapping.target = *target;
    return {};
}

} // namespace milepost
