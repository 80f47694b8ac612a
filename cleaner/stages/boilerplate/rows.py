"""Cuts by rows, and exceptions from them.

A row knows its wording anywhere, but in certain places a few wordings are news.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from cleaner.core import lazy_re as re
from cleaner.core.facts import claim
from cleaner.parties.bylines import is_byline
from cleaner.rules import rulebook
from cleaner.stages.boilerplate.items import HEADINGS, Item
from cleaner.stages.boilerplate.reading import CERTAIN, Reading
from cleaner.stages.boilerplate.structure import field_of
from cleaner.stages.boilerplate.wordings import edit_of, matched
from cleaner.timestamps import is_timestamp

_SENTENCE = 12
_SUBHEADING = 5  # words
_QUOTES = frozenset("“„«‘\"'")
_OWN_LABEL = re.compile(
    r"(?:watch|video|podcast|audio|live(?: updates)?|explained|explainer|in (?:pictures|photos|pics)|gallery"
    r"|fact check|as it happened|flashback|look) ?[:|]"
)
"""Labels that may come before a story's own headline."""

_ENTRY = re.compile(r"[^:.]{2,30}: .{5,200}\.$")


def read_rows(page: Reading) -> None:
    """Cut the items and sentences that a row matches, except quoted speech."""
    book = rulebook()
    for i in page.left():
        item = page.items[i]
        if item.odds >= CERTAIN or item.text[0] in _QUOTES:
            continue
        parts = matched(book, item)
        if len(parts) == 1 and parts[0][:2] == (0, len(item.text)):
            page.cut(i, parts[0][2].id)
        else:
            page.edits += [edit_of(item, *part) for part in parts]


def spare_news(page: Reading) -> None:
    """Keep sentences about reporters between paragraphs: there they are the news itself."""
    prose = [i for i in page.left() if page.items[i].prose]
    long = [i for i in page.cut_as("bio") if page.items[i].words >= _SENTENCE]
    page.spare([i for i in long if 2 < len(prose) - bisect_right(prose, i) < len(prose)])


def spare_own_label(page: Reading) -> None:
    """Keep a first line like "Opinion | …" or "Watch: …": it is no link, but the title of this story."""
    i = next((i for i in range(len(page.items)) if i not in page.outside), -1)
    if not page.is_cut(i, "related", "video"):
        return
    first = page.items[i]
    if first.words >= 4 and ("|" in first.text or _OWN_LABEL.match(first.folded)):
        page.spare((i,))


def spare_up_next(page: Reading) -> None:
    """Keep "Up next" in a match report, where the next matches follow ("Rovers: Host Athletic on Friday.")."""
    for i in [i for i, cut in page.cuts.items() if cut.rule == "related.what-read-next"]:
        if i + 1 < len(page.items) and i + 1 not in page.cuts and _ENTRY.match(page.items[i + 1].text):
            page.spare((i,))


def spare_subheadings(page: Reading) -> None:
    """Keep what a model takes for a link if there are similar sub-headings between the paragraphs of a dump.

    So are the questions of an explainer, with their answers.
    """
    if page.on_page:
        return
    page.spare([i for asked in page.questions for i in (asked, asked + 1) if page.is_cut(i, "model")])
    heads = [i for i in range(len(page.items)) if _is_subheading(page, i)]
    if any(i not in page.cuts for i in heads):
        page.spare([i for i in heads if page.is_cut(i, "model")])


def _is_subheading(page: Reading, i: int) -> bool:
    """Is a line a few words without figures, right above a paragraph and below one, or below a caption?"""
    text = page.items[i].text
    if page.items[i].words > _SUBHEADING or not text[0].isupper() or not text.replace(" ", "").isalpha():
        return False
    below = i + 1 < len(page.items) and i + 1 not in page.cuts and page.items[i + 1].prose
    return below and i > 0 and (i - 1 not in page.cuts or page.is_cut(i - 1, "caption"))


_SALUTATION = re.compile(
    r"(?:Sirs?|Madam|Dear (?:Sir|Madam|Sirs|Editors?)|To the editor) ?(?:or Madam ?)?[–—,:-]", re.IGNORECASE
)
_LONGEST_NAME = 6  # words


def spare_letter_writers(page: Reading) -> None:
    """Give back the name and the town below a letter to the editor: a model takes them for a link."""
    for i in page.left():
        if not _SALUTATION.match(page.items[i].text):
            continue
        below = range(i + 1, len(page.items))
        for k in takewhile(lambda k: page.items[k].prose or _is_writer(page.items[k]), below):
            if page.is_cut(k, "model") and _is_writer(page.items[k]):
                page.spare((k,))


def _is_writer(item: Item) -> bool:
    words = item.text.split()
    return len(words) <= _LONGEST_NAME and item.label not in HEADINGS and all(word[0].isupper() for word in words)


_OF_OTHERS = ("comments", "related")
"""After lines of these kinds, dates belong to comments or to other stories."""


def claim_by_rows(page: Reading) -> None:
    """Claim what rows have cut as timestamps or bylines."""
    first, _ = page.body
    prose = next(
        (i for i in page.left() if page.items[i].words >= _SENTENCE and page.items[i].text[-1:] in ".!?"), first
    )
    others = min((i for i in page.cut_as(*_OF_OTHERS) if i > prose), default=len(page.items))
    for i in page.cut_as("timestamp", "byline"):
        text, kind = page.items[i].text, page.cuts[i].kind
        if kind == "timestamp" and i < others and is_timestamp(text):
            page.facts.append(claim(field_of(text), text, "timestamp line" if i < first else "body timestamp"))
        elif kind == "byline" and is_byline(text):
            page.facts.append(claim("byline", text, "byline line" if i < first else "body byline"))
