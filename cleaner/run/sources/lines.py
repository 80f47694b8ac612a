"""Records in JSON Lines, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from cleaner.core.record import Record
from cleaner.run.sources import fields
from cleaner.run.sources.packed import Cut
from cleaner.run.sources.reading import Reading, Shard, Unreadable, read_limited, too_large

_BOM = b"\xef\xbb\xbf"
_LISTS = ("items", "articles", "records", "data", "results", "documents")
"""The keys under which an object that is not a record itself may hold a list of records."""


def jsonl(shard: Shard, reading: Reading) -> Iterator[Record]:
    """A record for each line. Blank lines are skipped; a line that is not a JSON object becomes a rejection.

    >>> list(jsonl(Shard(io.BytesIO(b'{"text": "Rain"}\\n{"text'), "a.jsonl"), Reading()))[1].error
    'not a JSON object: Unterminated string starting at: line 1 column 2 (char 1)'
    """
    number = 0
    try:
        while line := shard.stream.readline(reading.max_bytes + 1):
            number += 1
            at = f":{number}"
            if len(line) > reading.max_bytes:
                while line and not line.endswith(b"\n"):
                    line = shard.stream.readline(reading.max_bytes)
                yield shard.fault(at, too_large(reading.max_bytes))
                continue
            line = line.removeprefix(_BOM) if number == 1 else line
            if line.strip():
                yield _object(line, shard, at, reading)
    except Cut as error:
        yield shard.fault(f":{number + 1}", str(error))


def json_file(shard: Shard, reading: Reading) -> Iterator[Record]:
    """A JSON file: a record, an array of records, or an object that holds such an array. JSON Lines are read, too."""
    try:
        data = read_limited(shard.stream, reading.max_bytes)
    except Unreadable as error:
        raise Unreadable(f"{error} (or write it as JSON Lines, which have no limit)") from error
    try:
        held = json.loads(data.removeprefix(_BOM))
    except (ValueError, RecursionError) as error:
        if b"}\n{" in data or b"}\r\n{" in data:
            yield from jsonl(shard._replace(stream=io.BytesIO(data)), reading)
        else:
            yield shard.fault("", f"not valid JSON: {_why(error)}")
        return
    yield from _held(held, shard, reading)


def _held(held: Any, shard: Shard, reading: Reading) -> Iterator[Record]:
    if isinstance(held, dict):
        inner = next((held[name] for name in _LISTS if isinstance(held.get(name), list)), None)
        content = next((name for name in reading.table["content"] if held.get(name)), None)
        held = inner if inner is not None and content is None else [held]
    if not isinstance(held, list):
        yield shard.fault("", "JSON without an article: an object with a text, or an array of such objects is read")
        return
    for number, row in enumerate(held, 1):
        at = f"#{number}" if len(held) > 1 else ""
        yield _row(row, shard, at, reading)


def csv_file(shard: Shard, reading: Reading) -> Iterator[Record]:
    """A record for each row of a table with a line of names on top, separated by commas, semicolons or tabs."""
    text = io.TextIOWrapper(shard.stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    csv.field_size_limit(reading.max_bytes)
    number = 1
    try:
        names = text.readline()
        marks = max(",;\t", key=names.count)
        rows = csv.DictReader(text, fieldnames=next(csv.reader([names], delimiter=marks), []), delimiter=marks)
        for row in rows:
            number += 1
            known = {key: value for key, value in row.items() if isinstance(key, str)}
            yield _row({key: _recoded(value) for key, value in known.items()}, shard, f":{number}", reading)
    except (csv.Error, Cut) as error:
        yield shard.fault(f":{number + 1}", f"not a CSV row: {error}" if isinstance(error, csv.Error) else str(error))
    finally:
        text.detach()


def _recoded(value: Any) -> Any:
    """A field that is not UTF-8 becomes bytes again, so that its charset can still be detected."""
    if isinstance(value, str) and not value.isascii():
        data = value.encode("utf-8", "surrogateescape")
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return data
    return value


def _object(line: bytes, shard: Shard, at: str, reading: Reading) -> Record:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return shard.fault(at, f"not a JSON object: {_why(error)}")
    return _row(row, shard, at, reading)


def _row(row: Any, shard: Shard, at: str, reading: Reading) -> Record:
    if not isinstance(row, dict):
        return shard.fault(at, f"not a JSON object but a {type(row).__name__}")
    return fields.record(row, shard.origin(at), reading.table, shard.name)


def _why(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
