// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery.h"

#include "tests/support/printing.h"
#include "ui/charts/theme.h"
#include "ui/delegates/chip.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/ownersdelegate.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/sidebardelegate.h"
#include "ui/delegates/sparklinedelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/delegates/valuedelegate.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>

#include <cmath>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

enum Column { Title, Owners, Value, Target, Progress, Weeks, Status, Columns };

/// A wavering line from one value to another, always the same.
QList<std::optional<double>> series(double from, double to, double noise, int count = 26)
{
    QList<std::optional<double>> values;
    for (int i = 0; i < count; ++i) {
        const double wave = std::sin(i * 1.7) + std::cos(i * 2.9);
        values.append(from + (to - from) * i / (count - 1) + wave * noise * std::abs(to - from) / 2);
    }
    return values;
}

struct Row
{
    RowKind kind;
    QString title;
    QList<OwnerFact> owners = {};
    QString value = {};
    QString target = {};
    ProgressFact progress = {};
    SparklineFact line = {};
    StatusFact status = {};
};

QList<QStandardItem *> itemsOf(const Row &row)
{
    QList<QStandardItem *> items;
    for (int column = 0; column < Columns; ++column) {
        auto *const item = new QStandardItem;
        item->setData(QVariant::fromValue(row.kind), RowKindRole);
        item->setEditable(column == Value);
        items.append(item);
    }
    items[Title]->setText(row.title);
    items[Owners]->setData(QVariant::fromValue(row.owners), OwnersRole);
    items[Value]->setText(row.value);
    items[Target]->setText(row.target);
    items[Progress]->setData(QVariant::fromValue(row.progress), ProgressRole);
    items[Weeks]->setData(QVariant::fromValue(row.line), SparklineRole);
    items[Status]->setData(QVariant::fromValue(row.status), StatusRole);
    return items;
}

const OwnerFact kMaya{u"Maya Kern"_s, u"MK"_s, 11};
const OwnerFact kJo{u"Jo Okafor"_s, u"JO"_s, 3};
const OwnerFact kAnna{u"Anna Lind"_s, u"AL"_s, 5};
const OwnerFact kSam{u"Sam Boyd"_s, u"SB"_s, 4};
const OwnerFact kTeam{u"Triage"_s, u"TR"_s, 9};

const StatusFact kOnTrack{u"On track"_s, Tone::Good, Sign::Check};
const StatusFact kBehind{u"Behind"_s, Tone::Attention, Sign::Exclamation};
const StatusFact kAtRisk{u"At risk"_s, Tone::Bad, Sign::Triangle};

