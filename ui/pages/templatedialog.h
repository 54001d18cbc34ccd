// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/templates.h"
#include "core/services/session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace milepost {

/// Saves a board as a template: into one's own, or as a file for others.
class TemplateDialog final : public QDialog
{
    Q_OBJECT
public:
    TemplateDialog(Session &session, BoardId board, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &path);

private:
    QWidget *buildForm();
    QWidget *buildFoot();
    QString privacyText() const;
    void saveOwn();
    void saveFile();
    void save(const QString &path);
    QString fileName() const;
    void tell(const Error &error);

    Session &m_session;
    BoardId m_board;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_summary = nullptr;
    QPlainTextEdit *m_advice = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace milepost
