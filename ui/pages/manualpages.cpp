// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/manualpages.h"

#include <QFile>

namespace milepost {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *kNames[] = {
    "first-steps", "boards",    "recording-values", "inspector",      "actions",  "alignment", "taking-back",
    "importing",   "templates", "sharing",          "sharing-a-file", "printing", "keys"};

QString read(const QString &name)
{
    QFile file(u":/milepost/manual/"_s + name + u".md"_s);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

ManualPage pageOf(const QString &name)
{
    ManualPage page{name, name, read(name), {ManualSection()}};
    for (const QString &line : page.markdown.split(u'\n')) {
        if (line.startsWith(u"# "_s))
            page.title = line.mid(2);
        else if (line.startsWith(u"## "_s))
            page.sections.append({line.mid(3), anchorOf(line.mid(3)), {}});
        page.sections.last().text += line + u'\n';
    }
    return page;
}

} // namespace

const QList<ManualPage> &manualPages()
{
    static const QList<ManualPage> kPages = [] {
        QList<ManualPage> pages;
        for (const char *name : kNames)
            pages.append(pageOf(QString::fromLatin1(name)));
        return pages;
    }();
    return kPages;
}

QString anchorOf(const QString &heading)
{
    QString anchor;
    const QString lower = heading.toLower();
    for (const QChar letter : lower)
        if (letter.isLetterOrNumber())
            anchor += letter;
        else if (!anchor.isEmpty() && !anchor.endsWith(u'-'))
            anchor += u'-';
    return anchor.endsWith(u'-') ? anchor.chopped(1) : anchor;
}

} // namespace milepost
