// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace milepost {

/// What stands between two headings of a page of the manual.
struct ManualSection
{
    QString title = {};  ///< "" for what comes before the first heading
    QString anchor = {}; ///< "correct-a-value", as links name it
    QString text = {};   ///< Markdown
};

/// A page of the manual.
struct ManualPage
{
    QString name = {}; ///< "recording-values", as links name it
    QString title = {};
    QString markdown = {};
    QList<ManualSection> sections = {};
};

/// The pages that come with the program, in the order in which one reads them.
const QList<ManualPage> &manualPages();

/// How a link names a heading: "Correct a value" is "correct-a-value".
QString anchorOf(const QString &heading);

} // namespace milepost
