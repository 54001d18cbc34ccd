#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Plants one offence at a time in a copy of the source tree; the layer check must name its file and line, and nothing else.
set -euo pipefail
project=$1
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$project/core" "$project/ui" "$project/app" "$copy"

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
check() { "$project/cmake/check-layers.sh" "$copy" 2>&1; }

# plant FILE LINE-OF-SOURCE EXPECTED: the second line of FILE offends, and the message says EXPECTED.
plant() {
    local file=$1 text=$2 expected=$3 out
    mkdir -p "$copy/$(dirname "$file")"
    printf '#include <QString>\n%s\n' "$text" >"$copy/$file"
    if out=$(check); then fail "not found: $text in $file"; fi
    [[ $out == "$file:2: "*"$expected"* && $(wc -l <<<"$out") == 1 ]] || fail "$text in $file was told as: $out"
    rm "$copy/$file"
}

# legal FILE LINE-OF-SOURCE: nothing to say about it.
legal() {
    local file=$1 text=$2 out
    mkdir -p "$copy/$(dirname "$file")"
    printf '#include <QString>\n%s\n' "$text" >"$copy/$file"
    out=$(check) || fail "$text in $file is legal, but was told as: $out"
    rm "$copy/$file"
}

out=$(check) || fail "the tree as it is: $out"

plant core/domain/planted.h '#include "core/storage/engine.h"' 'core/domain (header) must not include core/storage'
plant core/domain/planted.cpp '  #  include "ui/words/words.h"' 'must not include ui/words'
plant core/domain/planted.cpp '#include <core/services/boards.h>' 'must not include core/services'
plant core/domain/planted.cpp '#include "../storage/engine.h"' 'write the path from the top of the tree'
plant core/domain/planted.cpp '#include "tests/support/printing.h"' 'must not include the tests'
plant core/domain/planted.cpp '#include <QSqlQuery>' 'SQL lives in core/storage only'
plant core/domain/planted.cpp '#include <QLabel>' 'must not know widgets'
plant core/domain/planted.cpp 'const QString text = tr("Saved");' 'core has no sentences for people'
plant core/services/planted.h '#include "core/storage/engine.h"' 'core/services (header) must not include core/storage'
plant core/services/planted.h '#include "core/security/keys.h"' 'must not include core/security'
plant core/services/planted.cpp '#include <QMessageBox>' 'must not know widgets'
plant core/services/planted.cpp 'return QCoreApplication::translate("a", "b");' 'core has no sentences for people'
plant core/storage/planted.cpp '#include "core/services/boards.h"' 'must not include core/services'
plant core/exchange/planted.cpp '#include "core/storage/engine.h"' 'must not include core/storage'
plant core/exchange/planted.cpp '#include <sqlite3.h>' 'SQL lives in core/storage only'
plant core/security/planted.cpp '#include "core/storage/engine.h"' 'must not include core/storage'
plant ui/words/planted.cpp '#include "core/services/boards.h"' 'must not include core/services'
plant ui/models/planted.cpp '#include "core/storage/engine.h"' 'must not include core/storage'
plant ui/models/planted.cpp '#include <QtWidgets/QWidget>' 'must not know widgets'
plant ui/models/planted.cpp '#include <QtSql/QSqlQuery>' 'SQL lives in core/storage only'
plant ui/delegates/planted.cpp '#include "ui/models/boardmodel.h"' 'must not include ui/models'
plant ui/charts/planted.h '#include "core/services/boards.h"' 'must not include core/services'
plant ui/pages/planted.cpp '#include "app/milepost/window.h"' 'nothing outside app includes app'
plant ui/pages/planted.cpp '#include "core/storage/engine.h"' 'must not include core/storage'
plant ui/commands/planted.cpp '#include "core/exchange/csv.h"' 'must not include core/exchange'

legal core/services/planted.cpp '#include "core/storage/engine.h"'
legal core/storage/planted.cpp '#include <sqlite3.h>'
legal core/domain/planted.cpp '#include <QStringView>'
legal core/domain/planted.cpp '// what tr(text) would say is for ui/words'
legal ui/models/planted.cpp '#include <QStyleHints>'
legal ui/delegates/planted.cpp '#include "ui/models/roles.h"'
legal ui/pages/planted.cpp '#include "ui/commands/record.h"'
legal app/planted.cpp '#include "core/storage/engine.h"'

# A folder that the table does not know is an offence of its own.
mkdir -p "$copy/core/extra"
printf '#include <QString>\n' >"$copy/core/extra/planted.cpp"
if out=$(check); then fail 'an unknown room was not found'; fi
[[ $out == *'core/extra is not a room'* ]] || fail "an unknown room was told as: $out"
