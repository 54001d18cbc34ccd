// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/inspector/inlinefield.h"

namespace milepost {

/// Fields below each other, each edited where it stands. New facts go into the fields that are there; one
/// that is open stays open.
class DefinitionSection final : public QWidget
{
    Q_OBJECT
public:
    explicit DefinitionSection(InlineField::NamesOf namesOf, QWidget *parent = nullptr);

    void setFields(const QList<FieldFact> &facts);
    /// Hands in what is being typed and closes the editors.
    void finish();
    /// The field called so; null if there is none.
    InlineField *field(const QString &name) const;

Q_SIGNALS:
    void edited(const QString &field, const QString &typed);

private:
    void arrange();

    InlineField::NamesOf m_namesOf;
    QList<InlineField *> m_fields;
};

} // namespace milepost
