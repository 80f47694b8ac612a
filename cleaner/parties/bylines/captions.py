"""Splitting captions into text and credit.

:func:`split_credit` reads any line, so it believes only in names and outlets that it knows. Where the markup says
that a text is a caption, less is needed: whatever stands behind "©" or "Foto:" at its end is the credit, and so are
capitalized words behind a slash, and an agency's name behind the last sentence. What is left alone on purpose: names in
brackets inside a sentence ("Ann Lee (Labour)"), "(left)", "(archive)", and anything that reads on like a sentence.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.parties.bylines.credits import split_credit
from cleaner.parties.vocabulary import vocabulary

_LONGEST = 90
_LOOK_BACK = 220
_LABEL = re.compile(
    r"(?:©|\(c\)|（[CＣ]）"
    r"|(?<![^\W_])(?:(?:photos?|photographs?|images?|pictures?|illustrations?|credits?|source|courtesy|fotos?|bild(?:er)?"
    r"|bildrechte|bildnachweis|bildquelle|quelle|grafik|collage|crédits?|fotografías?|imagen|fuente|immagine|fonte|imagem"
    r"|beeld|bron|kuva|zdroj|źródło|bilde|isithombe|umfanekiso|фото|источник|коллаж|иллюстрация|джерело|사진|写真)"
    r"(?: (?:credit|courtesy|by|von|par|de|di))?\s?[:：=]|cedid[ao] por|dok\.|fot\.))\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"(?P<open>[(\[（])(?P<inner>[^()\[\]（）]{2,90})[)\]）]\s*\.?$")
_BEHIND = re.compile(
    r"\s[/|]\s|(?<=[.!?”\"»])\s*\|?\s*(?=[^\W_])|\s(?=(?:AP|AFP|EPA|AAP|PA|IMAGO|REUTERS)(?: Photo)?/)"
)
_EAST = re.compile(r"＝(?P<after>[^＝\d]{1,20})$|(?P<taken>（[^（）]{1,20}(?:撮影|提供)）)$")
_KOREAN = re.compile(r"(?<=[가-힣][.])\s+(?P<name>[가-힣][가-힣0-9A-Z ]{1,14})$")
_SMALL = frozenset(
    str.split(
        "of the and for via de von van du des da di del la le und et y e von der by / & i por unas unos pour para"
    )
)
_NO_CREDIT = frozenset(
    str.split("archive archiv archivbild archivfoto symbolbild symbolfoto file archivo archives left right l r centre")
)


def split_caption(caption: str) -> tuple[str, str | None]:
    """The text of a caption and its credit; without a credit, the unchanged caption and None.

    >>> split_caption("Das Heim in Adorf © Gemeinde Adorf")
    ('Das Heim in Adorf', '© Gemeinde Adorf')
    >>> split_caption("Police on Monday in Palma / Laura Marin")
    ('Police on Monday in Palma', 'Laura Marin')
    >>> split_caption("Len Abbott outside the guildhall. (Joan Wickes)")
    ('Len Abbott outside the guildhall.', 'Joan Wickes')
    >>> split_caption("Ann Lee (Labour) and Bo Xi (left)")
    ('Ann Lee (Labour) and Bo Xi (left)', None)
    """
    body, credit = split_credit(caption)
    if credit is not None:
        return body, credit
    text = caption.strip()
    for find in (_labelled, _bracketed, _behind, _eastern):
        if found := find(text):
            return found[0].strip(" |/"), found[1].strip()
    return caption, None


def _labelled(text: str) -> tuple[str, str] | None:
    """Behind the last label that the caption ends in, brackets or not."""
    offset = max(0, len(text) - _LOOK_BACK)
    for m in _LABEL.finditer(text, offset):
        rest = text[m.end() :].rstrip(" )]）")
        if 0 < len(rest) <= _LONGEST and _names(rest):
            return text[: m.start()].rstrip(" ([（"), text[m.start() :].rstrip(" )]）") if m.start() else text
    return None


def _names(text: str) -> bool:
    """Does a text name somebody, rather than read on as a sentence?"""
    words = text.split()
    small = sum(word[0].islower() and word not in _SMALL for word in words[1:])
    return small <= 1 and not words[0][0].islower() and not re.search(r"[.!?]\s+\w+\s+\w+\s+\w", text)


def _bracketed(text: str) -> tuple[str, str] | None:
    """In brackets behind the end of a sentence, or with a slash inside."""
    m = _BRACKET.search(text, max(0, len(text) - _LOOK_BACK))
    if m is None or not m.start():
        return None
    inner, before = m["inner"].strip(), text[: m.start()].rstrip()
    if _capital(inner) and (before[-1] in '.!?”"»' or "/" in inner or _is_outlet(inner)):
        return before, inner
    return None


def _behind(text: str) -> tuple[str, str] | None:
    """Behind a slash or a bar, behind the last sentence, or from an agency's name on."""
    offset = max(0, len(text) - _LOOK_BACK)
    for m in _BEHIND.finditer(text, offset):
        rest = text[m.end() :]
        if not m.start() or len(rest) > _LONGEST or not _capital(rest):
            continue
        if m.group().strip() in ("/", "|") or "/" in rest or _is_outlet(rest) or _is_person(rest):
            return text[: m.start()], rest
    return None


def _capital(text: str) -> bool:
    """Nothing but capitalized words, small words of names and agencies, and no end of a sentence."""
    words = text.replace("/", " / ").split()
    known = vocabulary().agencies
    return (
        0 < len(words) <= 10
        and text[-1] not in "?!:;."
        and text.casefold().strip() not in _NO_CREDIT
        and all(w in _SMALL or not w[0].islower() or w.casefold().strip(",") in known for w in words)
        and sum(c.isalpha() for c in text) > max(1, 3 * sum(c.isdigit() for c in text))
        and not any(w.isdigit() for w in words)
    )


def _is_outlet(text: str) -> bool:
    folded = text.casefold().strip(" .")
    known = vocabulary()
    return folded in known.agencies or folded in known.newsrooms or folded in known.pictures


def _is_person(text: str) -> bool:
    """Two or three capitalized words, the first a given name."""
    words = text.split(" for ")[0].split()
    return 2 <= len(words) <= 4 and vocabulary().has("name.given", words[0]) and words[-1].strip(".,").isalpha()


def _eastern(text: str) -> tuple[str, str] | None:
    """ "＝ＡＰ", "（山田太郎撮影）" of Japanese captions; agency or reporter behind the last stop of Korean ones."""
    if m := _EAST.search(text, max(0, len(text) - _LOOK_BACK)):
        return text[: m.start()], (m["after"] or m["taken"][1:-1])
    if m := _KOREAN.search(text, max(0, len(text) - _LOOK_BACK)):
        return text[: m.start()], m["name"]
    return None
