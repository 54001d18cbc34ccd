#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Which room may name which: the include lines of core, ui and app against the table below (ARCHITECTURE.md says why).
# Prints one line for each offence, as FILE:LINE: reason, and fails if there is any.
#   cmake/check-layers.sh [ROOT]     ROOT is the top of a source tree; default: this one
set -euo pipefail
cd "${1:-$(dirname "$(readlink -f -- "${BASH_SOURCE[0]}")")/..}"

# Room, then what it may name besides itself: rooms, or single files. "*" is everything.
# A room with a line of its own for "ROOM:h" is held to that line in its headers.
allowed='
core/domain
core/storage      core/domain
core/security     core/domain
core/network      core/domain
core/services     core/domain core/storage core/security
core/services:h   core/domain
core/exchange     core/domain core/services
ui/words          core/domain
ui/models         core/domain core/services ui/words
ui/charts         core/domain ui/words ui/models/roles.h
ui/delegates      core/domain ui/words ui/models/roles.h ui/charts
ui/pages          core/domain core/services core/exchange ui/words ui/models ui/charts ui/delegates ui/commands
ui/commands       core/domain core/services ui/words ui/models ui/charts ui/delegates ui/pages
app               *
'

# The classes of QtWidgets, by their names: the headers of one Qt folder are reachable from every other.
widgets='QtWidgets|QtWidgets/.*|QApplication|Q.*Widget.*|Q.*Dialog|Q.*Box|Q.*Button.*|Q.*Layout.*|Q.*Delegate|Q.*Style.*'
widgets+='|Q(AbstractItem|Column|Graphics|Header|List|Table|Tree|Undo)View|QGraphics.*|QAbstractScrollArea|QAbstractSlider'
widgets+='|QCompleter|QDateEdit|QDateTimeEdit|QDial|QErrorMessage|QFileIconProvider|QFocusFrame|QFrame|QGesture.*'
widgets+='|Q.*Gesture|QKeySequenceEdit|QLCDNumber|QLabel|QLineEdit|QMainWindow|QMdi.*|QMenu|QMenuBar|QPlainTextEdit|QProgressBar'
widgets+='|QRubberBand|QScrollArea|QScrollBar|QScroller.*|QSizeGrip|QSizePolicy|QSlider|QSpacerItem|QSplashScreen'
widgets+='|QSplitter.*|QStatusBar|QSystemTrayIcon|QTabBar|QTextBrowser|QTextEdit|QTileRules|QTimeEdit|QToolBar|QToolTip|QTreeWidget.*'
widgets+='|QWhatsThis|QWizard.*|QItemEditor.*|QStandardItemEditor.*'
# Of these names, the ones that QtCore and QtGui own.
not_widgets='QStyleHints|QPageLayout|QTextLayout|QTextFrameLayoutData|QAbstractTextDocumentLayout'

sources() {
    find core ui app -type f \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null | sort -z
}

# FILE:LINE:TEXT of all lines that could offend.
suspects() {
    sources | xargs -0 -r grep -HnE '^[[:space:]]*#[[:space:]]*include|(^|[^[:alnum:]_])(tr|translate|QT_TRANSLATE_NOOP|QT_TR_NOOP)[[:space:]]*\(' || true
}

suspects | awk -v allowed="$allowed" -v widgets="^($widgets)\$" -v not_widgets="^($not_widgets)\$" '
function offend(reason) { print file ":" number ": " reason; offences++ }

# core/domain/records/kpi.h is in core/domain; app/milepost/main.cpp in app.
function room_of(path,   part) {
    split(path, part, "/")
    return part[1] == "app" ? "app" : part[1] "/" part[2]
}

function may(room, target,   list, count, i) {
    if (room == room_of(target)) return 1
    count = split((file ~ /\.h$/ && (room ":h") in table) ? table[room ":h"] : table[room], list, " ")
    for (i = 1; i <= count; i++)
        if (list[i] == "*" || list[i] == target || list[i] == room_of(target)) return 1
    return 0
}

function judge_include(name, quoted) {
    if (name ~ /^\.\.?\//)
        offend("\"" name "\": write the path from the top of the tree")
    else if (name ~ /^(core|ui|app|tests)\//) {
        if (name ~ /^tests\//)
            offend(room " must not include the tests (" name ")")
        else if (name ~ /^app\// && room != "app")
            offend("nothing outside app includes app (" name ")")
        else if (!may(room, name))
            offend(room (file ~ /\.h$/ ? " (header)" : "") " must not include " room_of(name) " (" name ")")
    }
    if ((room ~ /^core\// || room == "ui/models") && name ~ widgets && name !~ not_widgets)
        offend(room " must not know widgets (" name ")")
    if (room != "core/storage" && name ~ /^(QtSql(\/.*)?|QSql.*|sqlite3(ext)?\.h)$/)
        offend("SQL lives in core/storage only (" name ")")
}

BEGIN {
    lines = split(allowed, line, "\n")
    for (i = 1; i <= lines; i++)
        if (split(line[i], word, " ")) { table[word[1]] = substr(line[i], length(word[1]) + 1) }
}

{
    split($0, piece, ":")
    file = piece[1]; number = piece[2]
    text = substr($0, length(file) + length(number) + 3)
    room = room_of(file)

    if (!(room in table)) {
        if (!told[room]++) offend(room " is not a room: give it a line in cmake/check-layers.sh")
        next
    }
    if (match(text, /^[ \t]*#[ \t]*include[ \t]*[<"][^>"]+/)) {
        name = substr(text, RSTART, RLENGTH)
        sub(/^[^<"]*[<"]/, "", name)
        judge_include(name)
    } else if (room ~ /^core\// && text !~ /^[ \t]*(\/\/|\*)/)
        offend("core has no sentences for people: return a code, its words are in ui/words")
}

END { exit offences > 0 }
'
