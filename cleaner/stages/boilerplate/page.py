"""Pages: which blocks are the article, and what becomes of the others.

A page's reader has marked every block with its place in the tree; the model (:mod:`cleaner.models.block`) says which of
them are the article. This module turns its verdict into findings, one edit a block, each with a readable reason.

Policies, where the model alone would be of two minds:

* **Title**: the headline is a field of its own; a block that repeats it is cut.
* **Standfirst**: it is ``description``; it stays in the text where the model takes it for body, as it does where the
  page sets it inside the story, and goes where it belongs to the page's head. Real gold is split the same way.
* **Captions** are moved to ``captions``, with their credits, wherever they stand in or beside the story.
* **Repetitions**: a block that an earlier one says word for word, such as a pull quote, is cut; a pull quote that
  nobody repeats stays, and so does a heading that the table of contents announces.
* **Lists and tables** of the story stay, one item or row a block. **Live blogs** keep each entry with its heading.
  **Galleries** are captions. **Embedded posts** stay where they are quoted as text; the model drops their shells.
* Where nothing is left, all that reads like prose stays: a page is never emptied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from cleaner.core.article import Caption
from cleaner.core.document import Document, Edit, Finding, Mark
from cleaner.core.site_profile import SiteProfile
from cleaner.models.block import NEVER, Verdict, judge
from cleaner.models.block.elements import element_kinds, element_name, path_masks
from cleaner.models.line import kind_of as kind_of_line
from cleaner.parties.bylines import is_byline, is_credit
from cleaner.rules import fold, rulebook
from cleaner.stages.boilerplate.page_captions import caption_of
from cleaner.stages.boilerplate.page_links import announced, is_shouted_link
from cleaner.stages.boilerplate.page_repeats import HEADINGS, bare, repeats
from cleaner.stages.boilerplate.story import spared
from cleaner.stages.boilerplate.verdict import site_repeats
from cleaner.timestamps import is_timestamp

LONGEST_ROW, LONGEST_BYLINE = 600, 160
CERTAIN = 5000
"""Blocks that the model is as sure of are not asked for wordings."""
PROSE = 12
"""A block of more words is a paragraph: what stands behind it is no longer the head."""
MODEL = "model."
MENU_DEPTH = 8
"""Settled furniture goes in one edit where it shares this many outer elements."""


@dataclass
class Reading:
    """A page's blocks with what is to become of them."""

    texts: list[str]
    marks: list[Mark]
    verdicts: list[Verdict]
    cuts: dict[int, str] = field(default_factory=dict)

    @property
    def kept(self) -> list[int]:
        """The blocks that stay."""
        return [i for i in range(len(self.texts)) if i not in self.cuts]


def blocks_of(document: Document) -> list[Mark]:
    """The marks of a page's blocks, in order."""
    return [mark for mark in document.marks if mark.path]


def propose_page(document: Document, marks: list[Mark]) -> Iterator[Finding]:
    """The findings for a page: captions, kinds of the kept blocks, edits."""
    text = document.text
    texts = [text[mark.start : mark.end] for mark in marks]
    titles = [claim.text for claim in document.claims("headline")[:3]]
    description = next((claim.text for claim in document.claims("description")), "")
    reading = Reading(texts, marks, judge(texts, marks, titles[0] if titles else "", description))
    yield from settle_page(reading, titles, document.context.site)
    yield from _kinds(reading)
    yield from _edits(reading, text)


def settle_page(reading: Reading, titles: Sequence[str], site: SiteProfile | None = None) -> list[Caption]:
    """Fill ``reading.cuts``; the captions found on the way."""
    _by_model(reading)
    spare_story(reading)
    _by_rows(reading)
    _others(reading)
    _by_site(reading, site)
    _stamps(reading)
    captions = _captions(reading)
    _repeated(reading, titles)
    if reading.texts and len(reading.cuts) == len(reading.texts):
        _spare_prose(reading)
    return captions


def _by_model(reading: Reading) -> None:
    """Cut what the model takes for furniture; the reasons are spelt out for those cuts that are told."""
    reading.cuts |= dict.fromkeys([i for i, verdict in enumerate(reading.verdicts) if not verdict.keep], MODEL)


