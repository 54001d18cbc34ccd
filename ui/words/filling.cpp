// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/filling.h"

#include <QCoreApplication>

namespace milepost {

namespace {

constexpr qsizetype kLongest = 300;
constexpr qsizetype kMostListed = 8;

struct Lists
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Lists)
};

bool breaksTheLine(QChar character)
{
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

} // namespace

QString inLine(const QString &value)
{
    QString line = value.left(4 * kLongest);
    for (QChar &character : line)
        if (breaksTheLine(character))
            character = u' ';
    line = line.simplified();
    if (line.size() <= kLongest)
        return line;

    qsizetype end = kLongest - 1;
    if (line.at(end - 1).isHighSurrogate())
        --end;
    return line.left(end) + u'…';
}

QString fill(const QString &pattern, const QStringList &values)
{
    QString sentence;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isPlace = pattern.at(i) == u'%' && i + 1 < pattern.size() && pattern.at(i + 1) >= u'1' &&
                             pattern.at(i + 1) <= u'9';
        if (isPlace)
            sentence += values.value(pattern.at(++i).unicode() - u'1');
        else
            sentence += pattern.at(i);
    }
    return sentence;
}

QString asMenuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QString withoutStop(const QString &sentence)
{
    return sentence.endsWith(u'.') ? sentence.chopped(1) : sentence;
}

QString listed(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), kMostListed)))
        shown.append(inLine(name));
    const QString list = shown.join(QStringLiteral(", "));
    const qsizetype rest = names.size() - shown.size();
    if (rest == 0)
        return list;
    return fill(Lists::tr("%1 and %Ln more", nullptr, static_cast<int>(rest)), {list});
}

} // namespace milepost
