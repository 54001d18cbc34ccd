#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: paste.py MILEPOST MILEPOSTCTL ARTIFACTS

A block is copied in a spreadsheet, names with values, and pasted on a board: it is told first what would come of it. All of it
is taken back in one step."""

import sys

from journey import TODAY, Journey, main


class Paste(Journey):
    def run(self):
        self.open()
        self.desktop.clip("Net cash flow\t-1,200\nHeadcount\t77\nMoon phase\t3\n")
        self.desktop.keys("ctrl+v")
        self.see_text("2 new")
        self.see_text("“Moon phase” (no row is called so)")
        self.desktop.keys("Return")
        self.gone("Paste values")
        self.expect_focus(self.BOARD)
        self.expect("both values are recorded", self.pasted, [[-1200.0], [77.0]])
        self.desktop.keys("ctrl+z")
        self.expect("both are taken back in one step", self.pasted, [[], []])
        self.quit()

    def pasted(self):
        return [self.values_on(kpi, TODAY) for kpi in ("Net cash flow", "Headcount")]


if __name__ == "__main__":
    sys.exit(main(Paste, __doc__))
