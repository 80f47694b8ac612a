"""Make labelled text dumps of the pages that were read block by block: ``read_pages.py DATA_FOLDER OUT.jsonl.gz``.

Gold bodies come from few publishers, and what a model of boilerplate needs most is many of them. ``read_pages.txt`` holds
what each block of further pages in DATA_FOLDER (``html/pages.jsonl.gz``, those without a body) was read as; no text.
Out come dumps of the kinds that ``boilerplate/lines.jsonl.gz`` has: the element that holds the body, the whole page, and
what three extractors leave of it. Needs trafilatura, readability-lxml and newspaper4k.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import newspaper
import trafilatura
from readability import Document as Readability
from readings import kinds_of, readings

from cleaner.core.document import Context
from cleaner.core.parts import Source
from cleaner.readers import html
from cleaner.readers.decode import decode

LABEL = {"body": "body", "standfirst": "body", "title": "title", "unsure": "ambig"}
FEWEST_WORDS, FEWEST_LINES = 60, 3


def blocks_of(row, folder):
    """A page's blocks as the reader sees them: texts and marks."""
    data = gzip.decompress((folder / row["html"]).read_bytes())
    text = decode(data, media_type="text/html").text
    document = html.read(text, Context(url=row["url"]), Source())
    return text, document


def folded(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


def container(texts, places, body):
    """The blocks of the innermost element that holds nearly all of the body."""
    mass = Counter()
    for i in body:
        for place in places[i].outward():
            mass[place] += len(texts[i].split())
    most = 0.97 * sum(len(texts[i].split()) for i in body)
    home = max((place for place, words in mass.items() if words >= most), key=lambda place: place.level, default=None)
    return [i for i, place in enumerate(places) if home is not None and place.lies_in(home)]


def extracts(html_text, url):
    """What extractors leave of a page, as lines."""
    yield "trafilatura_recall", trafilatura.extract(html_text, favor_recall=True) or ""
    summary = Readability(html_text).summary()
    yield "readability", html.read(summary, Context(), Source()).raw
    try:
        article = newspaper.Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=html_text)
        article.parse()
        yield "newspaper4k", article.text
    except Exception as error:  # it wants extra packages for some languages
        print("newspaper4k:", str(error)[:60], file=sys.stderr)


def known_as(line, known, body):
    """What a line of an extract is, by the block that it came from."""
    text = folded(line)
    if text in known:
        return known[text]
    bare = folded(line.lstrip("-|#>* "))
    if bare in known:
        return known[bare]
    inside = len(text) > 30 and any(text in part or (len(part) > 60 and part[:60] in text) for part in body)
    return "body" if inside else "unsure"


def dumps(row, folder, read):
    """All dumps of one page."""
    text, document = blocks_of(row, folder)
    texts = document.raw.split("\n")
    places = [mark.node.place for mark in document.marks]
    kinds = kinds_of(texts, read)
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    if sum(len(texts[i].split()) for i in body) < FEWEST_WORDS:
        return
    inside = container(texts, places, body)
    for name, chosen in (("article", inside), ("fullpage", range(len(texts)))):
        yield name, [(texts[i], kinds[i]) for i in chosen]
    known = {}
    for part, kind in zip(texts, kinds, strict=True):
        if folded(part) not in known or kind in ("body", "standfirst"):
            known[folded(part)] = kind
    bodies = [folded(texts[i]) for i in body]
    for name, extract in extracts(text, row["url"]):
        lines = [line.strip() for line in extract.split("\n") if line.strip()]
        yield name, [(line, known_as(line, known, bodies)) for line in lines]


def main():
    folder, out = Path(sys.argv[1]) / "html", Path(sys.argv[2])
    pages = readings()
    with gzip.open(folder / "pages.jsonl.gz", "rt", encoding="utf-8") as rows, gzip.open(out, "wt") as sink:
        for row in map(json.loads, rows):
            for name, lines in dumps(row, folder, pages[row["id"]]) if row["id"] in pages else ():
                labelled = [{"text": t, "label": LABEL.get(k, "boiler") if folded(t) else "punct"} for t, k in lines]
                if sum(line["label"] == "body" for line in labelled) >= FEWEST_LINES:
                    head = {"doc_id": "read:" + row["id"], "set": "read", "publisher": row["host"].removeprefix("www.")}
                    head |= {"url": row["url"], "lang": (row["lang"] or "xx")[:2], "dump_kind": name}
                    sink.write(json.dumps(head | {"lines": labelled}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
