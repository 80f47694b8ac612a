"""The order of day and month, from evidence only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from cleaner.core import lazy_re as re
from cleaner.timestamps.lexicon import words

Order = Literal["dmy", "mdy"]
_NUMERIC = re.compile(r"([0-9](?<![\d/.-].)[0-9]?)([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
"""The lookbehind follows the first digit: a pattern that begins with a digit is fast."""


def order_of(country: str | None, locale: str | None) -> Order | None:
    """The order of day and month by country and locale; None if neither tells, or if they disagree.

    English alone does not tell: 08/09/2023 is 8 September in Leeds and August 9 in Boston. The order of a British page
    on an American host is also open.

    >>> order_of("GB", "en-GB"), order_of(None, "en-US"), order_of("US", "de"), order_of("US", "en-GB")
    ('dmy', 'mdy', None, None)
    """
    language, _, region = (locale or "").replace("_", "-").partition("-")
    said = {order for place in (country, region.rpartition("-")[2]) if (order := _order_in(place))}
    if language.casefold() in words().day_first_languages:
        said.add("dmy")
    return said.pop() if len(said) == 1 else None


def _order_in(place: str | None) -> Order | None:
    if place and place.upper() in words().month_first:
        return "mdy"
    return "dmy" if place and place.upper() in words().day_first else None


def order_shown(texts: Iterable[str]) -> Order | None:
    """The order of day and month in some texts, if a number above 12 shows it and none shows the other.

    >>> order_shown(["13/12/2004 and 1/2/2005"]), order_shown(["1/2/2005"]), order_shown(["13/12/2004, 12/13/2004"])
    ('dmy', None, None)
    """
    shown: set[Order] = set()
    for match in (match for text in texts for match in _NUMERIC.finditer(text)):
        a, b = int(match[1]), int(match[3])
        if (a > 12) != (b > 12):
            shown.add("dmy" if a > 12 else "mdy")
    return shown.pop() if len(shown) == 1 else None
