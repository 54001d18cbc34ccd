#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake/translations.sh on a small source tree of its own.
set -euo pipefail
project=$1

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree"/{ui,app,resources/translations}
export MILEPOST_ROOT=$tree
ts=$tree/resources/translations/milepost_en.ts
cat >"$ts" <<'TS'
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
</TS>
TS
# say TEXT...: the texts of the only source.
say() {
    {
        echo 'struct Words { Q_DECLARE_TR_FUNCTIONS(Words) QStringList all(int n) {'
        echo '    return {tr("no number")'
        printf '        , tr("%s", nullptr, n)\n' "$@"
        echo '}; } };'
    } >"$tree/ui/words.cpp"
}
translations() { "$project/cmake/translations.sh" "$@"; }
holds() { grep -qF -- "$1" "$ts" || fail "$1 is not in the file: $(cat "$ts")"; }

say '%n value(s)' '%n match(es) of %1' '%n entry(ies)'
before=$(cat "$ts")
code=0
out=$(translations --check 2>&1) || code=$?
[[ $code == 1 && $out == *'Words: %n value(s)'* && $out == *'./dev translations'* ]] || fail "unfinished texts: exit $code, $out"
[[ $(cat "$ts") == "$before" ]] || fail 'the check wrote the file'

out=$(translations 2>&1)
[[ $out == *'write by hand: Words: %n entry(ies)'* && $out != *value* ]] || fail "what is left to write: $out"
for form in '%n value' '%n values' '%n match of %1' '%n matches of %1'; do holds "<numerusform>$form</numerusform>"; done
! grep -q 'no number' "$ts" || fail 'a text without number is in the file'
! translations --check 2>/dev/null || fail 'a text that is left to write is not found'

sed -i "/entry(ies)/,/<\/message>/ { s/ type=\"unfinished\"//; s|<numerusform></numerusform>|<numerusform>%n by hand</numerusform>| }" "$ts"
translations --check || fail 'all is finished'
finished=$(stat -c %Y:%i "$ts")
translations
[[ $(stat -c %Y:%i "$ts") == "$finished" ]] || fail 'a file that is up to date was written'

say '%n entry(ies)' '%n new one(s)'
translations
holds '%n by hand'
holds '<numerusform>%n new ones</numerusform>'
! grep -q 'match' "$ts" || fail 'a text that is gone is still in the file'
