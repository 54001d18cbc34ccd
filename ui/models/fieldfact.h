// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace milepost {

/// What a name that is being typed can be completed to.
enum class Completes { Nothing, People, Owners, Kpis, Objectives };

/// One field of a thing as people read it, and what it takes to edit it.
struct FieldFact
{
    enum class Kind { Line, Number, Text, Choice, Names };
    struct Choice
    {
        QString word = {}; ///< as it is stored
        QString label = {};
        friend bool operator==(const Choice &, const Choice &) = default;
    };

    QString name = {}; ///< as editFields() calls it
    QString label = {};
    Kind kind = Kind::Line;
    QString shown = {};
    QString typed = {}; ///< as it stands in an editor; of a choice its word
    QList<Choice> choices = {};
    Completes completes = Completes::Nothing;
    bool isEditable = false;
    QString hint = {}; ///< said where there is nothing yet

    friend bool operator==(const FieldFact &, const FieldFact &) = default;
};

} // namespace milepost
