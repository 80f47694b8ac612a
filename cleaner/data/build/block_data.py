"""All labelled pages, for train_blocks.py: those with a gold body, and those that were read block by block."""

import gzip
import json
import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import islice

import numpy as np
from readings import kinds_of, readings

from cleaner.core.document import Context
from cleaner.core.parts import Source
from cleaner.models.block.clues import place_clues, text_clues
from cleaner.models.block.shapes import read_page
from cleaner.models.block.view import View
from cleaner.readers import html
from cleaner.readers.decode import decode
from cleaner.stages.boilerplate.container import is_post
from cleaner.stages.boilerplate.items import items_of

WORD = re.compile(r"\w+")
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
GOOD, OPEN = ("body", "standfirst"), ("unsure", "title")


def load(folder):
    """The pages of DATA_FOLDER that have a gold body or were read."""
    read = readings()
    rows = [row for row in table(folder / "html" / "pages.jsonl.gz") if row["body"] or row["id"] in read]
    pages = [Page(row, folder / "html", read) for row in rows]
    return [page for page in pages if page.items]


def table(path):
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return list(map(json.loads, rows))


class Page:
    """One page: its blocks, which of them are the article's, and how far that is to be believed."""

    def __init__(self, row, folder, read):
        self.id, self.set = row["id"], row["set"] if row["body"] else "read"
        self.host = row["host"].removeprefix("www.")
        data = gzip.decompress((folder / row["html"]).read_bytes())
        source = Source(media_type="text/html")
        self.document = html.read(decode(data, media_type="text/html").text, Context(url=row["url"]), source)
        self.items = items_of(self.document)
        self.texts = [item.text for item in self.items]
        self.title = next((claim.text for claim in self.document.claims("headline")), "")
        self.description = next((claim.text for claim in self.document.claims("description")), "")
        self.clues = [place_clues(item.label, item.node.place) + text_clues(item.text) for item in self.items]
        self.words = np.array([len(WORD.findall(t)) for t in self.texts])
        trust = self.by_gold(row["text"]) if row["body"] else self.by_reading(read[row["id"]])
        posts = [is_post(place.kind for place in item.node.place.outward()) for item in self.items]
        trust = np.where(np.array(posts, bool) & ~self.good, 0, trust)  # they stay, whatever a set's gold says
        self.weight = np.sqrt(np.minimum(62, self.words + 2)) * trust

    def by_gold(self, text):
        """Which blocks the gold body holds; how far it is to be believed."""
        self.gold = re.sub(r"(?m)^\[(.*)\]$", r"\1", text)
        self.good = np.array(aligned(self.texts, self.gold), bool)
        return self.care()

    def by_reading(self, read):
        """Which blocks were read as the body; how far that is to be believed."""
        kinds = kinds_of(self.texts, read)
        self.good = np.array([kind in GOOD for kind in kinds], bool)
        self.gold = "\n".join(t for t, good in zip(self.texts, self.good, strict=True) if good)
        return np.array([0.0 if kind in OPEN else 0.7 for kind in kinds])

    def care(self):
        """How far the gold is to be believed: rules per publisher take paragraphs and leave lists and quotes."""
        if self.set != "fundus-tests":
            return np.ones(len(self.texts))
        near = [{place.kind.tag for place in islice(item.node.place.outward(), 4)} for item in self.items]
        loose = [bool({"li", "tr", "blockquote"} & tags) for tags in near]
        return np.where(np.array(loose, bool) & ~self.good, 0.3, 0.7)

    def view(self, weights):
        return View(read_page(self.items, weights, self.title, self.description))


def shingles(words, n=4):
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))) if words else Counter()


def aligned(texts, gold):
    """For each block: do at least half of its words stand in the gold text, in order?"""
    wanted = [w.lower() for w in WORD.findall(gold)]
    known = shingles(wanted, 3)
    bare = re.sub(r"[\W_]+", "", gold).lower()
    lines = [[w.lower() for w in WORD.findall(t)] for t in texts]
    stream = [
        (w, i)
        for i, words in enumerate(lines)
        if len(words) < 3 or any(s in known for s in shingles(words, 3))
        for w in words
    ]
    hits = [0] * len(texts)
    matcher = SequenceMatcher(None, [w for w, _ in stream], wanted, autojunk=False)
    for a, _, size in matcher.get_matching_blocks():
        for _, i in stream[a : a + size]:
            hits[i] += 1
    good = [bool(words) and hit > 0.5 * len(words) for hit, words in zip(hits, lines, strict=False)]
    for i, text in enumerate(texts):
        squeezed = re.sub(r"[\W_]+", "", text).lower()
        if len(squeezed) > 20 and SPACELESS.search(text) and squeezed in bare:
            good[i] = True
    return good
