"""Sign-offs: an agency at the end of a paragraph.

A wire story ends with the name of the agency: "… until the autumn. — AFP", "--IANS". So do captions ("A ferry leaves
Leeds. AFP"), and a paragraph must not be taken for a caption because of two letters after it. So the paragraph is
checked first: if it reports speech, quotes, is in the past tense or has more than two sentences, it is prose, and only
the name is cut. A dash before the name means the same. A name in brackets stays: "(Reuters)" says whose words they are.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.core.parts import Caption
from cleaner.parties.bylines.vocabulary import vocabulary
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.scenes import told
from cleaner.text.sentences import sentences

_LOOK_BACK = 60
_SIGN_OFF = re.compile(
    r"(?<=[.!?”\"’')…])\s*(?:(?P<set_off>[-–—_]{1,3}\s*|/)|©\s*|(?:Source|Agency|Quelle|Fuente|Fonte):\s*|\s)"
    r"(?P<name>[^\W\d_][\w .&-]{1,30}?)(?:/[a-z]{2,4}){0,3}\.?$"
)
_SPEECH = re.compile(
    r"[“”\"„«»]|\b(?:said|says|told|according to|added|asked|announced|warned|wrote|claimed|insisted|denied|stated"
    r"|noted)\b"
)
_CAPTION_SENTENCES = 2
_PARAGRAPH = 12


def read_sign_offs(page: Reading) -> None:
    """Cut the name of an agency after a paragraph."""
    for i in page.left():
        item = page.items[i]
        start = sign_off(item)
        if start is not None:
            page.edits.append(Edit(item.start + start, item.end, "", "credit.sign-off", "an agency behind a paragraph"))


def sign_off(item: Item) -> int | None:
    """The offset of a paragraph's sign-off; None if it has none.

    >>> text = "The harbour was closed on Monday for the rest of the winter, the council said. - AFP"
    >>> text[sign_off(Item(0, len(text), text)):]
    ' - AFP'
    >>> sign_off(Item(0, 0, "A ferry leaves the harbour at Leeds. AFP")) is None
    True
    """
    found = _SIGN_OFF.search(item.text[-_LOOK_BACK:])
    if not found or item.words < _PARAGRAPH or found["name"].casefold() not in vocabulary().agencies:
        return None
    start = len(item.text) - len(found.group())
    is_wire = found["set_off"] is not None or reads_as_prose(item.text[:start]) or told(item.text[:start])
    return start if is_wire else None


def reads_as_prose(text: str) -> bool:
    """Does a text with a credit after it read like a paragraph of the story rather than a caption?

    >>> [reads_as_prose(text) for text in ("A ferry leaves Leeds.", "The ferry will not sail, the council said.")]
    [False, True]
    """
    return _SPEECH.search(text) is not None or len(sentences(text)) > _CAPTION_SENTENCES


def keep_credit(page: Reading, item: Item, text: str, caption: Caption) -> None:
    """Move only the credit after a paragraph to the captions."""
    start = item.start + len(text)
    page.edits.append(Edit(start, item.end, "", "credit.behind-prose", "a credit behind a paragraph", "captions"))
    page.facts.append(caption)
