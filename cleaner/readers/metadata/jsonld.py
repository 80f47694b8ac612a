"""JSON-LD in pages: graphs, lists, nested objects, sometimes broken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from cleaner.core import lazy_re as re
from cleaner.readers.metadata.broken import salvage

Node = dict[str, Any]

_LIMIT = 2_000_000
_WRAP = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)+|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
_COMMA = re.compile(r",\s{0,200}([}\]])")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Opinion\w*|Liveblog)$", re.I)
_PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|VideoObject|Recipe|CreativeWork|HowTo|Product|MedicalWebPage)$")
_DEPTH = 12


def load(script: str) -> object:
    """The value of a script. Comments or CDATA around it, raw line feeds and trailing commas are tolerated.

    >>> load('<!-- {"a": "x\\ny", } -->')
    {'a': 'x\\ny'}
    >>> load("no json") is None
    True
    """
    if len(script) > _LIMIT:
        return None
    if "&quot;" in script and '"' not in script:
        script = unescape(script)
    for text in (script, _WRAP.sub("", script.strip()).strip(), None):
        try:
            return json.loads(_mend(script) if text is None else text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mend(script: str) -> str:
    text = _WRAP.sub("", script.strip()).strip()
    return _COMMA.sub(r"\1", text.replace("\\'", "'"))


def nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """Every object in a value, outer ones first.

    >>> [n.get("@type") for n in nodes({"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle"}]})]
    [None, 'WebPage', 'NewsArticle']
    """
    if depth > _DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if isinstance(inner, (dict, list)) and key not in _ASIDE:
                yield from nodes(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:500]:
            yield from nodes(inner, depth + 1)


_ASIDE = frozenset(
    {
        "author",
        "publisher",
        "comment",
        "image",
        "isPartOf",
        "liveBlogUpdate",
        "hasPart",
        "itemListElement",
        "relatedLink",
        "review",
        "citation",
    }
)


def read(scripts: Iterable[str]) -> list[Node]:
    """All objects in the scripts of a page; of a broken script, what can be salvaged."""
    return [node for script in scripts for node in nodes(load(script) or salvage(script))]


def body(found: Iterable[Node]) -> str:
    """The longest article text in the structured data of a page.

    >>> body([{"articleBody": "It rained."}, {"@type": "WebSite"}])
    'It rained.'
    """
    texts = (node["articleBody"] for node in found if isinstance(node.get("articleBody"), str))
    return max(texts, key=len, default="")


def kind(node: Node) -> str:
    """``"article"``, ``"page"`` or empty, by the ``@type`` of the node."""
    types = [t for t in _list(node.get("@type")) if isinstance(t, str)]
    if any(_ARTICLE.search(t) for t in types):
        return "article"
    return "page" if any(_PAGE.search(t) for t in types) else ""


def main_node(found: Iterable[Node], wanted: str, urls: set[str], title: str = "") -> Node | None:
    """The node of one kind that describes this page: with its URL, else with its title, else the one that says most.

    >>> other, this = ({"@type": "Article", "headline": text} for text in ("Snow falls in York", "Rain falls in Leeds"))
    >>> main_node([other, this], "article", set(), "Rain falls in Leeds | The Example")["headline"]
    'Rain falls in Leeds'
    """
    rivals = [node for node in found if kind(node) == wanted]
    if not rivals:
        return None
    if len(rivals) == 1:
        return rivals[0]
    return max(rivals, key=lambda node: (bool(_urls(node) & urls), _entitled(node, title), _weight(node)))


def _entitled(node: Node, title: str) -> bool:
    """Does the title of the page begin with a node's headline, or contain most of its words?"""
    headline = " ".join(strings(node.get("headline"), ("@value",))).casefold().split()
    words = set(title.casefold().split())
    return bool(headline) and sum(word in words for word in headline) > 0.6 * len(headline)


def _urls(node: Node) -> set[str]:
    found = {bare(u) for key in ("url", "@id", "mainEntityOfPage") for u in strings(node.get(key), ("@id", "url"))}
    return found - {""}


def bare(url: str) -> str:
    """A URL without scheme, ``www.``, query, fragment and final slash: what all spellings of an address share."""
    return re.sub(r"^https?://(?:www\.)?", "", url.strip().split("#")[0].split("?")[0]).rstrip("/").casefold()


def _weight(node: Node) -> int:
    return sum(bool(node.get(key)) for key in ("headline", "datePublished", "author", "articleBody"))


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def strings(value: object, keys: tuple[str, ...]) -> Iterator[str]:
    """The strings in a value: itself, the items of a list, or the values under ``keys`` of an object."""
    for item in _list(value):
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for key in keys:
                if isinstance(item.get(key), (str, list)):
                    yield from (s for s in _list(item[key]) if isinstance(s, str))
                    break


def statements(node: Node, found: dict[str, Node]) -> Iterator[tuple[str, str]]:
    """The statements of a node, as name and text; references to authors are looked up in ``found``."""
    for name in _FIELDS:
        value = node.get(name)
        for text in strings(_counted(value) if isinstance(value, int) else value, ("@value", "name")):
            yield name.lower(), text
    for name in ("inLanguage", "url"):
        for text in strings(node.get(name), ("alternateName", "@id", "name")):
            yield name.lower(), text
    for party in _list(node.get("publisher")):
        party = _resolved(party, found)
        yield from (("publisher", text) for text in strings(party, ("name",)))
        if isinstance(party, dict):
            yield from (("publisher_url", text) for text in strings(party.get("url"), ("@id",)))
    for party in [*_list(node.get("author")), *([] if node.get("author") else _list(node.get("creator")))]:
        party = _resolved(party, found)
        role = "organization" if _is_organization(party) else "author"
        yield from ((role, text) for text in strings(party, ("name", "@list", "byline")))


_FIELDS = (
    *("headline", "description", "datePublished", "dateModified", "dateCreated", "uploadDate"),
    *("articleSection", "keywords", "isAccessibleForFree"),
)


def _counted(value: int) -> str:
    """Seconds or milliseconds since 1970 as seconds, and truth values as words."""
    if isinstance(value, bool):
        return str(value)
    return str(value // 1000 if value > 10**11 else value)


def _is_organization(party: object) -> bool:
    """Is a party typed as an organization? (Organizations are often typed as persons, but seldom the reverse.)"""
    types = _list(party.get("@type")) if isinstance(party, dict) else []
    return any(isinstance(t, str) and t.endswith("Organization") for t in types) and "Person" not in types


def _resolved(party: object, found: dict[str, Node]) -> object:
    """A party with its name: looked up by its ``@id``, taken out of the role around it, or composed.

    >>> _resolved({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, {})["name"]
    'Ann Lee'
    >>> _resolved({"@type": "Role", "author": {"name": "Bo Xi"}}, {})
    {'name': 'Bo Xi'}
    """
    if not isinstance(party, dict) or party.get("name"):
        return party
    if isinstance(party.get("@id"), str) and party["@id"] in found:
        return found[party["@id"]]
    if isinstance(party.get("author"), (dict, str)):
        return party["author"]
    halves = (party.get(half) for half in ("givenName", "familyName"))
    name = " ".join(half.strip() for half in halves if isinstance(half, str))
    return party | {"name": name} if name else party


def index(found: Iterable[Node]) -> dict[str, Node]:
    """The nodes with a name, by their ``@id``."""
    return {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and node.get("name")}
