"""Make labelled text dumps of pages whose article somebody has marked: ``page_dumps.py OUT.jsonl.gz SOURCE…``.

A SOURCE is a folder of the Web Content eXtraction Benchmark (``dev``: ``html/*.html.gz`` beside ``ground-truth/*.json``)
or a file of pages as the benchmark data has them (``html/more.jsonl.gz``). Out come dumps of the kinds that
``boilerplate/lines.jsonl.gz`` has: the smallest element that holds the body, the whole page, and what three extractors
leave of it. A line is *body* where the gold text holds it and *boiler* where it does not; in between it is *ambig*, as
are sentences that gold leaves out although they stand among its paragraphs, and pages whose gold the page does not hold
are left out altogether. Of whole pages two fifths are used, and no other dump that is more than half boilerplate. Needs
lxml, trafilatura, readability-lxml and newspaper4k.
"""

import gzip
import json
import re
import sys
import zlib
from collections import Counter
from pathlib import Path

import newspaper
import trafilatura
from lxml import html
from readability import Document as Readability

BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section select summary table"
    " tbody td tfoot th thead title tr ul".split()
)
SILENT = frozenset("script style noscript template svg head textarea iframe math object".split())
FEWEST_WORDS, FEWEST_LINES, LONGEST = 80, 3, 2_000_000
LEAST_HELD = 0.9
"""The share of the gold text that a page must hold: less, and gold tells of another state of the page."""

SHINGLE = 4
SENTENCE = 12


