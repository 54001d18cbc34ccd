// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QWidget>

namespace milepost {

/// The newest values of a row as a line, larger than in a cell.
class LinePicture final : public QWidget
{
    Q_OBJECT

public:
    explicit LinePicture(QWidget *parent = nullptr);

    void setLine(const SparklineFact &line);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SparklineFact m_line;
};

} // namespace milepost