void addObjective(QStandardItemModel &model, const Row &objective, const QList<Row> &children)
{
    const QList<QStandardItem *> items = itemsOf(objective);
    model.appendRow(items);
    for (const Row &child : children)
        items.first()->appendRow(itemsOf(child));
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): a table
std::unique_ptr<QStandardItemModel> sketchedBoard()
{
    auto model = std::make_unique<QStandardItemModel>(0, Columns);
    model->setHorizontalHeaderLabels({u"Objectives and KPIs"_s, u"Owners"_s, u"Value"_s, u"Target"_s,
                                      u"Progress"_s, u"Last 26 weeks"_s, u"Status"_s});
    for (const int column : {Value, Target})
        model->setHeaderData(column, Qt::Horizontal,
                             int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    using enum RowKind;
    addObjective(*model,
                 {Objective,
                  u"Customers trust us to solve it the first time"_s,
                  {kMaya, kJo},
                  {},
                  {},
                  {.61, .61, .6},
                  {},
                  kOnTrack},
                 {{KeyResult,
                   u"Solved at first contact, from 62 % to 75 %"_s,
                   {kMaya},
                   u"70.4 %"_s,
                   u"75 %"_s,
                   {.65, .65, .6},
                   {series(62, 70, .06), 75},
                   kOnTrack},
                  {KeyResult,
                   u"Answers in the help centre, from 120 to 300 of them in all"_s,
                   {kJo, kTeam},
                   u"212"_s,
                   u"300"_s,
                   {.51, .51, .6},
                   {series(120, 212, .02), 300},
                   kOnTrack},
                  {KeyResult,
                   u"Publish the known-issues page"_s,
                   {kAnna},
                   u"2 of 3"_s,
                   u"done"_s,
                   {.67, .67, .6},
                   {},
                   kOnTrack}});
    addObjective(
        *model,
        {Objective, u"Support is a good place to work"_s, {kSam}, {}, {}, {.34, .34, .6}, {}, kBehind},
        {{KeyResult,
          u"Evenings on call, from 14 to 6 a month"_s,
          {kSam},
          u"11"_s,
          u"6"_s,
          {.38, .38, .6},
          {series(14, 11, .05), 6, true, Tone::Attention},
          kBehind},
         {KeyResult,
          u"Team recommends working here, 4.2 or more"_s,
          {kSam, kMaya},
          u"4.0"_s,
          u"≥ 4.2"_s,
          {.3, .3, .6},
          {series(3.9, 4.0, .9), 4.2, false, Tone::Attention},
          kBehind},
         {KeyResult,
          u"Sick days, from 4 to 2"_s,
          {kSam, kMaya, kJo, kAnna, kTeam},
          u"5"_s,
          u"2"_s,
          {0, -.5, .6},
          {{4, {}, 4.2, {}, {}, 4.6, 5}, 2, true, Tone::Bad},
          kAtRisk},
         {KeyResult,
          u"Trained in triage, from 0 to 8"_s,
          {kTeam},
          u"9"_s,
          u"8"_s,
          {1, 1.125, .6},
          {series(0, 9, .02), 8},
          {u"Done"_s, Tone::Good, Sign::Check}}});
    addObjective(*model, {Section, u"Keep running"_s},
                 {{Kpi,
                   u"First reply within one hour"_s,
                   {kMaya},
                   u"58"_s,
                   u"≤ 60 min"_s,
                   {},
                   {series(84, 58, .06), 60, true, Tone::Good},
                   {u"Improving"_s, Tone::Good, Sign::Falling}},
                  {Kpi,
                   u"Tickets reopened"_s,
                   {kJo},
                   u"5.1 %"_s,
                   u"≤ 6 %"_s,
                   {},
                   {series(5.1, 5.2, 8), 6, true},
                   {u"Noise, will meet"_s, Tone::Neutral, Sign::Wave}},
                  {Kpi,
                   u"Backlog older than a week"_s,
                   {kTeam},
                   u"131"_s,
                   u"≤ 80"_s,
                   {},
                   {series(90, 131, .06), 80, true, Tone::Bad},
                   {u"Worsening"_s, Tone::Bad, Sign::Rising}},
                  {Kpi,
                   u"Customer satisfaction"_s,
                   {kAnna},
                   u"4.51"_s,
                   u"≥ 4.4"_s,
                   {},
                   {series(4.4, 4.5, .5), 4.4},
                   {u"Noise, hit and miss"_s, Tone::Neutral, Sign::Wave}},
                  {Kpi,
                   u"Cost per ticket"_s,
                   {kTeam},
                   u"–"_s,
                   u"≤ 9 €"_s,
                   {},
                   {series(9.4, 9.1, .4, 20) + QList<std::optional<double>>(6), 9, true},
                   {u"Due since Monday"_s, Tone::Attention, Sign::Clock}},
                  {Kpi,
                   u"עלות לפנייה <img src=\"file:///etc/passwd\"> 🙂"_s,
                   {kSam},
                   u"71 %"_s,
                   u"≥ 60 %"_s,
                   {},
                   {series(45, 71, .06), 60},
                   {u"No target"_s, Tone::Neutral, Sign::Circle}}});
    return model;
}

std::unique_ptr<QTreeView> sketchedTree(QStandardItemModel &model)
{
    auto tree = std::make_unique<QTreeView>();
    tree->setModel(&model);
    tree->setItemDelegateForColumn(Title, new TitleDelegate(tree.get()));
    tree->setItemDelegateForColumn(Owners, new OwnersDelegate(tree.get()));
    tree->setItemDelegateForColumn(Value, new ValueDelegate(ValueDelegate::Ink::Strong, tree.get()));
    tree->setItemDelegateForColumn(Target, new ValueDelegate(ValueDelegate::Ink::Soft, tree.get()));
    tree->setItemDelegateForColumn(Progress, new ProgressDelegate(tree.get()));
    tree->setItemDelegateForColumn(Weeks, new SparklineDelegate(tree.get()));
    tree->setItemDelegateForColumn(Status, new StatusDelegate(tree.get()));
    tree->setRootIsDecorated(false);
    tree->setIndentation(20);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::DoubleClicked);
    tree->header()->setStretchLastSection(true);
    tree->header()->setSectionResizeMode(QHeaderView::Fixed);
    tree->expandAll();
    return tree;
}

} // namespace milepost

