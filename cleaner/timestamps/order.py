"""Which comes first, the day or the month? Only evidence says."""

from __future__ import annotations

from typing import Literal

from cleaner.timestamps.lexicon import words

Order = Literal["dmy", "mdy"]


def order_of(country: str | None, locale: str | None) -> Order | None:
    """The order of day and month that a country and a locale agree on; None where neither says, or each another.

    English alone says nothing: 08/09/2023 is 8 September in Leeds and August 9 in Boston. A British page of an
    American host is read either way, so its order is open, too.

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