def _reason(reading: Reading, i: int) -> str:
    """The rule of a cut: what the block is, how sure the model is, and where it stands."""
    if reading.cuts[i] != MODEL:
        return reading.cuts[i]
    mark = reading.marks[i]
    kind = kind_of(mark.path, mark.links > 0.5)
    kind = kind_of_line(reading.texts[i]) if kind == "other" else kind
    place = mark.path[-1] if mark.path else mark.label
    return f"model.{kind} {reading.verdicts[i].probability:.2f}: {int(100 * mark.links)} % links, in {place[:60]}"


def _by_rows(reading: Reading) -> None:
    """Known wordings go, unless in quotation marks, which are somebody's words; so do bylines at either end."""
    book = rulebook()
    for i in reading.kept:
        text = reading.texts[i]
        if (
            reading.verdicts[i].odds < CERTAIN
            and len(text) <= LONGEST_ROW
            and text[0] not in "“„«‘\"'"
            and (rule := book.find(fold(text)))
        ):
            reading.cuts[i] = rule.id
    kept = reading.kept
    for i in {*kept[:4], *kept[-3:]}:
        text = reading.texts[i]
        if reading.verdicts[i].odds < CERTAIN and len(text) <= LONGEST_BYLINE and (is_byline(text) or is_credit(text)):
            reading.cuts[i] = "byline.line"


def _others(reading: Reading) -> None:
    """Links to other stories go: a paragraph that is one link in capitals, a list below a line that announces it."""
    shouted = [i for i in reading.kept if is_shouted_link(reading.texts[i], reading.marks[i])]
    reading.cuts |= dict.fromkeys(shouted, "related.capitals")
    reading.cuts = dict.fromkeys(announced(reading.texts, reading.marks, reading.cuts), "related.listed") | reading.cuts


def _by_site(reading: Reading, site: SiteProfile | None) -> None:
    """What the publisher's other pages say too goes."""
    for i, cut in site_repeats(site, reading.texts, reading.cuts):
        reading.cuts[i] = f"{cut.rule} {cut.evidence}"


def _stamps(reading: Reading) -> None:
    """A timestamp above the first paragraph is the article's date, not its text."""
    for i in reading.kept:
        text = reading.texts[i]
        if text.count(" ") >= PROSE:
            return
        if len(text) <= LONGEST_BYLINE and is_timestamp(text):
            reading.cuts[i] = "timestamp.line"


def spare_story(reading: Reading) -> None:
    """Take back cuts of what stands in the story's own container between its paragraphs."""
    odds = [verdict.odds for verdict in reading.verdicts]
    for i in spared(reading.texts, reading.marks, odds, reading.kept):
        del reading.cuts[i]


def _spare_prose(reading: Reading) -> None:
    """Where the model finds no article, keep what reads like prose; where nothing does, keep all."""
    prose = [i for i, t in enumerate(reading.texts) if len(t) > 80 and reading.marks[i].links < 0.5]
    for i in prose or range(len(reading.texts)):
        del reading.cuts[i]


_ORDER = tuple(
    str.split(
        "newsletter share caption comments paywall consent advert author tags date related video navigation footer "
        "aside embed headline"
    )
)
_OUTER = tuple(kind for kind in _ORDER if kind in ("footer", "navigation", "comments", "related", "aside"))
"""What elements tell of a block in which they stand, the surest first; of outer ones only these few tell."""

_KINDS = {
    "consent": "cookie",
    "advert": "ad",
    "author": "byline",
    "date": "timestamp",
    "footer": "navigation",
    "aside": "related",
    "headline": "title",
}
"""Names of elements, as kinds of boilerplate."""


@lru_cache(maxsize=4096)
def kind_of(path: tuple[str, ...], linked: bool = False) -> str:
    """What kind of furniture a block is, as the elements around it are named; the nearest one decides.

    >>> kind_of(("html", "body", "div.related-stories", "ul", "li"))
    'related'
    """
    own, near, outer = path_masks(path)
    for mask, kinds in ((own, _ranked(_ORDER)), (near, _ranked(_ORDER)), (outer, _ranked(_OUTER))):
        for kind, bit in kinds:
            if mask & bit:
                return _KINDS.get(kind, kind)
    return "navigation" if linked else "other"


