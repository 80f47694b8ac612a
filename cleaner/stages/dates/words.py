"""The closed vocabulary of English time expressions: names, numbers, units, and their patterns.

Patterns of the families are written with placeholders, ``{month} {day}``, that :func:`expand` turns into named groups
over the word lists here; a blank stands for white space as it occurs inside a sentence, a line break included.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from cleaner.core import lazy_re as re
from cleaner.language import shipped


def listed(words: str) -> list[str]:
    """The words of a string, so that long lists of them stay readable.

    >>> listed("spring summer")
    ['spring', 'summer']
    """
    return words.split()


_CALENDAR = shipped()["en"]
MONTHS = {name: n for n, names in enumerate(_CALENDAR.months, 1) for name in names}
WEEKDAYS = {name: n for n, names in enumerate(_CALENDAR.weekdays) for name in names}
UNITS = {
    "second": "S", "sec": "S", "minute": "M", "min": "M", "hour": "H", "hr": "H", "day": "D", "night": "N", "week": "W",
    "wk": "W", "weekend": "WE", "fortnight": "FN", "month": "M", "quarter": "Q", "year": "Y", "yr": "Y", "decade": "DE",
    "century": "CE", "millennium": "ML",
}  # fmt: skip
CLOCK_UNITS = frozenset({"second", "sec", "minute", "min", "hour", "hr"})
PLURALS = {f"{unit}s": unit for unit in UNITS} | {"centuries": "century", "millennia": "millennium"}
UNIT_WORDS = frozenset([*UNITS, *PLURALS])
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "midday": "MI", "daytime": "DT",
}  # fmt: skip
ONES = listed("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS = {word: n for n, word in enumerate(ONES)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
NUMBERS |= {"hundred": 100, "a": 1, "an": 1}
ORDINALS = {
    word: n
    for n, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
} | {"thirtieth": 30}
ORDINALS |= {f"twenty-{word}": 20 + n for word, n in list(ORDINALS.items())[:9]} | {"thirty-first": 31}
DEICTIC = {"yesterday": -1, "today": 0, "tomorrow": 1, "tdy": 0, "tmr": 1, "tmrw": 1, "tomoro": 1, "tonite": 0}
ADVERBS = {
    "annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W", "daily": "P1D",
    "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "fortnightly": "P2W",
    "biannually": "P6M", "everyday": "P1D",
}  # fmt: skip
PLURAL_DAYS = [f"{day}s" for day in WEEKDAYS if day.endswith("day")]
PLURAL_DAYS += listed("weekends weekdays weeknights mornings afternoons evenings nights")
DECADES = {f"{word[:-1]}ies": 10 * n for n, word in enumerate(TENS, 2)}


def _any(words: Iterable[object]) -> str:
    """An alternation of words, the longest first."""
    return "|".join(sorted(map(str, words), key=lambda w: (-len(w), w)))


_TENS = _any(TENS)
_ONES = _any(ONES[1:])
_WORD_NUMBER = rf"(?:(?:an?|{_ONES})[ -]hundred(?: and)?(?: (?:(?:{_TENS})[ -](?:{_ONES})|{_TENS}|{_ONES}))?|"
_WORD_NUMBER += rf"(?:{_TENS})[ -](?:{_ONES})|{_TENS}|{_ONES})"


def calendar_piece(calendar: Iterable[tuple[str, ...]]) -> str:
    """A pattern for months or weekdays: full names, and abbreviations, which may have a full stop.

    After a full name, a full stop ends the sentence.
    """
    full, short = zip(*((first, others) for first, *others in calendar), strict=True)
    return rf"(?:(?:{_any(full)})|(?:{_any(name for names in short for name in names)})\b\.?)"


_UNITS = _any([*UNITS, *PLURALS])
CLASSES: Mapping[str, Collection[str]] = {
    "month": MONTHS, "weekday": WEEKDAYS, "number": NUMBERS, "ordinal": {word.partition("-")[0] for word in ORDINALS},
    "unit": UNIT_WORDS, "part": PARTS, "season": SEASONS, "deictic": DEICTIC, "decade": DECADES, "tens": TENS,
    "teen": ONES[10:], "adverb": ADVERBS, "plural": PLURAL_DAYS,
}  # fmt: skip
"""The classes of words that the starts and needs of rows name."""

PIECES = {
    "month": calendar_piece(_CALENDAR.months),
    "weekday": calendar_piece(_CALENDAR.weekdays),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d]|\.\d)",
    "year": r"(?:1[0-9]\d\d|20\d\d)(?!\d)",
    "nth": rf"(?:{_any(ORDINALS).replace('-', '[- ]')})",
    "ordinal": rf"(?:{_any(ORDINALS).replace('-', '[- ]')}|\d{{1,2}}(?:st|nd|rd|th))",
    "digits": r"\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,2})?(?:-\d/\d|½)?",
    "number": rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,4}}(?:\.\d{{1,2}})?(?: ?½| \d/\d)?|"
    rf"{_WORD_NUMBER}(?: and a half)?)",
    "unit": rf"(?:{_UNITS})\b",
    "season": rf"(?:{_any(SEASONS)})\b",
    "part": rf"(?:{_any(PARTS)})\b",
    "fuzzy": r"(?:several|a few|few|many|some|a couple(?: of)?|couple(?: of)?|a number of|dozens of|hundreds of|"
    r"thousands of|a half|half an?|an?|countless|multiple|numerous|a handful of|tens of)",
    "adjective": r"(?:(?:more|full|consecutive|straight|business|trading|whole|additional|long|short|entire|solid|"
    r"working|calendar|odd|extra|other|good|different|successive|critical|fiscal) )",
    "tens": _TENS,
    "teens": _any(ONES[10:]),
    "deictic": _any(DEICTIC),
    "decade": _any(DECADES),
    "adverb": _any(ADVERBS),
    "dash": r"(?: ?[-–—/] ?| to | and | until | or | through )",
    "ones": _ONES,
    "meridiem": r"(?:[ap]\.m\.?|[ap]m\b)",
    "zone": r"(?:gmt|utc|e[sd]?t|p[sd]?t|c[sd]t|m[sd]t|cest|cet|bst|ist|jst|msk|eastern(?: time)?|local time)\b",
}
_SPACE = r"(?:(?:[ \t\xa0]{1,3}\n?|\n)(?!\n) {0,3})"


COUNTED = re.compile(
    r"\s+(?:feet|miles|people|tons|tonnes|points|workers|employees|barrels|dead|km|kilometers|shares|troops|soldiers|"
    r"jobs|percent|per cent|million|billion|men|women|homes|pounds|yards|dollars|euros|votes|cases|copies"
    r"|units|words|"
    r"calories|square|megawatts|meters|metres|cars|others|hours|days|weeks|months|years|minutes|seconds"
    r"|more|deaths)\b"
)
"""What a number may count if it is not a date."""


def expand(pattern: str, pieces: Mapping[str, str] = PIECES) -> re.Pattern[str]:
    """Compile a pattern with placeholders; ``{unit}`` is a group of that name, ``{year:to}`` one named ``to``;
    where a name comes twice, the first is the group. A digit is an ASCII one, and a blank in a class stays a blank.

    >>> m = expand("{month} {day}(?:, {year})?").match("Sept. 8, 2023")
    >>> m["month"], m["day"], m["year"]
    ('Sept.', '8', '2023')
    """

    seen: set[str] = set()

    def piece(m: re.Match[str]) -> str:
        name = m[2] or m[1]
        group = "(?:" if name in seen else f"(?P<{name}>"
        seen.add(name)
        return f"{group}{pieces[m[1]]})"

    pattern = re.sub(r"\{([a-z]+)(?::([a-z]\w*))?\}", piece, pattern)
    pattern = re.sub(r"\[[^\]]*\]", lambda m: m[0].replace(" ", "\0").replace(r"\d", "0-9"), pattern)
    pattern = pattern.replace(r"\d", "[0-9]").replace(" ", _SPACE).replace("\0", r" \n")
    return re.compile(pattern, re.I)


def number(text: str) -> float:
    """The value of a number in digits or words.

    >>> number("1,200"), number("twenty-five"), number("two and a half"), number("a hundred and ten")
    (1200.0, 25.0, 2.5, 110.0)
    """
    low = text.lower()
    half = 0.5 if "and a half" in low or "½" in low else 0.0
    low = low.replace("and a half", "").replace("½", "").strip()
    if low[:1].isdigit():
        whole, _, part = low.partition(" ")
        share = int(part[0]) / int(part[2]) if len(part) == 3 and part[2] != "0" else 0.0
        return float(whole.replace(",", "")) + share + half
    total = 0
    for word in re.findall("[a-z]+", low):
        total = total * 100 if word == "hundred" and total else total + NUMBERS.get(word, 0)
    return total + half


def ordinal(text: str) -> int:
    """The value of an ordinal: "third", "21st".

    >>> ordinal("third"), ordinal("21st"), ordinal("Twenty-First")
    (3, 21, 21)
    """
    low = re.sub(r"\s+", "-", text.lower())
    return ORDINALS.get(low) or int(re.match(r"\d*", low)[0] or 0)  # type: ignore[index]


def month(text: str) -> int:
    """The number of a month by its name or abbreviation."""
    return MONTHS[text.lower().rstrip(".")]


def weekday(text: str) -> int:
    """The number of a weekday by its name or abbreviation, Monday being 0."""
    low = text.lower().rstrip(".")
    return WEEKDAYS[low.removesuffix("s") if low.endswith("days") else low]


def unit(text: str) -> str:
    """The singular of a unit: "years" and "yrs" are "year" and "yr"."""
    low = text.lower()
    name = PLURALS.get(low, low)
    return {"yr": "year", "wk": "week", "hr": "hour", "min": "minute", "sec": "second"}.get(name, name)
