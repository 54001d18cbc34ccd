// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QWidget>

namespace milepost {

/// The newest values of a row as a line, with its target: larger than in a cell.
class SparklineView final : public QWidget
{
    Q_OBJECT
public:
    explicit SparklineView(QWidget *parent = nullptr);

    /// \p inWords is what is read aloud instead of the picture.
    void setLine(const SparklineFact &line, const QString &inWords);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SparklineFact m_line;
};

} // namespace milepost
