"""The present tense of pictures: lines that tell what a photograph shows.

News is told in the past tense, captions in the present: "poses for a photocall", "looks on during", with the full
date of the picture and the sides on which people stand. Announcements are in the present tense too ("the film arrives
in theaters on July 5, 2024", "she performs at the O2 on June 3, 2024"), so verbs that announce count only where a
person is named first, and a sentence that reports speech never does.
"""

from __future__ import annotations

import re

from cleaner.stages.boilerplate.lines import Line

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"\b(?:on|in|from|,|dated|taken)\s*(?:\w+day,? )?(?:{_MONTH} \d{{1,2}}(?:, |/)|\d{{1,2}} {_MONTH},? |{_MONTH},? )"
    r"(?:19|20)\d\d\b"
)
_SEEN = re.compile(
    r"\b(?:poses? (?:for|with|at|on|in|during|next)|gestures|waves (?:to|as|at)|smiles (?:as|at|during|on)"
    r"|looks? on\b|(?:is|are) (?:seen|pictured)|seen here"
    r"|pictured (?:at|in|here|on|with)|stands? (?:next|in front|outside|near|guard|beside|behind)|holds? up"
    r"|sits? (?:in|on|next|with|during|beside)"
    r"|walks? (?:to|past|in|through|on|out|down|along|with|off|by)|listens? (?:as|to|during)|reacts? (?:after"
    r"|during|as)|celebrates? (?:after|with|his|her|scoring)"
    r"|dunks?|shoots? over|shakes? hands|greets?|embraces?|kisses|hugs?|billows?|rises? (?:from|over|above)"
    r"|waits? in|ride (?:in|on|past)|gather (?:in|at|outside|near)"
    r"|protest (?:in|outside|at|against)|march (?:in|through|to|along)|takes? (?:part in|a selfie))"
)
_DONE = re.compile(
    r"\b(?:speaks? (?:during|at|to|with|in|on)|attends? (?:a|an|the)|arrives? (?:at|for|to|in|on)|performs?"
    r" (?:during|onstage|on stage)|departs? (?:a|an|the|from)"
    r"|leaves? (?:the|a|after)|delivers? (?:a|an|his|her|remarks|the)|takes? (?:questions|photos|the stage)"
    r"|participates? in|participate in|testifies|visits?)\b"
)
_NAMED = re.compile(r"(?!The |A |An |In |On |At |This |That |But |And |It )[A-Z][\w'’.-]+,? [A-Z(][\w'’.-]*")
_SIDE = re.compile(
    r"[A-Z][\w'’.-]+(?:, (?:\d\d, )?(?:left|right|cent(?:er|re)|second (?:from )?(?:left|right)|far (?:left"
    r"|right))(?:,|\.$|$)"
    r"| \((?:left|right|cent(?:er|re)|far (?:left|right)|second (?:from )?(?:left|right)|[lrLRc]\.?)\))"
)
_EVENT = re.compile(
    r"(?:[A-Z][\w'’.-]+ ){1,6}(?:attends|arrives (?:at|for)|poses (?:at|for|on)|walks (?:at|in|on)|(?:is )?on"
    r" the red carpet|at)\b[^.]{0,80}"
    r"\b(?:19|20)\d\d\b[^.]{0,120}$"
)
_OCCASION = re.compile(
    r"\b(?:premiere|photo-?call|screening|gala|red carpet|fashion show|film festival|awards|after-?party"
    r"|fashion week|CinemaCon|Comic-Con|Met Gala)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOLD = re.compile(r"\b(?:said|told|will|says|has|have|was|were)\b")
_PRONOUNS = ("He ", "She ", "It ", "They ", "We ", "I ", "You ", "But ", "And ", "The film ", "The show ", "The book ")


def depicts(line: Line) -> bool:
    """Does a line tell what a picture shows?

    >>> depicts(Line(0, 0, "Ann Lee poses for a photocall at the Lido in Venice, on June 20, 2023."))
    True
    >>> depicts(Line(0, 0, "The leaders, with Ann Lee, left, take part in a debate in Leeds on Monday."))
    True
    >>> depicts(Line(0, 0, "The film arrives in theaters on July 5, 2024, after two delays."))
    False
    """
    text = line.text
    if not 5 <= line.words <= 60 or text[0] in "“\"'‘" or text.startswith(_PRONOUNS):
        return False
    if _sides(text):
        side = _SIDE.search(text)
        if side and (line.words <= 16 or _SEEN.search(text) or _DONE.search(text) or "take part" in text):
            return not _TOLD.search(text)
    if not _YEAR.search(text):
        return False
    if line.words <= 30 and _OCCASION.search(text) and _EVENT.match(text.rstrip('."”')):
        return not _TOLD.search(text)
    return in_scene(line) and "“" not in text and not _TOLD.search(text)


def _sides(text: str) -> bool:
    """May a line say on which side somebody stands? A cheap look before the careful one."""
    return (
        (", left" in text or ", right" in text or ", cent" in text or ", far" in text or ", second" in text)
        or ("(l" in text or "(r" in text or "(c" in text or "(L" in text or "(R" in text)
        or ("left," in text or "(far" in text or "(second" in text)
    )


def in_scene(line: Line) -> bool:
    """Present tense first, a full date towards the end."""
    text = line.text
    dated = _DATED.search(text)
    if not dated or len(text[dated.end() :].split()) > 6:
        return False
    head = text[: dated.start()]
    return _SEEN.search(head) is not None or (_NAMED.match(text) is not None and _DONE.search(head) is not None)
