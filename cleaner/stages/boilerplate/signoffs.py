"""Sign-offs: an agency at the end of a paragraph.

A wire story ends with the name of the agency: "… until the autumn. — AFP", "--IANS". So do captions ("A ferry leaves
Leeds. AFP"), and a paragraph must not be taken for a caption because of two letters after it. So the paragraph is
checked first: if it reports speech, quotes, is in the past tense or has more than two sentences, it is prose, and only
the name is cut. A dash before the name means the same. A name in brackets stays: "(Reuters)" says whose words they are.
Agencies and initials of desks that stand alone below the last paragraph, "(rt/dpa)", sign the text, not a picture.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.core.parts import Caption
from cleaner.parties.vocabulary import vocabulary
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.scenes import told
from cleaner.text.sentences import ends_sentence, sentences

SIGN_OFF = "credit.sign-off"
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
_SENTENCE, _PARAGRAPH = 5, 12


def read_sign_offs(page: Reading) -> None:
    """Cut the name of an agency after a paragraph, and agencies below the last one."""
    above = False
    last = max((i for i in page.left() if _reads(page.items[i])), default=0)
    for i, item in enumerate(page.items):
        if i in page.cuts and not page.is_cut(i, "credit"):
            continue
        start = sign_off(item) if i not in page.cuts else None
        if start is not None:
            page.edits.append(Edit(item.start + start, item.end, "", SIGN_OFF, "an agency behind a paragraph"))
        if above and i > last and signs_text(item.text):
            page.cut(i, SIGN_OFF, "agencies below the last paragraph")
        above = item.words >= _PARAGRAPH and ends_sentence(item.text)


def _reads(item: Item) -> bool:
    return item.words >= _SENTENCE and ends_sentence(item.text)


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


def signs_text(text: str) -> bool:
    """Is a line nothing but agencies, and perhaps initials of desks beside them?

    A single word without brackets or a slash must be written as an acronym: *Outlook* is a heading, too.

    >>> [signs_text(text) for text in ("(rt/dpa)", "dpa/lno", "AFP", "Ann Lee/AFP", "Outlook", "(M/S Elbe)")]
    [True, True, True, False, False, False]
    """
    if text[:1].isalpha() and text.istitle():
        return False
    names = _BARE.sub("", text).split("/") if len(text) <= _LOOK_BACK else []
    known = [name.strip().casefold() in vocabulary().agencies for name in names]
    return any(known) and all(ok or _INITIALS.match(name) for ok, name in zip(known, names, strict=True))


_BARE = re.compile(r"^[\s(–—-]+|[\s).]+$")
_INITIALS = re.compile(r"[^\W\d_]{2,4}$")


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
