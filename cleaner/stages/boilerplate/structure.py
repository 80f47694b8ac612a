"""What a line is by its place: the title, its repetition, the slogan below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cleaner.document import Document, Edit
from cleaner.facts import Claim, Fact
from cleaner.stages.boilerplate.lines import Line

_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$")
_SLOGAN = re.compile(r"(?P<slogan>.{5,120}?[.!?])?\s*(?P<name>[\w .&'’-]{2,40})['’]s? slogan", re.I)


@dataclass
class Reading:
    """What structure made of a page: lines to cut, edits inside lines, claims and captions."""

    cuts: dict[int, str] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


def read(document: Document, lines: Sequence[Line], known: Mapping[int, str]) -> Reading:
    """Read the page's structure; ``known`` are the lines that rows have claimed."""
    reading = Reading()
    rest = [i for i in range(len(lines)) if i not in known]
    if rest:
        _title(document, lines, rest, reading)
        _slogan(lines, rest, reading)
    return reading


def split_title(line: str) -> tuple[str, str | None]:
    """A title line without the publisher's name, and that name.

    >>> split_title("Rain again in Leeds - The Daily Post")
    ('Rain again in Leeds', 'The Daily Post')
    """
    match = _SUFFIX.search(line)
    if match and len(line[: match.start()].split()) >= 3 and match.group(1)[:1].isupper():
        return line[: match.start()], match.group(1).strip()
    return line, None


def headline_like(line: Line) -> bool:
    """Could this line be a headline? Short, and no sentence's full stop at its end."""
    return line.words <= 22 and len(line.text) <= 160 and not line.text.endswith((".", ":", ";", ",", "…", '."', ".”"))


def _title(document: Document, lines: Sequence[Line], rest: Sequence[int], reading: Reading) -> None:
    claims = document.claims("headline")
    if claims:
        return
    first = lines[rest[0]]
    headline, publisher = split_title(first.text)
    reading.facts.append(Claim("headline", headline, "first line", 4))
    if publisher:
        reading.facts.append(Claim("publisher", publisher, "title line", 6))
    if headline_like(first) and len(rest) > 1 and (publisher or not headline_like(lines[rest[1]])):
        reading.cuts[rest[0]] = "title.line"


def _slogan(lines: Sequence[Line], rest: Sequence[int], reading: Reading) -> None:
    for i in rest[:6]:
        match = _SLOGAN.fullmatch(lines[i].text)
        if match:
            reading.cuts[i] = "slogan.named"
            if match["slogan"]:
                reading.facts.append(Claim("slogan", match["slogan"], "slogan line"))
