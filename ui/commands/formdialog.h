// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace milepost {

/// A short form that stays open until what was filled in has been taken: an error is told beside the fields.
class FormDialog final : public QDialog
{
    Q_OBJECT
public:
    FormDialog(const QString &title, const QString &accept, QWidget *parent);

    QLineEdit *addLine(const QString &label, const QString &objectName, const QString &placeholder = {});
    /// Entries are pairs of what is shown and what it stands for.
    QComboBox *addChoice(const QString &label, const QString &objectName,
                         const QList<std::pair<QString, QVariant>> &entries);
    /// A line with a button that chooses a file to save to.
    QLineEdit *addSavePath(const QString &label, const QString &objectName, const QString &filter);
    void addHint(const QString &text);

    /// Called when the form is sent; it answers by finish() or by showError().
    void onSend(const std::function<void()> &send) { m_send = send; }
    void showError(const Error &error);
    /// The form was taken.
    void finish() { accept(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void beginWith(QWidget *field);
    void send();

    QFormLayout *m_form;
    QLabel *m_error;
    QPushButton *m_accept = nullptr;
    std::function<void()> m_send;
    QPointer<QWidget> m_first; ///< the field that has the keyboard when the form opens
    QPointer<QWidget> m_sentFrom;
};

} // namespace milepost
