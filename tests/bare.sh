#!/bin/sh
# Install a wheel or an sdist into an environment that holds nothing else, and use it: sh tests/bare.sh PYTHON FILE
set -eu
python=$1 file=$(realpath "$2")
bare=$(mktemp -d)
trap 'rm -rf "$bare"' EXIT
"$python" -m venv "$bare/venv"
"$bare/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$file"
cd "$bare"
PATH="$bare/venv/bin:$PATH"
cleaner --version
cleaner init job >/dev/null
make -s -C job rules report >/dev/null
test -s job/clean/ferry-cat.txt.json
test -s job/report/index.html
cleaner check job/clean
for format in ninjs jsonld tei markdown text csv; do
  cleaner export job/clean --to "$format" -o "out/$format" >/dev/null
done
"$bare/venv/bin/python" - <<'PYTHON'
import importlib.resources
import cleaner
package = importlib.resources.files("cleaner")
assert (package / "py.typed").is_file(), "the package does not say that it is typed"
assert not (package / "data" / "build").is_dir(), "scripts that build data are no part of a wheel"
assert (package / "data" / "compiled" / "rows.table").is_file(), "the tables were not compiled"
assert cleaner.clean("Rain again\n\nIt rained in Leeds on Friday.").headline == "Rain again"
PYTHON
echo "$(basename "$file") works in a bare environment of $("$python" --version)"
