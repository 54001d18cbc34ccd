// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"
#include "core/domain/situation.h"

namespace milepost {

/// What an import would do, or did. Counts are counts of values.
struct ImportSummary
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 same = 0;
    qint64 newKpis = 0;
    bool isNewBoard = false;
    QList<ImportBatch::Refused> refused = {};
};

/// Compares a batch with the workspace and writes what is new as measurements and what differs as corrections
/// (reason "import FILE"). A missing board is made, public; missing KPIs are made with the batch's
/// attributes. For editors of the board. Refused rows (dates in the future, and those that the batch already
/// refused) stop it with ImportRefused unless \p skipRefused. ImportDiffers if an existing KPI is of another
/// kind, or if it or the board is archived. Nothing to do if all values are there. \p summary is filled
/// whenever the rows could be compared, also when the import is then refused.
Result<Draft> importBatch(Situation &in, const std::shared_ptr<const ImportBatch> &batch, bool skipRefused,
                          ImportSummary &summary);

/// The existing KPIs that a batch would add to.
QList<KpiId> seriesNeededBy(const WorkingSet &state, PersonId asker, const ImportBatch &batch);

} // namespace milepost
