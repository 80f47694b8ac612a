"""Whole lines: is this nothing but a byline, nothing but a credit, and where does a caption's credit begin?

All three err on the side of no. A line of prose that is taken for a byline loses a sentence; a credit that stays at the
end of a caption costs nothing.
"""

from __future__ import annotations

import re

from cleaner.bylines.grammar import Reading, read
from cleaner.bylines.tokens import Segment, segments
from cleaner.bylines.vocabulary import match, vocabulary

LONGEST_LINE = 240
_LONGEST_CREDIT = 160
_LOOK_BACK = 400

_LEAD_WORD = (
    r"(?:(?:AP|AFP|EPA|UN|File|Stock|Staff|Courtesy|Handout|Pool|Main|Lead|Cover|Featured) )?"
    r"(?:Photos?|Photograph(?:s|y)?|Images?|Pictures?|Pics?|Credits?|Illustrations?|Graphics?|Composite|Source|Courtesy|Handout"
    r"|Fotos?|Bild(?:er)?|Bildquelle|Bildnachweis|Quelle|Grafik|Symbol(?:bild|foto)|Archiv(?:bild|foto)"
    r"|Crédits?|Fotografías?|Imagen(?:es)?|Fuente|Créditos?|Immagin[ei]|Fonte|Fotografia|Imagem|Imagens|Reprodução|Divulgação|Beeld|Bron|Fotograaf)"
    r"(?: (?:credits?|courtesy(?: of)?|illustrations?|photos?|image|via|d['’]archives|d['’]illustration|de archivo|de la imagen|provided))?"
)
_LED = re.compile(
    rf"(?:^|(?<=[\s.!?|)\]»”\"’…]))(?:{_LEAD_WORD}(?:\s?[:：]|\s(?:by|von|par|de|por|di|door)\b:?|\sprovided by|\sof(?: the)?\b)|(?:Copyright\s*)?©|\(c\)\s)\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,160})[)\]]\s*\.?\s*$")
_FRONT_BRACKET = re.compile(r"^\s*[(\[]([^()\[\]]{2,160})[)\]]\s*")
_BREAK = re.compile(r"(?<=[\w)”\"'’»%])[.!?…]+[”\"'’»)]{0,2}\s*(?=[^\W\da-z_])|\s[|•·–—-]\s|\s?\|\s?|\n|\s/\s")


def is_byline(line: str) -> bool:
    """Whether a whole line is nothing but a byline.

    A name alone is none: it may be a heading, or the next speaker of an interview. It takes a lead-in, or a role or
    an agency beside a person.

    >>> is_byline("By Ann Lee and Bo Xi, Associated Press"), is_byline("Ann Lee, Political Correspondent")
    (True, True)
    >>> is_byline("By the time Ann Lee came, Bo Xi had left."), is_byline("Ann Lee"), is_byline("Von der Leyen")
    (False, False, False)
    """
    text = line.strip()
    if not 4 <= len(text) <= LONGEST_LINE or text[-1] in "?!:" or _LED.match(text):
        return False
    parts = segments(text, credit=False)
    reading = read(parts, credit=False)
    named = [p for p in reading.people if len(p.words) > 1]
    if reading.unread or len(named) < len(reading.people) or not (named or reading.houses or reading.desks):
        return False
    if _is_led(text):
        return bool(named) or bool(reading.desks) or _known(reading)
    return bool(named) and (any(p.role for p in named) or _known(reading) or _ends_in_date(text, parts))


def is_credit(line: str) -> bool:
    """Whether a whole line is nothing but a photo credit.

    >>> is_credit("STEFANO RELLANDINI/AFP via Getty Images"), is_credit("Photograph: Eva Manez/Reuters")
    (True, True)
    >>> is_credit("Photo: a man walks past a shop"), is_credit("Reuters reported on Monday")
    (False, False)
    """
    text = line.strip()
    bracket = _BRACKET.fullmatch(text)
    return _is_credit(bracket.group(1) if bracket else text)


