"""Photo credits: lines that are nothing else, and captions that end with one.

In doubt, the answer is no: a credit that stays in a caption costs nothing, but a sentence cut from it is lost. A label
("Photo:", "©", "Foto von") or a picture agency makes a credit; a name alone never does.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.core import lazy_re as re
from cleaner.parties.bylines.grammar import read
from cleaner.parties.bylines.reading import Reading
from cleaner.parties.bylines.segments import Segment, segments_of
from cleaner.parties.bylines.tokens import part_template
from cleaner.parties.vocabulary import vocabulary

_LONGEST = 160
_LOOK_BACK = 400
_MOST_SMALL_WORDS = 5
_MOST_BREAKS = 12

_NOUN = (
    r"(?:(?:AP|AFP|EPA|UN|ST|File|Stock|Staff|Courtesy|Handout|Pool|Main|Lead|Cover|Featured|Header|Hero|Top) )?"
    r"(?:Photos?|Photograph(?:s|y|ers?)?|Images?|Pictures?|Pics?|Credits?|Illustrations?|Graphics?|Composite|Source"
    r"|Courtesy|Handout|Fotos?|Bild(?:er)?|Bildquelle|Bildnachweis|Bildrechte|Quelle|Grafik|Symbol(?:bild|foto)"
    r"|Archiv(?:bild|foto)|Crédits?|Fotografías?|Imagen(?:es)?|Fuente|Créditos?|Immagin[ei]|Fonte|Fotografia|Imagem"
    r"|Imagens|Reprodução|Divulgação|Beeld|Bron|Fotograaf)"
    r"(?: (?:credits?|courtesy(?: of)?|illustrations?|photos?|image|source|via|d['’]archives|d['’]illustration"
    r"|de archivo|de la imagen|provided))?"
)
_LABEL = re.compile(
    rf"(?:^|(?<=[\s.!?|()\[\]»”\"’…]))(?:{_NOUN}"
    r"(?:\s?[:：]|\s(?:by|von|par|de|por|di|door)\b:?|\sprovided by|\sof(?: the)?\b)|(?:Copyright\s*)?©|\(c\)\s)\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,160})[)\]]\s*\.?\s*$")
_FRONT_BRACKET = re.compile(r"^\s*[(\[]([^()\[\]]{2,160})[)\]]\s*")
_BREAK = re.compile(r"(?<=[\w)”\"'’»%])[.!?…]+[”\"'’»)]{0,2}\s*(?=[^\W\da-z_])|\s[|•·–—-]\s|\s?\|\s?|\n|\s/\s")
_SIGNED = re.compile(
    r"[^\W\da-z_][\w'’.-]{1,20}(?: [^\W\da-z_][\w'’.-]{0,20}){1,3} ?/ ?(?:The |Der |Die |Le |La |El )?"
    r"[^\W\da-z_][\w'’.&-]{1,20}(?: (?:[^\W\da-z_][\w'’.&-]{1,20}|of|the|de|du|der|and|&)){0,4}"
)
"""``Ann Lee/The Valley Mirror``: after the last sentence of a caption, name and organization may be unknown."""
_FRONT_STOP = re.compile(r"[.|](?=\s)|\s[–—-]\s|\n")
_TEXT_CREDIT = re.compile(r"(?:by|von|par|por|di|door|mit|with|avec|con|com|met|more|from)\b", re.IGNORECASE)
_BEHIND = frozenset(["hide", "toggle", "caption", "or", "licensors"])
_COMPANY = frozenset(
    ["gmbh", "llc", "inc", "inc.", "ltd", "ltd.", "limited", "rights", "reserved", "ag", "plc", "kg", "sa"]
)


def has_credit_label(text: str) -> bool:
    """Whether "Photo:", "©", "Foto von" stands in the text.

    >>> has_credit_label("The mayor. Photo: Ann Lee"), has_credit_label("By Ann Lee")
    (True, False)
    """
    return _LABEL.search(text[:_LOOK_BACK]) is not None


def is_credit(line: str) -> bool:
    """Is a whole line a photo credit? A copyright notice with a year is not.

    >>> is_credit("STEFANO RELLANDINI/AFP via Getty Images"), is_credit("Photograph: Eva Manez/Reuters")
    (True, True)
    >>> is_credit("Photo: a man walks past a shop"), is_credit("Reuters reported on Monday"), is_credit("CNN")
    (False, False, False)
    """
    text = line.strip()
    bracket = _BRACKET.fullmatch(text) if len(text) <= _LONGEST + 4 else None
    return _is_credit(bracket.group(1) if bracket else text, bracketed=bracket is not None)


def split_credit(caption: str) -> tuple[str, str | None]:
    """The text of a caption and its credit; without a sure credit, the unchanged caption and None.

    >>> split_credit("A plant in Illinois.STEFANO RELLANDINI/AFP via Getty Images")
    ('A plant in Illinois.', 'STEFANO RELLANDINI/AFP via Getty Images')
    >>> split_credit("The mayor on Monday (Photo by Ann Lee/Getty Images)")
    ('The mayor on Monday', 'Photo by Ann Lee/Getty Images')
    >>> split_credit("Photo: a man walks past a shop.")
    ('Photo: a man walks past a shop.', None)
    """
    text = caption.strip()
    if is_credit(text):
        return "", text
    for find in (_in_brackets, _behind_label, _behind_break, _in_front):
        if found := find(text):
            body, credit = found
            return body.strip(), credit.strip()
    return caption, None


def _in_brackets(text: str) -> tuple[str, str] | None:
    m = _BRACKET.search(text[-_LOOK_BACK:])
    if not m or not _is_credit(m.group(1), bracketed=True):
        return None
    start = max(0, len(text) - _LOOK_BACK) + m.start()
    return text[:start], m.group(1)


def _behind_label(text: str) -> tuple[str, str] | None:
    """Behind the last "Photo:", "Credit:", "©" of the caption."""
    offset = max(0, len(text) - _LOOK_BACK)
    for m in _LABEL.finditer(text[offset:]):
        start = offset + m.start()
        if start and _is_credit(text[start:]):
            return text[:start].rstrip(" |–—-/("), text[start:].rstrip(")")
    return None


def _behind_break(text: str) -> tuple[str, str] | None:
    """Behind the end of a sentence, spaced or glued, or behind a bar or dash."""
    offset = max(0, len(text) - _LOOK_BACK)
    for m in list(_BREAK.finditer(text[offset:]))[-_MOST_BREAKS:]:
        end = offset + m.end()
        if end < len(text) and (_is_credit(text[end:]) or _SIGNED.fullmatch(text, end)):
            return text[:end].rstrip().rstrip("|•·–—-/"), text[end:]
    return None


def _in_front(text: str) -> tuple[str, str] | None:
    """In front of the caption: "(AP Photo/Ann Lee) The mayor …", "Photo: Ann Lee/AP. The mayor …"."""
    m = _FRONT_BRACKET.match(text)
    if m and m.end() < len(text) and _is_credit(m.group(1), bracketed=True):
        return text[m.end() :], m.group(1)
    stop = _FRONT_STOP.search(text[:_LONGEST])
    if _LABEL.match(text) and stop and stop.end() < len(text) and _is_credit(text[: stop.start()]):
        return text[stop.end() :], text[: stop.start()]
    return None


def _is_credit(text: str, *, bracketed: bool = False) -> bool:
    """Is every segment of a short text a name or an organization, with a sign that it is a credit?"""
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST or text[-1] in "?!:":
        return False
    if sum(word[0].islower() for word in text.split()) > _MOST_SMALL_WORDS:
        return False
    label = _LABEL.match(text)
    if label is None and _TEXT_CREDIT.match(text):
        return False
    if _LABEL.search(text, label.end() if label else 0) or _is_copyright(text, label):
        return False
    kept, rest = part_template(text, credit=True)
    if len(rest) > 3 or not all(token.casefold() in _BEHIND or not token.isalpha() for token in rest):
        return False
    parts = segments_of(kept, credit=True)
    if not parts or not all(_fits(part) for part in parts):
        return False
    reading = read(parts, credit=True)
    if reading.unread or not (reading.people or reading.outlets):
        return False
    return label is not None or _deals_in_pictures(reading, parts, bracketed)


def _is_copyright(text: str, label: re.Match[str] | None) -> bool:
    """ "© 2024 Chemnitzer Verlag", "© Vox Media, LLC": the page's, not the picture's."""
    if label is None or "©" not in label.group():
        return False
    words = text[label.end() :].split()
    if words[:1] and words[0][:4].isdigit():
        return not (len(words) > 2 and "/" in text)
    return (len(words) < 2 and "/" not in text and text[label.end() :].casefold() not in vocabulary().pictures) or any(
        word.strip(",").casefold() in _COMPANY for word in words
    )


def _fits(part: Segment) -> bool:
    """A segment of capitalized words, particles and known words; one word may be a user name."""
    known = vocabulary()
    if part.text.casefold() in known.agencies or part.text.casefold() in known.words["words.drop"]:
        return True
    if len(part.words) > 7:
        return False
    return all(
        not w[0].islower() or known.has("name.particle", w) or known.has("words.link", w) or len(part.words) == 1
        for w in part.words
    ) and any(c.isalpha() for c in part.text)


def _deals_in_pictures(reading: Reading, parts: Sequence[Segment], bracketed: bool) -> bool:
    """Without a label: an agency that deals in pictures, or a person beside a newsroom behind a slash or "for"."""
    known = vocabulary()
    if not bracketed and any(part.before == ":" for part in parts):
        return False
    outlets = [outlet.casefold() for outlet in reading.outlets]
    if len(parts) > 1 and parts[1].before not in ("/", ",") and _is_lone_word(parts[0]):
        return False
    small = any(len(part.text) <= 4 and part.text.istitle() for part in parts)
    if any(outlet in known.pictures for outlet in outlets) and not small:
        return len(parts) > 1 or parts[0].text.casefold() not in known.weak
    beside = any(part.before in ("/", "|", "via", "for") for part in parts[1:])
    return bool(reading.people) and beside and (bracketed or any(outlet in known.newsrooms for outlet in outlets))


def _is_lone_word(part: Segment) -> bool:
    """An unknown capitalized word: more likely the last word of the caption than a photographer."""
    known = vocabulary()
    folded = part.text.casefold()
    return len(part.words) == 1 and folded not in known.agencies and folded not in known.words["words.drop"]
