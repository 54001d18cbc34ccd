// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/outcome.h"

#include "ui/words/errors.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

/// Found out on the rows, but it is what was typed that cannot be read, on whatever rows.
bool isAboutArguments(Error::Code code)
{
    static const QList<Error::Code> kCodes = {
        Error::Code::NumberInvalid,   Error::Code::NumberTooLarge,
        Error::Code::DateInvalid,     Error::Code::WordUnknown,
        Error::Code::FieldUnknown,    Error::Code::WeightInvalid,
        Error::Code::CycleInvalid,    Error::Code::ConfidenceInvalid,
        Error::Code::ReasonMissing,   Error::Code::NameEmpty,
        Error::Code::NameControl,     Error::Code::NameTooLong,
        Error::Code::TextControl,     Error::Code::TextTooLong,
        Error::Code::TextNotUnicode,  Error::Code::NumberTooSmall,
        Error::Code::Usage,           Error::Code::OutOfRange,
        Error::Code::GradeInvalid,    Error::Code::TextEmpty,
        Error::Code::ZeroDenominator, Error::Code::ImportMapping,
    };
    return kCodes.contains(code);
}

bool write(FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

QByteArray lineOf(const Error &error)
{
    return "milepostctl: " + said(error).toUtf8() + '\n';
}

QByteArray answerOf(const Outcome &outcome, bool isJson)
{
    if (isJson)
        return outcome.object ? QJsonDocument(*outcome.object).toJson(QJsonDocument::Compact) + '\n'
                              : QByteArray();
    if (outcome.text.isEmpty())
        return {};
    return outcome.text.toUtf8() + (outcome.text.endsWith(u'\n') ? "" : "\n");
}

} // namespace

QString said(const Error &error)
{
    return sentence(error, Door::CommandLine);
}

Outcome refused(const Error &error)
{
    return {isAboutArguments(error.code) ? Exit::Usage : Exit::Refused, {}, {}, error};
}

Outcome wrongArguments(const Error &error)
{
    return {Exit::Usage, {}, {}, error};
}

int tell(const Outcome &outcome, bool isJson)
{
    const QByteArray answer = answerOf(outcome, isJson);
    if (!answer.isEmpty() && !write(stdout, answer)) {
        write(stderr,
              lineOf({Error::Code::FileUnwritable,
                      {u"standard output"_s, outcome.exit == Exit::Done
                                                 ? u"it is closed or full, but what was asked for is done"_s
                                                 : u"it is closed or full"_s}}));
        return static_cast<int>(Exit::Refused);
    }
    if (outcome.error)
        write(stderr, lineOf(*outcome.error));
    else if (!outcome.remark.isEmpty())
        write(stderr, (outcome.remark + u'\n').toUtf8());
    return static_cast<int>(outcome.exit);
}

} // namespace milepost::ctl
