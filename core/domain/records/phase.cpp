// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/phase.h"

namespace milepost {

Cell Codec<QList<Phase>>::write(const QList<Phase> &phases)
{
    if (phases.isEmpty())
        return {};
    QByteArrayList words;
    for (const Phase &phase : phases)
        words.append(isoDate(phase.date) + ':' + QByteArray::number(phase.expected, 'g', 17));
    return Text{words.join(' ')};
}

bool Codec<QList<Phase>>::read(const Cell &cell, QList<Phase> &phases)
{
    const Text *text = std::get_if<Text>(&cell);
    if (!text)
        return false;
    for (const QByteArray &word : text->utf8.split(' ')) {
        const std::optional<QDate> date =
            fromIsoDate(QByteArrayView(word).first(qMin<qsizetype>(word.size(), 10)));
        bool isNumber = false;
        const double expected = word.mid(11).toDouble(&isNumber);
        if (!date || !isNumber || word[10] != ':' || expected < 0 || expected > 1)
            return false;
        phases.append(Phase{*date, expected});
    }
    return true;
}

} // namespace milepost
