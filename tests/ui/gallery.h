// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QStandardItemModel;
class QTreeView;

namespace milepost {

/// A board like the sketch of the look, with what else a board may hold: a value below its start, one beyond
/// its target, gaps, right-to-left text and markup in a title.
std::unique_ptr<QStandardItemModel> sketchedBoard();

/// A tree with our delegates on it, expanded.
std::unique_ptr<QTreeView> sketchedTree(QStandardItemModel &model);

} // namespace milepost
