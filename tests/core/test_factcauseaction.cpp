// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/factcauseaction.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("a note of fact, cause and action is written on lines and read back", "[actions]")
{
    const FactCauseAction parts{u"Up by half."_s, u"Nobody owns it."_s, u"Agree on an owner."_s};

    CHECK(parts.toNote() == u"Fact: Up by half.\nCause: Nobody owns it.\nAction: Agree on an owner."_s);
    CHECK(FactCauseAction::fromNote(parts.toNote()) == parts);
}

TEST_CASE("only the lines that there are get written", "[actions]")
{
    CHECK(FactCauseAction{}.toNote().isEmpty());
    CHECK(FactCauseAction{{}, u"because"_s, {}}.toNote() == u"Cause: because"_s);
    CHECK(FactCauseAction::fromNote(u"Cause: because"_s) == FactCauseAction{{}, u"because"_s, {}});
}

TEST_CASE("a note on one line is read, and one without words is all fact", "[actions]")
{
    CHECK(FactCauseAction::fromNote(u"Fact: slow. Cause: one person. Action: two."_s) ==
          FactCauseAction{u"slow."_s, u"one person."_s, u"two."_s});
    CHECK(FactCauseAction::fromNote(u"Just a thought"_s).fact == u"Just a thought"_s);
    CHECK(FactCauseAction::fromNote(u"First. Fact: then"_s).fact == u"First. then"_s);
}
