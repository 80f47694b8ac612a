"""The context of a mention: the day of publication, or the last date that a chronicle has named."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from cleaner.core import lazy_re as re
from cleaner.language import shipped
from cleaner.stages.dates.inference import falls, year_of_weekdays
from cleaner.stages.dates.reckoning import plus_days, shift
from cleaner.stages.dates.tense import Tense, leads_ahead, tense
from cleaner.stages.dates.values import bounds
from cleaner.timestamps.order import Order, order_shown

_MONTH = "|".join(names[0].capitalize() for names in shipped()["en"].months)
_YEAR = re.compile(r"[12]\d{3}(?!\w|\Z)")
_DATED = re.compile(rf"(?:(?:{_MONTH}|\b(?:in|by|of|since))(?: \d{{1,2}},?|,)? |(?:^|\n))\Z")
_BARE = re.compile(rf"\b(?:{_MONTH} \d{{1,2}}|\d{{1,2}} (?:{_MONTH}))\b(?!,? \d)|\b[Ii]n (?:{_MONTH})\b(?!,? \d)")
_NOW = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|currently|this (?:week|month|year|spring|summer|fall|winter)|"
    r"(?:last|next) (?:week|month|year|night)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.I,
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_TO_DAY = re.compile(rf"(?: (?:to|through|thru) | ?[-–] ?){_DAY}\b")
_DAY_TO = re.compile(rf"\b{_DAY}(?: (?:to|through|thru) | ?[-–] ?)$")
_NEXT_YEAR = re.compile(r"\bnext year\b(?:[^.\n]|\.(?= ?\d))*$", re.I)
_NEWSY = 0.3
"""A text that says "today" or "Friday" more often than this in 1,000 characters is about now. Histories say it less."""
_NEAR, _SAID, _BESIDE, _MESSAGE = 400, 170, 120, 300  # characters
_YESTERDAY, _SOON = 6, 3
"""In days: a weekday that was yesterday is past, whatever the tense; within three days, the present tense is future."""
_FRESH, _HALF, _FAR = 75, 182, 275
"""Days. A date of the last weeks, or of those to come, is never the one a year away: writers name the year of that.
Without a cue the nearest is meant; nine months ahead even a future tense means another verb."""


class Scope:
    """The text, the day of publication, and the dates mentioned so far.

    News counts from ``published``, the day of publication, if that is known. A chronicle (``narrative``) counts from
    ``focus``, the date named last; ``focus_days`` is the length of that date in days, less one, and ``quarter`` the
    quarter named last. In a short text, a post or a note (``message``), a bare "morning" or "weekend" is that of its
    own day.

    Whoever asks for a day to count from also sets ``anchor``: what the value will rest on. So ask only if the answer is
    used.
    """

    def __init__(self, text: str, published: date | None, cues: re.Pattern[str], narrative: bool = False) -> None:
        self.text = text
        self.published = published
        self.narrative = narrative
        self._cues = cues
        self.message = len(text) < _MESSAGE
        self.anchor: Literal["text", "published", "context"] = "text"
        self.focus: date | None = None
        self.focus_day: date | None = None
        self.focus_days = 0
        self._focus_end = self._day_end = self._year_end = -1
        self._year_named: date | None = None
        self._day_named: date | None = None
        self.quarter: str | None = None

    @property
    def today(self) -> date | None:
        """The day to count from: the day of publication; in a chronicle, the date named last."""
        return self._from_story() if self.narrative else self._from_publication()

    @property
    def now(self) -> date | None:
        """The day of speaking, which "yesterday" and "ago" count from."""
        return None if self.narrative else self._from_publication()

    def _from_story(self) -> date | None:
        self.anchor = "context"
        return self.focus

    def _from_publication(self) -> date | None:
        self.anchor = "published"
        return self.published

    def count(self, n: int, unit: str) -> str:
        """The value of the unit ``n`` steps on from today."""
        return shift(self.today, n, unit)

    @property
    def last(self) -> date | None:
        """The day that "the next day" and "two weeks later" count from."""
        return self._from_story() or self.now

    def near_story(self, start: int) -> date | None:
        """The date that the story has named a few lines before ``start``; further back it is another matter."""
        near = self.narrative or start - self._focus_end < _NEAR
        return self._from_story() if near and self.focus else None

    def year_before(self) -> str:
        """The quarter or half that the text is about, a year before; else the year before."""
        if self.quarter:
            self.anchor = "context"
            return f"{int(self.quarter[:4]) - 1}{self.quarter[4:]}"
        return self.count(-1, "year")

    def near_year(self, start: int) -> int | None:
        """The past year in the sentence, or in the one before."""
        focus, now = self.focus, self.published
        if focus is None or now is None or self.narrative or focus.year >= now.year or start - self._focus_end > _SAID:
            return None
        self.anchor = "context"
        return focus.year

    def is_too_late(self, timex: str, start: int, end: int) -> bool:
        """Would an event in the past tense be after the day of publication?"""
        limits = bounds(timex)
        late = self.published and limits and limits[0] > self.published
        return bool(late) and self.tense(start, end).time == "past"

    def speaking(self, start: int) -> date | None:
        """The day of "today": of publication, but in a quotation the day on which the text says that it was said."""
        between = self.text[self._day_end : start] if start - self._day_end < _NEAR else ""
        if self._day_named and between.count("“") > between.count("”"):
            self.anchor = "context"
            return self._day_named
        return self.now

    def day_of_time(self, start: int) -> date | None:
        """The day that a time of day belongs to: one named just before it, else that of publication."""
        if self.narrative:
            return self.story_day
        if self._day_named and start - self._day_end < _BESIDE and "\n\n" not in self.text[self._day_end : start]:
            self.anchor = "context"
            return self._day_named
        return self.now

    @property
    def story_day(self) -> date | None:
        """The day that the story named last."""
        self.anchor = "context"
        return self.focus_day

    def that_day(self, start: int) -> date | None:
        """The day of "that morning": one that the story has named not far above."""
        return self.story_day if self.narrative or start - self._focus_end < 2 * _NEAR else None

    def that_year(self, start: int) -> date | None:
        """The year of "that year": one named not far above, even in passing, else that of the story."""
        if self._year_named and start - self._year_end < _NEAR:
            self.anchor = "context"
            return self._year_named
        return self.last

    def note_any(self, timex: str, end: int) -> None:
        """Remember any date that was named, including today."""
        limits = bounds(timex) if timex[:1].isdigit() and len(timex) > 3 else None
        if limits:
            self._year_named, self._year_end = limits[0], end
        if limits and limits[0] == limits[1]:
            self._day_named, self._day_end = limits[0], end

    def note(self, timex: str, start: int, *, quarter: bool = False) -> None:
        """Remember a mentioned date, unless it is a year in passing, far from the story."""
        if quarter and re.fullmatch(r"\d{4}-[QH][1-4]", timex):
            self.quarter = timex
        limits = bounds(timex) if timex[:1].isdigit() and len(timex) > 3 else None
        if limits is None or (len(timex) == 4 and self.focus and self._in_passing(limits[0].year, start)):
            return
        self.focus, self._focus_end, self.focus_days = limits[0], start, (limits[1] - limits[0]).days
        if limits[0] == limits[1]:
            self.focus_day = limits[0]

    def _in_passing(self, year: int, start: int) -> bool:
        assert self.focus
        if year == self.focus.year or abs(year - self.focus.year) > 3:
            return True
        return self.narrative and year > self.focus.year and self.future(start, start + 4)

    def before(self, start: int, size: int = 24) -> str:
        """The words before an offset, in lower case."""
        return self.text[max(0, start - size) : start].lower()

    def after(self, end: int, size: int = 24) -> str:
        """The words after an offset, in lower case."""
        return self.text[end : end + size].lower()

    def tense(self, start: int, end: int) -> Tense:
        """The tense of the words around the span."""
        return tense(self.text, start, end, self._cues)

    def future(self, start: int, end: int) -> bool:
        """Are the words around the span about the future?"""
        return self.tense(start, end).time == "future"

    def year_of(self, month: int, day: int | None, start: int, end: int, weekday: int | None = None) -> int | None:
        """The year of a month or day without one; a weekday beside it must fit."""
        if self.narrative:
            return self._year_in_story(month)
        now = self.now
        if now is None:
            return None
        year = self._year_of_news(now, month, day, start, end)
        if weekday is None or day is None or falls(year, weekday, month, day):
            return year
        story = self.focus.year if self.focus else now.year
        near = [y for y in (year - 1, year + 1, story) if y <= now.year + 1 and falls(y, weekday, month, day)]
        return near[0] if near else self._year_of_weekdays

    def _year_of_news(self, now: date, month: int, day: int | None, start: int, end: int) -> int:
        if _NEXT_YEAR.search(self.text, max(0, start - 80), start):
            return now.year + 1
        ahead = (month - now.month) * 30.4 + ((day or now.day) - now.day)
        ahead += 365 * (ahead < 0)
        last = now.year - ((month, day or now.day) >= (now.month, now.day))
        coming = last + 1
        if ahead < 1:
            return coming
        if 365 - ahead < _FRESH:
            return last
        told = self.tense(start, end)
        if told.beside:
            return last
        if ahead < _FRESH or leads_ahead(self.text, start, end):
            return coming
        if told.time == "future":
            return coming if ahead < (_HALF if told.mixed else _FAR) else last
        return last if told.time == "past" or ahead > _HALF else coming

    @cached_property
    def _year_of_weekdays(self) -> int | None:
        """The latest year before the day of publication in which two weekdays of the text fit their dates."""
        assert self.published
        return year_of_weekdays(self.text, self.published.year)

    def _year_in_story(self, month: int) -> int | None:
        """Stories go forward: a month long before the one named last belongs to the next year."""
        focus = self._from_story()
        return focus.year + (focus.month - month > 7) if focus else None

    def weekday(self, number: int, start: int, end: int, which: str = "") -> date | None:
        """The day that "Friday", "next Friday" or "last Friday" means."""
        now = self.today
        if now is None or (not which and self._spans_days(start, end)):
            return None
        ahead = (number - now.weekday()) % 7
        if which in ("next", "coming", "following", "upcoming"):
            return plus_days(now, ahead or 7)
        if which in ("last", "past", "previous"):
            return plus_days(now, -((now.weekday() - number) % 7 or 7))
        if not ahead or which == "this" or self.narrative:
            return plus_days(now, ahead)
        past = ahead == _YESTERDAY or self.tense(start, end).time not in ("future", "present" if ahead < _SOON else "")
        return plus_days(now, ahead - 7 * past)

    def weekend(self, start: int, end: int) -> str:
        """The value of "the weekend": the last one, unless it has begun or the text is about the future."""
        today = self.today
        begun = today is None or today.weekday() >= 5 or self.future(start, end)
        return shift(today, 0 if begun else -1, "weekend")

    def _spans_days(self, start: int, end: int) -> bool:
        """Is it part of opening hours such as "Monday to Saturday", which belong to no particular week?"""
        behind = _TO_DAY.match(self.text, end)
        return behind is not None or _DAY_TO.search(self.text, max(0, start - 24), start) is not None

    @cached_property
    def order(self) -> Order | None:
        """The order of day and month in the slashed dates of the text."""
        return order_shown([self.text])


def is_chronicle(text: str, published: date | None) -> bool:
    """Is the text a chronicle, which tells the past date by date?

    A chronicle names full dates or months with their year, nearly all of them years before its own day, or many of
    them with bare months between, as the history of a war that still goes on. It hardly speaks of "today", "last week"
    or "Friday": news does so once every few hundred words, and so does a feature with some history in it.

    >>> is_chronicle("On 3 May 1921 … On 9 June 1921 … In July 1921 …", date(2020, 1, 1))
    False
    """
    if published is None:
        return False
    if text.count(" BC") >= 5:
        return True
    head = text[:200_000]
    years = [
        int(m[0])
        for m in _YEAR.finditer(head)
        if "1500" <= m[0] < "2100" and _DATED.search(head, max(0, m.start() - 16), m.start())
    ]
    if len(years) < 3:
        return False
    old = sum(abs(published.year - year) > 2 for year in years) >= 0.9 * len(years)
    current = len(_NOW.findall(head)) * 1000 / len(head)
    if old and len(years) >= 8 and len(years) * 2500 > len(head):
        return current < _NEWSY
    bare = len(_BARE.findall(head)) if current < _NEWSY else 0
    return bare >= 10 and (old or (len(years) >= 12 and len(years) * 1500 > len(head) and current < _NEWSY / 2))
