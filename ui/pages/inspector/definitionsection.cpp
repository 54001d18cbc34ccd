// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspector/definitionsection.h"

#include <QVBoxLayout>

namespace milepost {
namespace {

QStringList namesOf(const QList<FieldFact> &facts)
{
    QStringList names;
    for (const FieldFact &fact : facts)
        names << fact.name;
    return names;
}

} // namespace

DefinitionSection::DefinitionSection(InlineField::NamesOf namesOf, QWidget *parent)
    : QWidget(parent)
    , m_namesOf(std::move(namesOf))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void DefinitionSection::setFields(const QList<FieldFact> &facts)
{
    const QStringList names = namesOf(facts);
    for (qsizetype i = m_fields.size() - 1; i >= 0; --i)
        if (!names.contains(m_fields[i]->fact().name))
            m_fields.takeAt(i)->deleteLater();
    bool isNew = false;
    auto *column = static_cast<QVBoxLayout *>(layout());
    for (qsizetype i = 0; i < facts.size(); ++i) {
        InlineField *known = field(facts[i].name);
        if (!known) {
            isNew = true;
            known = new InlineField(m_namesOf, InlineField::Look::Captioned, this);
            connect(known, &InlineField::edited, this, &DefinitionSection::edited);
            m_fields.insert(i, known);
            column->insertWidget(static_cast<int>(i), known);
        }
        known->setFact(facts[i]);
    }
    if (isNew)
        arrange();
}

void DefinitionSection::finish()
{
    for (InlineField *one : std::as_const(m_fields))
        one->finish();
}

InlineField *DefinitionSection::field(const QString &name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&name](const InlineField *one) { return one->fact().name == name; });
    return found == m_fields.end() ? nullptr : *found;
}

// Captions in one column, and Tab from field to field.
void DefinitionSection::arrange()
{
    for (qsizetype i = 1; i < m_fields.size(); ++i)
        setTabOrder(m_fields[i - 1]->tabStop(), m_fields[i]->tabStop());
    int width = 0;
    for (const InlineField *one : std::as_const(m_fields))
        width = qMax(width, one->captionWidth());
    for (InlineField *one : std::as_const(m_fields))
        one->setCaptionWidth(qMin(width, fontMetrics().averageCharWidth() * 20));
}

} // namespace milepost
