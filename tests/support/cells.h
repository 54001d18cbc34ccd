// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schemasteps.h"
#include "core/storage/canonical.h"
#include "core/storage/rowtable.h"

namespace milepost::tests {

template<class Record>
std::vector<Cell> cellsOf(const Record &record)
{
    std::vector<Cell> cells;
    RowTable<Record>::readCells(record, cells, schemasteps::kLatest);
    return cells;
}

template<class Record>
QByteArray canonicalBytesOf(const Record &record)
{
    QByteArray bytes;
    canonical::encode(bytes, Record::type(), cellsOf(record));
    return bytes;
}

} // namespace milepost::tests
