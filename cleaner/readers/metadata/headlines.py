"""The headline: of all titles of a page, the one that readers see.

``<title>`` and ``og:title`` are written for search engines, and include the name of the site. A page may have several
``<h1>``, such as the logo. The headline is the visible heading that agrees best with the metadata; if none agrees, the
metadata alone decide. The metadata also decide whether the kicker in a heading belongs to the headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cleaner.core import lazy_re as re
from cleaner.parties.publishers.titles import is_section
from cleaner.readers.metadata.addresses import agreement
from cleaner.readers.metadata.headings import Heading
from cleaner.text.words import bare

Statement = tuple[str, str]

_MACHINES = ("json-ld", "og")


def choose(
    headings: Sequence[Heading], references: Iterable[str], address: tuple[str, ...] = (), names: Iterable[str] = ()
) -> Heading | None:
    """The heading that agrees best with one of the titles in the metadata.

    If none agrees, the words of the address may decide. A breadcrumb counts less than any other heading. Where no title
    speaks for a heading, the only ``<h1>`` is the headline, unless ``names``, in which the site names itself, hold it.

    >>> choose([Heading("The Example", 3, "h1"), Heading("Rain floods Leeds", 9, "h1")], ["Rain floods Leeds again"]).at
    9
    >>> trail = Heading("Rain floods Leeds", 3, "h1", crumb=True)
    >>> choose([trail, Heading("Leeds under water after rain", 9, "h2")], ["Leeds under water after rain"]).at
    9
    """
    references = list(references)
    titles = [words for title in references if (words := _words(title))]
    for crumb in (False, True):
        rivals = [h for h in headings if h.crumb == crumb]
        if found := _agreeing(rivals, titles, address) or _alone(rivals, titles):
            return found
    return _only(headings, references, address, names)


def _only(
    headings: Sequence[Heading], references: Sequence[str], address: tuple[str, ...], names: Iterable[str]
) -> Heading | None:
    """The only ``<h1>``: titles of small sites say no more than the site and the section.

    Not a section or the site, nor the heading of a widget in another script, nor if the address backs a title.
    """
    titles = [words for title in references if (words := _words(title))]
    first = {h.text: h for h in reversed(headings) if h.level == "h1" and not h.crumb}
    if len(first) != 1 or any(_backing(title, address) for title in references):
        return None
    ((text, heading),) = first.items()
    foreign = any(_CJK.search(title) for title in references) and not _CJK.search(text)
    letters = bare(text).lower()
    named = any(letters in bare(name).lower() for name in names) and not any(text in title for title in references)
    label = is_section(text) or (titles and len(_words(text)) <= _LABEL and all(_tells_more(t, text) for t in titles))
    return None if foreign or named or label else heading


def _tells_more(title: list[str], label: str) -> bool:
    return len(title) >= _TOLD and not set(title).intersection(_words(label))


_LABEL, _TOLD = 2, 8
"""A heading of so few words is a label where a title of so many does not hold it ("SATIRE")."""


def _agreeing(headings: Sequence[Heading], titles: Sequence[list[str]], address: tuple[str, ...]) -> Heading | None:
    scores = {h: max(_best_agreement(h, titles), _backing(h.text, address)) for h in headings}
    best = max(headings, key=lambda h: scores[h] + 0.1 * h.marked - (h.level != "h1") * 0.05, default=None)
    return best if best and scores[best] >= (0.5 if best.level == "h1" else 0.6) else None


def _backing(text: str, address: tuple[str, ...]) -> float:
    """How well the address supports a title, if at all."""
    backed = agreement(text, address) if address else 0.0
    return backed if backed >= _BACKED else 0.0


_BACKED, _UNBACKED = 0.75, 0.5


def _alone(headings: Sequence[Heading], titles: Sequence[list[str]]) -> Heading | None:
    """The only long ``<h1>`` of a page, if it shares a word with a title or there is no title."""
    long = {h.text: h for h in reversed(headings) if h.level == "h1" and len(_words(h.text)) >= 4}
    if len(long) > 1:
        long = {text: h for text, h in long.items() if len(_words(text)) > 5}
    if len(long) != 1:
        return None
    (heading,) = long.values()
    return heading if not titles or _best_agreement(heading, titles) >= 0.2 else None


def _best_agreement(heading: Heading, titles: Sequence[list[str]]) -> float:
    words = _words(heading.text)
    return max((_agreement(words, title) for title in titles), default=0.0)


def _agreement(left: list[str], right: list[str]) -> float:
    if not left or not right:
        return 0.0
    common = len(set(left) & set(right))
    f1 = 2 * common / (len(set(left)) + len(set(right)))
    inside = common / min(len(set(left)), len(set(right)))
    return max(f1, 0.8 * inside if min(len(left), len(right)) >= 3 else 0.0)


def _words(text: str) -> list[str]:
    return re.findall(r"\w", text) if _CJK.search(text) else re.findall(r"\w+", text.casefold())


_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Does a title contain a whole heading?"""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _ends(longer: list[str], shorter: list[str]) -> bool:
    return 3 <= len(shorter) <= len(longer) and longer[-len(shorter) :] == shorter


