#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: first_start.py MILEPOST MILEPOSTCTL ARTIFACTS

A person starts Milepost for the first time, finds the demo company, types a value, sees it, and takes it back. The
command line, on the same file at the same time, agrees."""

import sys

from desktop import Failed, wait_for
from journey import TODAY, Journey, digits, main

KPI = "Headcount"
TYPED = "4321"


class FirstStart(Journey):
    def run(self):
        self.open()
        wait_for(f"the demo board shows “{KPI}”", lambda: self.alive(lambda _: self.board.row_of(KPI) >= 0))
        before = self.board.cell_under("Value", KPI)
        if digits(before) in ("", TYPED):
            raise Failed(f"“{KPI}” should have a value of its own before one is typed, and has {before!r}")
        self.expect_value(None)

        self.choose(KPI)
        self.desktop.type(TYPED)
        self.desktop.keys("Return")
        wait_for(f"{TYPED} stands on the row", lambda: digits(self.board.cell_under("Value", KPI)) == TYPED)
        self.expect_value(float(TYPED))
        self.expect_last_act("record")

        self.desktop.keys("ctrl+z")
        wait_for(f"{before!r} stands on the row again", lambda: self.board.cell_under("Value", KPI) == before)
        self.expect_value(None)
        self.expect_last_act("undo")
        self.quit()

    def expect_value(self, value):
        values = self.values_on(KPI, TODAY)
        if values != ([] if value is None else [value]):
            raise Failed(f"the history has {values} for {TODAY}, where {value} is expected")


if __name__ == "__main__":
    sys.exit(main(FirstStart, __doc__))
