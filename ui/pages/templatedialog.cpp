// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templatedialog.h"

#include "core/exchange/boardtemplate.h"
#include "ui/commands/folders.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/pages/newboarddialog.h"
#include "ui/words/errors.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kMinimumWidth = 520;
constexpr int kAdviceLines = 3;
constexpr qsizetype kLongestFileName = 100;

} // namespace

TemplateDialog::TemplateDialog(Session &session, BoardId board, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_board(board)
{
    setObjectName(QStringLiteral("templateDialog"));
    setWindowTitle(tr("Save board as template"));
    setMinimumWidth(kMinimumWidth);
    auto *hint = new QLabel(privacyText(), this);
    hint->setObjectName(QStringLiteral("templatePrivacy"));
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    m_error = new QLabel(this);
    m_error->setObjectName(QStringLiteral("formError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(buildForm());
    layout->addWidget(hint);
    layout->addWidget(m_error);
    layout->addWidget(buildFoot());
    m_name->setFocus();
}

QString TemplateDialog::privacyText() const
{
    const Board *board = m_session.state().find(m_board);
    const QString what =
        tr("Kept are objectives, key results, KPIs with their definitions, and targets. Values, "
           "people, comments and dates are not.");
    if (!board || board->visibility == Visibility::Public)
        return what;
    return what + u' ' +
           tr("This board is private: whoever gets the file reads its titles, definitions and targets.");
}

QWidget *TemplateDialog::buildForm()
{
    auto *box = new QWidget(this);
    const Board *board = m_session.state().find(m_board);
    m_name = new QLineEdit(board ? board->name : QString(), box);
    m_name->setObjectName(QStringLiteral("templateName"));
    m_name->selectAll();
    m_summary = new QLineEdit(box);
    m_summary->setObjectName(QStringLiteral("templateSummary"));
    m_summary->setPlaceholderText(tr("What it is for, in a line"));
    m_advice = new QPlainTextEdit(box);
    m_advice->setObjectName(QStringLiteral("templateAdvice"));
    m_advice->setPlaceholderText(tr("What should one not do with these figures?"));
    m_advice->setTabChangesFocus(true);
    m_advice->setFixedHeight((kAdviceLines + 1) * fontMetrics().lineSpacing());
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&For what"), m_summary);
    form->addRow(tr("&Advice"), m_advice);
    return box;
}

QWidget *TemplateDialog::buildFoot()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *file = buttons->addButton(tr("Save as file…"), QDialogButtonBox::ActionRole);
    file->setObjectName(QStringLiteral("templateFile"));
    file->setAutoDefault(false);
    QPushButton *own = buttons->addButton(tr("Add to my templates"), QDialogButtonBox::AcceptRole);
    own->setObjectName(QStringLiteral("templateOwn"));
    own->setProperty(kPrimaryProperty, true);
    own->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(own, &QPushButton::clicked, this, &TemplateDialog::saveOwn);
    connect(file, &QPushButton::clicked, this, &TemplateDialog::saveFile);
    return buttons;
}

/// The name as every file system takes it.
QString TemplateDialog::fileName() const
{
    QString name;
    for (const QChar letter : m_name->text().trimmed().left(kLongestFileName))
        name += letter.isLetterOrNumber() || letter == u'-' ? letter : QChar(u' ');
    name = name.simplified();
    return (name.isEmpty() ? QStringLiteral("template") : name) + QStringLiteral(".json");
}

void TemplateDialog::saveOwn()
{
    const QString folder = NewBoardDialog::ownFolder(m_session);
    const QString path = folder + u'/' + fileName();
    if (!QDir().mkpath(folder))
        return tell({Error::Code::FileUnwritable, {path, tr("the folder cannot be made")}});
    if (QFileInfo::exists(path))
        return tell({Error::Code::NameTaken, {m_name->text().trimmed()}});
    save(path);
}

void TemplateDialog::saveFile()
{
    const QString path = QFileDialog::getSaveFileName(
        this, windowTitle(), documentsFolder() + u'/' + fileName(), tr("Board templates (*.json)"));
    if (!path.isEmpty())
        save(path);
}

void TemplateDialog::save(const QString &path)
{
    m_error->hide();
    Result<BoardTemplate> content = templateOf(m_session.state(), m_session.me(), m_board, m_session.today());
    if (!content)
        return tell(content.error());
    content->name = m_name->text().trimmed();
    content->summary = m_summary->text().trimmed();
    content->advice = m_advice->toPlainText().trimmed();
    if (const std::optional<TemplateFault> fault = faultIn(*content))
        return tell(fault->error);
    if (const Done done = writeTemplate(*content, path); !done)
        return tell(done.error());
    Q_EMIT saved(path);
    accept();
}

void TemplateDialog::tell(const Error &error)
{
    m_error->setText(sentence(error));
    m_error->show();
}

} // namespace milepost
