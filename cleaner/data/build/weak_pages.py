"""Label the lines of pages that have no gold body, by agreement of extractors: ``weak_pages.py DATA_FOLDER OUT``.

Gold bodies come from few publishers, and what a model of furniture needs most is many of them. DATA_FOLDER holds
``html/pages.jsonl.gz``; of its pages without a gold body, a line is taken for body where trafilatura's precise mode and
readability agree on it, for furniture where neither trafilatura's generous mode nor readability has it, and for neither
otherwise. Needs trafilatura, readability-lxml and beautifulsoup4.
"""

import gzip
import json
import re
import sys
from pathlib import Path

import trafilatura
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from readability import Document

_BLOCKS = """
p h1 h2 h3 h4 h5 h6 li blockquote figcaption td th pre dd dt div section article header footer aside nav main ul ol
table tr figure br hr form fieldset button label option address body tbody dl
"""
BLOCKS = frozenset(_BLOCKS.split())
SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "iframe"}


def lines_of(node):
    """The visible text of a node, one block a line."""
    lines, run = [], []

    def flush():
        text = " ".join("".join(run).split())
        run.clear()
        if text:
            lines.append(text)

    def walk(parent):
        for child in parent.children:
            if child.name is None:
                if type(child) is NavigableString:
                    run.append(str(child))
            elif child.name in BLOCKS:
                flush()
                walk(child)
                flush()
            elif child.name not in SKIPPED:
                walk(child)

    walk(node)
    flush()
    return lines


def folded(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


def container(soup, paragraphs):
    """The smallest node that holds nine tenths of the body's paragraphs."""
    best = soup.body or soup
    while True:
        for child in best.find_all(True, recursive=False):
            text = folded(child.get_text(" ")) if child.name in BLOCKS else ""
            if len(text) > 500 and sum(p in text for p in paragraphs) >= 0.9 * len(paragraphs):
                best = child
                break
        else:
            return best


def label(line, precise, generous, readable):
    text = folded(line)
    words = len(text.split())
    if not text:
        return "punct"
    if text in precise and words >= 4 and (text in readable or words >= 8):
        return "body"
    if text not in generous and text not in readable:
        return "boiler"
    if words <= 3 and text not in precise and not re.search(rf"\b{re.escape(text)}\b", generous):
        return "boiler"
    return "ambig"


def soften(lines):
    """A lone short line between two paragraphs may be a sub-heading that no extractor kept."""
    labels = [x["label"] for x in lines]
    for i in range(1, len(lines) - 1):
        short = len(lines[i]["text"].split()) <= 10
        if short and labels[i - 1 : i + 2] == ["body", "boiler", "body"]:
            lines[i]["label"] = "ambig"


def dumps(page, html):
    """The page's two dumps, labelled: the node that holds the body, and the whole page."""
    precise = trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False) or ""
    paragraphs = [p for p in map(folded, precise.split("\n")) if p.count(" ") >= 5]
    if len(paragraphs) < 4:
        return
    generous = folded(trafilatura.extract(html, favor_recall=True) or "")
    readable = folded(BeautifulSoup(Document(html).summary(), "lxml").get_text(" "))
    soup = BeautifulSoup(html, "lxml")
    for kind, node in (("article", container(soup, paragraphs)), ("fullpage", soup.body or soup)):
        lines = [{"text": t, "label": label(t, folded(precise), generous, readable)} for t in lines_of(node)]
        soften(lines)
        yield {
            "doc_id": page["id"],
            "set": "weak",
            "publisher": page["host"].removeprefix("www."),
            "url": page["url"],
            "lang": (page["lang"] or "xx")[:2],
            "dump_kind": kind,
            "lines": lines,
        }


def main():
    folder, out = Path(sys.argv[1]) / "html", Path(sys.argv[2])
    with gzip.open(folder / "pages.jsonl.gz", "rt", encoding="utf-8") as rows, gzip.open(out, "wt") as sink:
        for page in map(json.loads, rows):
            if page["body"]:
                continue
            html = gzip.decompress((folder / page["html"]).read_bytes()).decode("utf-8", "replace")
            try:
                for dump in dumps(page, html):
                    sink.write(json.dumps(dump, ensure_ascii=False) + "\n")
            except Exception as error:
                print(page["host"], type(error).__name__, error, file=sys.stderr)


if __name__ == "__main__":
    main()
