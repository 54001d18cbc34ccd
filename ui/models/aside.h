// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

#include <functional>

namespace milepost {

/// Does something on another thread; the answer is true when it is done.
QFuture<bool> doAside(const std::function<void()> &work);

} // namespace milepost
