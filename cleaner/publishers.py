"""Publishers: who stands behind a host or a title's last words, and what their slogans are.

A page's title is the headline plus what the template adds: " - The Messenger", " | CNN Politics", " – BBC News". Cutting at
the last dash is the naive way, and it cuts real headlines: "Brexit – the end of the beginning". So a part is cut where
it is known to be a publisher (from the table, from the page's own site name, or because the publisher's other titles
end in it), or where its structure leaves no doubt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """One publisher. ``country`` is ISO 3166-1 alpha-2, ``locale`` the BCP 47 tag of most of what it publishes."""

    name: str
    hosts: tuple[str, ...]
    country: str
    locale: str
    aliases: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    wire: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    rows: tuple[PublisherRow, ...]
    by_host: dict[str, PublisherRow]
    by_name: dict[str, PublisherRow]
    slogans: frozenset[str]


@cache
def _table() -> _Table:
    data = json.loads((files("cleaner") / "data" / "publishers.json").read_text(encoding="utf-8"))
    rows = tuple(_row(entry) for entry in data["rows"])
    by_name: dict[str, PublisherRow] = {}
    for row in rows:
        by_name.setdefault(_key(row.name), row)
    for row in rows:
        for alias in (*row.aliases, *row.hosts):
            by_name.setdefault(_key(alias), row)
    return _Table(
        rows,
        {host: row for row in reversed(rows) for host in row.hosts},
        by_name,
        frozenset(_key(slogan) for row in rows for slogan in row.slogans),
    )


def _row(entry: dict[str, object]) -> PublisherRow:
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return PublisherRow(**fields)  # type: ignore[arg-type]


def _key(name: str) -> str:
    folded = re.sub(r"[^\w+&]+", " ", name.replace("’", "'").casefold()).strip()
    return folded.removeprefix("the ")


def publishers() -> tuple[PublisherRow, ...]:
    """Every row of the table.

    >>> len(publishers()) >= 300
    True
    """
    return _table().rows


def find_publisher(*, name: str | None = None, host: str | None = None) -> PublisherRow | None:
    """The publisher of this name, or of this host or the nearest host above it.

    >>> find_publisher(name="guardian").name, find_publisher(host="www.edition.cnn.com").name
    ('The Guardian', 'CNN')
    >>> find_publisher(host="example.org") is None
    True
    """
    if name and (row := _table().by_name.get(_key(name))):
        return row
    labels = host.casefold().rstrip(".").split(".")[-6:] if host else []
    for i in range(len(labels) - 1):
        if row := _table().by_host.get(".".join(labels[i:])):
            return row
    return None


def is_slogan(line: str) -> bool:
    """Whether a line is a slogan that the table knows, with or without the publisher's name around it.

    >>> is_slogan("It's time to break the news.The Messenger's slogan"), is_slogan("Democracy Dies in Darkness")
    (True, True)
    >>> is_slogan("Democracy dies in darkness, the editor said on Monday.")
    False
    """
    if not 8 <= len(line) <= 160:
        return False
    key = _key(line)
    table = _table()
    if key in table.slogans:
        return True
    named = re.fullmatch(r"(.{6,}?) (?:the )?(.+?) s slogan|(.+?) s slogan (.{6,})|(.+?) (.{6,})", key)
    if key.endswith(" slogan") and named:
        return any(key.startswith(slogan) for slogan in table.slogans)
    return any(key == f"{_key(row.name)} {_key(slogan)}" for row in table.rows for slogan in row.slogans)


_BAR = re.compile(r"\s+[|·•»«]+\s+|\s*\|\s*|\s+::\s+|\s+//\s+")
_DASH = re.compile(r"\s+[-–—]\s+|\s—(?=\S)")
_PRESS = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Chronicle|Journal|Observer|Press|Daily|Newspaper|Magazine|Radio|TV|Online"
    r"|Zeitung|Nachrichten|Anzeiger|Tagblatt|Kurier|Rundschau|Dagblad|Nieuws|Noticias|Diario|Jornal|Notícias|Gazzetta|Quotidiano|Giornale|Actualités|Infos"
    r"|Review|Reporter|Examiner|Mirror|Telegraph|Standard|Express|Mail|Star|Sun|Weekly|Monitor|Register|Dispatch|Sentinel|Bulletin|Courier|Wire|Report|Media|Network)\b"
)
_DOMAIN = re.compile(
    r"(?:[\w-]+\.)+(?:com|org|net|de|at|ch|co\.uk|uk|in|fr|es|it|nl|be|eu|tv|info|news|ie|ca|pt|io|au|nz|za|us|me)",
    re.IGNORECASE,
)
_SECTION = frozenset(
    "news world politics business sport sports opinion analysis culture arts entertainment science health tech technology "
    "travel lifestyle life style money environment education video videos us uk europe africa asia americas australia "
    "latest breaking national international local economy football society books music film food features commentary "
    "editorial politik wirtschaft kultur gesellschaft panorama wissen ausland inland meinung monde société économie "
    "politique culture internacional deportes economía sociedad cultura mundo esportes política economia esteri cronaca "
    "buitenland binnenland economie".split()
)


def split_title(title: str, *, site: str | None = None, others: Sequence[str] = ()) -> tuple[str, str | None]:
    """A page's title parted into the headline and the publisher's name; None where no publisher is sure.

    ``site`` is the page's own word for the site (``og:site_name``); ``others`` are titles of other pages of the same
    publisher: what several end in is no headline. Sections between ("… | Politics | CNN") go with the publisher. A kicker
    in front ("Opinion | …") goes too: readers do not see it in the headline. A headline's own dash stays.

    >>> split_title("Kim Kardashian Urges Biden to 'Stop Another Armenian Genocide' - The Messenger")
    ("Kim Kardashian Urges Biden to 'Stop Another Armenian Genocide'", 'The Messenger')
    >>> split_title("Opinion | The Court Has Lost Its Way | CNN Politics")
    ('The Court Has Lost Its Way', 'CNN')
    >>> split_title("Brexit – the end of the beginning")
    ('Brexit – the end of the beginning', None)
    >>> split_title("Storm hits coast | Regional | Nordkap Tidende", others=["Fish prices fall | Nordkap Tidende"])
    ('Storm hits coast', 'Nordkap Tidende')
    """
    text = " ".join(title[:1000].split())
    endings = _endings(others)
    publisher = None
    for _ in range(5):
        head, mark, tail = _last_part(text)
        if not mark:
            break
        name = _publisher_in(tail, site, endings, mark)
        if name is None and not (publisher and _is_section(tail)) and not (_is_section(tail) and mark == "|"):
            break
        if not _may_stand(head, tail, name):
            break
        publisher, text = publisher or name or None, head
    text, front = _without_front(text, site)
    return text, publisher or front


def _last_part(text: str) -> tuple[str, str, str]:
    """Head, kind of separator ("|" or "-"), last part."""
    bars, dashes = list(_BAR.finditer(text)), list(_DASH.finditer(text))
    last = max((*bars[-1:], *dashes[-1:]), key=lambda m: m.start(), default=None)
    if last is None or last.start() == 0:
        return text, "", ""
    return text[: last.start()], "|" if bars and last is bars[-1] else "-", text[last.end() :]


def _endings(others: Sequence[str]) -> frozenset[str]:
    return frozenset(_key(_last_part(" ".join(title[:1000].split()))[2]) for title in others) - {""}


def _publisher_in(part: str, site: str | None, endings: frozenset[str], mark: str) -> str | None:
    """The publisher's name that a part of a title is; None if it may be part of the headline."""
    key = _key(part)
    if row := _table().by_name.get(key):
        return row.name
    if site and (key == _key(site) or key.startswith(_key(site) + " ")):
        return site
    if key in endings:
        return part
    words = part.split()
    if len(words) > 6 or not words:
        return None
    for size in range(len(words) - 1, 0, -1):
        row = _table().by_name.get(_key(" ".join(words[:size])))
        if row and row.name != "Time" and _is_section(" ".join(words[size:])):
            return row.name
    if _DOMAIN.fullmatch(part) or (_PRESS.search(part) and _capitalized(words) and len(words) <= 5 and len(words) > 1):
        return part
    return part if mark == "|" and _capitalized(words) and len(words) <= 4 and not _is_section(part) else None


