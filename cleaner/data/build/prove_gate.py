"""Prove that the gate before ftfy lets nothing through that ftfy would change.

    python cleaner/data/build/prove_gate.py [FUZZ_CASES]

Exhaustive: all strings of up to three characters over one representative of every class of characters that ftfy's
pattern for bad text can tell apart. Fuzz: random strings of up to twelve characters, a million by default. Exits 1 at
the first string that the gate calls clean and ftfy changes.
"""

from __future__ import annotations

import itertools
import random
import re
import sys
import unicodedata

from ftfy import fix_and_explain
from ftfy.badness import BADNESS_RE

from cleaner.stages.encoding import mojibake

PATTERN = re.sub(r"(?m)#.*$", "", BADNESS_RE.pattern)
SETS = re.findall(r"\[(?:[^\]\\]|\\.)+\]", PATTERN)
ALONE = {ch for ch in re.sub(r"\[(?:[^\]\\]|\\.)+\]", "", PATTERN) if ch > "\x7f"}
"""Characters that the pattern names by themselves; comments do not count."""


def representatives() -> list[str]:
    """One character of each class: same membership in every set of the pattern, same letter, space and case."""
    tests = [re.compile(found).match for found in sorted(set(SETS))]
    seen: dict[tuple[object, ...], str] = {}
    for ch in [*map(chr, range(0x20, 0x3000)), *sorted(ALONE), "\n", "\t", "\ufeff", "\ufffd", "一", "😀"]:
        bits = tuple(bool(test(ch)) for test in tests)
        kind = (ch.isspace(), ch.isalnum(), ch.isupper(), ch.isascii(), unicodedata.is_normalized("NFC", "a" + ch))
        seen.setdefault((bits, kind, ch if ch in ALONE else ""), ch)
    return sorted(set(seen.values()))


def check(text: str) -> None:
    """Exit where the gate is wrong about a text."""
    if not mojibake.suspect(text) and fix_and_explain(text, mojibake.config()).text != text:
        sys.exit(f"the gate lets {text!r} through; ftfy makes {fix_and_explain(text, mojibake.config()).text!r} of it")


def main() -> None:
    """Run both parts and say how much was checked."""
    letters = representatives()
    count = 0
    for size in (1, 2, 3):
        for parts in itertools.product(letters, repeat=size):
            check("".join(parts))
            count += 1
    print(f"exhaustive: {count} strings over {len(letters)} classes")
    rng = random.Random(20)
    pool = [ch for found in SETS for ch in found if ch not in "[]\\^-"] + list("ÂÃâÅŒœ’“”‘—–…é ") * 8
    ascii_pool = list("abzAZ .,?!1\t;&") * 3
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for _ in range(cases):
        check("".join(rng.choice(ascii_pool if rng.random() < 0.5 else pool) for _ in range(rng.randint(1, 12))))
    print(f"fuzz: {cases} strings")


if __name__ == "__main__":
    main()
