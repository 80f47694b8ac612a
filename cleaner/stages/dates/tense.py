"""Past or future? What the words around a bare "Friday" or "in May" say.

The cue nearest before the expression in its sentence decides ("will leave on Friday", "left on Friday"); without one,
the nearest after it. "Said" is past, though what was said may not be. Cues are counted in a window of 140 characters,
so that a text without full stops costs no more than any other.
"""

from __future__ import annotations

import re

_FUTURE = r"""(?:to|will|shall|would|should|must|may|might|can|could|'ll|’ll)\ (?:\w+ly\ )?be\ \w{2,20}(?:ed|en|t)|
(?:is|are|was|were)\ (?:expected|scheduled|slated|due|supposed|likely|set|to)|supposed|
comes?\ into\ (?:force|effect)|takes?\ effect|next(?=:)|
starts|begins|kicks\ off|opens|airs|expires|concludes|as\ (?:soon|early)\ as|
will|'ll|’ll|shall|would|schedul(?:ed?|es)|expects?|expected|plans?|planned|planning|due|upcoming|to\ be|
going\ to|set\ to|tomorrow|until|intends?|hopes?|is\ to|are\ to|should|must|deadline|slated|payable|effective|
holders\ of\ record|redemption|expires?|(?:to|and)\ (?:leave|visit|meet|travel|begin|start|hold|open|close|return|
resume|arrive|testify|appear|vote|attend|take|go|complete|end|run|conclude|publish|release|launch|announce|decide|
discuss|consider|deliver|finish|replace|succeed)"""
_NOT_PAST = r"(?!(?:unit|succe|proce|exce|ne|inde|hundr|spe|fe|bre|ble|se|sacr|nak|wick|hatr|inbr)ed\b)"
_PAST = r"""[^\W\d_]{2,20}ed|said|was|were|had|did|came|went|told|made|took|fell|rose|sold|won|lost|died|began|met|held|
left|since|last|got|gave|saw|found|ago|became|ran|broke|hit|led|shot|sent|spoke|wrote|kept|paid|grew"""
ENGLISH = re.compile(rf"(?<!\w)(?:(?P<future>{_FUTURE})|{_NOT_PAST}(?:{_PAST}))(?!\w)", re.I | re.X)
_BEFORE, _AFTER = 140, 60


def future(text: str, start: int, end: int, cue: re.Pattern[str] = ENGLISH) -> bool:
    """Do the words around ``text[start:end]`` speak of what is to come?

    >>> text = "The council will meet on Friday, the mayor said."
    >>> future(text, 25, 31)
    True
    >>> future("The council met on Friday.", 19, 25)
    False
    """
    low = max(0, start - _BEFORE)
    low = max(low, text.rfind("\n\n", low, start) + 1, _sentence(text, low, start))
    cues = list(cue.finditer(text, low, start))
    if cues:
        return cues[-1]["future"] is not None
    stop = text.find(". ", end + 3, end + _AFTER)
    after = cue.search(text, end, stop if stop >= 0 else min(len(text), end + _AFTER))
    return after is not None and after["future"] is not None


def _sentence(text: str, low: int, start: int) -> int:
    """Where the sentence that holds ``start`` begins: behind a full stop that ends no abbreviation ("a.m.", "U.S.")."""
    at = start
    while (at := max(text.rfind(". ", low, at), text.rfind(".\n", low, at))) >= 0:
        if text[at - 2 : at - 1] not in (".", " "):
            return at + 1
    return low
