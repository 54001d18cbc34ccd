// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvpreview.h"
#include "core/exchange/importprofiles.h"
#include "core/services/session.h"
#include "ui/commands/work.h"

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace milepost {

class ImportColumns;
class ImportOptions;
class ImportOutcome;
class ImportProfileBar;

/// Imports a CSV file: says what its columns mean, and shows in words what would change before anything is
/// written. A file with the heading of an earlier one is read as that was. Reading and comparing run on other
/// threads; the newest answer counts.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(Session &session, const QString &path, BoardId board, QWidget *parent);
    ~ImportDialog() override;
    Q_DISABLE_COPY_MOVE(ImportDialog)

Q_SIGNALS:
    void imported(const QString &inWords);

protected:
    void reject() override;

private:
    QWidget *buildButtons();
    void offerBoards(BoardId board);
    void readSample();
    void showSample(const CsvPreview &sample);
    void takeProfile();
    void leaveProfile();
    void renameProfile(const QString &name);
    void forgetProfile();
    Done keepProfile();
    Result<CsvMapping> mapping() const;
    QSet<QString> percentKpisOf(const QString &board) const;
    void changed();
    void preview();
    void compare(const ImportBatch &batch, int asked);
    void showSummary(const ImportSummary &summary);
    void showError(const Error &error);
    void import();
    void finish(const Result<Session::Imported> &result);
    void follow(const std::shared_ptr<Work> &work);
    void updateButton();

    Session &m_session;
    QString m_path;
    ImportProfiles m_profiles;
    std::optional<ImportProfile> m_profile; ///< by which the file is read
    QStringList m_headings;
    ImportProfileBar *m_profileBar;
    ImportColumns *m_columns;
    ImportOptions *m_options;
    ImportOutcome *m_outcome;
    QPushButton *m_import = nullptr;
    QTimer m_delay;
    int m_asked = 0;
    std::shared_ptr<Work> m_work; ///< what is being read or written
    std::shared_ptr<const ImportBatch> m_batch;
    CsvMapping m_mapping; ///< that the batch was read by
    bool m_hasNews = false;
    bool m_isReady = false;
    bool m_isImporting = false;
};

} // namespace milepost
