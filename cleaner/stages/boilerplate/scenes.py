"""Captions without credits: lines that describe a picture in the present tense.

News is in the past tense, captions are in the present: "poses for a photocall", "looks on during", with the full date
of the picture and words such as "left". Announcements are also in the present ("the film arrives in theaters on July 5,
2024", "she performs at the O2 on June 3, 2024"), so their verbs count only after the name of a person, and sentences
that report speech never count.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.tables import Patterns
from cleaner.stages.boilerplate.items import Item

_WORDS = Patterns("scenes.toml")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"\b(?:on|in|from|,|dated|taken)\s*(?:\w+day,? )?(?:(?:early|late|mid-)?\s?{_MONTH} \d{{1,2}}(?:, ?|/| )"
    rf"|\d{{1,2}} {_MONTH},? |{_MONTH},? )(?:19|20)\d\d\b"
)
_STAMPED = re.compile(rf"(?<![a-z] )[A-Z][\w.'’)]+,? {_MONTH} \d{{1,2}}, (?:19|20)\d\d(?:\.|$)")
"""A place and a date, as agencies end their captions: "in Leeds, Britain May 3, 2023."."""

_NAMED = re.compile(r"(?!The |A |An |In |On |At |This |That |But |And |It )[A-Z][\w'’.-]+,? [A-Z(][\w'’.-]*")

_AUXILIARY = re.compile(r"\b(?:is|are|can|may|might|do|does|costs?)\b")

_YEAR = re.compile(r"(?:19|20)\d\d")
_TOLD = re.compile(r"\b(?:said|told|will|says|has|have|was|were|would|could|should|must|did|had)\b")
_PRONOUNS = ("He ", "She ", "It ", "They ", "We ", "I ", "You ", "But ", "And ", "The film ", "The show ", "The book ")


def depicts(line: Item) -> bool:
    """Does a line describe a picture?

    >>> depicts(Item(0, 0, "Ann Lee poses for a photocall at the Lido in Venice, on June 20, 2023."))
    True
    >>> depicts(Item(0, 0, "The leaders, with Ann Lee, left, take part in a debate in Leeds on Monday."))
    True
    >>> depicts(Item(0, 0, "The film arrives in theaters on July 5, 2024, after two delays."))
    False
    """
    text = line.text
    if not 5 <= line.words <= 60 or text[0] in "“\"'‘" or text.startswith(_PRONOUNS) or "@" in text:
        return False
    if _sides(text):
        side = _WORDS.side.search(text)
        if side and (
            line.words <= 16
            or any(verbs.search(text) for verbs in (_WORDS.seen, _WORDS.weak, _WORDS.done, _WORDS.shown))
        ):
            return not _TOLD.search(text)
    if _named_as_picture(line) or _views(line) or _marked_abroad(line):
        return True
    if not dated(text):
        return False
    if line.words <= 30 and _WORDS.occasion.search(text) and _WORDS.event.match(text.rstrip('."”')):
        return not _TOLD.search(text)
    if "“" in text or '"' in text:
        return False
    return stamped(line) or (in_scene(line) and not _TOLD.search(text))


def _named_as_picture(line: Item) -> bool:
    """Does a line mention its picture ("in this undated photo", "seen here")?"""
    text = line.text
    if not ("photo" in text or "image" in text or "icture" in text or "seen h" in text or "shown h" in text):
        return False
    return line.words <= 45 and _WORDS.shown.search(text) is not None and not _TOLD.search(text)


def _views(line: Item) -> bool:
    """Does a line describe a picture without a verb ("A general view of the harbour in Leeds")?"""
    text = line.text
    if not (text[0] in "AaTtGgDdSsFfUuCcHh" and 6 <= line.words <= 30 and _WORDS.view.match(text)):
        return False
    return not (told(text) or _AUXILIARY.search(text) or '"' in text or "“" in text)


def _marked_abroad(line: Item) -> bool:
    """Does a line mention sides or archives in another language?"""
    text = line.text
    if not ("(" in text or "rchiv" in text or "rquivo" in text or "Aufnahme" in text or "ymbol" in text):
        return False
    return line.words <= 45 and _WORDS.abroad.search(text) is not None


def _sides(text: str) -> bool:
    """May a line say on which side of a picture somebody is? A quick test before the careful one."""
    return "left" in text or "right" in text or "(" in text or ", cent" in text or ", top" in text or ", bott" in text


def in_scene(line: Item) -> bool:
    """Does a line have the present tense and then a full date? After announcing verbs, the date must be at the end."""
    text = line.text
    found = _DATED.search(text)
    if not found:
        return False
    head = text[: found.start()]
    if _WORDS.seen.search(head) or (_WORDS.weak.search(head) and _WORDS.moment.search(text)):
        return True
    late = len(text[found.end() :].split()) <= 8
    return late and _NAMED.match(text) is not None and _WORDS.done.search(head) is not None


def stamped(line: Item) -> bool:
    """Does a line end with a place and a date, and have a present tense before any past tense?

    >>> stamped(Item(0, 0, "People walk along the river after the bridge was closed in Leeds, Britain May 3, 2023."))
    True
    >>> stamped(Item(0, 0, "People walked home after the bridge was closed in Leeds on May 3, 2023."))
    False
    """
    found = _STAMPED.search(line.text)
    if not found or len(line.text[found.end() :].split()) > 8:
        return False
    head = line.text[: found.start()]
    scene = next((m for verbs in (_WORDS.seen, _WORDS.weak, _WORDS.done) if (m := verbs.search(head))), None)
    past = _TOLD.search(head)
    return scene is not None and (past is None or scene.start() < past.start())


def dated(text: str) -> bool:
    """Does a text name a year?"""
    return ("19" in text or "20" in text) and _YEAR.search(text) is not None


def told(text: str) -> bool:
    """Is a text in the past tense or the perfect?"""
    return _TOLD.search(text) is not None


def names_first(text: str) -> bool:
    """Does a text begin with somebody's name?"""
    return _NAMED.match(text) is not None
