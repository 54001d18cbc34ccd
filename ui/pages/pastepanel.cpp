// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pastepanel.h"

#include "core/services/whendone.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace milepost {
namespace {

QString reasonOf(PastedBlock::Why why)
{
    using Why = PastedBlock::Why;
    switch (why) {
    case Why::NoSuchRow:
        return PastePanel::tr("no row is called so");
    case Why::SeveralSuchRows:
        return PastePanel::tr("several rows are called so");
    case Why::TakesNoValues:
        return PastePanel::tr("takes no values from you");
    case Why::NotANumber:
        return PastePanel::tr("not a number");
    case Why::NotADate:
        return PastePanel::tr("not a date");
    case Why::InFuture:
        return PastePanel::tr("in the future");
    case Why::NeedsBothParts:
        return PastePanel::tr("needs both parts, such as 12/340");
    case Why::OutOfRange:
        return PastePanel::tr("must be from 0 to 1");
    case Why::BeyondTheLastRow:
        return PastePanel::tr("beyond the last row");
    }
    Q_UNREACHABLE();
}

/// "“Other” (no row is called so)", each once.
QString leftOutInWords(const PastedBlock &block)
{
    QStringList texts;
    for (const PastedBlock::LeftOut &one : block.leftOut) {
        const QString text = fill(PastePanel::tr("“%1” (%2)"), {inLine(one.text), reasonOf(one.why)});
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.isEmpty() ? QString() : fill(PastePanel::tr("Left out: %1."), {listed(texts)});
}

/// "of today", "from 1 Oct to 15 Nov".
QString spanInWords(const QList<GivenValue> &values, QDate today)
{
    const auto [first, last] =
        std::minmax_element(values.cbegin(), values.cend(),
                            [](const GivenValue &a, const GivenValue &b) { return a.date < b.date; });
    if (first->date == today && last->date == today)
        return PastePanel::tr("of today");
    if (first->date == last->date)
        return fill(PastePanel::tr("of %1"), {shortDate(first->date, today)});
    return fill(PastePanel::tr("from %1 to %2"),
                {shortDate(first->date, today), shortDate(last->date, today)});
}

QString effectInWords(const ValuesSummary &summary)
{
    const QLocale locale;
    QStringList parts = {fill(PastePanel::tr("%1 new"), {locale.toString(summary.added)})};
    if (summary.corrected > 0)
        parts << fill(PastePanel::tr("%1 correcting what is there (reason: “pasted”)"),
                      {locale.toString(summary.corrected)});
    if (summary.same > 0)
        parts << fill(PastePanel::tr("%1 there already"), {locale.toString(summary.same)});
    return parts.join(PastePanel::tr(", "));
}

/// The one row that gets values by its name, several by how many they are.
QString rowsInWords(const PastedBlock &block, const QList<PasteRow> &rows)
{
    const GivenValue &first = block.values.first();
    for (const PasteRow &row : rows)
        if (block.rows == 1 && row.place.kpi == first.kpi && row.place.keyResult == first.keyResult &&
            row.place.part == first.part)
            return fill(PastePanel::tr("“%1”"), {inLine(row.name)});
    return PastePanel::tr("%Ln row(s)", nullptr, int(block.rows));
}

QString whatInWords(const PastedBlock &block, const QList<PasteRow> &rows, const ValuesSummary &summary,
                    QDate today)
{
    if (block.shape == PastedBlock::Shape::Unclear)
        return PastePanel::tr(
            "What is on the clipboard is no block of values. Copy a column of values, dates "
            "with values, or names with values.");
    if (block.values.isEmpty())
        return PastePanel::tr("Nothing of this can be pasted here.");
    return fill(PastePanel::tr("Paste %1 %2 on %3: %4."),
                {PastePanel::tr("%Ln value(s)", nullptr, int(block.values.size())),
                 spanInWords(block.values, today), rowsInWords(block, rows), effectInWords(summary)});
}

} // namespace

PastePanel::PastePanel(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_what(new QLabel(this))
    , m_leftOut(new QLabel(this))
    , m_write(new QPushButton(tr("Paste (Enter)"), this))
{
    setObjectName(QStringLiteral("pastePanel"));
    setAccessibleName(tr("Paste values"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    for (QLabel *text : {m_what, m_leftOut}) {
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
    }
    m_what->setObjectName(QStringLiteral("pasteWhat"));
    m_leftOut->setObjectName(QStringLiteral("pasteLeftOut"));
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    m_write->setObjectName(QStringLiteral("pasteWrite"));
    m_write->setProperty(kPrimaryProperty, true);
    m_write->setAutoDefault(true);
    auto *cancel = new QPushButton(tr("Cancel (Esc)"), this);
    cancel->setObjectName(QStringLiteral("pasteCancel"));
    cancel->setAutoDefault(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(m_what);
    texts->addWidget(m_leftOut);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 12, 8);
    layout->setSpacing(12);
    layout->addLayout(texts, 1);
    layout->addWidget(m_write);
    layout->addWidget(cancel);
    connect(m_write, &QPushButton::clicked, this, &PastePanel::write);
    connect(cancel, &QPushButton::clicked, this, &PastePanel::dismiss);
    hide();
}

void PastePanel::preview(const PastedCells &cells, const QList<PasteRow> &rows, qsizetype current)
{
    const QLocale locale;
    const bool isMonthFirst = locale.dateFormat(QLocale::ShortFormat).startsWith(u'M');
    const PasteConvention convention{locale.decimalPoint() == QStringLiteral(",") ? DecimalMark::Comma
                                                                                  : DecimalMark::Point,
                                     isMonthFirst ? DateOrder::MonthFirst : DateOrder::DayFirst};
    m_block = readPastedBlock(cells, rows, current, m_session.today(), convention);
    const ValuesSummary summary = summaryOf(m_session.state(), m_block.values);
    m_what->setText(whatInWords(m_block, rows, summary, m_session.today()));
    m_leftOut->setText(leftOutInWords(m_block));
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
    m_write->setVisible(summary.added + summary.corrected > 0);
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    show();
    setFocusPolicy(Qt::StrongFocus);
    if (m_write->isVisibleTo(this))
        m_write->setFocus();
    else
        setFocus();
    QAccessibleEvent event(m_what, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PastePanel::write()
{
    const QList<GivenValue> values = std::exchange(m_block, {}).values;
    dismiss();
    Intent intent;
    intent.ids = values.size() + 1;
    intent.rows = values.size();
    intent.needs = [values](const WorkingSet &) { return seriesNeededBy(values); };
    intent.decide = [values, reason = tr("pasted")](Situation &in) {
        return recordValues(in, values, reason);
    };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
        else
            Q_EMIT pasted(receipt->change.values.value(QStringLiteral("count")).toInt());
    });
}

void PastePanel::dismiss()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && (focus == this || isAncestorOf(focus));
    const QPointer<QWidget> before = std::exchange(m_focusBefore, nullptr);
    hide();
    if (hadFocus && before)
        before->setFocus();
}

void PastePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        return QFrame::keyPressEvent(event);
    if (m_write->isVisibleTo(this))
        write();
    else
        dismiss();
}

} // namespace milepost
