"""Inputs that have been slow somewhere, at any size, with the work that they are put to."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import suppress

import generated

import cleaner
from cleaner.run.sources.packed import unpacked

Make = Callable[[int], "bytes | str"]
Work = Callable[["bytes | str"], object]

MOJIBAKE = "The mayorâ€™s plan was â€œdeadâ€\u009d on Friday, she said. "
TEXTS = {
    "mojibake": MOJIBAKE,
    "mojibake, line by line": MOJIBAKE + "\n",
    "newlines": "\n",
    "ampersands": "&amp;",
    "invisible": "a\u200b\u00ad",
    "words without end": "lorem ipsum dolor ",
    "one word": "lorem",
    "short lines": "Rain\n",
    "boilerplate": "Share this article\n",
    "captions": "Ann Lee waits in Leeds on Friday. (Photo by Bo Xi/AFP)\n",
    "names": "Ann Lee and Bo Xi of Leeds met. ",
    "bylines": "By Ann Lee and Bo Xi, Reuters\n",
    "dates": "On 3 May 2024 and two days later it rained. ",
    "timestamps": "Published 3 May 2024 9:41 AM ET\n",
    "misprints": "The poeple siad thier becuase of teh rain. ",
    "hyphens": "rain-\nfall ",
    "quotes": "“‘",
    "brackets": "([{",
    "digits": "1234567890 ",
    "capitals": "RAIN IN LEEDS ",
    "accents": "e\u0301\u0301",
}
PAGES = {
    "<div>": "<div>",
    "</div>": "</div>",
    "tables": "<table><tr><td>a",
    "links": "<a href=x>Rain in Leeds</a> ",
    "comments": "<!--",
    "scripts": "<script>",
    "attributes": "<p class='a b c' data-x=1>Rain fell.</p>",
    "paragraphs": "<p>It rained in Leeds on Friday, Ann Lee said.</p>",
    "line breaks": "Rain in Leeds<br>",
    "pictures": "<figure><img src=a.jpg><figcaption>Ann Lee in Leeds. (Bo Xi/AFP)</figcaption></figure>",
    "headings": "<h2>Rain in Leeds</h2>",
    "meta tags": "<meta name=author content='Ann Lee'>",
    "spans": "<span>a</span>",
    "lists": "<ul><li>Rain",
}


def constructions() -> Iterator[tuple[str, Make, Work]]:
    """Each makes about as many characters as it is asked for."""
    yield "an ordinary text", lambda size: generated.text(1, size), to_json
    yield "an ordinary page", lambda size: generated.page(1, size), to_json
    for name, piece in TEXTS.items():
        yield name, _repeated(piece), to_json
    for name, piece in PAGES.items():
        yield f"page: {name}", _repeated(piece, "<html><body><h1>Rain</h1><p>It rained in Leeds.</p>"), to_json
    yield "page: JSON-LD", _json_ld, to_json
    yield "entities in entities", lambda size: "&" + "amp;" * (size // 4), to_json
    yield "bad bytes", lambda size: b"caf\xe9 \xff\xfe " * (size // 8), to_json
    yield "bytes of no text", lambda size: b"PAR1\x15\x04\x00\x99" * (size // 8), to_json
    yield "gzip members", lambda size: gzip.compress(b"rain") * (size // 24), _unpack
    yield "changes, explained", _repeated("Share this article\nThe poeple of Leeds met.\n"), _explain


def _repeated(piece: str, start: str = "") -> Make:
    return lambda size: start + piece * (size // len(piece) | 1)


def _json_ld(size: int) -> str:
    nested = '{"@graph":[' * (size // 22) + "]}" * (size // 22)
    return f"<html><script type='application/ld+json'>{nested}</script><p>It rained.</p>"


def to_json(raw: bytes | str, stages: tuple[str, ...] | None = None) -> object:
    """Raw bytes or text to JSON; nothing where no article comes out."""
    with suppress(cleaner.InvalidArticle):
        return cleaner.clean(raw, stages=stages).model_dump_json()
    return None


def _unpack(raw: bytes | str) -> object:
    return unpacked(io.BytesIO(raw if isinstance(raw, bytes) else raw.encode())).read()


def _explain(raw: bytes | str) -> object:
    return cleaner.explain(cleaner.trace(raw))
