"""From bytes to text: what the bytes prove counts more than what a page declares or a detector guesses.

No single detector is right for news. The evidence, in order: a byte order mark; valid UTF-8; UTF-8 with a few broken
places (cut inside a character, or with a line pasted from a Windows editor); the declared charset, if it fits; and a
statistical detector (chardet). The answer of the detector is doubted if the text is nearly all ASCII, since a handful
of typographic quotes looks like anything.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.core import lazy_re as re
from cleaner.language import guess


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that it was read with.

    ``undecodable`` lists what could not be decoded: the offset of a U+FFFD in ``text``, and the bytes that it replaces,
    so that nothing is lost silently.
    """

    text: str
    encoding: str
    undecodable: tuple[tuple[int, bytes], ...] = ()


BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_HIGH = re.compile(rb"[\x80-\xff]+")
_UTF8_UNIT = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_WINDOW = 1 << 16
_HEAD = 1024
"""A page must declare its charset within so many bytes."""
_HIGH_BUT_TYPOGRAPHIC = re.compile(rb"[\x80-\x84\x86-\x90\x98-\x9f\xa1-\xa8\xaa-\xff]")
"""All Windows code pages have the same ellipsis, quotes and dashes at 85 and 91–97, and the same A0 and A9: if there is
nothing else, no detector is needed."""
_LONE_HIGH = re.compile(r"[\udc80-\udcff]+")


def decode(data: bytes, *, media_type: str | None = None) -> Decoded:
    """Decode bytes, by the evidence above. Never raises.

    ``media_type`` may carry a charset, as in HTTP: ``text/html; charset=cp1251``. It counts as a declaration.

    >>> decode("naïve".encode("cp1252")).text
    'naïve'
    >>> decode("Zoë said “no”.\\nZoë left.".encode("utf-8") + b"\\nZo\\xeb\\x92s dog").text
    'Zoë said “no”.\\nZoë left.\\nZoë’s dog'
    >>> decode("Where is Zoë".encode()[:-1])
    Decoded(text='Where is Zo�', encoding='utf-8', undecodable=((11, b'\\xc3'),))
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    head = data[:_WINDOW]
    if b"\0" in head or b"\x1b$" in head or b"\x1b(" in head or b"~{" in head:
        return _detected(data, None)  # UTF-16 and UTF-32 without a mark, ISO-2022, HZ: ASCII to the eye
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return _mended(data)
    if _mostly_ascii(data) and not _HIGH_BUT_TYPOGRAPHIC.search(data):
        return Decoded(data.decode("cp1252"), "cp1252")
    told = _CHARSET.search(media_type or "")
    declared = (_codec(told[1]) if told else None) or _declared(data)
    if (
        not declared
        and _mostly_ascii(data)
        and _holds(data, "cp1252")
        and _plausible(data, "cp1252") == 1
        and _is_english(data)
    ):
        return Decoded(data.decode("cp1252"), "cp1252")
    return _detected(data, declared)


def _is_english(data: bytes) -> bool:
    """Is it English, by its words without accents? Then the encoding must be a Western one."""
    return guess(data[:_WINDOW].decode("ascii", "replace")) == "en"


def _mostly_utf8(data: bytes) -> bool:
    """Is enough of the non-ASCII part valid UTF-8, or is only the last character cut?

    In legacy encodings, valid pairs occur by chance: in Chinese and Cyrillic, up to 15 % of the units.
    """
    good = bad = 0
    for run in _HIGH.finditer(data, 0, 1 << 20):
        units = _UTF8_UNIT.findall(run.group())
        good += len(units)
        left = len(run.group()) - sum(map(len, units))
        if left and not (run.end() == len(data) and _cut_character(run.group())):
            bad += left
    if not good:
        return not bad
    return good >= 0.3 * (good + bad)


def _cut_character(run: bytes) -> bool:
    """Does a run of bytes end inside a UTF-8 character, with all characters before it complete?"""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(run)
    except UnicodeDecodeError:
        return False
    return bool(decoder.getstate()[0])


def _mended(data: bytes) -> Decoded:
    """Decode UTF-8 with broken places as cp1252; the remains of cut characters become U+FFFD."""
    rough = data.decode("utf-8", "surrogateescape")
    parts: list[str] = []
    lost: list[tuple[int, bytes]] = []
    at = size = 0
    for m in _LONE_HIGH.finditer(rough):
        parts.append(rough[at : m.start()])
        size += m.start() - at
        for piece, text in _broken(m.group().encode("utf-8", "surrogateescape"), m.end() == len(rough)):
            if text is None:
                lost.append((size, piece))
                text = "\ufffd"
            parts.append(text)
            size += len(text)
        at = m.end()
    parts.append(rough[at:])
    return Decoded("".join(parts), "utf-8", tuple(lost))


def _broken(run: bytes, last: bool) -> Iterator[tuple[bytes, str | None]]:
    """Split a run of bytes that are not UTF-8: each with its text in cp1252, or ``None`` for a cut character.

    ``E2 80`` and the like begin nearly all typographic marks: alone, they lost their third byte. Any other pair is two
    letters of cp1252, unless the data end there.
    """
    at = 0
    while at < len(run):
        if last and _cut_character(run[at:]):
            yield run[at:], None
            return
        size = 2 if run[at : at + 2] in _TYPOGRAPHIC_LEADS else 1
        yield run[at : at + size], _as_cp1252(run[at : at + size])
        at += size


_TYPOGRAPHIC_LEADS = (b"\xe2\x80", b"\xe2\x82", b"\xe2\x84", b"\xf0\x9f")


def _as_cp1252(piece: bytes) -> str | None:
    """A byte in cp1252; ``None`` if it is undefined, or the remains of a cut character."""
    try:
        return piece.decode("cp1252") if len(piece) == 1 else None
    except UnicodeDecodeError:
        return None


def _detected(data: bytes, declared: str | None) -> Decoded:
    """Ask the detector, doubt it if it is unsure, and prefer a declared charset that is more plausible.

    If the declared charset gives fully plausible text, the detector is skipped: it takes longer than everything else.
    """
    if declared and _holds(data, declared) and _plausible(data, declared) >= 1 - _MARGIN:
        return _lenient(data, declared)
    import chardet

    guess = chardet.detect(_telling(_undeclared(data)))
    encoding, sure = guess["encoding"] or "cp1252", float(guess["confidence"] or 0)
    if (sure < _DOUBT and _mostly_ascii(data)) or (sure < _NO_IDEA and _plausible(data, "cp1252") == 1):
        encoding = next((name for name in ("cp1252", "cp932") if _holds(data, name)), encoding)
    if declared and declared != encoding and _holds(data, declared):
        candidates = [(_plausible(data, name), name) for name in (declared, encoding)]
        encoding = declared if candidates[0][0] >= candidates[1][0] - _MARGIN else encoding
    return _lenient(data, encoding)


_DOUBT = 0.6
_NO_IDEA = 0.1
_MARGIN = 0.05
_FEW = 0.02


def _mostly_ascii(data: bytes) -> bool:
    """Is nearly all of the text ASCII, as in English, with its quotes and a few borrowed letters?"""
    high = sum(len(run) for run in _HIGH.findall(data, 0, _WINDOW))
    return b"\0" not in data[:_WINDOW] and high < _FEW * min(len(data), _WINDOW) + 1


def _telling(data: bytes) -> bytes:
    """The part of a long text that tells most about its encoding: from its first non-ASCII byte on."""
    if len(data) <= _WINDOW:
        return data
    first = _HIGH.search(data)
    start = max(0, first.start() - 1024) & ~3 if first else 0
    return data[start : start + _WINDOW] if start else data[:_WINDOW]


def _undeclared(data: bytes) -> bytes:
    """The bytes without their declaration: the detector trusts declarations, and some are wrong."""
    name = re.escape(_declaration(data).encode("ascii", "replace"))
    return re.sub(name, b"", data[:_HEAD], count=1, flags=re.I) + data[_HEAD:] if name else data


def _declared(data: bytes) -> str | None:
    """The charset that a page or an XML file declares."""
    return _codec(_declaration(data))


def _declaration(data: bytes) -> str:
    """The charset that a page or an XML file declares, read by Beautiful Soup; not needed for pages in UTF-8."""
    from bs4.dammit import EncodingDetector

    return (EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True) or "").strip()


def _codec(name: str) -> str | None:
    """Python's name for a declared charset; ``None`` if it is unknown."""
    try:
        known = codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(known or "", known)


