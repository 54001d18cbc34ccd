// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/labels.h"

#include <QCoreApplication>

namespace milepost {

namespace {

struct Labels
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Labels)
};

} // namespace

QString label(Status status)
{
    switch (status) {
    case Status::NoData:
        return Labels::tr("No data");
    case Status::OnTrack:
        return Labels::tr("On track");
    case Status::Behind:
        return Labels::tr("Behind");
    case Status::AtRisk:
        return Labels::tr("At risk");
    case Status::Done:
        return Labels::tr("Done");
    }
    Q_UNREACHABLE();
}

QString label(Health health)
{
    switch (health) {
    case Health::NoData:
        return Labels::tr("No data");
    case Health::NoTarget:
        return Labels::tr("No target");
    case Health::Stale:
        return Labels::tr("Stale");
    case Health::Good:
        return Labels::tr("Good");
    case Health::Amber:
        return Labels::tr("Attention");
    case Health::Bad:
        return Labels::tr("Missed");
    }
    Q_UNREACHABLE();
}

QString label(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return Labels::tr("Public");
    case Visibility::Private:
        return Labels::tr("Private");
    }
    Q_UNREACHABLE();
}

QString label(Role role)
{
    switch (role) {
    case Role::Viewer:
        return Labels::tr("Viewer");
    case Role::Commenter:
        return Labels::tr("Commenter");
    case Role::Editor:
        return Labels::tr("Editor");
    case Role::Owner:
        return Labels::tr("Owner");
    }
    Q_UNREACHABLE();
}

QString label(ObjectiveKind kind)
{
    switch (kind) {
    case ObjectiveKind::Committed:
        return Labels::tr("Committed");
    case ObjectiveKind::Aspirational:
        return Labels::tr("Aspirational");
    }
    Q_UNREACHABLE();
}

QString label(KeyResultKind kind)
{
    switch (kind) {
    case KeyResultKind::Reach:
        return Labels::tr("Reach");
    case KeyResultKind::Above:
        return Labels::tr("Stay above");
    case KeyResultKind::Below:
        return Labels::tr("Stay below");
    case KeyResultKind::Between:
        return Labels::tr("Stay between");
    case KeyResultKind::Milestone:
        return Labels::tr("Milestone");
    case KeyResultKind::Baseline:
        return Labels::tr("Baseline");
    }
    Q_UNREACHABLE();
}

QString label(Cadence cadence)
{
    switch (cadence) {
    case Cadence::Day:
        return Labels::tr("Daily");
    case Cadence::Week:
        return Labels::tr("Weekly");
    case Cadence::Month:
        return Labels::tr("Monthly");
    case Cadence::Quarter:
        return Labels::tr("Quarterly");
    case Cadence::Year:
        return Labels::tr("Yearly");
    }
    Q_UNREACHABLE();
}

QString label(Direction direction)
{
    switch (direction) {
    case Direction::Up:
        return Labels::tr("Higher is better");
    case Direction::Down:
        return Labels::tr("Lower is better");
    case Direction::Band:
        return Labels::tr("Within a band");
    case Direction::Neutral:
        return Labels::tr("Neither is better");
    }
    Q_UNREACHABLE();
}

QString label(Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Last:
        return Labels::tr("Last value");
    case Aggregate::Sum:
        return Labels::tr("Sum");
    case Aggregate::Mean:
        return Labels::tr("Mean");
    case Aggregate::Ratio:
        return Labels::tr("Ratio");
    }
    Q_UNREACHABLE();
}

QString label(Nature nature)
{
    switch (nature) {
    case Nature::Unsaid:
        return {};
    case Nature::Output:
        return Labels::tr("Output");
    case Nature::Process:
        return Labels::tr("Process");
    }
    Q_UNREACHABLE();
}

QString label(Timing timing)
{
    switch (timing) {
    case Timing::Unsaid:
        return {};
    case Timing::Leading:
        return Labels::tr("Leading");
    case Timing::Lagging:
        return Labels::tr("Lagging");
    }
    Q_UNREACHABLE();
}

} // namespace milepost
