"""Forms of a line that say more than its words do one by one: a closing photo credit, a full date, a title said twice."""

from __future__ import annotations

import re

_HOUSES = (
    "Getty|Reuters|REUTERS|AP|AFP|EPA|PA|Shutterstock|Alamy|Bloomberg|ANSA|EFE|Imago|imago|IMAGO|dpa|DPA|AAP|NTB|TT|ANP|"
    "Scanpix|Belga|Keystone|APA|iStock|Unsplash|Zuma|ZUMA|SWNS|Twitter|Facebook|Instagram|YouTube|NASA|Pixabay|Wikimedia|"
    "Associated Press|The Canadian Press|Press Association"
)
_WORDS = "[Cc]ourtesy|[Cc]redit|[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]icture|[Ff]ile|Handout|Foto|Bild|Quelle|[Pp]ool"
_BRACKET = re.compile(rf"[(\[][^()]{{0,60}}(?:\b(?:{_HOUSES}|{_WORDS})\b|[\w.]/[A-Z])[^()]{{0,60}}[)\]]?\W?$")
_LABEL = re.compile(
    r"(?:\b(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|Credits?|Foto|Bild|Illustration)(?: [Cc]redits?)?"
    r"(?: by\b|: | courtesy\b|/)|©)[^.]{2,60}$"
)
_AGENCY = re.compile(rf"(?:[.!?’”\"] |/ ?|[Vv]ia |\| )(?:{_HOUSES})(?: Images| Photo)?\.?$")
_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? (?:19|20)\d\d\b"
    r"|\b\d{1,2}\.? ?[A-Zäéû][a-zéäûç]{2,9} 20\d\d\b"
)


def credited(line: str) -> int:
    """Does the line end in a photo credit? 2: in brackets or after a label; 1: on an agency's name; 0: no.

    >>> [credited(x) for x in ("Rain in Leeds (Ann Lee/AFP)", "Rain. Credit: Ann Lee", "Rain in Leeds. AP", "It rained.")]
    [2, 2, 1, 0]
    """
    tail = line[-90:]
    if _BRACKET.search(tail) or _LABEL.search(tail):
        return 2
    return 1 if _AGENCY.search(tail) else 0


def dated(line: str) -> bool:
    """Does the line hold a full date, day and year? Captions do, sentences of a news story seldom.

    >>> dated("Rain in Leeds on March 4, 2024"), dated("It rained on March 4.")
    (True, False)
    """
    return "0" in line and _DATED.search(line) is not None


def doubled(line: str) -> bool:
    """Is the line one title said twice, as teasers with a picture are?

    >>> doubled("Rain in Leeds Rain in Leeds"), doubled("Rain in Leeds")
    (True, False)
    """
    half = len(line) // 2
    return len(line) > 8 and line[:half] == line[-half:]
