// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharingdialog.h"

#include "core/domain/acts/boards.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/delegates/taborder.h"
#include "ui/pages/sharingrow.h"
#include "ui/words/errors.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

namespace milepost {
namespace {

QLabel *wrapped(QWidget *parent, const char *name)
{
    auto *text = new QLabel(parent);
    text->setObjectName(QString::fromLatin1(name));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    return text;
}

const Grant *ownGrant(const WorkingSet &state, PersonId me, BoardId board)
{
    for (const Grant *grant : state.of<Grant>().of(board))
        if (me.isValid() && grant->person == me)
            return grant;
    return nullptr;
}

bool isGranted(const QList<const Grant *> &grants, const Owner &with)
{
    return std::any_of(grants.begin(), grants.end(), [&with](const Grant *grant) {
        return grant->person == with.person && grant->team == with.team;
    });
}

} // namespace

SharingDialog::SharingDialog(Session &session, BoardId board, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_board(board)
{
    setObjectName(QStringLiteral("sharingDialog"));
    resize(560, 460);
    m_effect = wrapped(this, "sharingEffect");
    m_mine = wrapped(this, "sharingMine");
    m_mine->setForegroundRole(QPalette::PlaceholderText);
    m_error = wrapped(this, "formError");
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_effect);
    layout->addWidget(m_mine);
    layout->addWidget(buildAdding());
    layout->addWidget(m_error);
    layout->addWidget(buildRows(), 1);
    layout->addWidget(buildFoot());
    connect(&session, &Session::changed, this, &SharingDialog::refresh);
    connect(&session, &Session::reloaded, this, &SharingDialog::refresh);
    connect(&session, &Session::closed, this, &QDialog::reject);
    refresh();
    m_adding->isHidden() ? setFocus() : m_name->setFocus();
}

QWidget *SharingDialog::buildRows()
{
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Shared with"));
    auto *rows = new QWidget(m_area);
    m_rowLayout = new QVBoxLayout(rows);
    m_rowLayout->setContentsMargins(0, 0, 8, 0);
    m_rowLayout->setSpacing(0);
    m_rowLayout->addStretch(1);
    m_area->setWidget(rows);
    return m_area;
}

QWidget *SharingDialog::buildAdding()
{
    m_adding = new QWidget(this);
    m_name = new QLineEdit(m_adding);
    m_name->setObjectName(QStringLiteral("sharingName"));
    m_name->setPlaceholderText(tr("Add a person or a team"));
    m_name->setAccessibleName(tr("Person or team to share with"));
    m_names = new QStringListModel(this);
    auto *completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_role = new QComboBox(m_adding);
    m_role->setObjectName(QStringLiteral("sharingNewRole"));
    for (const Role role : {Role::Editor, Role::Commenter, Role::Viewer, Role::Owner})
        m_role->addItem(label(role), static_cast<int>(role));
    auto *caption = new QLabel(tr("&as"), m_adding);
    caption->setBuddy(m_role);
    m_role->setAccessibleName(tr("Role"));
    auto *button = new QPushButton(tr("Share"), m_adding);
    button->setObjectName(QStringLiteral("sharingAdd"));
    button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(m_adding);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_name, 1);
    layout->addWidget(caption);
    layout->addWidget(m_role);
    layout->addWidget(button);
    connect(m_name, &QLineEdit::returnPressed, this, &SharingDialog::add);
    connect(m_name, &QLineEdit::textChanged, m_error, &QWidget::hide);
    connect(button, &QPushButton::clicked, this, &SharingDialog::add);
    return m_adding;
}

QWidget *SharingDialog::buildFoot()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_leave = buttons->addButton(tr("Leave this board"), QDialogButtonBox::ResetRole);
    m_leave->setObjectName(QStringLiteral("leaveBoard"));
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false); // Enter is for the line
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        submit([board = m_board](Situation &in) { return unshareBoard(in, {board, {in.asker, {}}}); });
    });
    return buttons;
}

void SharingDialog::refresh()
{
    const WorkingSet &state = m_session.state();
    const std::optional<Role> role = roleOn(state, m_session.me(), m_board);
    if (!role)
        return reject();
    const bool isOwner = *role == Role::Owner && requireMember(state, m_session.me());
    const QList<const Grant *> grants = state.of<Grant>().of(m_board);
    setWindowTitle(fill(tr("Share “%1”"), {state.find(m_board)->name}));
    m_adding->setVisible(isOwner);
    m_leave->setVisible(ownGrant(state, m_session.me(), m_board) != nullptr);
    showWords();
    showRows(grants, isOwner);
    proposeNames(grants);
}

