// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/demonames.h"

#include "core/domain/demo/demovalue.h"

#include <iterator>

namespace milepost::demonames {

using namespace Qt::StringLiterals;

namespace {

struct Cast
{
    const char16_t *name;
    DemoTeam team;
};

constexpr Cast kCast[] = {
    {u"Ingrid Solberg", DemoTeam::Operations},
    {u"Tomás Ribeiro", DemoTeam::Operations},
    {u"Aisha Bello", DemoTeam::Operations},
    {u"Noor van Dijk", DemoTeam::Operations},
    {u"Marek Novák", DemoTeam::Support},
    {u"Joana Figueiredo", DemoTeam::Support},
    {u"Siân Bevan", DemoTeam::Support},
    {u"Alejandro Núñez", DemoTeam::Support},
    {u"Thảo Trần", DemoTeam::Support},
    {u"Chidi Okonkwo", DemoTeam::Support},
    {u"Zoë Lambert", DemoTeam::Growth},
    {u"Lukas Weiß", DemoTeam::Growth},
    {u"Priya Raman", DemoTeam::Growth},
    {u"Émile Garnier", DemoTeam::Growth},
    {u"Oluwaseun Adeyemi", DemoTeam::Growth},
    {u"Hana Suzuki", DemoTeam::Product},
    {u"Søren Madsen", DemoTeam::Product},
    {u"Mei-Ling Chen", DemoTeam::Product},
    {u"Dmytro Shevchenko", DemoTeam::Engineering},
    {u"Ana Kovačević", DemoTeam::Engineering},
    {u"Ravi Deshpande", DemoTeam::Engineering},
    {u"Fatima El Amrani", DemoTeam::Engineering},
    {u"Jón Þórsson", DemoTeam::Engineering},
    {u"Grace Mwangi", DemoTeam::Operations},
};

constexpr const char16_t *kFirst[] = {
    u"Adam",    u"Agnieszka", u"Ahmed",  u"Alba",   u"Alice",  u"Amara",   u"Amélie", u"Anders", u"Andrei",
    u"Anjali",  u"Anna",      u"Arjun",  u"Astrid", u"Ayşe",   u"Beatriz", u"Ben",    u"Bilal",  u"Björn",
    u"Bruno",   u"Camille",   u"Carmen", u"Cécile", u"Chiara", u"Chloé",   u"Clara",  u"Daan",   u"Dalia",
    u"Daniel",  u"David",     u"Deniz",  u"Diego",  u"Dora",   u"Edith",   u"Efua",   u"Elena",  u"Elif",
    u"Emma",    u"Enrique",   u"Erik",   u"Esther", u"Eva",    u"Farid",   u"Felix",  u"Fiona",  u"Francesca",
    u"Freya",   u"Gabriel",   u"Giulia", u"Goran",  u"Greta",  u"Hamza",   u"Hannah", u"Helena", u"Hugo",
    u"Ibrahim", u"Ilse",      u"Imani",  u"Inês",   u"Isaac",  u"Ivana",   u"Jakob",  u"Jamal",  u"Jana",
    u"Javier",  u"Jin",       u"Jonas",  u"José",   u"Judith", u"Julia",   u"Kaito",  u"Karim",  u"Kasia",
    u"Katrin",  u"Kenji",     u"Kofi",   u"Lars",   u"Laura",  u"Leila",   u"Lena",   u"Léo",    u"Lina",
    u"Lucía",   u"Magnus",    u"Maja",   u"Malik",  u"Manuel", u"Margot",  u"Mateo",  u"Maya",   u"Mika",
    u"Mina",    u"Mirela",    u"Nadia",  u"Naomi",  u"Nils",   u"Olga",    u"Omar",   u"Paula",  u"Rosa",
    u"Yusuf",
};

constexpr const char16_t *kLast[] = {
    u"Abebe",      u"Achterberg", u"Aguilar",  u"Ahlström", u"Almeida",  u"Andersson", u"Arslan",
    u"Bakker",     u"Balogun",    u"Barros",   u"Bauer",    u"Becker",   u"Bianchi",   u"Bjarnason",
    u"Bondarenko", u"Boucher",    u"Brandt",   u"Brennan",  u"Byrne",    u"Campos",    u"Castillo",
    u"Černý",      u"Chowdhury",  u"Clarke",   u"Costa",    u"Cruz",     u"Dąbrowski", u"Das",
    u"De Smet",    u"Delgado",    u"Demir",    u"Diallo",   u"Dubois",   u"Eriksen",   u"Evans",
    u"Farkas",     u"Fernández",  u"Ferrari",  u"Fischer",  u"Fontaine", u"Fraser",    u"Gallo",
    u"García",     u"Girard",     u"Gomes",    u"Grünberg", u"Gupta",    u"Haddad",    u"Hansen",
    u"Hartmann",   u"Hernández",  u"Hoffmann", u"Horváth",  u"Hughes",   u"Ivanova",   u"Jansen",
    u"Jensen",     u"Jovanović",  u"Kaplan",   u"Kaya",     u"Keller",   u"Khan",      u"Kim",
    u"Kowalska",   u"Kumar",      u"Laine",    u"Larsen",   u"Lefèvre",  u"Lindqvist", u"Lombardi",
    u"López",      u"MacLeod",    u"Marino",   u"Martins",  u"Mendes",   u"Meyer",     u"Mitchell",
    u"Moreau",     u"Morris",     u"Müller",   u"Murphy",   u"Nagy",     u"Nakamura",  u"Nguyen",
    u"Nielsen",    u"Okafor",     u"Oliveira", u"Osei",     u"Papadaki", u"Pereira",   u"Popescu",
    u"Ramos",      u"Rossi",      u"Santos",   u"Schmid",   u"Silva",    u"Svoboda",   u"Tanaka",
    u"Toth",       u"Yılmaz",
};

constexpr const char16_t *kField[] = {
    u"Bookings",      u"Billing",     u"Calendar",  u"Reminders",      u"Reports",   u"Patients",
    u"Partners",      u"Onboarding",  u"Data",      u"Security",       u"Search",    u"Messages",
    u"Documents",     u"Training",    u"Logistics", u"Purchase",       u"Warehouse", u"Maintenance",
    u"Quality",       u"Laboratory",  u"Reception", u"Hospitals",      u"Pharmacy",  u"Dentists",
    u"Eye care",      u"Physio",      u"Home care", u"Emergency care", u"Children",  u"Radiology",
    u"Field service", u"Facilities",  u"Energy",    u"Fleet",          u"Catering",  u"Events",
    u"Research",      u"Translation", u"Legal",     u"Archive",
};

constexpr const char16_t *kPlace[] = {
    u"Aarhus",   u"Antwerp", u"Athens", u"Barcelona", u"Basel",   u"Bergen",  u"Bilbao",  u"Bologna",
    u"Bordeaux", u"Bremen",  u"Brno",   u"Bruges",    u"Coimbra", u"Cork",    u"Dresden", u"Espoo",
    u"Galway",   u"Gdańsk",  u"Geneva", u"Ghent",     u"Graz",    u"Haarlem", u"Kraków",  u"Leeds",
    u"Leiden",   u"Lille",   u"Lisbon", u"Ljubljana", u"Lyon",    u"Malmö",   u"Münster", u"Nantes",
    u"Odense",   u"Porto",   u"Riga",   u"Sevilla",   u"Tallinn", u"Turin",   u"Utrecht", u"Zürich",
};

constexpr const char16_t *kSegment[] = {u"mornings", u"evenings", u"new customers", u"large customers",
                                        u"by phone", u"online",   u"on site",       u"abroad"};

constexpr int kFirsts = static_cast<int>(std::size(kFirst));
constexpr int kLasts = static_cast<int>(std::size(kLast));
constexpr int kFields = static_cast<int>(std::size(kField));
constexpr int kPlaces = static_cast<int>(std::size(kPlace));
constexpr int kSegments = static_cast<int>(std::size(kSegment));
constexpr int kCastSize = static_cast<int>(std::size(kCast));
static_assert(kFirsts * kLasts >= 10000);

QString text(const char16_t *literal)
{
    return QString::fromUtf16(literal);
}

/// What is measured on a board beyond the handmade ones; targets follow from the level.
struct Measure
{
    const char16_t *name;
    const char16_t *unit;
    Direction direction;
    Aggregate aggregate;
    double level;
    double noise;
    int digits;
    int denominator;
    double season;
};

constexpr Measure kMeasures[] = {
    {u"Orders on time", u"%", Direction::Up, Aggregate::Ratio, 0.93, 0.015, 3, 420, 0},
    {u"Requests received", u"", Direction::Neutral, Aggregate::Sum, 340, 22, 0, 0, 0.2},
    {u"Waiting time", u"min", Direction::Down, Aggregate::Mean, 24, 2.5, 0, 0, 0},
    {u"Complaints", u"", Direction::Down, Aggregate::Sum, 14, 3, 0, 0, 0},
    {u"Revenue", u"€", Direction::Up, Aggregate::Sum, 42000, 2600, -2, 0, 0.15},
    {u"Cost per order", u"€", Direction::Down, Aggregate::Mean, 11.4, 0.5, 2, 0, 0},
    {u"Hours of work", u"h", Direction::Band, Aggregate::Sum, 190, 9, 1, 0, 0},
    {u"Errors found", u"%", Direction::Down, Aggregate::Ratio, 0.041, 0.006, 3, 610, 0},
    {u"Stock", u"", Direction::Band, Aggregate::Last, 1250, 60, 0, 0, 0.1},
    {u"Satisfaction", u"", Direction::Up, Aggregate::Mean, 4.3, 0.09, 2, 0, 0},
    {u"Open tasks", u"", Direction::Down, Aggregate::Last, 66, 7, 0, 0, 0},
    {u"New contracts", u"", Direction::Up, Aggregate::Sum, 9, 2.2, 0, 0, 0},
    {u"Net result", u"€", Direction::Up, Aggregate::Sum, 1800, 2400, -2, 0, 0},
    {u"Energy used", u"kWh", Direction::Down, Aggregate::Sum, 2150, 90, -1, 0, 0.3},
    {u"Answered calls", u"%", Direction::Up, Aggregate::Ratio, 0.88, 0.02, 3, 380, 0},
    {u"Overtime", u"h", Direction::Down, Aggregate::Sum, 12, 2.4, 1, 0, 0},
    {u"Lead time", u"days", Direction::Down, Aggregate::Mean, 6.2, 0.6, 1, 0, 0},
    {u"Use of rooms", u"%", Direction::Band, Aggregate::Ratio, 0.74, 0.04, 3, 160, 0},
    {u"Visits", u"", Direction::Up, Aggregate::Sum, 880, 45, 0, 0, 0.15},
    {u"Returns", u"%", Direction::Down, Aggregate::Ratio, 0.032, 0.004, 3, 720, 0},
    {u"Temperature of the store", u"°C", Direction::Band, Aggregate::Mean, 4.5, 0.4, 1, 0, 0},
    {u"Training done", u"%", Direction::Up, Aggregate::Last, 0.81, 0.02, 3, 0, 0},
    {u"Days without an accident", u"days", Direction::Up, Aggregate::Last, 120, 8, 0, 0, 0},
    {u"Cash at hand", u"€", Direction::Up, Aggregate::Last, 15600, 900, -2, 0, 0},
};
constexpr int kMeasureCount = static_cast<int>(std::size(kMeasures));

/// Targets near the level, differently near on each board, so that some are met and some are not.
TargetPlan targetOf(const Measure &measure, int board)
{
    const double slack = (board % 7 - 2) * 0.5 * measure.noise;
    switch (measure.direction) {
    case Direction::Up:
        return {.value = typedValue(measure.level - slack, measure.digits)};
    case Direction::Down:
        return {.value = typedValue(measure.level + slack, measure.digits)};
    case Direction::Band:
        return {.low = typedValue(measure.level - 2 * measure.noise - slack, measure.digits),
                .high = typedValue(measure.level + 2 * measure.noise, measure.digits)};
    case Direction::Neutral:
        return {};
    }
    Q_UNREACHABLE();
}

Shape shapeOf(const Measure &measure, int board)
{
    const double drift = (board % 5 - 2) * 1.5 * measure.noise;
    const bool isShare = text(measure.unit) == u"%"_s;
    return {.yearAgo = measure.level - drift,
            .now = measure.level,
            .noise = measure.noise,
            .digits = measure.digits,
            .least = text(measure.name) == u"Net result"_s ? std::numeric_limits<double>::lowest() : 0,
            .most = isShare ? 1 : std::numeric_limits<double>::max(),
            .season = measure.season,
            .peakMonth = 1 + board % 12,
            .denominator = measure.denominator};
}

} // namespace

QString person(int number)
{
    Q_ASSERT(number >= 0 && number < kFirsts * kLasts);
    if (number < kCastSize)
        return text(kCast[number].name);
    // Each round pairs every first name with another last name, so that neighbours in a list differ in both.
    const int first = number % kFirsts;
    const int last = (number / kFirsts + first * 37) % kLasts;
    return text(kFirst[first]) + u' ' + text(kLast[last]);
}

DemoTeam teamOf(int number)
{
    return kCast[number % kCastSize].team;
}

QString team(DemoTeam team)
{
    switch (team) {
    case DemoTeam::Operations:
        return u"Operations"_s;
    case DemoTeam::Product:
        return u"Product"_s;
    case DemoTeam::Engineering:
        return u"Engineering"_s;
    case DemoTeam::Growth:
        return u"Sales and marketing"_s;
    case DemoTeam::Support:
        return u"Customer care"_s;
    }
    Q_UNREACHABLE();
}

QString extraTeam(int number)
{
    return text(kField[number % kFields]) + u" team "_s + text(kPlace[(number / kFields + number) % kPlaces]);
}

QString extraBoard(int number)
{
    const int pairs = kFields * kPlaces;
    const int round = number / pairs;
    const QString name =
        text(kField[number % kFields]) + u' ' + text(kPlace[(number % pairs / kFields + number) % kPlaces]);
    return round == 0 ? name : name + u' ' + QString::number(round + 1);
}

KpiPlan extraKpi(int board, int position)
{
    const Measure &measure = kMeasures[(board * 7 + position) % kMeasureCount];
    const TargetPlan target = targetOf(measure, board);
    return {.name = text(measure.name) + u", "_s + text(kSegment[(board + position) % kSegments]),
            .unit = text(measure.unit),
            .direction = measure.direction,
            .cadence = Cadence::Week,
            .aggregate = measure.aggregate,
            .amber = measure.noise,
            .targets =
                measure.direction == Direction::Neutral ? QList<TargetPlan>() : QList<TargetPlan>{target},
            .shape = shapeOf(measure, board)};
}

} // namespace milepost::demonames
