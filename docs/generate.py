"""The reference pages that are made from the package itself, so that they cannot fall behind it."""

from __future__ import annotations

import argparse
import inspect
import json
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import cleaner
from cleaner.cli import parser
from cleaner.core import parts as models
from cleaner.core.article import SCHEMA_VERSION, Article
from cleaner.rules import package_rules

ROOT = Path(__file__).parents[1]
MODELS = (
    "Article", "Publisher", "Author", "Dateline", "Block", "Caption", "Credit", "Image", "Link", "DateMention",
    "Person", "Entity", "Mention", "Change", "YearInference", "Source", "Maker",
)  # fmt: skip

RARE: dict[tuple[str, str], Any] = {
    ("Article", "organizations"): [{"name": "BBC", "kind": "organization", "mentions": []}],
    ("Article", "places"): [{"name": "Leeds", "kind": "place", "wikidata": "Q39121", "mentions": []}],
    ("Article", "section"): "Local news",
    ("Article", "keywords"): ["harbour", "ferries"],
    ("Article", "is_accessible_for_free"): False,
    ("Article", "is_truncated"): True,
    ("Article", "description"): "A cat has crossed the harbour some 9,000 times. It has had enough.",
    ("Article", "date_modified"): "2023-09-08T18:02:00-04:00",
    ("Article", "date_modified_raw"): "Updated Sept. 8, 2023 6:02 PM ET",
    ("Article", "date_modified_source"): "line",
    ("Article", "year_inferred"): {"year": 2023, "evidence": ["Friday, Sept. 8"]},
    ("Article", "images"): [{"url": "https://news.example/cat.jpg", "alt": "A ginger cat", "caption": 0}],
    ("Article", "links"): [{"start": 12, "end": 17, "text": "ferry", "url": "https://news.example/ferry"}],
    ("Article", "meta"): {"feed": "local", "fetched_by": "crawler 7"},
    ("Publisher", "url"): "https://www.harbourcourier.example",
    ("Publisher", "slogan"): "News that belongs to the town",
    ("Author", "role"): "Local government reporter",
    ("Author", "affiliation"): "AP",
    ("Dateline", "agency"): "AP",
    ("Image", "url"): "https://news.example/cat.jpg",
    ("Image", "alt"): "A ginger cat on a ferry",
    ("Image", "caption"): 0,
    ("Link", "start"): 12,
    ("Link", "end"): 17,
    ("Link", "text"): "ferry",
    ("Link", "url"): "https://news.example/ferry",
    ("DateMention", "mod"): "APPROX",
    ("Person", "suffix"): "Jr.",
    ("Person", "honorifics"): ["Dr"],
    ("Entity", "name"): "Leeds",
    ("Entity", "kind"): "place",
    ("Entity", "mentions"): [{"start": 12, "end": 17, "text": "Leeds"}],
    ("Entity", "code"): "GB",
    ("Entity", "wikidata"): "Q39121",
    ("Change", "evidence"): "0.98: all links",
    ("YearInference", "year"): 2023,
    ("YearInference", "evidence"): ["Friday, Sept. 8"],
    ("Source", "path"): "harbour-courier/ferry-cat.txt",
    ("Source", "undecodable"): [[118, "\ufffd"]],
}
"""Examples of fields that no article of ``raw/`` fills."""


def write_pages(folder: Path) -> None:
    """Write all generated pages into a folder."""
    folder.mkdir(exist_ok=True)
    for name, page in (("cli", cli()), ("schema", schema()), ("rules", rules()), ("api", api())):
        (folder / f"{name}.md").write_text(page, encoding="utf-8")


def cli() -> str:
    """The command line, command by command, from ``--help``."""
    top = parser()
    parts = ["# Command line", "Every command, as `--help` tells of it.", _block(top.format_help())]
    for name, command in commands(top).items():
        parts += [f"## cleaner {name}", _block(command.format_help())]
    return "\n\n".join(parts) + "\n"


def commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Every command with its parser."""
    return {name: sub for a in top._actions if isinstance(a.choices, dict) for name, sub in a.choices.items()}


def _block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


def schema() -> str:
    """The schema, part by part, with an example of each field."""
    seen = examples()
    parts = [
        "# Schema of an article",
        f"Schema {SCHEMA_VERSION}. Terms are schema.org's, in snake case. Offsets are half-open and count code"
        " points: those of mentions and blocks point into `text`, those of changes into the raw text. An unknown value"
        " is null or an empty list, never a guess. The JSON Schema stands in `cleaner/data/article.schema.json`, and"
        " `cleaner schema` prints it.",
    ]
    for name in MODELS:
        model = model_of(name)
        parts += [f"## {name}", _prose(model), _fields(model, seen)]
    return "\n\n".join(parts) + "\n"


def model_of(name: str) -> type[BaseModel]:
    """The article, or a part of it, by its name."""
    return Article if name == "Article" else getattr(models, name)


def _prose(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "").replace("``", "`")


def _fields(model: type[BaseModel], seen: dict[tuple[str, str], Any]) -> str:
    rows = ["| field | type | example |", "|---|---|---|"]
    described = model.model_json_schema(mode="serialization")["properties"]
    for field in model.model_fields:
        example = json.dumps(seen.get((model.__name__, field)), ensure_ascii=False)
        example = example if len(example) <= 100 else example[:97] + "…"
        rows.append(f"| `{field}` | {_type(described[field])} | `` {example.replace('|', chr(92) + '|')} `` |")
    return "\n".join(rows)


def _type(schema: dict[str, Any]) -> str:
    """A JSON Schema type in words.

    >>> _type({"anyOf": [{"type": "string"}, {"type": "null"}]})
    'string or null'
    """
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(option) for option in schema["anyOf"]))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})" if name in MODELS else name
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}" if "items" in schema else "list"
    if "format" in schema:
        return {"date": "ISO 8601 date", "date-time": "ISO 8601 time"}.get(schema["format"], schema["format"])
    return str(schema.get("type", "any"))


def examples() -> dict[tuple[str, str], Any]:
    """A value for each field of each part: the first that an article of ``raw/`` fills, else one of the rare."""
    found: dict[tuple[str, str], Any] = {}
    for file in sorted((ROOT / "raw").rglob("*")):
        if file.suffix in (".txt", ".html") and "broken" not in file.parts:
            beside = file.with_name(file.name + ".meta.json")
            known = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
            for part in _parts(cleaner.clean(file.read_bytes(), **known)):
                for field, value in part.model_dump(mode="json").items():
                    if value not in (None, "", [], {}, False):
                        found.setdefault((type(part).__name__, field), value)
    return RARE | found


def _parts(part: BaseModel) -> Iterator[BaseModel]:
    """A model and all models within it."""
    yield part
    for name in type(part).model_fields:
        value = getattr(part, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from _parts(item)


def rules() -> str:
    """Every row that cuts boilerplate, with what it cuts, what it keeps and where it comes from."""
    rows = package_rules().rules
    kinds = Counter(row.id.partition(".")[0] for row in rows)
    parts = [
        "# Rules",
        f"{len(rows)} rows know a wording of boilerplate. Each shows lines that it must cut and look-alikes that it"
        " must keep, and is tried against what every other row keeps. Beside the rows, lines go for what they repeat,"
        " for their links and their place, for the lines that articles of one publisher share (`site.*`), and by two"
        " small models (`model.*`).",
    ]
    for kind in sorted(kinds):
        parts += [f"## {kind}", "| rule | cuts | keeps | source |\n|---|---|---|---|"]
        own = [row for row in rows if row.id.partition(".")[0] == kind]
        parts[-1] += "".join(
            f"\n| {_code(row.id)} | {_some(row.cuts)} | {_some(row.keeps)} | {_cell(row.source)} |" for row in own
        )
    return "\n\n".join(parts) + "\n"


def _some(lines: tuple[str, ...]) -> str:
    return _code(lines[0]) if lines else ""


def _code(text: str) -> str:
    text = text.replace("|", "\\|").replace("\n", " ")
    return f"`` {text} ``"


def _cell(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)


def api() -> str:
    """The front door, name by name, from the docstrings."""
    parts = [
        "# Library",
        "Everything that `import cleaner` offers. Importing it costs nothing: a name is loaded when it is used.",
    ]
    for name in cleaner.__all__:
        value = getattr(cleaner, name)
        if inspect.isclass(value):
            # An exception or a model shows its own members, not those of pydantic.
            parts.append(_directive("autoclass", value.__module__, name, members=not issubclass(value, BaseModel)))
        elif inspect.isroutine(value):
            parts.append(_directive("autofunction", value.__module__, name, members=False))
    return "\n\n".join(parts) + "\n"


def _directive(kind: str, module: str, name: str, *, members: bool) -> str:
    import_module(module)
    lines = [f".. {kind}:: {module}.{name}"]
    if members:
        lines.append("   :members:")
    return "```{eval-rst}\n" + "\n".join(lines) + "\n```"
