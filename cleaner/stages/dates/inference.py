"""Inferring the year of a text from its weekdays.

"Friday, September 8" fits one year in five or six. With "Saturday, September 9" and the years that the text mentions,
one plausible year may be left. It is reported with its evidence in a separate field, and never becomes the date of
publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cleaner.core import lazy_re as re
from cleaner.core.parts import YearInference
from cleaner.timestamps.lexicon import fold, words

_WORD = r"([^\W\d_]{3,14})\.?"
_FORMS = (
    re.compile(rf"\b{_WORD},? (?:the )?{_WORD} (\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? (?:19|20)\d\d)"),
    re.compile(
        rf"\b{_WORD},? (?:the |der |den |le |el |il )?(\d{{1,2}})(?:st|nd|rd|th|\.|er)? (?:of |de )?{_WORD}"
        r"(?!\w|,? (?:de )?(?:19|20)\d\d)"
    ),
)
_YEAR = re.compile(
    r"((?:19|20)\d\d)(?<!\bby \d{4})(?<!until \d{4})(?<!\bbis \d{4})(?<![\d.,$€£-]\d{4})(?![\d%]|[.,]\d)"
)
_DAY = re.compile(r"[0-9](?<=[\w.,] \d)\d?(?!\d)")
_REACH = 60
"""The largest distance of a form's ends from the day in it."""
_EARLIEST = 1995
_AHEAD = 6
"""How many years after the latest year in the text are plausible: an article that mentions 2020 and 2022 is not from
2030. Weekdays repeat after 5, 6 or 11 years, so that mostly one year is left."""
_LONGEST = 200_000


def infer_year(text: str) -> YearInference | None:
    """The only year in which every weekday of the text fits its date; None if there is none, or several.

    >>> found = infer_year("He wrote on Friday, September 8. She answered on Saturday, September 9. In 2020 they met.")
    >>> found.year, found.evidence
    (2023, ('Friday, September 8', 'Saturday, September 9', 'latest year mentioned: 2020'))
    >>> infer_year("He wrote on Friday, September 8.") is None
    True
    """
    text = text[:_LONGEST]
    latest = max(map(int, _YEAR.findall(text)), default=0)
    days = dict(_weekdays(text)) if latest >= _EARLIEST else {}
    if not days:
        return None
    fitting = [year for year in range(latest, latest + _AHEAD) if all(falls(year, *day) for day in days.values())]
    if len(fitting) != 1:
        return None
    return YearInference(year=fitting[0], evidence=(*days, f"latest year mentioned: {latest}"))


def year_of_weekdays(text: str, last: int) -> int | None:
    """The latest of the few years up to ``last`` in which every weekday of the text fits its date.

    Two weekdays are needed, since one may be misprinted.

    >>> year_of_weekdays("He was held on Friday, Aug. 13, and charged on Monday, Aug. 16.", 2024)
    2021
    """
    days = set(dict(_weekdays(text[:_LONGEST])).values())
    if len(days) < 2:
        return None
    return next((year for year in range(last, last - _AHEAD, -1) if all(falls(year, *day) for day in days)), None)


def _weekdays(text: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Mentions of a weekday with day and month: the text, and weekday, month and day as numbers."""
    table, windows = words(), list(_windows(text))
    for form in _FORMS:
        for match in (match for window in windows for match in form.finditer(text, *window)):
            first, second, third = match.groups()
            month, day = (second, third) if third.isdigit() else (third, second)
            weekday, number = table.weekdays.get(fold(first)), table.months.get(fold(month))
            if weekday is not None and number and 1 <= int(day) <= 31:
                yield match.group(), (weekday, number, int(day))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text with numbers that may be days: the patterns are slow, and most of a text has none."""
    low = high = 0
    for m in _DAY.finditer(text):
        if m.start() - _REACH > high:
            if high:
                yield low, high
            low = m.start() - _REACH
        high = m.end() + _REACH
    if high:
        yield low, high


def falls(year: int, weekday: int, month: int, day: int) -> bool:
    """Is the day of that month such a weekday (0 is Monday) in that year?"""
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False
