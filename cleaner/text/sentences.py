"""Splitting a line into sentences.

A full stop ends a sentence if a new sentence begins behind it. It does not end one after an initial ("J. Smith"), after
a title or another abbreviation ("Gov. Lee", "in Minn. on Friday"), or inside a number. Scrapers glue sentences together
("… on Monday.Read more"), so the space may be missing between a small letter and a capital.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re

_SHORT = """
adm ala apr apt ariz ark assn assoc asst atty aug ave bldg blvd brig bros calif capt cmdr col colo comdr conn corp cpl
dec del dept dist est etc feb fig fla ft fri gen gov govt hon inc jan jr jun jul kan lieut lt ltd maj mar mass md messrs
mich minn miss mo mon mont mr mrs ms mt nev no nov oct okla ore pa penn pfc ph pres prof pvt reg rep reps rev ret sat
sec sen sens sept sgt sgts spc sr st sun supt tenn tex thu thurs tue tues univ va vol vs vt wash wed wis wyo
abs bzw ca dr evtl ggf hl ing jh mio mrd nr pkt rd str tel usw vgl zb av fr m mm mme mlle mgr cie sra srta sres ud uds
"""
_ABBREVIATIONS = frozenset(_SHORT.split())
_END = re.compile(
    r"""(?P<stop>[.!?…]{1,4})["”’»“)\]]{0,2}"""
    r"""(?:\s+(?=["“‘„«»¿¡(\[•\-–—*>]{0,2}[A-Z0-9À-ÞĀ-ž])|(?P<glued>)(?=[A-ZÀ-Þ]))"""
)
_LONGEST_WORD = 14
STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
_CLOSERS = "\"”’»)' "
_NOTED = frozenset("0123456789]")
_NOTE = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]?(?:\[\d{1,3}(?:[,–-] ?\d{1,3})*\]|\d{1,2}(?:[,–-]\d{1,2})*)$")
"""The numbers of notes or references behind a stop: *infections.1*, *patients.[3,4]*."""

_LAST_WORD = re.compile(r"[^\W_]+\Z")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a line, as half-open spans without surrounding spaces.

    >>> text = "Gov. Lee met J. Smith at 9.30 a.m. It rained.Read more"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Gov. Lee met J. Smith at 9.30 a.m.', 'It rained.', 'Read more']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for m in _END.finditer(text):
        if _ends(m):
            found.append((start, start + len(text[start : m.end()].rstrip())))
            start = m.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


def ends_sentence(text: str, stops: tuple[str, ...] = STOPS) -> bool:
    """Does a text end like a sentence, whatever closes behind its stop: quotation marks, parentheses, a note's number?

    >>> [ends_sentence(text) for text in ("It rained.”", "It helps patients.[3,4]", "It rained in 2023", "Rain again")]
    [True, True, False, False]
    """
    text = text.rstrip(_CLOSERS)
    return text.endswith(stops) or (text[-1:] in _NOTED and _NOTE.search(text[-_LONGEST_WORD:]) is not None)


def is_sentence(line: str, words: int) -> bool:
    """Has a line at least so many words, and a stop at its end? This is the one measure of prose for a line by itself.

    >>> is_sentence("She wore it once more in Paris, in May.", 8), is_sentence("Read more.", 8)
    (True, False)
    """
    return line.count(" ") >= words - 1 and ends_sentence(line)


def _ends(m: re.Match[str]) -> bool:
    """Does this stop end a sentence?"""
    before = _LAST_WORD.search(m.string[max(0, m.start() - _LONGEST_WORD) : m.start()])
    word = before.group().lower() if before else ""
    if m["glued"] is not None:
        return len(word) > 2 and m.string[m.start() - 1].islower() and word not in _ABBREVIATIONS
    if m["stop"] != "." or not word:
        return True
    if len(word) == 1:
        return m.string[max(0, m.start() - 3) : m.start()].lower() in ("a.m", "p.m")
    return not (word.isdigit() and len(word) < 3) and word not in _ABBREVIATIONS
