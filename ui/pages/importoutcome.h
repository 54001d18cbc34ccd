// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/importing.h"
#include "ui/commands/work.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QTableWidget;

namespace milepost {

/// What would happen if a file were imported now: one sentence, the rows that are refused with their reasons,
/// and while something is being read or written, how far that is.
class ImportOutcome final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportOutcome(QWidget *parent = nullptr);

    /// One sentence and nothing else.
    void say(const QString &sentence);
    /// The forecast of an import into \p board, with the rows that it refuses.
    void showForecast(const ImportSummary &summary, const QString &board);
    /// Whether the refused rows, if there are any, stand in the way.
    bool isBlocked() const;
    bool skipsRefused() const;

    /// Shows how far \p work is, until it is replaced or null.
    void follow(const std::shared_ptr<Work> &work);

Q_SIGNALS:
    void skipChanged();

private:
    void showRefused(const QList<ImportBatch::Refused> &refused);
    void look();

    QLabel *m_sentence;
    QTableWidget *m_refused;
    QCheckBox *m_skip;
    QProgressBar *m_progress;
    QTimer m_timer;
    std::shared_ptr<Work> m_work;
};

} // namespace milepost
