#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: as_it_stood.py MILEPOST MILEPOSTCTL ARTIFACTS

A person looks at a board as it stood a week and two weeks ago, cannot change what is over, and comes back to today."""

import sys

from desktop import Failed
from journey import Journey, digits, main

KPI = "Headcount"
TYPED = "4321"
GOAL = "Recommendation score stays above 40"


class AsItStood(Journey):
    def run(self):
        self.open()
        self.record(KPI, TYPED)
        self.expect(f"{TYPED} stands on the row", self.headcount, TYPED)
        self.expect_last_act("record")
        acts = self.acts()

        self.desktop.keys("ctrl+d")
        self.expect_focus("Day to look back to")
        self.look_at("11 Nov 2026", "2026-11-11")
        self.desktop.keys("Next")
        self.look_at("4 Nov 2026", "2026-11-04")
        self.type_in_vain()

        self.come_back(acts)
        self.quit()

    def come_back(self, acts):
        """The first Esc is for what was told, the second for the day."""
        self.desktop.keys("Escape")
        self.gone_text("Go back to today")
        self.desktop.keys("Escape")
        self.gone("Day to look back to")
        self.expect_focus(self.BOARD)
        self.expect("the board is as it is now", self.headcount, TYPED)
        if self.acts() != acts:
            raise Failed(f"looking back changed the file: {self.acts()[len(acts):]}")

    def headcount(self):
        return digits(self.board.cell_under("Value", KPI))

    def look_at(self, shown, day):
        """The day is told in words, and the board shows what the command line tells of it."""
        self.see(f"As it stood on {shown} (read-only)")
        then = self.ask_ctl("show", "Company", "--at", day)["boards"][0]
        kpi = next(one for one in then["kpis"] if one["name"] == KPI)
        goals = [goal for objective in then["objectives"] for goal in objective["key_results"]]
        goal = next(one for one in goals if one["title"] == GOAL)
        self.expect(f"“{KPI}” has its value of that day", self.headcount, f"{kpi['value']:g}")
        self.expect(f"“{GOAL}” has its value of that day", lambda: self.board.cell_under("Value", GOAL),
                    f"{goal['value']:g}")

    def type_in_vain(self):
        self.press_until("F6", self.BOARD)
        before = self.headcount()
        self.record(KPI, "99")
        self.see_text("Go back to today to type values.")
        self.expect("the value of then stays", self.headcount, before)


if __name__ == "__main__":
    sys.exit(main(AsItStood, __doc__))
