// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/peoplecommands.h"

#include "core/domain/acts/people.h"
#include "core/services/whendone.h"
#include "ui/commands/formdialog.h"

#include <QComboBox>
#include <QLineEdit>

namespace milepost {

using Choices = QList<std::pair<QString, QVariant>>;

PeopleCommands::PeopleCommands(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_join(tr("&Join as…"))
    , m_addPerson(tr("&Add a person…"))
{
    m_menu.setTitle(tr("&People"));
    m_menu.addActions({&m_join, &m_addPerson});
    connect(&m_join, &QAction::triggered, this, &PeopleCommands::askWhoJoins);
    connect(&m_addPerson, &QAction::triggered, this, &PeopleCommands::askForPerson);
    connect(&session, &Session::opened, this, &PeopleCommands::enable);
    connect(&session, &Session::closed, this, &PeopleCommands::enable);
    enable();
}

void PeopleCommands::enable()
{
    m_join.setEnabled(m_session.isOpen() && !m_session.me().isValid());
    m_addPerson.setEnabled(m_session.isOpen() && m_session.me().isValid());
}

void PeopleCommands::askWhoJoins()
{
    auto *form = new FormDialog(tr("Join this workspace"), tr("Join"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    Choices people;
    for (const Person *person : m_session.state().of<Person>().all())
        if (person->isActive())
            people.append({person->name, person->id.value()});
    std::sort(people.begin(), people.end(), [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.first, other.first) < 0;
    });
    const QComboBox *person = form->addChoice(tr("I am"), QStringLiteral("joinPerson"), people);
    form->addHint(tr("Not in the list? Someone who works in this workspace can add you."));
    form->onSend([this, form, person] {
        const PersonId chosen(person->currentData().toLongLong());
        whenDone(m_session.join(chosen), form, [this, form](const Result<Receipt> &receipt) {
            if (!receipt)
                return form->showError(receipt.error());
            form->finish();
            enable();
            Q_EMIT joined();
        });
    });
    form->open();
}

void PeopleCommands::askForPerson()
{
    auto *form = new FormDialog(tr("New person"), tr("Add person"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    const QLineEdit *name =
        form->addLine(tr("Name"), QStringLiteral("personName"), tr("First and last name"));
    Choices teams = {{tr("No team"), 0}};
    for (const Team *team : m_session.state().of<Team>().all())
        teams.append({team->name, team->id.value()});
    const QComboBox *team = form->addChoice(tr("Team"), QStringLiteral("personTeam"), teams);
    form->onSend([this, form, name, team] {
        const AddPerson request{name->text(), TeamId(team->currentData().toLongLong())};
        Intent intent;
        intent.decide = [request](Situation &in) { return addPerson(in, request); };
        whenDone(m_session.submit(std::move(intent)), form, [form](const Result<Receipt> &receipt) {
            if (receipt)
                form->finish();
            else
                form->showError(receipt.error());
        });
    });
    form->open();
}

} // namespace milepost
