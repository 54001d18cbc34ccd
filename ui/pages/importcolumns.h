// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvmapping.h"
#include "core/exchange/csvpreview.h"

#include <QTableWidget>

class QComboBox;

namespace milepost {

/// The first rows of a file, and above each column what it is, how it is read, and an example of that in
/// words. A table of choosers and texts: it reads nothing itself.
class ImportColumns final : public QTableWidget
{
    Q_OBJECT
public:
    /// What a column of the file is for.
    enum class Role { Ignore, Date, Series, Value, Numerator, Denominator, Note };
    /// The rows above the rows of the file.
    enum HeadRow { RoleRow, ConventionRow, ReadingRow, HeadRows };

    explicit ImportColumns(QWidget *parent = nullptr);

    /// Shows a file with the roles that its columns seem to have.
    void showFile(const CsvPreview &preview);
    /// Chooses anew what the columns seem to be.
    void guess();
    /// Chooses what a mapping says, as far as its columns are there.
    void take(const CsvMapping &mapping);
    /// Writes what is chosen into \p mapping.
    void fill(CsvMapping &mapping) const;
    /// Says above the columns how they have been read.
    void showReadings(const QList<ImportConvention> &conventions);

    Role role(int column) const;
    QComboBox *roleBox(int column) const { return m_roles[column]; }
    QComboBox *conventionBox(int column) const { return m_conventions[column]; }

Q_SIGNALS:
    void mappingChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoosers(int column);
    QComboBox *addBox(int row, int column, const QString &name, const QString &label);
    void showRows();
    void setRole(int column, Role role);
    void roleChosen(int column);
    void offerConventions(int column);
    void tell();
    int columnOf(const QString &heading) const;
    QString heading(int column) const { return m_preview.headings.value(column); }

    CsvPreview m_preview;
    QList<QComboBox *> m_roles;
    QList<QComboBox *> m_conventions;
    bool m_isFilling = false;
};

} // namespace milepost