def split_credit(caption: str) -> tuple[str, str | None]:
    """The text of a caption and its credit; the caption unchanged and None where no credit is sure.

    >>> split_credit("A plant in Illinois.STEFANO RELLANDINI/AFP via Getty Images")
    ('A plant in Illinois.', 'STEFANO RELLANDINI/AFP via Getty Images')
    >>> split_credit("The mayor on Monday (Photo by Ann Lee/Getty Images)")
    ('The mayor on Monday', 'Photo by Ann Lee/Getty Images')
    >>> split_credit("Photo: a man walks past a shop.")
    ('Photo: a man walks past a shop.', None)
    """
    text = caption.strip()
    if _is_credit(text):
        return "", text
    for find in (_in_brackets, _behind_lead, _behind_break, _in_front):
        if found := find(text):
            body, credit = found
            return body.strip(), credit.strip()
    return caption, None


def _in_brackets(text: str) -> tuple[str, str] | None:
    m = _BRACKET.search(text[-_LOOK_BACK:])
    if not m or not _is_credit(m.group(1), bracketed=True):
        return None
    start = max(0, len(text) - _LOOK_BACK) + m.start()
    return text[:start], m.group(1)


def _behind_lead(text: str) -> tuple[str, str] | None:
    """Behind the last "Photo:", "Credit:", "©" of the caption."""
    offset = max(0, len(text) - _LOOK_BACK)
    for m in _LED.finditer(text[offset:]):
        start = offset + m.start()
        if start and _is_credit(text[start:]):
            return text[:start].rstrip(" |–—-/("), text[start:].rstrip(")")
    return None


def _behind_break(text: str) -> tuple[str, str] | None:
    """Behind the end of a sentence, spaced or glued, or behind a bar or dash."""
    offset = max(0, len(text) - _LOOK_BACK)
    for m in _BREAK.finditer(text[offset:]):
        end = offset + m.end()
        if end < len(text) and _is_credit(text[end:]):
            return text[:end].rstrip().rstrip("|•·–—-/"), text[end:]
    return None


def _in_front(text: str) -> tuple[str, str] | None:
    """In front of the caption: "(AP Photo/Ann Lee) The mayor …", "Photo: Ann Lee/AP. The mayor …"."""
    m = _FRONT_BRACKET.match(text)
    if m and m.end() < len(text) and _is_credit(m.group(1)):
        return text[m.end() :], m.group(1)
    m = _LED.match(text)
    stop = re.search(r"[.|](?=\s)|\s[–—-]\s|\n", text[:_LONGEST_CREDIT])
    if m and stop and stop.end() < len(text) and _is_credit(text[: stop.start()]):
        return text[stop.end() :], text[: stop.start()]
    return None


def _is_credit(text: str, *, bracketed: bool = False) -> bool:
    """Whether every segment of a short text is a name or a house, and something says that it is a credit."""
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST_CREDIT or text[-1] in "?!:":
        return False
    led = _LED.match(text)
    parts = segments(text, credit=True)
    if not parts or not all(_fits(part) for part in parts):
        return False
    reading = read(parts, credit=True)
    if not (reading.people or reading.houses):
        return bracketed and led is not None
    return led is not None or _known(reading) and not _is_prose_name(parts, text)


def _fits(part: Segment) -> bool:
    """A segment of capitalized words, particles and known words; one word may be a user name."""
    known = vocabulary()
    if part.text.casefold() in known.agencies or part.text.casefold() in known.words["words.drop"]:
        return True
    if len(part.words) > 7:
        return False
    return all(
        not w[0].islower() or known.has("name.particle", w) or known.has("words.link", w) or len(part.words) == 1
        for w in part.words
    ) and any(c.isalpha() for c in part.text)


def _is_prose_name(parts: list[Segment], text: str) -> bool:
    """An agency's name alone that is also a word ("Nature", "Focus") is no credit by itself."""
    return len(parts) == 1 and parts[0].text.casefold() in vocabulary().weak


def _known(reading: Reading) -> bool:
    known = vocabulary()
    return any(
        name.casefold().removeprefix("the ") in known.agencies or name.casefold() in known.agencies
        for name in reading.houses
    )


def _is_led(text: str) -> bool:
    words = re.findall(r"[\w’']+|[^\w\s]", text[:80].casefold())
    return bool(words) and match(vocabulary().lead, words, 0) > 0


def _ends_in_date(text: str, parts: list[Segment]) -> bool:
    last = parts[-1].words[-1]
    behind = text[text.rfind(last) + len(last) :]
    return any(c.isdigit() for c in behind) and len(behind) > 4
