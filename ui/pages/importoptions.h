// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/exchange/csvmapping.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace milepost {

/// Where an import goes and what new KPIs are like: all that is said of a file besides its columns.
class ImportOptions final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportOptions(QWidget *parent = nullptr);

    /// The boards that may be imported into, and the one that is proposed (it may be a new one).
    void setBoards(const QStringList &boards, const QString &proposed);
    /// Takes over what a mapping says; its board only if it is among those that are offered.
    void take(const CsvMapping &mapping);
    /// Writes what is entered into \p mapping. NumberInvalid and its like for a target that is none.
    Done fill(CsvMapping &mapping) const;

Q_SIGNALS:
    void mappingChanged();

private:
    QComboBox *addBox(const QString &text, const char *name);
    QLineEdit *addLine(const QString &text, const char *name, const QString &placeholder);
    void add(const QString &text, QWidget *field);

    QGridLayout *m_grid;
    int m_added = 0;
    QComboBox *m_board;
    QComboBox *m_combine;
    QLineEdit *m_name;
    QLineEdit *m_unit;
    QComboBox *m_good;
    QComboBox *m_cadence;
    QLineEdit *m_target;
    QLineEdit *m_dateFormat;
};

} // namespace milepost