def _capitalized(words: Sequence[str]) -> bool:
    small = {
        "of",
        "the",
        "and",
        "de",
        "la",
        "del",
        "der",
        "die",
        "das",
        "für",
        "et",
        "&",
        "-",
        "in",
        "for",
        "di",
        "van",
        "el",
        "le",
        "du",
        "dello",
        "della",
    }
    return all(w[:1].isupper() or w[:1].isdigit() or w in small for w in words)


def _is_section(part: str) -> bool:
    words = re.findall(r"\w+", part.casefold())
    return 0 < len(words) <= 4 and all(w in _SECTION or w in ("and", "und", "et", "y", "e", "the") for w in words)


def _may_stand(head: str, tail: str, name: str | None) -> bool:
    """A headline is what is left: it must say something."""
    return len(head) >= 4 and (len(head.split()) >= 2 or len(head) > len(tail))


def _without_front(text: str, site: str | None) -> tuple[str, str | None]:
    """A kicker or the publisher in front: "Opinion | …", "BBC News - …"."""
    m = _BAR.search(text) or _DASH.search(text)
    if not m or m.start() == 0:
        return text, None
    front, rest = text[: m.start()], text[m.end() :]
    row = _table().by_name.get(_key(front))
    is_site = bool(site) and _key(front) == _key(site or "")
    if len(rest.split()) < 3 or not (row or is_site or ("|" in m.group() and _is_section(front))):
        return text, None
    return rest, row.name if row else site if is_site else None
