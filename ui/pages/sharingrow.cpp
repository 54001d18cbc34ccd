// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharingrow.h"

#include "core/domain/rights.h"
#include "ui/delegates/icons.h"
#include "ui/words/filling.h"
#include "ui/words/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace milepost {
namespace {

constexpr Role kRoles[] = {Role::Owner, Role::Editor, Role::Commenter, Role::Viewer};
constexpr int kSign = 16;

int membersOf(const WorkingSet &state, TeamId team)
{
    const auto people = state.of<Person>().all();
    return static_cast<int>(std::count_if(people.begin(), people.end(), [&](const Person *person) {
        return person->isActive() && isIn(state, *person, team);
    }));
}

QString kindOf(const WorkingSet &state, const Owner &with)
{
    if (with.team.isValid())
        return SharingRow::tr("Team, %n member(s)", nullptr, membersOf(state, with.team));
    const Person *person = state.find(with.person);
    return person && person->isActive() ? SharingRow::tr("Person") : SharingRow::tr("No longer works here");
}

QString nameOf(const WorkingSet &state, const Owner &with)
{
    if (const Person *person = state.find(with.person))
        return person->name;
    const Team *team = state.find(with.team);
    return team ? team->name : QString();
}

QLabel *plain(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

SharingRow::SharingRow(const WorkingSet &state, const Grant &grant, QWidget *parent)
    : QWidget(parent)
    , m_with{grant.person, grant.team}
    , m_name(plain(this))
    , m_kind(plain(this))
    , m_fixed(plain(this))
    , m_role(new QComboBox(this))
    , m_remove(new QToolButton(this))
{
    const QString name = nameOf(state, m_with);
    setObjectName(QStringLiteral("sharingRow"));
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(m_with.team.isValid() ? Icon::People : Icon::Person).pixmap(kSign, kSign));
    m_name->setText(inLine(name));
    m_name->setToolTip(name);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setBuddy(m_role);
    m_kind->setText(kindOf(state, m_with));
    m_kind->setForegroundRole(QPalette::PlaceholderText);
    for (const Role role : kRoles)
        m_role->addItem(label(role), static_cast<int>(role));
    m_role->setObjectName(QStringLiteral("sharingRole"));
    m_role->setAccessibleName(fill(tr("Role of %1"), {name}));
    m_remove->setObjectName(QStringLiteral("sharingRemove"));
    m_remove->setIcon(icon(Icon::Close));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_remove->setAccessibleName(fill(tr("Stop sharing with %1"), {name}));
    m_remove->setToolTip(tr("Stop sharing"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(10);
    layout->addWidget(sign);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_kind);
    layout->addWidget(m_fixed);
    layout->addWidget(m_role);
    layout->addWidget(m_remove);
    connect(m_role, &QComboBox::activated, this,
            [this] { Q_EMIT roleChosen(m_with, static_cast<Role>(m_role->currentData().toInt())); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removalWanted(m_with); });
}

void SharingRow::show(const Grant &grant, bool mayChange)
{
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(grant.role)));
    m_fixed->setText(label(grant.role));
    m_fixed->setVisible(!mayChange);
    m_role->setVisible(mayChange);
    m_remove->setVisible(mayChange);
}

} // namespace milepost
