// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/aside.h"

#include <QtConcurrent>

namespace milepost {

QFuture<bool> doAside(const std::function<void()> &work)
{
    return QtConcurrent::run([work] {
        work();
        return true;
    });
}

} // namespace milepost
