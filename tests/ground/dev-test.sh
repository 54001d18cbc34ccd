#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./dev says before it builds anything: from any folder, with or without arguments.
set -euo pipefail
project=$1
cd /

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

usage=$("$project/dev") || fail 'dev alone should list its commands and succeed'
for command in build run test bench faults lint format translations package check; do
    grep -q "^  $command " <<<"$usage" || fail "dev does not list $command"
done

code=0
out=$("$project/dev" fly 2>&1) || code=$?
[[ $code == 2 && $out == *"$usage"* ]] || fail "an unknown command: exit $code, $out"
