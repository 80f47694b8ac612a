"""What each block of the pages that were read one by one is: ``read_pages.txt``, with checksums instead of texts."""

import zlib
from collections import defaultdict
from pathlib import Path

LABELS = Path(__file__).with_name("read_pages.txt")


def checksum(text):
    return f"{zlib.crc32(text.encode('utf-8', 'replace')) & 0xFFFFF:05x}"


def readings():
    """For each page: the kinds that each checksum was read as, in page order."""
    pages, kinds = {}, {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        name, *sums = line.split()
        if name == "=":
            kinds = pages[sums[0]] = defaultdict(list)
        elif name != "#":
            for each in sums:
                kinds[each].append(name)
    return pages


def kinds_of(texts, read):
    """The kind of each block; one that stands again further down takes the next kind it was read as."""
    left = {key: list(kinds) for key, kinds in read.items()}
    found = []
    for text in texts:
        kinds = left.get(checksum(text))
        found.append(kinds.pop(0) if kinds else "navigation")
    return found
