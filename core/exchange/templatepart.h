// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "core/domain/words.h"

#include <functional>
#include <nlohmann/json.hpp>

namespace milepost {

/// Its fields keep their order, so that a template reads from the general to the particular.
using TemplateJson = nlohmann::ordered_json;

/// One object of a template file while it is read: its fields by name, each of the type that it must have.
/// The first thing that does not fit is kept as the fault; after that nothing is read any more.
class TemplatePart
{
public:
    /// \p place says in errors where the object stands; \p json must outlive it.
    TemplatePart(const TemplateJson &json, QString source, const QString &place, std::optional<Error> &fault);

    /// The fields that there may be. TemplateField.
    void known(const QList<const char *> &fields);
    /// TemplateNeeds if the field is not there.
    void require(const char *field);

    void read(const char *field, QString &text);
    /// Numbers of the unit "%" stand in the file as percentages: 75 is 0.75.
    void read(const char *field, std::optional<double> &number, const QString &unit = {});
    template<HasWords Choice>
    void read(const char *field, Choice &choice)
    {
        QString word;
        read(field, word);
        if (word.isEmpty())
            return;
        if (const std::optional<Choice> found = fromWord<Choice>(word))
            choice = *found;
        else
            fail(Error::Code::TemplateWord, below(field), QStringList{word} + allWords<Choice>());
    }
    /// Calls \p visit for each object of a list.
    void each(const char *field, const std::function<void(const TemplatePart &)> &visit);

private:
    const TemplateJson *find(const char *field) const;
    QString below(const char *field) const;
    void fail(Error::Code code, const QString &place, const QStringList &values);

    const TemplateJson &m_json;
    QString m_source;
    QString m_place;
    std::optional<Error> &m_fault;
};

/// Writes a field; what is empty is left out.
void put(TemplateJson &json, const char *field, const QString &text);
void put(TemplateJson &json, const char *field, std::optional<double> number, const QString &unit = {});
template<HasWords Choice>
void put(TemplateJson &json, const char *field, Choice choice)
{
    put(json, field, wordOf(choice));
}

} // namespace milepost
