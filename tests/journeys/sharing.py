#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: sharing.py MILEPOST MILEPOSTCTL ARTIFACTS

The owner of a private board lets somebody in, as an editor, then as a viewer, and shuts them out again. What the dialog says is
what that person finds."""

import json
import sys

from desktop import Failed
from journey import Journey, main

BOARD = "Leadership"
GUEST = "Chidi Okonkwo"


class Sharing(Journey):
    def run(self):
        self.open()
        self.join()
        self.expect_role(None)
        self.go_to(BOARD)
        self.expect_board(BOARD)

        self.desktop.keys("ctrl+shift+h")
        self.expect_focus("Person or team to share with")
        self.desktop.type("Chidi")
        self.desktop.keys("Down", "Return")
        self.see(f"Stop sharing with {GUEST}")
        self.expect_role("editor")

        self.press_until("Tab", f"{GUEST}, Editor")
        self.desktop.keys("v")
        self.expect_focus(f"{GUEST}, Viewer")
        self.expect_role("viewer")

        self.press_until("Tab", f"Stop sharing with {GUEST}")
        self.desktop.keys("space")
        self.gone(f"Stop sharing with {GUEST}")
        self.expect_focus("Person or team to share with")
        self.expect_role(None)

        self.desktop.keys("Escape")
        self.expect_focus(self.BOARD)
        self.quit()

    # --- the guest, who looks with the command line

    def join(self):
        self.guest = self.desktop.path("guest")
        answer = self.run_ctl("join", GUEST, profile=self.guest)
        if answer.returncode != 0:
            raise Failed(f"{GUEST} could not join: {answer.stdout}{answer.stderr}")

    def expect_role(self, role):
        self.expect(f"the board is open to {GUEST} as {role}", self.role, role)

    def role(self):
        answer = self.run_ctl("show", BOARD, profile=self.guest)
        return json.loads(answer.stdout)["boards"][0]["role"] if answer.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main(Sharing, __doc__))
