"""Make labelled text dumps of collections of articles: ``collection_dumps.py OUT.jsonl.gz COLLECTION.jsonl…``.

A collection holds one article a line: ``{"id", "publisher", "url", "text", "lang"}``, the text as a scraper left it.
Nobody has read these articles. What comes back in three articles of a publisher or more is *boiler*, whoever wrote it;
a sentence of a dozen words that stands in one article alone is *body*. All else is *ambig* and teaches nothing: short
lines that stand once, paragraphs of background that a reporter repeats, sub-headings that come back in one paper alone,
and what rows and structure have cut already.
"""

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from cleaner import learn
from cleaner.core.document import Document
from cleaner.core.site_profile import form
from cleaner.stages.boilerplate import STRUCTURE, read

RECURS, RECURS_AS_PARAGRAPH = 3, 5
PARAGRAPH, SENTENCE, LABEL = 25, 12, 4
DOCUMENTS, ARTICLES, LEAST_ARTICLES = 8, 400, 5
LONGEST = 150
"""Lines of a document; longer ones are lists and transcripts."""


def articles(paths):
    """The articles of each publisher, in a fixed order."""
    found = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                if row["publisher"] and row["text"]:
                    found[row["publisher"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row["id"])
        random.Random(0).shuffle(rows)
    return sorted(found.items())


def is_sentence(line, least):
    return line.count(" ") + 1 >= least and line.rstrip('"”’)').endswith((".", "!", "?"))


def label(line, times, users, known):
    """What a line is that ``times`` articles of its publisher and ``users`` publishers have."""
    words = line.count(" ") + 1
    if not form(line):
        return "punct"
    if times >= RECURS:
        if is_sentence(line, PARAGRAPH) and times < RECURS_AS_PARAGRAPH:
            return "ambig"
        if words <= LABEL and users < 2 and not known:
            return "ambig"
        return "boiler"
    return "body" if is_sentence(line, SENTENCE) and not known and times < 2 else "ambig"


def known_lines(text):
    page = read(Document(text), STRUCTURE)
    return {page.items[i].text for i in page.cuts}


def dump_of(row, site, users):
    """A document as a labelled dump; None if it is too short or too long."""
    lines = [line.strip() for line in row["text"].split("\n") if line.strip()]
    if not 5 <= len(lines) <= LONGEST:
        return None
    known = known_lines(row["text"])
    labels = [
        label(line, site.lines.get(key, 1), users[key], line in known)
        for line, key in zip(lines, map(form, lines), strict=True)
    ]
    made = {"doc_id": row["id"], "set": "collections", "publisher": row["publisher"], "url": row["url"]}
    made |= {"lang": row.get("lang", "en"), "dump_kind": "newspaper3k"}
    return made | {"lines": [{"text": t, "label": kind} for t, kind in zip(lines, labels, strict=True)]}


def main():
    out, *paths = map(Path, sys.argv[1:])
    shelf = articles(paths)
    sites = {publisher: learn([row["text"] for row in rows[:ARTICLES]]) for publisher, rows in shelf}
    users = Counter(key for site in sites.values() for key, n in site.lines.items() if n >= RECURS)
    count = Counter()
    with gzip.GzipFile(out, "wb", mtime=0) as sink:
        for publisher, rows in shelf:
            site = sites[publisher]
            if site.articles < LEAST_ARTICLES:
                continue
            for row in rows[:DOCUMENTS]:
                made = dump_of(row | {"publisher": publisher}, site, users)
                if made:
                    count.update(line["label"] for line in made["lines"])
                    sink.write((json.dumps(made, ensure_ascii=False) + "\n").encode())
    print(dict(count))


if __name__ == "__main__":
    main()