def _holds(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _plausible(data: bytes, encoding: str) -> float:
    """How plausible the non-ASCII part is as text, from 0 to 1.

    Implausible are symbols inside prose, a capital after a small letter, and three successive accented Latin letters,
    which is how Cyrillic or Greek looks in a Western encoding.
    """
    text = data[:_WINDOW].decode(encoding, "replace")
    high = sum(ch > "\x7f" for ch in text)
    odd = sum(len(m.group()) for m in _ODD.finditer(text))
    return 1 - odd / high if high else 1.0


_ODD = re.compile(
    "(?<=[^\\W\\d_])[¹²³¼½¾](?=[^\\W\\d_])|[^\x00-\x7f\\w‘’“”„‚«»‹›–—…•\u00a0°£€§©®™·×½¼¾²³º、。「」！？・]|(?<=[a-zà-ÿ])[À-ÖØ-Þ]|[À-ɏ]{3,}"
)


_LOST = "cleaner.lost"
_GROUP = re.compile("\udd00([\udc00-\udcff]*)")


def _mark_lost(error: UnicodeError) -> tuple[str, int]:
    """Write undecodable bytes as surrogates, which no text has, after one that begins the group."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\udd00" + "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_LOST, _mark_lost)


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decode; undecodable bytes become U+FFFD, and are listed."""
    try:
        text = data.decode(encoding, _LOST)
    except LookupError:
        return _lenient(data, "cp1252")
    parts: list[str] = []
    lost: list[tuple[int, bytes]] = []
    at = size = 0
    for m in _GROUP.finditer(text):
        parts += text[at : m.start()], "\ufffd"
        size += m.start() - at
        lost.append((size, bytes(ord(mark) - 0xDC00 for mark in m[1])))
        size, at = size + 1, m.end()
    return Decoded("".join(parts) + text[at:], encoding, tuple(lost))
