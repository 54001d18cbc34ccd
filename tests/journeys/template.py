#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: template.py MILEPOST MILEPOSTCTL ARTIFACTS

A person makes a board from a template that they have looked at before, and records its first value, all by keys."""

import sys

from desktop import Failed
from journey import TODAY, Journey, digits, main

BOARD = "Sales north"
KPI = "Pipeline coverage"


class Template(Journey):
    def run(self):
        self.open()
        self.desktop.keys("ctrl+shift+b")
        self.expect_focus("Name")
        self.press_until("shift+Tab", "Templates")
        self.press_until("Down", "Sales")
        self.expect("the preview shows what would be made", lambda: self.rows_of("Preview of the board"),
                    lambda rows: KPI in rows)
        self.press_until("Tab", "Name")
        self.desktop.type(BOARD)
        self.desktop.keys("Return")
        self.expect_board(BOARD)
        self.expect_made()

        self.record(KPI, "32")
        self.expect("32 stands on the row", lambda: digits(self.board.cell_under("Value", KPI)), "32")
        self.expect("the value is in the file", lambda: self.values_on(KPI, TODAY), [32.0])
        self.quit()

    def expect_made(self):
        board = self.ask_ctl("show", BOARD)["boards"][0]
        if board["visibility"] != "public" or board["role"] != "owner" or board["cycle"] != "Q4 2026":
            raise Failed(f"the board should be public, mine and of this quarter: {board}")
        names = [kpi["name"] for kpi in board["kpis"]]
        shown = self.board.texts(0)
        if KPI not in names or not set(names) <= set(shown):
            raise Failed(f"the file has {names}, the board shows {shown}")


if __name__ == "__main__":
    sys.exit(main(Template, __doc__))
