"""From a string to segments: words between separators, without contacts, dates and share buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.bylines.vocabulary import match, vocabulary

LONGEST = 4_000
"""Characters looked at: the author list of a physics paper, not a page."""

_CONTACT = re.compile(
    r"\[email\s?protected\]|https?://\S{1,300}|\bwww\.\S{1,300}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
    r"|(?<!\w)@[Ii]n/\w+|(?<!\w)@ ?@?[A-Za-z_]\w{1,40}|\(\d{3}\) ?[\d-]{7,12}|\+?\d[\d-]{7,14}\d(?![\d/])|\bPTI\d+_\d+_\d+\w*"
)
_TOKEN = re.compile(
    r"\d+(?:[.:/-]\d+)*(?:T\d[\d:.]{0,15}Z?)?[\w%]*\+?"
    r"|(?:[^\W\d_]\.){2,6}(?:[^\W\d_]\.?)?(?![\w])"
    r"|[^\W_](?:[\w.'’*]|(?<=[^\W_])-(?=\w)|&(?=[A-Z]))*(?:\+(?!\w))?"
    r"|['’](?=[ts]\b)\w|[\n\t]|[“\"'‘][^\W\d_]{2,15}[”\"'’](?=\s)|[^\w\s]"
)
_DATE = re.compile(
    r"\d{1,4}(?:[.:/-]\d{1,4}){1,3}\.?(?:T[\d:.]+Z?)?|\d+T[\d:.]+Z?|\d{1,2}[:.h]?\d{0,2}(?:[ap]m|h|st|nd|rd|th|Z)?|\d{4,}\w{0,2}",
    re.IGNORECASE,
)
SEPARATORS = frozenset(",;:/|•·—–-()[]{}\n\t…+&.‧●■▪»«>―*~\\©®!?") | {"_", "→", "’", "'"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that belong together, and what stands in front of them: a separator, "and", "via" or "in"."""

    words: tuple[str, ...]
    before: str

    @property
    def text(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)


def segments(text: str, *, credit: bool) -> list[Segment]:
    """Split ``text`` at its separators and connecting words.

    >>> [(s.before, s.text) for s in segments("By Ann Lee and Bo Xi, AP · 4 min read", credit=False)]
    [('', 'Ann Lee'), ('and', 'Bo Xi'), (',', 'AP')]
    """
    tokens = _trim(_tokens(text[:LONGEST]))
    return list(_split(tokens, credit))


def _tokens(text: str) -> list[str]:
    return [_unstop(t) for t in _TOKEN.findall(_CONTACT.sub(" ", text))]


def _unstop(token: str) -> str:
    """Drop the full stop of a sentence, keep that of an abbreviation."""
    if not token.endswith(".") or len(token) < 3 or token.count(".") > 1:
        return token
    words = vocabulary().words
    folded = token.casefold()
    if folded in words["name.suffix"] or folded in words["name.honorific"] or folded in vocabulary().agencies:
        return token
    return token if folded in ("inc.", "ltd.", "co.", "corp.", "dept.", "st.", "bros.") else token[:-1]


def _trim(tokens: list[str]) -> list[str]:
    """Drop dates in front; cut at the first date or share button behind the names."""
    folded = [t.casefold() for t in tokens]
    kept: list[str] = []
    i = 0
    while i < len(tokens):
        width = _time_at(tokens, folded, i)
        if width:
            if _says_something(kept):
                break
            kept.clear()
            i += width
        elif _says_something(kept) and match(vocabulary().cut, folded, i):
            break
        else:
            kept.append(tokens[i])
            i += 1
    return kept


def _says_something(kept: list[str]) -> bool:
    """Whether a name may stand in ``kept``: a word that is neither a lead-in nor a separator."""
    drop, lead = vocabulary().words["words.drop"], vocabulary().lead
    return any(
        t not in SEPARATORS and t.casefold() not in lead and (t.casefold() not in drop or t.isupper()) for t in kept
    )


def _time_at(tokens: list[str], folded: list[str], i: int) -> int:
    """The width of the date or clock time that begins at ``i``; 0 for none."""
    words = vocabulary().words
    start = i
    if folded[i] in words["time.before"] and i + 1 < len(folded) and _time_at(tokens, folded, i + 1):
        i += 1
    if not (_is_clock(tokens, folded, i) or _is_calendar(folded, i)):
        return 0
    while i < len(folded) and (
        _is_clock(tokens, folded, i)
        or folded[i] in words["time.behind"]
        or folded[i] in words["time.month"]
        or folded[i] in words["time.weekday"]
        or (folded[i] in SEPARATORS or folded[i] in words["time.before"])
        and i + 1 < len(folded)
        and (_is_clock(tokens, folded, i + 1) or folded[i + 1] in words["time.behind"] or _is_calendar(folded, i + 1))
    ):
        i += 1
    return i - start


