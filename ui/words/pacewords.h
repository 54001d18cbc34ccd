// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace milepost {

/// How far progress is ahead of what the calendar asks for: "+12 pp ahead", "−8 pp behind", "on pace".
QString paceText(double gap, const QLocale &locale = {});

} // namespace milepost
