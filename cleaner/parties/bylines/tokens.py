"""From a string to tokens, without addresses, dates and share buttons."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.parties.vocabulary import match, vocabulary

LONGEST = 4_000
"""The number of characters to read: enough for the author list of a physics paper, not for a page."""

SEPARATORS = frozenset(",;:/|•·—–-()[]{}\n\t…+&.‧●■▪»«>―*~\\©®!?→_’'")

_WIDE = str.maketrans("：／，、（）｜；［］【】　。", ":/,,()|;[][] .") | {i: i - 0xFEE0 for i in range(0xFF21, 0xFF5B)}
_CONTACT = re.compile(
    r"\.{2,}|\[email\s?protected\]|https?://\S{1,300}|\bwww\.\S{1,300}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
    r"|(?<!\w)@[Ii]n/\w+|(?<!\w)@ @?[A-Za-z_]\w{1,40}|@{1,2}[A-Za-z_]\w{1,40}"
    r"|\(\d{3}\) ?[\d-]{7,12}|\+\d[\d ()-]{7,18}\d|\b\d{3}[.-]\d{3}[.-]\d{4}\b"
    r"|\bPTI\d+_\d+_\d+\w*|\bCC[ -](?:BY|0)[-A-Z]*(?: \d\.\d)?"
)
_TOKEN = re.compile(
    r"\d+(?:[.:/-]\d+)*(?:T\d[\d:.]{0,15}Z?)?[\w%]*\+?"
    r"|(?:[^\W\d_]\.){2,6}(?:[^\W\d_]\.?)?(?![\w])"
    r"|[^\W_](?:[\w.'’*]|(?<=[^\W_])-(?=\w)|&(?=[A-Z]))*(?:\+(?!\w))?"
    r"|['’](?=[ts]\b)\w|[\n\t]|[“\"'‘][^\W\d_]{2,15}[”\"'’](?=\s)|[^\w\s]"
)
_CLOCK = re.compile(
    r"\d{1,4}(?:[.:/-]\d{1,4}){1,3}\.?(?:T[\d:.]+Z?)?|\d+T[\d:.]+Z?"
    r"|\d{1,2}[:.h]?\d{0,2}(?:[ap]m|h|st|nd|rd|th|Z)?|\d{4,}\w{0,2}",
    re.IGNORECASE,
)
_KEEPS_STOP = frozenset(["inc.", "ltd.", "co.", "corp.", "dept.", "st.", "bros.", "u.s.", "u.k."])


def tokens(text: str, *, credit: bool = False) -> list[str]:
    """Words and separators, from the first name to the start of the page's template.

    "Twitter" is a button after a byline, but a source in a credit.

    >>> tokens("By Ann Lee annlee@example.org @annlee 3 May 2023 Share")
    ['By', 'Ann', 'Lee']
    >>> tokens("05.06.2025 um 14:46 von Ann Lee, Jr.")
    ['von', 'Ann', 'Lee', ',', 'Jr.']
    """
    return part_template(text, credit=credit)[0]


def part_template(text: str, *, credit: bool = False) -> tuple[list[str], list[str]]:
    """The tokens of :func:`tokens`, and those behind them that were cut off.

    >>> part_template("By Ann Lee, 3 May")
    (['By', 'Ann', 'Lee', ','], ['3', 'May'])
    """
    text = text[:LONGEST].translate(_WIDE)
    found = [part for token in _TOKEN.findall(_CONTACT.sub(" ", text)) for part in _unstop(token)]
    kept, end = _trim(found, [token.casefold() for token in found], credit)
    return kept, found[end:]


def is_template(rest: list[str]) -> bool:
    """Are the tokens that were cut off dates, numbers and buttons, not prose?

    >>> is_template(["3", "May", "·", "4", "min", "read"]), is_template(["34", ",", "of", "Leeds"])
    (True, False)
    """
    known = vocabulary()
    times = [
        known.words[group] for group in ("time.before", "time.behind", "time.month", "time.weekday", "words.social")
    ]
    return all(
        token in SEPARATORS
        or token[0].isdigit()
        or token.casefold() in known.template
        or any(token.casefold().rstrip(".") in group or token.casefold() in group for group in times)
        for token in rest
    )


def _unstop(token: str) -> tuple[str, ...]:
    """Split off the full stop of a sentence, but not of an abbreviation."""
    if not token.endswith(".") or len(token) < 4 or token.count(".") > 1:
        return (token,)
    known, folded = vocabulary(), token.casefold()
    if known.has("name.suffix", token) or known.has("name.honorific", token):
        return (token,)
    return (token,) if folded in _KEEPS_STOP or folded in known.agencies else (token[:-1], ".")


def _trim(found: list[str], folded: list[str], credit: bool) -> tuple[list[str], int]:
    """Drop dates before the names, and cut at the first date or share button after them. Also returns the cut."""
    known = vocabulary()
    kept: list[str] = []
    i = 0
    while i < len(found):
        if not credit and folded[i] in known.words["words.social"] and _says_something(kept):
            break
        if outlet := match(known.agency_phrases, folded, i):
            outlet += _is_channel(folded, i + outlet)
            kept += found[i : i + outlet]
            i += outlet
        elif width := _time_at(folded, i):
            if _says_something(kept):
                break
            kept.clear()
            i += width
        elif match(known.cut, folded, i) and _says_something(kept):
            break
        else:
            kept.append(found[i])
            i += 1
    return kept, i


def _is_channel(folded: list[str], i: int) -> bool:
    """Is this the number of a station: "FOX 5"?"""
    channel = folded[i - 1] in vocabulary().words["words.channel"] and i < len(folded)
    return channel and folded[i].isdigit() and len(folded[i]) <= 2


def _says_something(kept: list[str]) -> bool:
    """May ``kept`` hold a name: a word that is neither a lead-in nor a filler?"""
    known = vocabulary()
    return any(
        t not in SEPARATORS
        and t.casefold() not in known.lead
        and t.casefold() not in known.template
        and (not known.has("words.drop", t) or t.isupper())
        for t in kept
    )


def _time_at(folded: list[str], i: int) -> int:
    """The width of the date or clock time that begins at ``i``; 0 for none."""
    if not folded[i][0].isdigit() and folded[i].rstrip(".") not in vocabulary().openings:
        return 0
    start = i
    i += _before_time(folded, i)
    if not (_is_clock(folded, i) or _is_calendar(folded, i)):
        return 0
    while i < len(folded) and _goes_on(folded, i):
        i += 1
    return i - start


def _before_time(folded: list[str], i: int) -> int:
    """One for an "on", "um", "le" with a time behind it."""
    words = vocabulary().words["time.before"]
    return int(folded[i] in words and i + 1 < len(folded) and (_is_clock(folded, i + 1) or _is_calendar(folded, i + 1)))


def _goes_on(folded: list[str], i: int) -> bool:
    words = vocabulary().words
    word = folded[i]
    if _is_clock(folded, i) or any(word in words[group] for group in ("time.behind", "time.month", "time.weekday")):
        return True
    if i + 1 == len(folded) or not (word in SEPARATORS or word in words["time.before"]):
        return False
    return _is_clock(folded, i + 1) or _is_calendar(folded, i + 1) or folded[i + 1] in words["time.behind"]


def _is_clock(folded: list[str], i: int) -> bool:
    """Numbers, clock times, dates in figures; not the "9News" or "20 Minutes" that are agencies."""
    if not folded[i][0].isdigit() or match(vocabulary().agency_phrases, folded, i):
        return False
    return _CLOCK.fullmatch(folded[i]) is not None


def _is_calendar(folded: list[str], i: int) -> bool:
    """A month beside a number, or a weekday before one: May Lee and Jan Dirk are persons."""
    words = vocabulary().words
    word = folded[i].rstrip(".")
    after = [w for w in folded[i + 1 : i + 4] if w not in (",", ".")][:2]
    if word in words["time.month"]:
        return bool(after) and after[0][0].isdigit()
    if word not in words["time.weekday"] or not after:
        return False
    month = [w.rstrip(".") in words["time.month"] for w in after]
    return after[0][0].isdigit() or (month[0] and len(after) > 1 and after[1][0].isdigit())
