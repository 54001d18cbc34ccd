// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/filecommands.h"

#include "core/services/whendone.h"
#include "ui/commands/folders.h"
#include "ui/commands/formdialog.h"
#include "ui/delegates/icons.h"
#include "ui/words/filling.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace milepost {
namespace {

constexpr QLatin1String kSuffix(".milepost");
/// In the profile: by path, what the workspace is called and when it was opened.
constexpr QLatin1String kAboutRecent("recent/about");

QString withSuffix(const QString &path)
{
    return QFileInfo(path).suffix().isEmpty() ? QString(path + kSuffix) : path;
}

} // namespace

FileCommands::FileCommands(Session &session, QWidget *window, BeginWork beginWork)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_beginWork(std::move(beginWork))
    , m_new(tr("&New workspace…"))
    , m_open(tr("&Open…"))
    , m_demo(tr("Open the &demo workspace"))
    , m_saveCopy(tr("Save a &copy…"))
{
    m_new.setIcon(icon(Icon::New));
    m_open.setIcon(icon(Icon::Open));
    m_demo.setIcon(icon(Icon::Demo));
    m_new.setShortcut(QKeySequence::New);
    m_open.setShortcut(QKeySequence::Open);
    m_saveCopy.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_recent.setTitle(tr("Open &recent"));
    connect(&m_new, &QAction::triggered, this, &FileCommands::askForNew);
    connect(&m_open, &QAction::triggered, this, &FileCommands::askForOpen);
    connect(&m_demo, &QAction::triggered, this, &FileCommands::openDemo);
    connect(&m_saveCopy, &QAction::triggered, this, &FileCommands::askForCopy);
    connect(&m_recent, &QMenu::aboutToShow, this, &FileCommands::refreshRecent);
    const auto enable = [this] { m_saveCopy.setEnabled(m_session.isOpen()); };
    connect(&session, &Session::opened, this, enable);
    connect(&session, &Session::closed, this, enable);
    enable();
    refreshRecent();
}

QList<RecentWorkspace> FileCommands::recentWorkspaces() const
{
    const QVariantMap about = m_session.profile().value(kAboutRecent).toMap();
    QList<RecentWorkspace> recent;
    for (const QString &path : recentPaths()) {
        const QVariantList known = about.value(path).toList();
        const QString name = known.value(0).toString();
        recent.append(
            {path, name.isEmpty() ? QFileInfo(path).completeBaseName() : name, known.value(1).toDate()});
    }
    return recent;
}

void FileCommands::rememberOpened(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QStringList paths = recentPaths();
    QVariantMap about = m_session.profile().value(kAboutRecent).toMap();
    about.insert(absolute, QVariantList{m_session.state().workspace().name, m_session.today()});
    about.removeIf([&paths](QVariantMap::iterator known) { return !paths.contains(known.key()); });
    m_session.profile().setValue(kAboutRecent, about);
}

QStringList FileCommands::recentPaths() const
{
    return m_session.profile().recentPaths();
}

void FileCommands::refreshRecent()
{
    m_recent.clear();
    for (const RecentWorkspace &one : recentWorkspaces()) {
        const QString text = fill(tr("%1 (%2)"), {inLine(one.name), QDir::toNativeSeparators(one.path)});
        m_recent.addAction(asMenuText(text), this, [this, path = one.path] { openPath(path); });
    }
    m_recent.setEnabled(!m_recent.isEmpty());
}

void FileCommands::openPath(const QString &path)
{
    whenDone(m_session.open(path, Session::Read::Board), this, [this, path](const Done &done) {
        if (done) {
            m_session.profile().rememberPath(path);
            rememberOpened(path);
        } else {
            if (done.error().code == Error::Code::FileMissing)
                m_session.profile().forgetPath(path);
            Q_EMIT failed(done.error());
        }
        refreshRecent();
    });
}

void FileCommands::askForOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open workspace"), documentsFolder(),
                                                      tr("Milepost workspaces (*.milepost);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void FileCommands::askForNew()
{
    auto *form = new FormDialog(tr("New workspace"), tr("Make workspace"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    const QLineEdit *name = form->addLine(tr("Organisation or team"), QStringLiteral("workspaceName"));
    const QLineEdit *person = form->addLine(tr("Your name"), QStringLiteral("personName"));
    QLineEdit *path = form->addSavePath(tr("File"), QStringLiteral("workspacePath"),
                                        tr("Milepost workspaces (*.milepost)"));
    path->setText(documentsFolder() + QStringLiteral("/team.milepost"));
    form->addHint(tr("A workspace is one file. Put it on a shared folder when others shall join."));
    form->onSend([this, form, name, person, path] {
        const QString file = withSuffix(path->text().trimmed());
        whenDone(m_session.create(file, name->text(), person->text()), form,
                 [this, form, file](const Done &done) {
                     if (!done)
                         return form->showError(done.error());
                     form->finish();
                     openPath(file);
                 });
    });
    form->open();
}

QString FileCommands::demoPath() const
{
    return m_session.profile().folder() + QStringLiteral("/demo.milepost");
}

void FileCommands::openDemo()
{
    const QString path = demoPath();
    if (QFileInfo::exists(path))
        return openPath(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Q_EMIT failed({Error::Code::FileUnwritable, {path, tr("its folder cannot be made")}});
    const std::shared_ptr<Work> work = m_beginWork(tr("Making the demo company…"));
    whenDone(m_session.createDemo(path, DemoSize(), Work::progressOf(work)), this,
             [this, path](const Done &done) {
                 Q_EMIT workEnded();
                 if (done)
                     openPath(path);
                 else if (done.error().code != Error::Code::Cancelled)
                     Q_EMIT failed(done.error());
             });
}

void FileCommands::askForCopy()
{
    const QFileInfo file(m_session.path());
    const QString proposal =
        file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral("-copy") + kSuffix;
    const QString chosen = QFileDialog::getSaveFileName(m_window, tr("Save a copy"), proposal,
                                                        tr("Milepost workspaces (*.milepost)"), nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (chosen.isEmpty())
        return;
    const QString path = withSuffix(chosen);
    const std::shared_ptr<Work> work = m_beginWork(tr("Copying and checking the workspace…"));
    whenDone(m_session.copyTo(path), this, [this, path](const Done &done) {
        Q_EMIT workEnded();
        if (done)
            Q_EMIT copied(path);
        else
            Q_EMIT failed(done.error());
    });
}

} // namespace milepost
