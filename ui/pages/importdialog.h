// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvmapping.h"
#include "core/exchange/csvpreview.h"
#include "core/services/session.h"
#include "ui/commands/work.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace milepost {

/// Imports a CSV file: says what its columns mean, and shows in words what would change before anything is
/// written. Reading and comparing run on other threads; the newest answer counts.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(Session &session, const QString &path, BoardId board, QWidget *parent);

    /// "12 new, 3 changed, 40 same, 2 refused (line 17: …)"
    static QString inWords(const ImportSummary &summary);

Q_SIGNALS:
    void imported(const QString &inWords);

protected:
    void reject() override;

private:
    QWidget *buildMapping();
    QWidget *buildSample();
    QWidget *buildFoot();
    void readSample();
    void showSample(const CsvPreview &sample);
    void fillColumns(const QStringList &headings);
    void guessMapping(const CsvPreview &sample);
    CsvMapping mapping(Done &done) const;
    void changed();
    void preview();
    void compare(const ImportBatch &batch, int asked);
    void showSummary(const ImportSummary &summary);
    void showConventions();
    void showError(const Error &error);
    void import();
    void setBusy(bool busy);

    Session &m_session;
    QString m_path;
    QFormLayout *m_form = nullptr;
    QComboBox *m_board = nullptr;
    QComboBox *m_date = nullptr;
    QComboBox *m_kind = nullptr;
    QListWidget *m_values = nullptr;
    QComboBox *m_numerator = nullptr;
    QComboBox *m_denominator = nullptr;
    QComboBox *m_series = nullptr;
    QComboBox *m_combine = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_unit = nullptr;
    QComboBox *m_good = nullptr;
    QComboBox *m_cadence = nullptr;
    QLineEdit *m_target = nullptr;
    QLineEdit *m_dateFormat = nullptr;
    QComboBox *m_decimal = nullptr;
    QTableWidget *m_sample = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_conventions = nullptr; ///< how the columns were read
    QPlainTextEdit *m_refused = nullptr;
    QCheckBox *m_skip = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_import = nullptr;
    QTimer m_delay;
    QTimer m_look;
    int m_asked = 0;
    std::shared_ptr<Work> m_work;
    std::shared_ptr<const ImportBatch> m_batch;
    bool m_hasNews = false;
    bool m_isReady = false;
    bool m_isImporting = false;
};

} // namespace milepost
