// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/models/palettematch.h"
#include "ui/models/palettesearch.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

int score(const QString &name, const QString &typed, const QString &context = {})
{
    return searchScore(searchKey(name), searchKey(context), searchWords(typed));
}

/// The name with its matched parts in brackets.
QString marked(const QString &name, const QString &typed)
{
    QString text = name;
    const QList<TextRange> ranges = matchedRanges(name, typed);
    for (qsizetype i = ranges.size() - 1; i >= 0; --i) {
        text.insert(ranges[i].from + ranges[i].length, u']');
        text.insert(ranges[i].from, u'[');
    }
    return text;
}

PaletteEntry entry(qint64 id, const QString &name, const QString &context = {})
{
    PaletteEntry one;
    one.kind = PaletteEntry::Kind::Kpi;
    one.id = id;
    one.name = name;
    one.nameKey = searchKey(name);
    one.contextKey = searchKey(context);
    return one;
}

QStringList found(PaletteSearch &search, const QString &typed)
{
    QStringList names;
    for (const PaletteEntry &one : search.find(typed, 5))
        names.append(one.name);
    return names;
}

} // namespace

TEST_CASE("case and accents make no difference to a search", "[palette]")
{
    CHECK(searchKey(u"Élan Øresund ŁÓDŹ"_s).folded == u"elan oresund lodz"_s);
    CHECK(searchKey(u"E\u0301lan"_s) == searchKey(u"Élan"_s));
    CHECK(searchKey(u"Straße"_s).folded == u"strasse"_s);
    CHECK(score(u"Müller"_s, u"muller"_s) == score(u"muller"_s, u"MÜLLER"_s));
}

TEST_CASE("better answers come first", "[palette]")
{
    const QString typed = u"re"_s;
    const int whole = score(u"Re"_s, typed);
    const int beginning = score(u"Reply"_s, typed);
    const int word = score(u"First reply"_s, typed);
    const int beginnings = score(u"Rapid emails"_s, typed);
    const int part = score(u"Score"_s, typed);
    const int inOrder = score(u"Round table"_s, typed);

    CHECK(whole > beginning);
    CHECK(beginning > word);
    CHECK(word > beginnings);
    CHECK(beginnings > part);
    CHECK(part > inOrder);
    CHECK(inOrder > 0);
    CHECK(score(u"Answer"_s, typed) == 0);
}

TEST_CASE("letters in order count only from the beginning of a word on", "[palette]")
{
    CHECK(score(u"Satisfaction"_s, u"sfn"_s) > 0);
    CHECK(score(u"Satisfaction"_s, u"tfn"_s) == 0);
}

TEST_CASE("each word has to be answered, in any order, by the name or where it is", "[palette]")
{
    const QString board = u"Support, Q4 2026"_s;
    CHECK(score(u"Customer satisfaction"_s, u"sat cust"_s) > 0);
    CHECK(score(u"Customer satisfaction"_s, u"sat sup"_s, board) > 0);
    CHECK(score(u"Customer satisfaction"_s, u"sat growth"_s, board) == 0);
    CHECK(score(u"Customer satisfaction"_s, u"customer s"_s) >
          score(u"Satisfied customer"_s, u"customer s"_s));
    CHECK(score(u"Support"_s, u"support"_s) > score(u"Cost per ticket"_s, u"support"_s, board));
}

TEST_CASE("what answers more letters answers fewer", "[palette]")
{
    const QStringList names = {u"First reply within one hour"_s, u"Größte Kunden"_s, u"NPS – team"_s, u"a"_s};
    for (const QString &name : names)
        for (const QString &typed :
             {u"firep"_s, u"one rep"_s, u"grosku"_s, u"nps team"_s, u"fwoh"_s, u"a a"_s})
            for (qsizetype length = typed.size(); length > 1; --length)
                if (score(name, typed.first(length)) > 0) {
                    INFO(name.toStdString() << " for " << typed.first(length - 1).toStdString());
                    CHECK(score(name, typed.first(length - 1)) > 0);
                }
}

TEST_CASE("the matched part of a name is the one that counted", "[palette]")
{
    CHECK(marked(u"First reply"_s, u"rep"_s) == u"First [rep]ly"_s);
    CHECK(marked(u"First reply"_s, u"firep"_s) == u"[Fi]rst [rep]ly"_s);
    CHECK(marked(u"First reply"_s, u"reply first"_s) == u"[First] [reply]"_s);
    CHECK(marked(u"Größe"_s, u"grosse"_s) == u"[Größe]"_s);
    CHECK(marked(u"Cafe\u0301 X"_s, u"cafe"_s) == u"[Cafe\u0301] X"_s);
    CHECK(marked(u"𝐀bc"_s, u"ab"_s) == u"[𝐀b]c"_s);
    CHECK(matchedRanges(u"First reply"_s, u"zzz"_s).isEmpty());
    CHECK(matchedRanges({}, u"a"_s).isEmpty());
    CHECK(matchedRanges(u"a"_s, {}).isEmpty());
}

TEST_CASE("adding letters narrows and taking them away widens again", "[palette]")
{
    PaletteSearch search;
    search.setEntries({}, {entry(1, u"Backlog"_s), entry(2, u"Back office"_s), entry(3, u"Cost"_s)});

    CHECK(found(search, u"b"_s) == QStringList{u"Backlog"_s, u"Back office"_s});
    CHECK(found(search, u"backl"_s) == QStringList{u"Backlog"_s});
    CHECK(found(search, u"back"_s) == QStringList{u"Backlog"_s, u"Back office"_s});
    CHECK(found(search, u"cost"_s) == QStringList{u"Cost"_s});
    CHECK(found(search, u"costs"_s).isEmpty());
    CHECK(found(search, {}).size() == 3);
}

TEST_CASE("what was chosen lately comes first where nothing is typed, and among equals", "[palette]")
{
    PaletteSearch search;
    const QList<PaletteEntry> entries = {entry(1, u"Reply A"_s), entry(2, u"Reply B"_s),
                                         entry(3, u"First reply"_s)};
    search.setEntries({}, entries);
    search.setRecent({entries.at(1).key(), entries.at(2).key(), u"kpi 99"_s});

    CHECK(found(search, {}) == QStringList{u"Reply B"_s, u"First reply"_s, u"Reply A"_s});
    CHECK(found(search, u"reply"_s) == QStringList{u"Reply B"_s, u"Reply A"_s, u"First reply"_s});
}
