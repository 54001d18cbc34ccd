// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QWidget>

namespace milepost {

/// A status or a property as a pill in a line of text ("Public", "Week 8 of 13").
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const StatusFact &fact = {}, QWidget *parent = nullptr);

    const StatusFact &fact() const { return m_fact; }
    void setFact(const StatusFact &fact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusFact m_fact;
};

} // namespace milepost
