#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The English plural forms of all texts with a %n, which are written "%n value(s)" in the sources.
#   cmake/translations.sh            brings resources/translations/milepost_en.ts up to date (./dev translations)
#   cmake/translations.sh --check    fails if a text has no finished forms there
#   cmake/translations.sh --pseudo TS   writes a translation of every text that marks and lengthens it: what a person sees
#                                    without ⟦ is not translated, and what is cut off has no room for other languages
# LUPDATE names Qt's lupdate where it is not in its usual place. MILEPOST_ROOT is another source tree, for the tests.
set -euo pipefail
cd "${MILEPOST_ROOT:-$(dirname "$(readlink -f -- "${BASH_SOURCE[0]}")")/..}"

plurals=resources/translations/milepost_en.ts
lupdate=${LUPDATE:-$(PATH=$PATH:/usr/lib/qt6/bin command -v lupdate)} ||
    { echo "translations: there is no lupdate (Debian: qt6-l10n-tools)" >&2; exit 1; }

# collect TS [OPTIONS]: adds the texts of the sources to a file, and takes those away that are gone. No line numbers, so that
# moving a text changes nothing.
collect() {
    local ts=$1
    shift
    "$lupdate" -silent -locations none -no-obsolete -source-language en -target-language en \
        -disable-heuristic similartext -disable-heuristic sametext -disable-heuristic number -I . "$@" ui app -ts "$ts"
}

# "%n value(s)" is "%n value" and "%n values", "%n match(es)" is "%n match" and "%n matches": what says more by hand is kept.
write_regular_forms() {
    awk '
    /<source>/ { source = $0; sub(/^[ \t]*<source>/, "", source); sub(/<\/source>.*/, "", source); isRegular = source ~ /\((s|es)\)/; form = 0 }
    isRegular && /<translation type="unfinished">/ { held = $0; sub(/ type="unfinished"/, ""); getline first; getline second
        if (first ~ /><\// && second ~ /><\//) {
            one = many = source
            gsub(/\((s|es)\)/, "", one); gsub(/\(s\)/, "s", many); gsub(/\(es\)/, "es", many)
            first = substr(first, 1, index(first, ">")) one "</numerusform>"
            second = substr(second, 1, index(second, ">")) many "</numerusform>"
        } else $0 = held
        print; print first; print second; next }
    { print }' "$1"
}

# Texts whose forms are not finished, one a line.
unfinished() {
    awk '
    /<name>/ { context = $0; gsub(/^[ \t]*<name>|<\/name>.*/, "", context) }
    /<source>/ { source = $0; gsub(/^[ \t]*<source>|<\/source>.*/, "", source) }
    /type="unfinished"/ { print context ": " source }' "$1"
}

# "Save a copy" becomes "⟦Sávé á cópy·····⟧": two fifths longer. Places such as %1 and %Ln hold no vowel; entities are kept.
write_pseudo() {
    awk '
    function pseudo(text,   rest, out, at, entity, letters, pad) {
        letters = text; gsub(/&[a-z]+;|%L?[n1-9]/, "", letters)
        rest = text
        while (match(rest, /&[a-z]+;/)) {
            at = RSTART; entity = RLENGTH
            out = out accented(substr(rest, 1, at - 1)) substr(rest, at, entity)
            rest = substr(rest, at + entity)
        }
        out = out accented(rest)
        for (pad = 0; pad < length(letters) * 0.4; pad++) out = out (pad % 8 == 7 ? " " : "·")
        return "⟦" out "⟧"
    }
    function accented(text) {
        gsub(/a/, "á", text); gsub(/e/, "é", text); gsub(/i/, "í", text); gsub(/o/, "ó", text); gsub(/u/, "ú", text)
        gsub(/A/, "Á", text); gsub(/E/, "É", text); gsub(/I/, "Í", text); gsub(/O/, "Ó", text); gsub(/U/, "Ú", text)
        return text
    }
    BEGIN { RS = "</message>" }
    !/<message/ { printf "%s", $0; next }
    {
        from = index($0, "<source>") + 8
        text = pseudo(substr($0, from, index($0, "</source>") - from))
        printf "%s", substr($0, 1, index($0, "<translation") - 1)
        if (/<message numerus/) text = "<numerusform>" text "</numerusform><numerusform>" text "</numerusform>"
        print "<translation>" text "</translation></message>"
    }' "$1"
}

pseudo() {
    local all
    all=$(mktemp --suffix=.ts)
    rm "$all"
    collect "$all"
    write_pseudo "$all" >"$1"
    rm -f "$all"
}

refresh() {
    local new
    new=$(mktemp --suffix=.ts)
    cp "$plurals" "$new"
    collect "$new" -pluralonly
    write_regular_forms "$new" >"$new.done"
    cmp -s "$new.done" "$plurals" || cp "$new.done" "$plurals"
    rm -f "$new" "$new.done"
}

check() {
    local new missing
    new=$(mktemp --suffix=.ts)
    cp "$plurals" "$new"
    collect "$new" -pluralonly
    missing=$(unfinished "$new")
    rm -f "$new"
    [[ -n $missing ]] || return 0
    {
        echo "These texts have no English plural forms in $plurals:"
        printf '%s\n' "$missing"
        echo "Run ./dev translations; it finishes \"%n value(s)\" by itself. Write by hand what it leaves unfinished, and commit the file."
    } >&2
    exit 1
}

case ${1:-} in
--check) check ;;
--pseudo) pseudo "${2:?a file to write}" ;;
'') refresh; unfinished "$plurals" | sed 's/^/translations: write by hand: /' >&2 ;;
*) echo "translations: unknown argument $1" >&2; exit 2 ;;
esac
