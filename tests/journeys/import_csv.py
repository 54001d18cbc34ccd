#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: import_csv.py MILEPOST MILEPOSTCTL ARTIFACTS

A person imports a CSV file with numbers as Germans write them, looks at the preview, and takes it back; a second file with the
same heading is read as the first one was."""

import os
import sys

from journey import Journey, main

BOARD = "Company"
NIGHTS = "Nights booked"
COST = "Cost a night"


class ImportCsv(Journey):
    def run(self):
        self.open()
        before = self.kpis_of(BOARD)
        self.read("october.csv", ["01.10.2026;1.200;89,50", "15.10.2026;1.350;91,25"])
        self.see("4 new, 0 changed, 0 same. 2 KPIs will be made.")
        self.import_it("4 new, 0 changed, 0 same")
        self.expect(f"the values of “{COST}” are in the file", lambda: self.history(COST),
                    {"2026-10-01": [89.5], "2026-10-15": [91.25]})
        self.expect("thousands are no fractions", lambda: self.history(NIGHTS),
                    {"2026-10-01": [1200.0], "2026-10-15": [1350.0]})

        self.read("november.csv", ["15.10.2026;1.351;91,25", "01.11.2026;1.400;90,00"])
        self.see_text("Read as last time: ")
        self.see("2 new, 1 changed, 1 same")
        self.import_it("2 new, 1 changed, 1 same")
        self.expect("the second file changed one value", lambda: self.history(NIGHTS),
                    lambda days: days.get("2026-11-01") == [1400.0] and 1351.0 in days["2026-10-15"])
        self.take_back(before)
        self.quit()

    def read(self, name, lines):
        """Writes the file, and opens it by typing its path."""
        path = self.desktop.path(name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join([f"Tag;{NIGHTS};{COST}", *lines]) + "\n")
        self.desktop.keys("ctrl+i")
        self.expect_focus("File name:")
        self.desktop.type(path)
        self.desktop.keys("Return")
        self.see(f"Import {os.path.basename(path)}")

    def import_it(self, told):
        self.expect("Import can be pressed", lambda: self.screen.can_be_pressed(self.find("Import")), True)
        self.desktop.keys("alt+i")
        self.expect_focus(self.BOARD)
        self.see(told)
        self.expect_last_act("import")

    def take_back(self, before):
        """The undo names what it takes back, and each import goes in one step."""
        self.see_text("Undo import of ")
        self.desktop.keys("ctrl+z")
        self.expect("the first file's values are there again", lambda: self.history(NIGHTS),
                    {"2026-10-01": [1200.0], "2026-10-15": [1350.0]})
        self.see_text("Undo import of ")
        self.desktop.keys("ctrl+z")
        self.expect("the board is as it was", lambda: self.kpis_of(BOARD), before)
        self.expect(f"“{NIGHTS}” is gone from the table", lambda: self.board.row_of(NIGHTS), -1)


if __name__ == "__main__":
    sys.exit(main(ImportCsv, __doc__))