def ordered(heading: Heading | None, titles: Sequence[Statement], address: tuple[str, ...] = ()) -> list[Statement]:
    """The titles of a page as source and text, the headline first.

    A kicker in an element of its own goes, unless the JSON-LD holds it. Where JSON-LD and ``og:title`` agree they are
    right, except against an ``<h1>`` of one piece that says the same in other words. A heading that ends in one of them
    has a kicker before it; so has one of which a part is what they end in. A breadcrumb repeats the search engine's
    ``<title>``: JSON-LD with a headline of its own wins; and where no heading speaks, what differs from the ``<title>``
    was written for readers. And where the heading is a live blog's latest line, a headline that is the ``<title>`` too
    outvotes it, or one of which the address was made.

    >>> ordered(Heading("Football Rain stops play", 1, "h1"), [("json-ld", "Rain stops play")])[0]
    ('json-ld', 'Rain stops play')
    >>> kicked = Heading("Football Rain stops play", 1, "h1", parts=("Rain stops play",))
    >>> ordered(kicked, [("og", "Cricket: Rain stops play")])[0]
    ('h1', 'Rain stops play')
    """
    everything = [*([("h1", heading.text)] if heading else []), *titles]
    first = _first(heading, dict(reversed(titles)), address)
    return [*first, *(pair for pair in everything if pair not in first)]


def _first(heading: Heading | None, said: Mapping[str, str], address: tuple[str, ...]) -> list[Statement]:
    words = {source: _words(text) for source, text in said.items()}
    if heading and _loses_kicker(heading, words):
        return [("h1", heading.bare)]
    best = _machine(heading, words) or _by_address(heading, said, address)
    if best:
        return [(best, said[best])]
    if heading is None:
        return []
    return [("h1", next(_without_kicker(heading, words), heading.text))]


def _loses_kicker(heading: Heading, said: Mapping[str, list[str]]) -> bool:
    """Does a marked kicker leave a headline, while no JSON-LD holds it? Titles for search engines repeat kickers."""
    ld = said.get("json-ld", [])
    held = ld and (ld == said.get("og") or _ends(ld, _words(heading.text)))
    return len(_words(heading.bare)) >= _LEAST and not held


_LEAST = 3
"""A headline without its kicker has so many words."""


def _machine(heading: Heading | None, said: Mapping[str, list[str]]) -> str:
    """The statement that wins over the complete heading; empty if none does."""
    shown = _words(heading.text) if heading else []
    ld, graph, title = (said.get(source, []) for source in (*_MACHINES, "title"))
    if ld and ld == graph:
        return "" if heading and _stands(heading, ld) else "json-ld"
    if heading is None and len(graph) > 3 and title == ld:
        return "og"
    for source in _MACHINES:
        words = said.get(source, [])
        if _ends(shown, words) and (shown != words or (heading and heading.parts)):
            return source
    if ld and shown and shown != ld and heading and heading.crumb and _agreement(ld, shown) >= 0.1:
        return "json-ld"
    alone = shown and not any(_holds(words, shown) for words in (ld, graph, title))
    return "json-ld" if alone and ld and ld == title else ""


def _stands(heading: Heading, stated: list[str]) -> bool:
    """Does a heading of one piece say the same as the metadata, an ``<h1>`` perhaps in other words?

    Much less in common with them has a live blog's latest line.
    """
    shown = _words(heading.text)
    free = heading.level == "h1" and not heading.crumb and not _holds(shown, stated)
    return not heading.parts and (shown == stated or (free and _agreement(stated, shown) >= _CLOSE))


_CLOSE = 0.5


def _by_address(heading: Heading | None, said: Mapping[str, str], address: tuple[str, ...]) -> str:
    """The headline of JSON-LD, if the address was made from it and not from the heading."""
    stated = said.get("json-ld", "")
    if heading is None or _words(stated) == _words(said.get("title", "")):
        return ""
    backed = agreement(stated, address) >= _BACKED and agreement(heading.text, address) <= _UNBACKED
    return "json-ld" if backed else ""


def _without_kicker(heading: Heading, said: Mapping[str, list[str]]) -> Iterator[str]:
    """The part of a heading with which the metadata end."""
    shown = _words(heading.text)
    if any(_ends(words, shown) for words in said.values()):
        return
    yield from (part for part in heading.parts if any(_ends(words, _words(part)) for words in said.values()))
