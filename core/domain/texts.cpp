// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/texts.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

bool isLineOrTab(QChar character)
{
    return character == u'\n' || character == u'\t' || character == u'\r';
}

bool hasLoneSurrogate(const QString &text)
{
    return !text.isValidUtf16();
}

QString codePoint(QChar character)
{
    return u"U+%1"_s.arg(character.unicode(), 4, 16, QChar(u'0')).toUpper();
}

Done checkCharacters(const QString &text, bool linesAllowed, Error::Code code)
{
    if (hasLoneSurrogate(text))
        return Error{Error::Code::TextNotUnicode};
    for (const QChar character : text)
        if (character.category() == QChar::Other_Control && !(linesAllowed && isLineOrTab(character)))
            return Error{code, {codePoint(character)}};
    return {};
}

} // namespace

Result<QString> cleanName(const QString &text)
{
    const QString name = text.trimmed().normalized(QString::NormalizationForm_C);
    if (const Done done = checkCharacters(name, false, Error::Code::NameControl); !done)
        return done.error();
    const bool isSeen = std::any_of(name.begin(), name.end(),
                                    [](QChar one) { return one.category() != QChar::Other_Format; });
    if (!isSeen)
        return Error{Error::Code::NameEmpty};
    if (name.size() > kLongestName)
        return Error{Error::Code::NameTooLong, {QString::number(name.size()), QString::number(kLongestName)}};
    return name;
}

Result<QString> cleanText(const QString &text)
{
    if (const Done done = checkCharacters(text, true, Error::Code::TextControl); !done)
        return done.error();
    if (text.size() > kLongestText)
        return Error{Error::Code::TextTooLong, {QString::number(text.size()), QString::number(kLongestText)}};
    return text.normalized(QString::NormalizationForm_C);
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace milepost
