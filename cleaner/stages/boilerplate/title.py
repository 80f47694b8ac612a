"""The title line, its repetitions, the dek and the slogan below it.

Most dumps begin with the headline. A clean text begins with its first paragraph, which must not be taken for a headline
when it is cleaned again. So the first line is *claimed* as the headline, and *cut* only if it looks like one: without a
full stop, no longer than headlines are, and followed by prose. A second such line is the dek, which becomes the
description, since the next run would cut it. If the block after it is not prose either (a sub-heading, a list), nothing
is cut.
"""

from __future__ import annotations

from itertools import islice

from cleaner.core import lazy_re as re
from cleaner.core.facts import claim
from cleaner.language import guess
from cleaner.parties.datelines import read_opening
from cleaner.parties.publishers import find_publisher, split_title
from cleaner.stages.boilerplate.captions import captioned
from cleaner.stages.boilerplate.container import scope_of
from cleaner.stages.boilerplate.items import HEADINGS, Item
from cleaner.stages.boilerplate.reading import Reading, headline_like
from cleaner.stages.boilerplate.scenes import dated, in_scene
from cleaner.stages.boilerplate.slogans import read_slogans, says_slogan
from cleaner.text.words import bare

_ENTRY = re.compile(r"\d{1,2}[.:]\d\d(?: ?(?:Uhr|h|am|pm|a\.m\.|p\.m\.))?\s?[:–—-] ")
"""An entry of a live blog begins with the time of day."""

_CALL = 9
"""A call with more words is a sentence of the text."""

_FEW, _MOST, _MOST_ENGLISH = 14, 15, 18
"""A headline that is a sentence has seldom more words than the first figure, and hardly ever more than the others; a
standfirst that has lost its full stop mostly has. In English, deks of 16 to 18 words without their full stop are rarer
than headlines.
"""

_STANDFIRST = 6
_DEKS = frozenset(str.split("dek deck standfirst summary subtitle subhead subheadline subheading tagline"))
_HEAD = 5
"""The dek may be among so many blocks above the story."""

_LONGEST_TITLE = 24
_NO_TITLE = re.compile(
    r"(?:story highlights|highlights|key points|at a glance|summary|for immediate release|posted (?:on|by))\b"
    r"|(?-i:CLOSE [A-Z][a-z])"
    r"|.*\((?:photo|image|picture|foto)s?(?::| by| courtesy)",
    re.IGNORECASE,
)
_ROUNDS = 4
_PITCH = 20
"""A line that names the site in passing, such as a share bar, has at most so many words."""


def read_title(page: Reading) -> None:
    """Claim headline, publisher, slogan and dek, and cut their lines."""
    claims = page.document.claims("headline")
    headline = claims[0].text if claims else _first_line(page)
    if headline:
        _repetitions(page, headline)
    read_slogans(page)


def read_standfirst(page: Reading) -> None:
    """Cut the dek of a page if the page calls it one, it is outside the story, and ``description`` has it.

    Inside the container it is part of the story, like a first paragraph that the description repeats.
    """
    if not page.on_page or not (described := {_key(c.text) for c in page.document.claims("description")} - {""}):
        return
    left = page.left()
    named = [i for i in left[:_HEAD] if _is_called_dek(page.items[i])]
    scope = scope_of(page.items, [i for i in left if i not in named])
    for i in named:
        said = _key(page.items[i].text)
        outside = not page.items[i].node.place.lies_in(scope)
        if outside and said.count(" ") >= _STANDFIRST and any(said in whole or whole in said for whole in described):
            page.cut(i, "title.standfirst", f"outside {scope.kind.name[:60]}", "description")


def _is_called_dek(item: Item) -> bool:
    return any(_DEKS.intersection(place.kind.words) for place in islice(item.node.place.outward(), 3))


def settle_title(page: Reading) -> None:
    """Check the top of the text again after all other passes: a clean text must keep its first line when cleaned again.

    What was between title and body may be cut by now, and the new first line may look like a title to the next run.
    Where the headline is known, from the markup, the caller or the line above, it is the standfirst.
    """
    for headline in page.titles[:1]:
        _repetitions(page, headline)
    for _ in range(_ROUNDS):
        before = len(page.cuts)
        _settle_first(page, page.left())
        if len(page.cuts) == before:
            return