def pages(source):
    """Host, address, title, language, gold text and markup of each article."""
    if source.is_dir():
        for gold in sorted((source / "ground-truth").glob("*.json")):
            row = json.loads(gold.read_text(encoding="utf-8"))
            page = source / "html" / f"{gold.stem}.html.gz"
            if row["_internal"]["page_type"]["primary"] == "article" and page.exists():
                truth = row["ground_truth"]
                url = row.get("url") or f"https://wcxb-{gold.stem}.example/"
                yield (
                    f"wcxb:{gold.stem}",
                    url,
                    truth.get("title"),
                    truth.get("main_content") or "",
                    gzip.decompress(page.read_bytes()),
                )
        return
    with gzip.open(source, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["text"] and row["set"] in ("turing", "wcxb"):
                yield (
                    row["id"],
                    row["url"],
                    row["title"],
                    row["text"],
                    gzip.decompress((source.parent / row["html"]).read_bytes()),
                )


def decoded(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def lines_of(root):
    """The text of an element, a line for each block, and the innermost block of each line."""
    found, part, owner = [], [], [root]

    def end(element):
        text = re.sub(r"\s+", " ", "".join(part)).strip()
        if text:
            found.append((text, owner[0]))
        part.clear()
        owner[0] = element

    def walk(element):
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        block = element.tag in BLOCKS
        if block:
            end(element)
        part.append(element.text or "")
        for child in element:
            walk(child)
            part.append(child.tail or "")
        if block:
            end(element.getparent() if element.getparent() is not None else element)

    walk(root)
    end(root)
    return found


def words(text):
    return re.findall(r"\w+", text.lower())


def shingles(tokens):
    return {tuple(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1)}


class Gold:
    """The gold text: what of a line stands in it."""

    def __init__(self, text, title):
        self.lines = {" ".join(words(line)) for line in text.split("\n")}
        self.tokens = words(text)
        self.shingles = shingles(self.tokens)
        self.title = " ".join(words(title or ""))

    def label(self, line):
        """What a line is."""
        tokens = words(line)
        key = " ".join(tokens)
        if not tokens:
            return "punct"
        if key == self.title and key not in self.lines:
            return "title"
        if key in self.lines:
            return "body"
        if len(tokens) < SHINGLE + 2:
            return "ambig" if key and f" {key} " in self.joined else "boiler"
        mine = shingles(tokens)
        share = len(mine & self.shingles) / len(mine)
        return "body" if share >= 0.8 else "boiler" if share <= 0.1 else "ambig"

    @property
    def joined(self):
        if not hasattr(self, "_joined"):
            self._joined = f" {' '.join(self.tokens)} "
        return self._joined


def container(root, labelled):
    """The smallest element that holds nearly all of the body."""
    mass = Counter()
    for text, element, label in labelled:
        if label == "body":
            size = len(text.split())
            while element is not None:
                mass[element] += size
                element = element.getparent()
    total = mass[root]
    held = [element for element, size in mass.items() if size >= 0.97 * total]
    return max(held, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def doubtful(labelled):
    """Sentences among the body's paragraphs that gold leaves out: pull quotes, tables, notes; nobody knows."""
    parents = Counter()
    for text, element, label in labelled:
        if label == "body":
            parents[element.getparent()] += len(text.split())
    most = parents.most_common(1)[0][0] if parents else None
    bodies = [i for i, (_, _, label) in enumerate(labelled) if label == "body"]
    first, last = bodies[0], bodies[-1]
    for i, (text, element, label) in enumerate(labelled):
        plain = element.tag in ("p", "blockquote", "li", "td") and not any(True for _ in element.iter("a"))
        inside = first < i < last and element.getparent() is most
        sentence = len(text.split()) >= SENTENCE and text.rstrip('"”’)').endswith((".", "!", "?"))
        yield text, "ambig" if label == "boiler" and plain and inside and sentence else label


def extracts(markup, url):
    """What extractors leave of a page, as lines."""
    yield "trafilatura_recall", trafilatura.extract(markup, favor_recall=True) or ""
    summary = Readability(markup).summary()
    yield "readability", "\n".join(text for text, _ in lines_of(html.fromstring(summary))) if summary else ""
    article = newspaper.Article(url or "https://example.org/", fetch_images=False)
    article.download(input_html=markup)
    article.parse()
    yield "newspaper4k", article.text


def dumps(url, title, text, data):
    """All dumps of one page: name and labelled lines."""
    if len(data) > LONGEST or len(text.split()) < FEWEST_WORDS:
        return
    markup, gold = decoded(data), Gold(text, title)
    root = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", markup))
    labelled = [(line, element, gold.label(line)) for line, element in lines_of(root)]
    held = set().union(*(shingles(words(line)) for line, _, label in labelled if label in ("body", "ambig")), set())
    if len(gold.shingles & held) < LEAST_HELD * len(gold.shingles):
        return
    element = container(root, labelled)
    if element is None:
        return
    inside = [(line, owner, gold.label(line)) for line, owner in lines_of(element)]
    known = dict(doubtful(inside))
    yield "article", list(doubtful(inside))
    yield "fullpage", [(line, known.get(line, label)) for line, _, label in labelled]
    try:
        for name, extract in extracts(markup, url):
            lines = [line.strip() for line in extract.split("\n") if line.strip()]
            yield name, [(line, known.get(line, gold.label(line))) for line in lines]
    except Exception as error:  # extractors fall over odd pages
        print(type(error).__name__, str(error)[:60], file=sys.stderr)


def host(url):
    return re.sub(r"^www\.", "", re.sub(r"^\w+://", "", url or "").split("/")[0].lower())


def usable(name, kind, lines):
    """Is this dump worth learning from? Whole pages are many and long, so two fifths of them are enough."""
    count = Counter(label for _, label in lines)
    if count["body"] < FEWEST_LINES:
        return False
    if kind == "fullpage":
        return zlib.crc32(name.encode()) % 5 < 2
    return count["boiler"] <= count["body"]


def rows_of(name, url, title, text, data):
    """The dumps of a page as rows."""
    try:
        made = list(dumps(url, title, text, data))
    except (ValueError, TypeError, html.etree.ParserError, RecursionError) as error:
        print(name, type(error).__name__, file=sys.stderr)
        return
    for kind, lines in made:
        if usable(name, kind, lines):
            labelled = [{"text": line, "label": label} for line, label in lines]
            row = {"doc_id": name, "set": "pages", "publisher": host(url), "url": url, "lang": "en"}
            yield row | {"dump_kind": kind, "lines": labelled}


def main():
    out, *sources = map(Path, sys.argv[1:])
    with gzip.GzipFile(out, "wb", mtime=0) as sink:
        for source in sources:
            for page in pages(source):
                for row in rows_of(*page):
                    sink.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


if __name__ == "__main__":
    main()