// A row stays itself while its grant is there, and with it the keyboard.
void SharingDialog::showRows(const QList<const Grant *> &grants, bool isOwner)
{
    for (const GrantId id : m_rows.keys())
        if (std::none_of(grants.begin(), grants.end(),
                         [id](const Grant *grant) { return grant->id == id; })) {
            SharingRow *row = m_rows.take(id);
            if (row->isAncestorOf(focusWidget()))
                isOwner ? m_name->setFocus() : setFocus();
            row->hide();
            row->deleteLater();
        }
    for (const Grant *grant : grants)
        rowFor(*grant)->show(*grant, isOwner);
    // Rows that can be changed are scrolled to by Tab; those that can only be read, by the arrow keys.
    m_area->setFocusPolicy(isOwner ? Qt::NoFocus : Qt::StrongFocus);
    tabInReadingOrder(*this);
}

SharingRow *SharingDialog::rowFor(const Grant &grant)
{
    SharingRow *&row = m_rows[grant.id];
    if (row)
        return row;
    row = new SharingRow(m_session.state(), grant, m_rowLayout->parentWidget());
    m_rowLayout->insertWidget(m_rowLayout->count() - 1, row);
    connect(row, &SharingRow::roleChosen, this, [this](const Owner &with, Role role) {
        submit(
            [request = ShareBoard{m_board, with, role}](Situation &in) { return shareBoard(in, request); });
    });
    connect(row, &SharingRow::removalWanted, this, [this](const Owner &with) {
        submit([request = UnshareBoard{m_board, with}](Situation &in) { return unshareBoard(in, request); });
    });
    return row;
}

// What follows from all of it for those who are not in the list, and for the reader.
void SharingDialog::showWords()
{
    const WorkingSet &state = m_session.state();
    const bool isPublic = state.find(m_board)->visibility == Visibility::Public;
    m_effect->setText(isPublic
                          ? tr("This board is public: everyone in this workspace can see it and comment. "
                               "Share it to let people edit it, or own it.")
                          : tr("This board is private: only the people and teams below know of it."));
    const Role role = roleOn(state, m_session.me(), m_board).value_or(Role::Viewer);
    switch (role) {
    case Role::Owner:
        return m_mine->setText(tr("You are an owner: you edit the board and decide who it is shared with."));
    case Role::Editor:
        return m_mine->setText(
            tr("You are an editor: you change what is on the board. Its owners share it."));
    case Role::Commenter:
        return m_mine->setText(tr("You can read the board and comment on it. Its owners share it."));
    case Role::Viewer:
        return m_mine->setText(tr("You can read the board. Its owners share it."));
    }
    Q_UNREACHABLE();
}

void SharingDialog::proposeNames(const QList<const Grant *> &grants)
{
    const WorkingSet &state = m_session.state();
    QStringList names;
    for (const Person *person : state.of<Person>().all())
        if (person->isActive() && !isGranted(grants, {person->id, {}}))
            names << person->name;
    for (const Team *team : state.of<Team>().all())
        if (!isGranted(grants, {{}, team->id}))
            names << team->name;
    std::sort(names.begin(), names.end(), [](const QString &one, const QString &other) {
        return QString::localeAwareCompare(one, other) < 0;
    });
    if (names != m_names->stringList())
        m_names->setStringList(names);
}

void SharingDialog::add()
{
    const QString typed = m_name->text().trimmed();
    if (typed.isEmpty())
        return m_name->setFocus();
    const Result<Named> found =
        lookUp(m_session.state(), m_session.me(), typed, Named::Kind::Person | Named::Kind::Team);
    if (!found)
        return tell(found.error());
    ShareBoard request{m_board, {}, static_cast<Role>(m_role->currentData().toInt())};
    if (found->kind == Named::Kind::Team)
        request.with.team = TeamId(found->id);
    else
        request.with.person = PersonId(found->id);
    m_name->clear();
    m_name->setFocus();
    submit([request](Situation &in) { return shareBoard(in, request); });
}

void SharingDialog::submit(Decide decide)
{
    m_error->hide();
    Intent intent;
    intent.decide = std::move(decide);
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            return;
        refresh(); // a role that was refused goes back to what it is
        if (roleOn(m_session.state(), m_session.me(), m_board))
            tell(receipt.error());
    });
}

void SharingDialog::tell(const Error &error)
{
    m_error->setText(sentence(error));
    m_error->show();
}

} // namespace milepost
