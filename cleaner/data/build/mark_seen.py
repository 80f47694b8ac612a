"""Write into each row on which publishers it was seen: ``mark_seen.py DATA``.

DATA holds the public benchmark (``boilerplate/lines.jsonl.gz``, ``dumps/*.jsonl.gz``). Names of publishers alone are
written, and at most four of them: a row that four publishers bear out was not written from one (see ``seen.py``).
"""

import gzip
import json
import re
import sys
from pathlib import Path

from seen import LEARNED, Seen

from cleaner.rules import sources

_ROW = re.compile(r"(?m)^\[(?P<name>[a-z0-9.-]+)\]$")
_SOURCE = re.compile(r"(?m)^source *= .*\n")
_SEEN = re.compile(r"(?m)^seen\s*= .*\n")


def dumps(data):
    """The publisher and the lines of every dump."""
    for path in (data / "boilerplate" / "lines.jsonl.gz", *sorted((data / "dumps").glob("*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                lines = [line["text"] for line in row["lines"]] if "lines" in row else row["raw"].split("\n")
                yield row["publisher"] or row.get("id", ""), lines


def marked(text, stem, seen):
    """A file of rows with ``seen`` in each row that was seen."""
    text = _SEEN.sub("", text)
    parts = _ROW.split(text)
    out = [parts[0]]
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        who = sorted(seen.publishers.get(identity(name, stem), ()))[: LEARNED + 1]
        line = f"seen   = {json.dumps(who)}\n" if who else ""
        out.append(f"[{name}]" + _SOURCE.sub(lambda m, line=line: m.group() + line, body, count=1))
    return "".join(out)


def identity(name, stem):
    """The id of the row ``name`` of a file: that of a language's row says which language."""
    kind, _, rest = name.partition(".")
    return f"{kind}.{stem}-{rest}" if rest else f"{stem}.{name}"


def main():
    seen = Seen(dumps(Path(sys.argv[1])))
    for source in map(Path, map(str, sources())):
        stem = source.parent.name if source.stem == "rules" else source.stem
        old = source.read_text(encoding="utf-8")
        new = marked(old, stem, seen)
        if new != old:
            source.write_text(new, encoding="utf-8")
    print(f"{len(seen.publishers)} of {len(seen.book.rules)} rows were seen")


if __name__ == "__main__":
    main()