def _is_clock(tokens: list[str], folded: list[str], i: int) -> bool:
    if not tokens[i][0].isdigit() or match(vocabulary().agency_phrases, folded, i):
        return False
    return _DATE.fullmatch(tokens[i]) is not None


def _is_calendar(folded: list[str], i: int) -> bool:
    """A month beside a number or a weekday before one: May Lee and Jan Dirk are persons."""
    words = vocabulary().words
    word, after = folded[i].rstrip("."), folded[i + 1 : i + 4]
    digits = [w[0].isdigit() for w in after]
    if word in words["time.month"]:
        return bool(digits) and (digits[0] or (after[0] in ",." and any(digits[1:2])))
    if word not in words["time.weekday"] or not after:
        return False
    if after[0] in {",", "."}:
        return any(digits[1:]) or after[1:2] != [] and after[1].rstrip(".") in words["time.month"]
    return digits[0] or (after[0].rstrip(".") in words["time.month"] and any(digits[1:]))


def _split(tokens: list[str], credit: bool) -> Iterator[Segment]:
    """Cut the tokens at separators and connecting words; drop lead-ins wherever a segment begins."""
    words: list[str] = []
    before = ""
    i = 0
    folded = [t.casefold() for t in tokens]
    lead = vocabulary().credit_lead if credit else vocabulary().lead
    while i < len(tokens):
        width = 0 if words else _lead_at(lead, tokens, folded, i)
        house = 0 if width else match(vocabulary().agency_phrases, folded, i)
        if width:
            i += width
        elif house > 1:
            words += _join(tokens[i : i + house])
            i += house
        elif tokens[i] in SEPARATORS or _connects(tokens, folded, i, words):
            if words:
                yield Segment(tuple(words), before)
            before = _merge_before(before, folded[i], bool(words))
            words = []
            i += 1
        else:
            words.append(tokens[i])
            i += 1
    if words:
        yield Segment(tuple(words), before)


def _join(tokens: list[str]) -> list[str]:
    """An agency's words; one that holds a separator ("CQ-Roll Call, Inc") becomes one word."""
    if any(t in SEPARATORS for t in tokens):
        return [" ".join(tokens).replace(" ,", ",").replace(" / ", "/")]
    return tokens


def _merge_before(before: str, token: str, fresh: bool) -> str:
    """Of several separators in a row, the most telling one stands."""
    if fresh:
        return token
    return before if token in SEPARATORS and before and before not in SEPARATORS else token


def _lead_at(lead: dict[str, object] | object, tokens: list[str], folded: list[str], i: int) -> int:
    width = match(lead, folded, i)  # type: ignore[arg-type]
    if not width:
        return 0
    follows = tokens[i + width] if i + width < len(tokens) else ""
    last = folded[i + width - 1]
    if last in _OPEN or follows in ("", ":", ",", "|", "/", "©", ";", "-", "—", "–", "\n", "(", "."):
        return width
    if last in vocabulary().words["words.organization"] and follows[:1].isupper():
        return (
            width
            if tokens[i][:1].isupper()
            and last in ("photo", "photos", "foto", "fotos", "image", "images")
            and len(tokens) - i - width >= 2
            else 0
        )
    return width if follows[:1].isupper() or last in ("photographs",) else 0


_OPEN = frozenset("by von par por di door av af of de da van del".split())
_LETTERS = frozenset("yei")


def _connects(tokens: list[str], folded: list[str], i: int, words: list[str]) -> bool:
    """Whether a connecting word splits here, or belongs to a name or a role."""
    word = folded[i]
    known = vocabulary().words
    if word in known["lead.source"]:
        return tokens[i].islower() or word == "via" or tokens[i] == "For"
    if word in known["lead.place"] and word not in known["lead.and"]:
        return bool(words) and tokens[i].islower() and not _inside_role(folded, i, words)
    if word in ("by", "special"):
        return tokens[i] != words if word == "by" else False
    if word not in known["lead.and"] or not words or i + 1 == len(tokens):
        return False
    if _inside_role(folded, i, words):
        return False
    if word in _LETTERS or word == "con":
        return tokens[i].islower() and _two_words_follow(tokens, i + 1) and len(words) > 1
    return tokens[i].islower() or tokens[i - 1].isupper() or tokens[i] == "And"


def _inside_role(folded: list[str], i: int, words: list[str]) -> bool:
    """Between two words of a role: "Politics and Policy Reporter", "Correspondent in Washington"."""
    known = vocabulary().words
    last, after = folded[i - 1], folded[i + 1 : i + 2]
    if folded[i] in known["lead.place"] and last in known["role.head"]:
        return True
    if not after or (last not in known["role.modifier"] and last not in known["role.head"]):
        return False
    return after[0] in known["role.modifier"] or after[0] in known["role.head"]


def _two_words_follow(tokens: list[str], i: int) -> bool:
    follow = tokens[i : i + 2]
    return len(follow) == 2 and all(
        t[:1].isupper() or t.casefold() in vocabulary().words["name.particle"] for t in follow
    )
