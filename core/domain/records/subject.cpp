// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/subject.h"

namespace milepost {
namespace {

constexpr std::pair<Subject::Kind, const char *> kKinds[] = {{Subject::Kind::Objective, "objective"},
                                                             {Subject::Kind::KeyResult, "key_result"},
                                                             {Subject::Kind::Kpi, "kpi"},
                                                             {Subject::Kind::Board, "board"}};

} // namespace

Cell Codec<Subject>::write(const Subject &subject)
{
    for (const auto &[kind, word] : kKinds)
        if (kind == subject.kind)
            return Text{QByteArray(word) + ':' + QByteArray::number(subject.id)};
    return {};
}

bool Codec<Subject>::read(const Cell &cell, Subject &subject)
{
    const Text *text = std::get_if<Text>(&cell);
    const qsizetype colon = text ? text->utf8.indexOf(':') : -1;
    bool isNumber = false;
    const qint64 id = text ? text->utf8.mid(colon + 1).toLongLong(&isNumber) : 0;
    if (colon < 0 || !isNumber || id <= 0)
        return false;
    for (const auto &[kind, word] : kKinds)
        if (text->utf8.first(colon) == word) {
            subject = {kind, id};
            return true;
        }
    return false;
}

} // namespace milepost
