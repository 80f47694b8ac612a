"""Site profiles: the lines that the articles of one publisher share.

The slogan of a publisher, the pitch for its Tuesday letter, the label over its pictures: no list of wordings can know
them all. But they repeat from article to article, and sentences do not. Repeated lines are seldom identical, so lines
are compared by their *form*, which ignores case, punctuation, numbers, weekdays and months.

>>> form("Sign up for our TUESDAY newsletter!") == form("Sign up for our Friday newsletter")
True
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cleaner.core import lazy_re as re

_DAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
"""
_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
"""
_FOLDED = {**dict.fromkeys(_DAYS.split(), "<day>"), **dict.fromkeys(_MONTHS.split(), "<month>")}
_WORD = re.compile(r"[^\W\d_]+|\d+")
LONG = 12
"""Lines of this many words are mostly sentences; sentences in common identify copies of one article."""

SHORT = 4

MOST = 120
"""Longer lines are never repeated boilerplate, and are not stored."""


def form(line: str) -> str:
    """A line without what changes from day to day; empty if no word is left.

    >>> form("Updated: 14:35, 3 May 2024"), form("— • —"), form("It's 5 o'clock")
    ('updated 0 0 0 <month> 0', '', 'it s 0 o clock')
    """
    words = _WORD.findall(line[:1200].lower())
    return " ".join([_FOLDED.get(w, w) if w[0].isalpha() else "0" for w in words])


def heads(key: str) -> tuple[str, ...]:
    """The beginnings and ends of a form, which near-repeats share; none for a short line.

    >>> heads("by <day> our weekly letter brings you the best")
    ('by <day> our weekly letter …', '… brings you the best')
    """
    words = key.split(" ")
    if len(words) < 7:
        return ()
    return " ".join(words[:5]) + " …", "… " + " ".join(words[-4:])


class BadProfile(ValueError):
    """A file is not a site profile."""


@dataclass(frozen=True)
class SiteProfile:
    """The repeated lines of one publisher.

    ``articles`` is the number of articles read (copies of one article count once). ``lines`` maps the form of a line,
    or of its beginning or end ("sign up to our …"), to the number of articles that have it. ``once`` holds checksums of
    forms that only one article has: they may be boilerplate in the next.
    """

    articles: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)
    once: frozenset[int] = frozenset()

    def seen(self, key: str) -> int:
        """The number of articles that have a form.

        >>> SiteProfile(3, {"rain": 2}).seen("rain")
        2
        """
        return self.lines.get(key, 0) or int(checksum(key) in self.once)

    def holds_copy(self, keys: Sequence[str]) -> bool:
        """Was this article one of those that were read? Then most of its sentences are in one of them.

        A profile is often learned from the articles that it then cleans, and what an article shares with itself proves
        nothing. An article without long lines is known by its shorter ones. Lines too long to be stored do not count.

        >>> SiteProfile(5, {}, frozenset([checksum("rain fell all day")])).holds_copy(["rain fell all day"])
        True
        """
        for least in (LONG, SHORT):
            counts = [self.seen(key) for key in keys if least - 1 <= key.count(" ") < MOST]
            if rare := [n for n in counts if n <= 1]:
                return 2 * sum(rare) > len(rare)
        return False

    def to_json(self) -> str:
        """The profile as text that people can read and edit; most frequent lines first."""
        order = sorted(self.lines.items(), key=lambda item: (-item[1], item[0]))
        once = "".join(f"{number:08x}" for number in sorted(self.once))
        shape = {"articles": self.articles, "lines": dict(order), "once": once}
        return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> SiteProfile:
        """Read what :meth:`to_json` wrote, even if it was edited; raises :class:`BadProfile` for anything else.

        >>> profile = SiteProfile(3, {"rain": 2}, frozenset([7]))
        >>> SiteProfile.from_json(profile.to_json()) == profile
        True
        """
        try:
            raw = json.loads(text)
            once, lines = str(raw.get("once", "")), {str(k): int(n) for k, n in raw["lines"].items()}
            sums = frozenset(int(once[i : i + 8], 16) for i in range(0, len(once), 8))
            return cls(int(raw["articles"]), lines, sums)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadProfile(f"expected an object with 'articles' and 'lines' ({error})") from error


def checksum(key: str) -> int:
    """A number for a form, the same on every machine."""
    return zlib.crc32(key.encode())
