#!/bin/sh
# Compile the kernels in a copy of the project and run every test there: sh tests/compiled.sh [PYTHON]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$root" && git ls-files -z | tar c --null -T - 2>/dev/null) | tar x -C "$copy"
cd "$copy"
"${1:-python3}" -m venv .venv
CLEANER_COMPILE=1 .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
.venv/bin/cleaner --version | grep compiled
# pytest collects no doctests from compiled modules: the tests alone.
.venv/bin/python -m pytest -p no:cacheprovider -o addopts="-q --ignore=tests/bench" tests
