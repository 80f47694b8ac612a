"""Mutated samples: whatever a text holds, ``trace`` never raises, and the raw text can be rebuilt.

``python tests/fuzz.py 20000`` tries so many inputs and prints those that fail, with the seed that makes each of them
again; ``make fuzz`` does so.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from pathlib import Path

from cleaner import InvalidArticle, rebuild, trace

ROOT = Path(__file__).parents[1]
HOSTILE = [
    b"<!--",
    b"-->",
    b"<p>\x04\x1f\x01</p>",
    b"\0" * 9,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"&amp;" * 30,
    b"&#xD800;",
    b"&#0;",
    b"<script>",
    b"</script>",
    b"<div" * 20,
    b"<table><tr><td>",
    b"<![CDATA[",
    b"]]>",
    b"<?xml",
    b"\x1b[2J",
    b"\r\r\n",
    b"\xe2\x80\xae",
    b"\xcc\x81" * 40,
    b"\xc3\x83\xc2\xa9",
    b"\x80\x93",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x92\xa9",
    b"1e999",
    b"9" * 400,
    b"12/13/14/15",
    b"32 February 0000",
    b"Jan. 99, 2023",
    b"By By By ",
    b"(" * 60,
    b'"' * 61,
    b"-" * 80,
    b"\t" * 50,
    b" " * 300,
    b"\n" * 100,
    b"http://[",
    b"https://" + b"a" * 300,
    b"(AP) \xe2\x80\x94 ",
    b"Photo: X/AP",
    b"Read more: ",
    b"2023-09-08T99:99:99Z",
    b'<meta property="article:published_time" content="soon">',
    b'<link rel="canonical" href="http://[bad">',
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":[1]},"author":[null,7]}</script>',
    b'<time datetime="x">',
    b"\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7",
    b"\xe6\x97\xa5\xe6\x9c\xac",
    b"Mr. Mr. Mr.",
    b"St. ",
    b"I." * 50,
]
MEDIA = (None, None, "text/plain", "text/html", "text/html; charset=utf-16", "text/plain; charset=nonsense")
LONGEST = 4000


def samples() -> list[bytes]:
    """What mutations begin with."""
    return [p.read_bytes() for p in sorted((ROOT / "raw").rglob("*")) if p.suffix in (".txt", ".html")]


def mutated(seed: int, held: list[bytes]) -> tuple[bytes | str, str | None]:
    """An input that the seed alone decides, and a media type."""
    chance = random.Random(seed)
    data = bytearray(_window(chance, held))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) + 1)
        what = chance.randrange(6)
        if what == 0 and data:
            data[at % len(data)] = chance.randrange(256)
        elif what == 1:
            del data[at : at + chance.choice((1, 3, 40, 700))]
        elif what == 2:
            data[at:at] = _window(chance, held)[: chance.randint(1, 600)]
        elif what == 3:
            data[at:at] = data[at : at + chance.randint(1, 200)] * chance.randint(1, 8)
        else:
            data[at:at] = chance.choice(HOSTILE)
    text = bytes(data).decode("utf-8", "surrogateescape") if chance.random() < 0.3 else bytes(data)
    return text, chance.choice(MEDIA)


def _window(chance: random.Random, held: list[bytes]) -> bytes:
    data = chance.choice(held)
    start = chance.randrange(max(len(data) - LONGEST, 0) + 1)
    return data[start : start + LONGEST]


def fault(seed: int, held: list[bytes]) -> str | None:
    """What goes wrong with one input."""
    raw, media_type = mutated(seed, held)
    started = time.process_time()
    try:
        document = trace(raw, media_type=media_type)
        if rebuild(document.text, document.changes) != document.raw:
            return "the raw text is not rebuilt"
        try:
            article = document.article
            type(article).model_validate_json(article.model_dump_json())
        except InvalidArticle as error:
            if not error.reasons:
                return "no reason"
            if any(word in reason for reason in error.reasons for word in ("does not stand", "Input should", "behind")):
                return f"a rejection of our own making: {error}"
    except Exception:
        return traceback.format_exc(limit=-3)
    return "slow" if time.process_time() - started > 5 else None


def loop(count: int, first: int = 0) -> int:
    """Try so many inputs; return how many fail."""
    held, faults = samples(), 0
    for seed in range(first, first + count):
        if why := fault(seed, held):
            faults += 1
            print(f"seed {seed}: {why}", flush=True)
        if (seed + 1) % 2000 == 0:
            print(f"{seed + 1 - first} inputs, {faults} faults", flush=True)
    return faults


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]] or [20_000]
    sys.exit(bool(loop(*numbers)))