def _settle_first(page: Reading, left: list[int]) -> None:
    """Cut the first remaining item if it looks like a title, and claim it."""
    first = page.items[left[0]] if len(left) > 1 else None
    if first is None or _is_one_of_headings(page, left):
        return
    known = bool(page.document.claims("headline")) or any(cut.kind == "title" for cut in page.cuts.values())
    publisher = split_title(first.text)[1] if headline_like(first) and not known else None
    if not publisher and not _heads(page, left):
        return
    _cut_head(page, left, sure=publisher is not None)
    if left[0] not in page.cuts:
        return
    if known:
        _below_title(page, left[0])
    else:
        page.facts.append(claim("headline", split_title(first.text)[0], "title line"))


def _is_one_of_headings(page: Reading, left: list[int]) -> bool:
    """Does a page set headings like its first block between its paragraphs, as pages of letters and live blogs do?"""
    label = page.items[left[0]].label
    return label in HEADINGS and any(page.items[i].label == label for i in left[1:])


def _below_title(page: Reading, i: int) -> None:
    """Cut the dek below the title, or a name: only that of a known publisher says who published the article."""
    line = page.items[i]
    named = line.words < _STANDFIRST and all(word[0].isupper() for word in line.text.split())
    if named and not page.document.claims("publisher"):
        known = find_publisher(name=line.text) is not None
        page.cut(i, "title.publisher", moved_to="publisher" if known else None)
        if known:
            page.facts.append(claim("publisher", line.text, "line below the title"))
    else:
        page.cut(i, "title.standfirst", moved_to="description")
        page.facts.append(claim("description", line.text, "standfirst line"))


def _first_line(page: Reading) -> str | None:
    """Claim the first remaining line as the headline; if it surely is the headline, cut and return it."""
    left = page.left()
    if not left:
        return None
    first = page.items[left[0]]
    if not (headline_like(first) or _shouts_twice(first)) or _NO_TITLE.match(first.text):
        return None
    host = (page.document.context.url or "").partition("//")[2].partition("/")[0]
    headline, publisher = split_title(_MARKDOWN.sub("", first.text), site=_site(page, first.text), host=host)
    sure = publisher is not None or _is_signed(page, left[0]) or headline != first.text
    if not (sure or _heads(page, left)):
        return None
    page.facts.append(claim("headline", headline, "first line"))
    if publisher:
        page.facts.append(claim("publisher", publisher, "title line"))
        row = find_publisher(name=publisher)
        if row and row.hosts:
            page.facts.append(claim("publisher_url", f"https://{row.hosts[0]}/", "publisher table"))
    _cut_head(page, left, sure=sure)
    return headline if left[0] in page.cuts else None


_MARKDOWN = re.compile(r"^#{1,6} | #{1,6}$")
_SUFFIX = re.compile(r"\s[-–—|⋆★•»]\s([^-–—|⋆★•»]{3,40})$")


def _site(page: Reading, title: str) -> str | None:
    """The end of a title that the page repeats on a short line ("© Küstenbote 2023"): the name of the site."""
    m = _SUFFIX.search(title[-60:])
    name = bare(m[1]).lower() if m else ""
    return (
        m[1].strip()
        if m and name and any(name in line.bare for line in page.items[1:] if line.words <= _PITCH)
        else None
    )


def _cut_head(page: Reading, left: list[int], *, sure: bool) -> None:
    """Cut the title, and a dek that would be taken for the title of what is left."""
    follow = [i for i in left[1:4] if not says_slogan(page.items[i].text)]
    if not follow:
        return
    second = page.items[follow[0]]
    if not _is_title(second) or _begins_text(page, follow[0]):
        page.cut(left[0], "title.line", moved_to="headline")
    elif second.words >= _STANDFIRST and (len(follow) < 2 or not _is_title(page.items[follow[1]])):
        page.cut(left[0], "title.line", moved_to="headline")
        page.cut(follow[0], "title.standfirst", moved_to="description")
        page.facts.append(claim("description", second.text, "standfirst line"))
    elif sure or (len(follow) > 1 and page.items[follow[1]].prose and not _has_headings(page, left[2:])):
        page.cut(left[0], "title.line", moved_to="headline")