@cache
def _ranked(order: tuple[str, ...]) -> list[tuple[str, int]]:
    names = element_kinds()[1]
    return [(kind, 1 << names.index(kind)) for kind in order]


def _captions(reading: Reading) -> list[Caption]:
    """The captions in or beside the story; their blocks are cut even where the model would keep them."""
    kept = reading.kept
    first, last = (kept[0] - 12, kept[-1] + 4) if kept else (0, 0)
    found: list[Caption] = []
    seen: dict[str, int] = {}
    before = -9
    for i in range(max(0, first), len(reading.texts)):
        if i >= last:
            break
        caption = caption_of(reading.texts[i], reading.marks[i], i in reading.cuts)
        if caption and kind_of(reading.marks[i].path) != "navigation":
            reading.cuts[i] = "caption.figure"
            last = max(last, i + 4)
            key = bare(caption.text)
            if caption.credit and not caption.text and before == i - 1 and not found[-1].credit:
                found[-1] = Caption(text=found[-1].text, credit=caption.credit)
            elif key not in seen or not key:
                seen[key] = len(found)
                found.append(caption)
            before = i
    return found


def _repeated(reading: Reading, titles: Sequence[str]) -> None:
    """Cut the headline where the body repeats it, and what an earlier block says word for word."""
    heads = {bare(title) for title in titles} - {""}
    shortest = min(map(len, heads), default=0) // 2
    for i, rule in reading.cuts.items():
        if rule == MODEL and len(reading.texts[i]) >= shortest and bare(reading.texts[i]) in heads:
            reading.cuts[i] = "title.line"
    reading.cuts |= dict(repeats(reading.texts, reading.marks, reading.kept, heads))


def _kinds(reading: Reading) -> Iterator[Mark]:
    for i in reading.kept:
        mark = reading.marks[i]
        if kind := article_kind(mark):
            yield Mark(mark.start, mark.end, kind)


def article_kind(mark: Mark) -> str | None:
    """The kind of block in the article: heading, list_item, quote; None for a paragraph.

    >>> article_kind(Mark(0, 9, "p", ("html", "body", "ul.facts", "li", "p")))
    'list_item'
    """
    if mark.label in HEADINGS:
        return "heading"
    near = {element_name(element) for element in mark.path[-4:]}
    if mark.label in ("li", "dt", "dd") or "li" in near:
        return "list_item"
    return "quote" if "blockquote" in near else None


def _edits(reading: Reading, text: str) -> Iterator[Edit]:
    """Each cut block as an edit of its own, a menu as one; then a blank line between those that stay."""
    marks, cuts = reading.marks, reading.cuts
    last = reading.kept[-1] if reading.kept else -1
    i = 0
    while i < len(marks):
        end = _run(reading, i, last)
        following = marks[end].start if end < len(marks) else len(text)
        if i not in cuts:
            if i < last:
                yield Edit(marks[i].end, following, "\n\n", "layout.blank")
        else:
            rule = _reason(reading, i) + (f", and {end - i - 1} more" if end > i + 1 else "")
            if i < last:
                yield Edit(marks[i].start, following, "", rule)
            else:
                yield Edit(marks[i - 1].end if i else 0, marks[end - 1].end, "", rule)
        i = end


def _run(reading: Reading, start: int, last: int) -> int:
    """Where the run of settled furniture that begins at a block ends: menus go as one."""
    end = start + 1
    if start not in reading.cuts or reading.verdicts[start].odds > NEVER:
        return end
    home = reading.marks[start].path[:MENU_DEPTH]
    while (
        end < len(reading.marks)
        and end != last
        and end in reading.cuts
        and reading.verdicts[end].odds <= NEVER
        and reading.marks[end].path[:MENU_DEPTH] == home
    ):
        end += 1
    return end
