"""Captions and credits leave the body and are kept as data.

They are a quarter of the boilerplate lines in dumps, and most of its words. A caption is known by its credit: in
brackets ("(Photo by Ann Lee/Getty Images)"), after its last sentence, or glued to it where markup was lost ("in
Illinois.STEFANO RELLANDINI/AFP via Getty Images"). A credit alone on a line means that the line beside it may be a
caption. A caption without a credit is known by its present tense (:mod:`.scenes`). An agency in brackets after a
paragraph is not a credit: wire stories end like that.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.parts import Caption, Credit
from cleaner.parties.bylines import parse_byline, split_credit
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.scenes import dated, depicts, in_scene, names_first, told
from cleaner.stages.boilerplate.signoffs import SIGN_OFF, keep_credit, reads_as_prose, sign_off

_LONGEST = 90
_SENTENCES = 12
"""A line of fewer words is not a paragraph."""

_TAIL = 170
_WORD = (
    r"photos?|photograph(?:s|y|er)?|images?|pictures?|pics?|illustrations?|graphics?|credits?|cartoon|artwork|composite"
    r"|fotos?|fotografías?|fotografia|bild(?:er|rechte|quelle)?|symbolbild|crédits?|imagen(?:es)?|imagem|immagine"
)
_OUTLET = (
    r"AP|AFP|EPA|EFE|PA|Reuters|REUTERS|dpa|APA|ANSA|Bloomberg|Shutterstock|SHUTTERSTOCK|Getty(?: Images)?(?:"
    r" \w+)?|Alamy"
    r"|GC Images|SOPA Images|LightRocket|Splash News|BACKGRID|Avalon|Redux|Scanpix|NTB|Belga|ANP|BFA"
    r"|NurPhoto|Anadolu|Sipa|SIPA|Zuma|ZUMA|Xinhua|Keystone|KEYSTONE|LaPresse|AAP|CP|PTI|ANI|TASS|Kyodo"
)
_CUE = re.compile(
    rf"(?i:\b(?:{_WORD})\b\W{{0,3}}(?:by|von|de|por|di|:|/|courtesy|credit|illustration|provided|via|\.\.\.)"
    r"|courtesy (?:of|the)|file photo|archivfoto|\bhandout\b|©)"
    rf"|Getty|GETTY|(?:Associated|Canadian|European) Press|Shutterstock|SHUTTERSTOCK|Alamy|NurPhoto|Anadolu|AP"
    rf" Photo|[/ ]({_OUTLET})\)?$|(?:{_OUTLET})/|/ ?(?:{_OUTLET})\b"
    rf"|via (?:{_OUTLET}|Facebook|Twitter|Instagram|X)\b|PA (?:Wire|Images|Media)|WireImage|picture[ -]alliance"
    rf"|imago|iStock|USA TODAY Sports"
    r"|[.!?”\"][A-Z][A-Z'’.-]{1,20} [A-Z][A-Z'’. -]{1,40}/ ?[A-Z]"
    r"|Icon Sportswire|Imagn|Europa Press|AFLO|SWNS|Unsplash|Pexels|Pixabay|Wikimedia|Flickr|/ ?Pool|Pool/"
)
_OUTLETS = frozenset(_OUTLET.replace("(?: Images)?(?: \\w+)?", "").split("|"))
_SELLERS: tuple[str, ...] = (
    *("Alamy", "tterstock", "Anadolu", "Press", "imago", "Stock", "Sports", "pixabay", "Pixabay", "Unsplash", "Pexels"),
    *("andout", "artoon", "rtwork", "raphic", "omposite", "Pool", "AFLO", "SWNS", "Imagn", "Flickr"),
)
_STOPS = frozenset('.!?”"’')
_LOOSE = re.compile(
    r"(?:(?<=[.!?”\"»)])\s*|(?<=[^\W\dA-Z_])(?=[A-Z])|\s)(?P<credit>(?:Foto|Photo|Bild(?:rechte|quelle)?|Image|Photograph|Picture"
    r"|Illustration)s?"
    rf"(?: credit)?: ?[^.:\n]{{2,60}}|AP Photo/(?:[A-Z]\.|[^.:\n]){{2,40}}"
    rf"|(?:[A-Z][\w.'’-]* ){{1,3}}[A-Z][\w'’-]+ ?/ ?(?:{_OUTLET}))$"
)
_MARKED = re.compile(r"(?<=[\w.!?”\"»)]) ?© ?(?P<credit>[A-ZÀ-Þ][^.©\n]{1,60})$")
"""A copyright sign and a name after a text; a notice of rights names a year."""

_LEAD = re.compile(
    r"(?:FILE(?: PHOTO| IMAGE| -|)\s?[-–—:]|File (?:photo|image|picture|pic)(?: of|:| shows)|PHOTO:"
    r"|P(?:ictured|ICTURED)(?:(?: above| left| right)?:"
    r"| (?:(?:far |from |second from )?(?:left|right)|here|at the (?:back|front))\b)|Caption:"
    r"|Image caption,?|Media caption,?|Bildunterschrift:|Legende:|Didascalia:|\[\d+/\d+\]|Image \d+ of \d+[ :.-])\s*\S"
)
_NAME = r"(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)"
_SIGNED = re.compile(rf"(?<=[a-zß-ÿ0-9]{{3}}\.) (?P<credit>{_NAME}(?: (?:{_NAME}|de|van|von)){{1,3}})$")
_SLASHED = re.compile(
    rf"\s?\((?P<credit>{_NAME}(?: {_NAME}){{1,3}} ?/ ?[A-Z][\w.&'’-]*(?: [\w.&'’-]+){{0,4}}"
    rf"|[A-Z][\w.&'’-]* ?/ ?{_NAME}(?: {_NAME}){{1,3}})\)\.?$"
)
_BRACKETED_OUTLET = re.compile(
    rf"(?<=[a-zß-ÿ0-9]{{3}}\.) (?P<credit>{_NAME}(?: (?:{_NAME}|de|van|von)){{1,3}} \((?:{_OUTLET})\))$"
)
_SHORTEST, _LONGEST_LABELLED = 20, 500
_COPYRIGHT_CAPTION = re.compile(
    r"(?:Image|Media) (?:copyright|source,?) (?P<credit>[^.]{2,80}?)"
    r"(?: (?:Image|Media) caption,? ?(?P<text>.{3,400}))?$"
)
_CAPTION_LABEL = re.compile(
    r"(?:Enlarge this image )?(?:toggle caption|Enlarge this image|hide caption"
    r"|Media playback is .{4,60}? Media caption|(?:Image|Media) caption,?) ?(?P<text>.{3,400})$"
)
_LABELS = (_COPYRIGHT_CAPTION, _CAPTION_LABEL)
_BARRED = re.compile(r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,6}$")
_MORE = re.compile(r"(?P<text>[A-Z][^.]{20,240}[^.!?]\.) More$")
_TALK = re.compile(r"\b(?:I|we|our|my|you|your|us|me|We|My|Our|You|Your|More|Here|Reporting|Sign|Click)\b|[“”\"„«»?!]")
_SMALL = re.compile(r"\b(?:in|at|on|with|during|of|for|and|is|are|from|by|under|over|outside|near)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|at|with|during)\b")
"""Past tenses are known for English only, so sentences above a credit are read in English only."""

_ASKS = re.compile(
    r"(?:How|Why|What|Where|Who|When|Is|Are|Can|Should|Will|Do|Does|Read|See|More|Also|Watch|Related|\d)"
)
_LABEL = re.compile(r"(?:image|photo|picture)?\s*(?:caption|credit)[,:]?\s*", re.I)


def read_captions(page: Reading) -> None:
    """Move sure captions and credits to the data, and cut labels such as "Image caption"."""
    for i, line in enumerate(page.items):
        if cut := page.cuts.get(i):
            if i not in page.outside and cut.moved_to is None:
                _by_row(page, i, cut.rule)
        elif line.words <= _LONGEST and len(line.text) <= 900:
            _by_sight(page, i, line)


def _by_row(page: Reading, i: int, rule: str) -> None:
    """Keep what a row has cut as a caption or a credit as data."""
    text = page.items[i].text
    if rule.startswith("caption."):
        _keep(page, i, *parted(page.items[i]), rule)
    elif (
        rule.startswith("credit.")
        and rule != SIGN_OFF
        and (credit := _credit(text))
        and (credit.photographers or credit.agencies)
    ):
        page.cut(i, rule, moved_to="captions")
        page.facts.append(Caption(text="", credit=credit))
        _beside(page, i, text)


def _by_sight(page: Reading, i: int, line: Item) -> None:
    """Cut a line that is a caption or a credit by its own form."""
    if (split := credited(line)) is not None:
        text, credit = split
        if line.words >= _SENTENCES and reads_as_prose(text) and line.text.startswith(text):
            if sign_off(line) is None:
                keep_credit(page, line, text, Caption(text="", credit=_credit(credit)))
            return
        if sign_off(line) is not None:
            return
        _keep(page, i, text, credit, "caption.credited" if text else "credit.line")
        if not text:
            _beside(page, i, credit)
    elif (split := signed(line)) is not None:
        _keep(page, i, *split, "caption.signed")
    elif (parts := labelled(line.text)) is not None:
        _keep(page, i, *parts, "caption.labelled")
    elif _LEAD.match(line.text):
        _keep(page, i, line.text, None, "caption.lead")
    elif depicts(line):
        _keep(page, i, *parted(line), "caption.scene")


def credited(line: Item) -> tuple[str, str] | None:
    """The text and the credit of a caption; the text is empty if the line is only a credit; None without a sure credit.

    >>> credited(Item(0, 0, "A plant in Illinois.STEFANO RELLANDINI/AFP via Getty Images"))
    ('A plant in Illinois.', 'STEFANO RELLANDINI/AFP via Getty Images')
    >>> credited(Item(0, 0, "Rates rose again on Monday, the bank said. (Reuters)")) is None
    True
    """
    tail = line.text[-_TAIL:]
    if not (_hints(tail) or (tail[-1] not in _STOPS and _names(tail))) or not _CUE.search(tail):
        return None
    text, credit = split_credit(line.text)
    known = credit and (_CUE.search(credit) or credit.split("/")[0].isupper())
    if credit and known and not any(quote in credit for quote in '“”"„«'):
        return (text, credit) if line.words <= _LONGEST and not _copyright(credit) else None
    loose = _LOOSE.search(line.text) or _MARKED.search(line.text)
    if loose and loose.start() > 0:
        return line.text[: loose.start()].strip(), loose["credit"]
    return None


def labelled(text: str) -> tuple[str, str | None] | None:
    """A caption and its credit, from a line that includes labels such as "Image source".

    >>> labelled("Image copyright Ann Lee Image caption The harbour at dawn")
    ('The harbour at dawn', 'Ann Lee')
    >>> labelled("The harbour stays shut, the council says. | Ann Lee/The Gazette")
    ('The harbour stays shut, the council says.', 'Ann Lee/The Gazette')
    >>> labelled("A person on the quay in the rain. More")
    ('A person on the quay in the rain.', None)
    """
    if len(text) > _LONGEST_LABELLED:
        return None
    for pattern in _LABELS if not text.endswith(" More") else (*_LABELS, _MORE):
        if found := pattern.match(text):
            parts = found.groupdict()
            return (parts.get("text") or "").strip(), parts.get("credit")
    before, _, credit = text.rpartition(" | ")
    barred = before.endswith((".", "!", "?", '."', ".”")) and len(before) > _SHORTEST and _BARRED.match(credit)
    return (before, credit) if barred else None


def signed(line: Item) -> tuple[str, str] | None:
    """A caption that ends with only the name of a photographer, or with name and agency in brackets.

    A paragraph does not end with a name after its last full stop. But letters to the editor and quotations do, so lines
    in the first or second person stay.

    >>> signed(Item(0, 0, "Ann Lee has lived on the boat since the spring of 2020. Bo Xi"))
    ('Ann Lee has lived on the boat since the spring of 2020.', 'Bo Xi')
    >>> signed(Item(0, 0, "The town that I love deserves better than this. Bo Xi")) is None
    True
    """
    if not 6 <= line.words <= 50 or line.text[-1] in _STOPS or _TALK.search(line.text):
        return None
    tail = line.text[-_TAIL:]
    if tail[-1] != ")":
        found = _SIGNED.search(tail)
    else:
        found = _SLASHED.search(tail) or (None if told(line.text) else _BRACKETED_OUTLET.search(tail))
    return (line.text[: -len(found[0])].strip(), found["credit"]) if found else None


def _hints(tail: str) -> bool:
    """Could a line that ends like a sentence hold a credit? This quick test excludes nearly all lines."""
    return (
        ("/" in tail or "oto" in tail or "OTO" in tail or "etty" in tail or "ETTY" in tail or "©" in tail)
        or ("redit" in tail or "mage" in tail or "via " in tail or "ourtesy" in tail or "Bild" in tail)
        or ("icture" in tail or "llustration" in tail)
    )


def _names(tail: str) -> bool:
    """Does a line without a final stop name a picture agency?"""
    return tail.rsplit(None, 1)[-1].rstrip(")") in _OUTLETS or any(outlet in tail for outlet in _SELLERS)


def parted(line: Item) -> tuple[str, str | None]:
    """Split a known caption into text and credit."""
    return credited(line) or split_credit(line.text)


def _copyright(credit: str) -> bool:
    return "rights reserved" in credit.lower()


def _beside(page: Reading, i: int, credit: str) -> None:
    """Cut the line before a credit as its caption if it looks like one, or is neither heading nor paragraph."""
    before = page.near(i, -1)
    if before is None or before < i - 1 or before == 0:
        return
    line = page.items[before]
    if line.words <= 60 and (in_scene(line) or captioned(line)):
        page.facts.pop()
        _keep(page, before, line.text, credit, "caption.beside-credit")


def captioned(line: Item) -> bool:
    """Is a line above a credit a caption? It names somebody in a few words without a past tense, or has a year.

    >>> captioned(Item(0, 0, "Ann Lee at the opening of the new pool"))
    True
    >>> captioned(Item(0, 0, "How the pool was saved")), captioned(Item(0, 0, "The pool was saved in 2023."))
    (False, False)
    """
    text = line.text
    if not 4 <= line.words <= 30 or _TALK.search(text) or _ASKS.match(text) or told(text):
        return False
    if text.endswith((".", ":", ";", ",")):
        return text[-1] == "." and dated(text) and _ENGLISH.search(text) is not None
    capitals = sum(word[0].isupper() for word in text.split())
    return bool(_SMALL.search(text)) and capitals * 10 <= line.words * 7 and (dated(text) or names_first(text))


def _keep(page: Reading, i: int, text: str, credit: str | None, rule: str) -> None:
    """Cut line ``i`` by ``rule``, and keep it as a caption."""
    page.cut(i, rule, moved_to="captions")
    text = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    if text or credit:
        page.facts.append(Caption(text=text.strip(), credit=_credit(credit)))


def _credit(raw: str | None) -> Credit | None:
    if not raw or not raw.strip():
        return None
    parties = parse_byline(raw, kind="credit")
    return Credit(photographers=tuple(a.name for a in parties.authors), agencies=parties.agencies, raw=raw)