def _has_headings(page: Reading, rest: list[int]) -> bool:
    """Are there short lines without a stop between the paragraphs? Then the one above the first is also a heading."""
    return any(page.items[i].words < _STANDFIRST and headline_like(page.items[i]) for i in rest)


def _is_title(line: Item) -> bool:
    """Is a line like a headline, and no longer than headlines are? A sentence without its full stop is not."""
    words = [w for w in line.text.split() if w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in words)
    if not headline_like(line) or _tells(line.text) or _ENTRY.match(line.text):
        return False
    shouts = line.text.endswith("!") and len(words) > _CALL
    return not shouts and (len(words) <= _FEW or capitals * 2 > len(words))


def _heads(page: Reading, left: list[int]) -> bool:
    """Is the first remaining line the title: by its form, or as a long line without a full stop above a paragraph?

    Captions and summaries of cards also come before the first paragraph.
    """
    first = page.items[left[0]]
    if first.words == 1 and not page.on_page:  # "Photo", "Sacramento"
        return False
    if _NO_TITLE.match(first.text) or (captioned(first) and dated(first.text)) or in_scene(first) or _tells(first.text):
        return False
    if _begins_text(page, left[0]):
        return False
    if _is_title(first):
        return True
    if len(left) < 2 or not page.items[left[1]].prose:
        return False
    return _shouts_twice(first) or (_is_sentence(first) and (_is_short(page, first) or _is_signed(page, left[0])))


def _begins_text(page: Reading, i: int) -> bool:
    """Does a line begin with a dateline, or ask the first of several questions, or does its sentence go on below it?

    Sentences go on in the next line of a text that was wrapped.
    """
    line = page.items[i]
    opening = read_opening(line.text)
    if (opening and opening.sure) or i in page.questions:
        return True
    below = page.items[i + 1] if i + 1 < len(page.items) else None
    if below is None or not below.text[0].islower():
        return False
    return line.node is below.node if page.on_page else page.document.text.count("\n", line.end, below.start) == 1


def _is_sentence(line: Item) -> bool:
    """Is a line a sentence without its full stop?"""
    text = line.text
    if not headline_like(line) or text.endswith(("?", "!")) or " -- " in text[:60] or _ENTRY.match(text):
        return False
    return text[0].isupper() or text[0] in "¿¡“\"'‘«" or text[0].isdigit()


def _is_short(page: Reading, line: Item) -> bool:
    """Has a sentence no more words than headlines have in its language?"""
    words = sum(word[0].isalpha() for word in line.text.split())
    return words <= _MOST or (words <= _MOST_ENGLISH and guess(page.document.text) == "en")


def _is_signed(page: Reading, i: int) -> bool:
    """Is the byline or the timestamp right below a line?"""
    return page.is_cut(i + 1, "byline", "timestamp")


def _tells(text: str) -> bool:
    """Is a line more than two sentences, or does it hold an address?"""
    return len(_SENTENCE_END.findall(text)) > 1 or "www." in text or "://" in text


_SENTENCE_END = re.compile(r"[a-zà-ÿ]{3,}[.!?…][\"'”’)]? [A-ZÀ-Þ#“\"]")


def _shouts_twice(line: Item) -> bool:
    """Is a line a title of two sentences in title case ("The Harbour Stays Shut. Nobody Asked Why.")?"""
    words = [word for word in line.text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return _STANDFIRST <= len(words) <= _LONGEST_TITLE and capitals * 4 >= len(words) * 3 and line.text.endswith(".")


def _repetitions(page: Reading, headline: str) -> None:
    """Cut lines that repeat the headline, with or without the name of the publisher."""
    wanted = _key(headline)
    if wanted.count(" ") < 2:
        return
    left, word = page.left(), max(wanted.split(), key=len)
    short = [i for i in left if page.items[i].words <= 30 and word in page.items[i].text.casefold()]
    again = [i for i in short if _says(page.items[i], wanted)]
    if len(again) < len(left):
        page.cut_all(again, "title.repeated", "headline")


def _says(line: Item, wanted: str) -> bool:
    """Is a line the headline, alone or with the name of the publisher?"""
    key = _key(line.text)
    return wanted in key and (key == wanted or _key(split_title(line.text)[0]) == wanted)


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text[:400].casefold()).strip()