namespace {

using namespace milepost;
using namespace Qt::StringLiterals;

void setWidths(QTreeView &tree)
{
    const int widths[] = {380, 78, 78, 86, 96, 116, 190};
    for (int column = 0; column < Columns; ++column)
        tree.setColumnWidth(column, widths[column]);
}

QWidget *controls(QWidget *parent)
{
    auto *const bar = new QWidget(parent);
    auto *const row = new QHBoxLayout(bar);
    auto *const primary = new QPushButton(QStringLiteral("Add"));
    primary->setProperty(kPrimaryProperty, true);
    auto *const search = new QLineEdit;
    search->setPlaceholderText(QStringLiteral("Search or run a command"));
    search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    auto *const combo = new QComboBox;
    combo->addItems({QStringLiteral("Monthly"), QStringLiteral("Weekly")});
    auto *const check = new QCheckBox(QStringLiteral("Second shift"));
    check->setChecked(true);
    auto *const progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    progress->setFixedWidth(60);
    row->addWidget(search, 1);
    for (const Icon name : {Icon::Home,    Icon::Board,    Icon::Private,  Icon::Public,    Icon::Undo,
                            Icon::Redo,    Icon::Import,   Icon::Settings, Icon::Open,      Icon::New,
                            Icon::Demo,    Icon::Calendar, Icon::Person,   Icon::People,    Icon::Clock,
                            Icon::Warning, Icon::Archive,  Icon::Kpi,      Icon::Objective, Icon::Milepost}) {
        auto *const button = new QToolButton;
        button->setIcon(icon(name));
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    row->addWidget(new Chip({u"Public"_s}));
    row->addWidget(combo);
    row->addWidget(new QSpinBox);
    row->addWidget(check);
    row->addWidget(progress);
    row->addWidget(new QPushButton(QStringLiteral("Present")));
    row->addWidget(primary);
    return bar;
}

QListView *sideBar(QStandardItemModel &places)
{
    struct Place
    {
        QString name;
        QString aside;
        RowKind kind = RowKind::Other;
        std::optional<Icon> sign = {};
    };
    const QList<Place> names = {{u"Home"_s, u"4 due"_s, RowKind::Other, Icon::Home},
                                {u"Actions"_s, u"7"_s, RowKind::Other, Icon::Check},
                                {u"My boards"_s, {}, RowKind::Section},
                                {u"Support, Q4 2026"_s, {}},
                                {u"Growth, Q4 2026"_s, {}},
                                {u"Leadership"_s, u"Private"_s},
                                {u"Public boards"_s, {}, RowKind::Section},
                                {u"A board with a name that is far too long"_s, u"12"_s}};
    for (const Place &place : names) {
        auto *const item = new QStandardItem(place.name);
        item->setData(place.aside, SecondaryTextRole);
        item->setData(QVariant::fromValue(place.kind), RowKindRole);
        if (place.sign)
            item->setIcon(icon(*place.sign));
        places.appendRow(item);
    }
    auto *const list = new QListView;
    list->setModel(&places);
    list->setItemDelegate(new SideBarDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setFixedWidth(204);
    list->viewport()->setAutoFillBackground(false);
    list->setCurrentIndex(places.index(3, 0));
    return list;
}

/// A window like the sketch, to be looked at.
void picture(const QString &path, const Theme &theme, Qt::LayoutDirection direction, qreal scale)
{
    changeTheme(theme);
    const auto model = sketchedBoard();
    QStandardItemModel places;
    QWidget window;
    window.setLayoutDirection(direction);
    window.resize(1300, 860);
    auto *const columns = new QHBoxLayout(&window);
    columns->addWidget(sideBar(places));
    auto *const layout = new QVBoxLayout;
    columns->addLayout(layout);
    auto tree = sketchedTree(*model);
    layout->addWidget(controls(&window));
    layout->addWidget(tree.get());
    setWidths(*tree);
    window.show();
    const QModelIndex edited = model->index(0, Value, model->index(2, 0));
    tree->setCurrentIndex(edited);
    tree->edit(edited);
    QApplication::processEvents();
    QImage image(window.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    window.render(&image);
    CHECK(image.save(path));
}

} // namespace

TEST_CASE("the look can be looked at", "[.pictures]")
{
    const QString folder = qEnvironmentVariable("MILEPOST_PICTURES", QStringLiteral("."));
    dress(*qApp, lightTheme());
    picture(folder + QStringLiteral("/gallery-light.png"), lightTheme(), Qt::LeftToRight, 1);
    picture(folder + QStringLiteral("/gallery-dark.png"), darkTheme(), Qt::LeftToRight, 1);
    picture(folder + QStringLiteral("/gallery-mirrored.png"), lightTheme(), Qt::RightToLeft, 1);
    picture(folder + QStringLiteral("/gallery-150.png"), lightTheme(), Qt::LeftToRight, 1.5);
}
