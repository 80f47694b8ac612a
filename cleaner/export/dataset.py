"""A data set for Hugging Face ``datasets``: a Parquet file, and a card that says how it was made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from cleaner.core.article import SCHEMA_VERSION, Article
from cleaner.core.version import VERSION, fingerprint
from cleaner.export.frame import COLUMNS, LISTS, row
from cleaner.run.files import write_whole
from cleaner.run.sources.missing import needed

DATA = "data/train-00000-of-00001.parquet"
_ROWS = 1000
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10**7, "1M<n<10M"))


def write_dataset(articles: Iterable[Article], out: Path) -> int:
    """Write ``data/…parquet`` and ``README.md`` below ``out``; returns the number of articles.

    ``datasets.load_dataset(str(out))`` reads the folder, and you can push it to a hub. Needs ``pyarrow``; raises
    :class:`cleaner.Missing` without it. The rows are those of :func:`cleaner.to_frame`, with a fixed schema.
    """
    with needed("parquet", "a data set"):
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    schema = _schema(arrow)
    (out / DATA).parent.mkdir(parents=True, exist_ok=True)
    languages: Counter[str] = Counter()
    count = 0
    with parquet.ParquetWriter(out / DATA, schema, compression="zstd") as writer:
        for rows in _batches(articles):
            writer.write_batch(arrow.RecordBatch.from_pylist(rows, schema=schema))
            languages.update(one["language"] for one in rows if one["language"])
            count += len(rows)
    write_whole(out / "README.md", card(count, languages))
    return count


def _batches(articles: Iterable[Article]) -> Iterator[list[dict[str, Any]]]:
    source = iter(articles)
    while rows := [row(article) for article in islice(source, _ROWS)]:
        yield rows


def _schema(arrow: Any) -> Any:
    special = {"day_published": arrow.date32(), "is_truncated": arrow.bool_(), "is_accessible_for_free": arrow.bool_()}
    special |= {"word_count": arrow.int64(), **{name: arrow.list_(arrow.string()) for name in LISTS}}
    return arrow.schema([(name, special.get(name, arrow.string())) for name in COLUMNS])


def card(count: int, languages: Counter[str]) -> str:
    """The card of a data set, for loaders and for readers.

    >>> print(card(2, Counter(en=2)).splitlines()[1])
    license: unknown
    """
    listed = [name.partition("-")[0] for name, _ in languages.most_common()]
    front = {
        "license": "unknown",
        "language": list(dict.fromkeys(listed)),
        "pretty_name": "News articles",
        "size_categories": [next((name for most, name in _SIZES if count < most), "n>10M")],
        "tags": ["news"],
        "configs": [{"config_name": "default", "data_files": [{"split": "train", "path": "data/train-*"}]}],
    }
    head = "".join(
        f"{key}: {value if isinstance(value, str) else json.dumps(value)}\n" for key, value in front.items() if value
    )
    columns = "\n".join(f"- `{name}`" for name in COLUMNS)
    return _CARD.format(head=head, count=count, version=VERSION, fingerprint=fingerprint(), schema=SCHEMA_VERSION,
                        columns=columns)  # fmt: skip


_CARD = """---
{head}---

# News articles

{count:,} news articles, cleaned from raw documents by cleaner {version} (rules and models {fingerprint},
article schema {schema}). The texts belong to their publishers: before you share this data set, state in
the front matter above what the texts may be used for.

## Columns

{columns}

`date_published` is ISO 8601 as precise as the source; `day_published` is its day alone. `dates` holds the
TIMEX3 values of the time expressions in the text. An unknown value is null, never a guess.
`headline_source` is `stand-in` where a document has no headline and its first sentence stands in for one.

## How it was made

Boilerplate was cut by rules, by the lines that articles of one publisher share, and by small models;
encoding faults and plain misspellings were repaired. Text is annotated, not rewritten. Every change is
logged in the JSON articles that this table was made from, with its rule and its evidence, so each raw
text can be rebuilt.

## Known limits

A line of boilerplate stays where there was doubt. People are found without a language model, so some are
missed. See `warnings` for what a person should know of a single article.
"""
