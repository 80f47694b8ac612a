"""Lead-ins before the names of a byline, and contacts beside them.

*Story and photos by*, *Opinion by* and *Words by* are the same: a kind of work, and "by". In *Words by Lena Hart |
Pictures by Tom Bright*, only the first is the author. So a byline is first reduced to its plain form, "By Lena Hart".
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.parties.vocabulary import match, vocabulary

_LED_BY = re.compile(r"((?:[^\W\d_][\w’'-]*,? (?:and |& )?){1,5})by\b:? ?(?=\S)", re.I)
_LABEL = re.compile(r"(words|text|story|author|reporter)s?: ?(?=\S)", re.I)
_POSTED_BY = re.compile(r"(?:posted|published|written|submitted)(?: on)? by\b:? ?(?=\S)", re.I)
_PARTS = re.compile(r"\s?[|·•\n]\s?|;\s")
_LONGEST = 1_000
_PICTURES = re.compile(
    r"(?:(?:main|lead|cover|additional|all) )?(?:photos?|photographs?|photography|pictures?|pics|images?|illustrations?"
    r"|graphics?|videos?|artwork|design|fotos?|bilder)(?: (?:and|&) \w+)?(?: by\b|:)",
    re.I,
)
_BEHIND = re.compile(r"(?<=\w)[ .,]{1,2}(?:and )?(?=" + _PICTURES.pattern + ")", re.I)
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|(?<!\w)@\w{2,40}")


def plain(text: str) -> str:
    """A byline with "By" in place of a kind of work.

    >>> plain("Story and photos by Lena Hart"), plain("Photo by Tom Bright"), plain("Step by step")
    ('By Lena Hart', 'Photo by Tom Bright', 'Step by step')
    """
    lead = _lead(text)
    return f"By {text[lead:]}" if lead else text


def written_part(text: str) -> str:
    """A byline in its plain form, without the credits of its pictures.

    >>> written_part("Words by Lena Hart | Pictures by Tom Bright"), written_part("Photo by Tom Bright")
    ('By Lena Hart', 'Photo by Tom Bright')
    """
    if len(text) > _LONGEST:
        return text
    parts = [part for part in _PARTS.split(text) if part]
    written = [part for part in parts if not _PICTURES.match(part)]
    if written and len(written) < len(parts):
        text = " | ".join(written)
    elif (behind := _BEHIND.search(text)) and is_led(text[: behind.start()]):
        text = text[: behind.start()]
    return plain(text)


def _lead(text: str) -> int:
    """The width of a kind of work with "by" behind it; 0 for none."""
    if found := _LABEL.match(text) or _POSTED_BY.match(text):
        return found.end()
    found = _LED_BY.match(text[:80])
    if found is None:
        return 0
    words = [word for word in re.findall(r"[\w’'-]+", found[1].casefold()) if word != "and"]
    kinds = vocabulary().words["lead.work"]
    pictures = vocabulary().words["lead.picture"]
    sure = all(word in kinds or word in pictures for word in words) and any(word in kinds for word in words)
    return found.end() if sure else 0


def unmarked(text: str) -> str:
    """A line without what sets a signature off: the stars and underscores of Markdown, a dash or brackets around "By".

    >>> unmarked("**By Ann Lee** | 3 May"), unmarked("_By Ann Lee_"), unmarked("— By Ann Lee"), unmarked("— Ann Lee")
    ('By Ann Lee | 3 May', 'By Ann Lee', 'By Ann Lee', '— Ann Lee')
    """
    text = text.replace("**", "").replace("__", "").strip("*_ \t\n")
    signed = text.lstrip("—–-( ")
    return signed.rstrip(")") if signed != text and is_led(signed) else text


def is_led(text: str) -> bool:
    """Does a line begin with a lead-in: "By", "Von", "Opinion by"?

    >>> is_led("Opinion by Ann Lee"), is_led("Ann Lee")
    (True, False)
    """
    text = text.lstrip("*_ ")
    words = re.findall(r"[\w’']+|[^\w\s]", text[:80].casefold())
    return match(vocabulary().lead, words, 0) > 0 or _lead(text) > 0


def has_contact(text: str) -> bool:
    """Does a line have an e-mail address or a handle?

    >>> has_contact("Ann Lee, ann@example.org"), has_contact("Ann Lee")
    (True, False)
    """
    return _CONTACT.search(text) is not None
