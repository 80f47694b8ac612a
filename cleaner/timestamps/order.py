"""Which comes first, the day or the month? Only evidence says."""

from __future__ import annotations

from typing import Literal

from cleaner.timestamps.lexicon import words

Order = Literal["dmy", "mdy"]


def order_of(country: str | None, locale: str | None) -> Order | None:
    """The order of day and month in a country, else in a locale; None where neither says.

    English alone says nothing: 08/09/2023 is 8 September in Leeds and August 9 in Boston.

    >>> order_of("GB", "en-US"), order_of(None, "en-US"), order_of(None, "de"), order_of(None, "en")
    ('dmy', 'mdy', 'dmy', None)
    """
    language, _, region = (locale or "").replace("_", "-").partition("-")
    for place in (country, region.rpartition("-")[2]):
        if place and place.upper() in words().month_first:
            return "mdy"
        if place and place.upper() in words().day_first:
            return "dmy"
    return "dmy" if language.casefold() in words().day_first_languages else None
