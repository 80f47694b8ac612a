"""Captions without credits: lines that describe a picture in the present tense.

News is in the past tense, captions are in the present: "poses for a photocall", "looks on during", with the full date
of the picture and words such as "left". Announcements are also in the present ("the film arrives in theaters on July 5,
2024", "she performs at the O2 on June 3, 2024"), so their verbs count only after the name of a person, and sentences
that report speech never count.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.boilerplate.items import Item

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"\b(?:on|in|from|,|dated|taken)\s*(?:\w+day,? )?(?:(?:early|late|mid-)?\s?{_MONTH} \d{{1,2}}(?:, ?|/| )"
    rf"|\d{{1,2}} {_MONTH},? |{_MONTH},? )(?:19|20)\d\d\b"
)
_STAMPED = re.compile(rf"(?<![a-z] )[A-Z][\w.'’)]+,? {_MONTH} \d{{1,2}}, (?:19|20)\d\d(?:\.|$)")
"""A place and a date, as agencies end their captions: "in Leeds, Britain May 3, 2023."."""

_SEEN = re.compile(
    r"\b(?:poses? (?:for|with|at|on|in|during|next|as|outside)|gestures|waves (?:to|as|at)|smiles (?:as|at|during|on)"
    r"|looks? on\b|(?:is|are) (?:seen|pictured)\b|seen here"
    r"|pictured (?:at|in|here|on|with)|stands? (?:next|in front|outside|near|guard|beside|behind)|holds? up"
    r"|sits? (?:in|on|next|with|during|beside)|carr(?:y|ies) (?:signs|flags|placards|banners)|places a"
    r"|walks? (?:to|past|in|through|on|out|down|along|with|off|by|across|towards?)|listens? (?:as|to|during)|reacts?"
    r" (?:after|during|as)|celebrates? (?:after|with|his|her|scoring)|chants? slogans"
    r"|dunks?|flutters?|ascends|shoots? over|shakes? hands|greets?|embraces?|kisses|hugs?|billows?|rises? (?:from"
    r"|over|above)"
    r"|waits? (?:in|outside)|ride (?:in|on|past)|gather (?:in|at|outside|near)|queue (?:for|outside)|wears a"
    r"|protest (?:in|outside|at|against)|march (?:in|through|to|along)|takes? a selfie"
    r"|patrols? (?:in|the|a|near)|inspects? (?:the|a)|report to the scene|deliver (?:a )?joint|is reflected"
    r"|lays? (?:flowers|a wreath)|light candles)"
)
_WEAK = re.compile(
    r"\b(?:takes? part in|holds? (?:a|an|the|his|her|their)|wears? (?:the|his|her|an)|stands? (?:at|on)|cheers?"
    r"|drives?|works?|runs?"
    r"|fl(?:y|ies) (?:over|past|in|near)|burns?|heads? (?:to|for)|plays?|hits?|serves?|kicks?|throws?|passes|signs?"
    r"|watch(?:es)?|reads?|pays? (?:tribute|respects)|raises?|points? (?:to|at)|talks? (?:to|with)"
    r"|appears? (?:in|at|on)|addresses|meets?|attend|carr(?:y|ies)"
    r"|prepares? to|tries to|attempts? to|works? (?:on|at)|introduces|speak)\b"
)
_MOMENT = re.compile(
    r"\b(?:during (?:a|an|the|his|her|their)|while|as (?:he|she|they|people|the \w+)|outside|in front of|beside"
    r"|next to"
    r"|in the background|after scoring|following a|before (?:a|an|the) (?:game|match|meeting|rally|hearing|debate))\b"
)
_DONE = re.compile(
    r"\b(?:speaks? (?:during|at|to|with|in|on)|attends? (?:a|an|the)|arrives? (?:at|for|to|in|on)|performs?"
    r" (?:during|onstage|on stage)|departs? (?:a|an|the|from)|announces (?:he|she|that)"
    r"|leaves? (?:the|a|after)|delivers? (?:a|an|his|her|remarks|the)|takes? (?:questions|photos|the stage)"
    r"|participates? in|participate in|testifies|visits?)\b"
)
_NAMED = re.compile(r"(?!The |A |An |In |On |At |This |That |But |And |It )[A-Z][\w'’.-]+,? [A-Z(][\w'’.-]*")
_SIDE = re.compile(
    r"[A-Z][\w'’.-]+(?:, (?:\d\d, )?(?:left|right|cent(?:er|re)|(?:second|third) (?:from )?(?:the )?(?:left|right)"
    r"|far (?:left|right)|(?:top|bottom|front|back)(?: (?:left|right|row))?)(?:,|\.$|$| and )"
    r"| \((?:left|right|cent(?:er|re)|far (?:left|right)|(?:second|third) (?:from )?(?:the )?(?:left|right)"
    r"|top(?: left| right)?|bottom(?: left| right)?|[lrLRcC]\.?)\))"
    r"|\b(?:[Ff]rom (?:left|right)|[Ll]eft to right|[Cc]lockwise from (?:the )?(?:top )?(?:left|right))"
    r"(?: to right)?(?: are| is)?[,:]? [A-Z]"
    r"|\([Ll](?:-| to )[Rr]\)"
)
_EVENT = re.compile(
    r"(?:[A-Z][\w'’.-]+ ){1,6}(?:attends|arrives (?:at|for)|poses (?:at|for|on)|walks (?:at|in|on)|(?:is )?on"
    r" the red carpet|at)\b[^.]{0,80}"
    r"\b(?:19|20)\d\d\b[^.]{0,120}$"
)
_OCCASION = re.compile(
    r"\b(?:premiere|photo-?call|screening|gala|red carpet|fashion show|film festival|awards|after-?party"
    r"|fashion week|CinemaCon|Comic-Con|Met Gala)\b",
    re.I,
)
_SHOWN = re.compile(
    r"\b(?:in (?:this|an?) (?:undated |aerial |handout |file |archive |combination |courtroom |satellite |screen )+"
    r"(?:photo|photograph|image|picture|sketch|grab)\b"
    r"|in this (?:photo|photograph|image|picture|screengrab),? (?:taken|provided|released|made|posted|supplied)"
    r"|in this (?:\w+day, )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4},? (?:file )?(?:photo|photograph|image|picture)"
    r"|(?:is|are) (?:pictured|shown|seen) (?:here|in this (?:photo|image|picture))|seen here|pictured here"
    r"|(?:file|undated|handout) (?:photo|image|picture)(?: shows| provided| taken|\.?$))"
)
_VIEW = re.compile(
    r"(?:An? |The )?(?:general|aerial|drone|satellite|file|undated|combination|courtroom|handout|composite|stock)"
    r" (?:view|photo|image|picture|sketch|photograph|shot)s?\b"
    r"|An? (?:screenshot|screen ?grab|still|map|photo(?:graph)?|portrait|poster|sketch|rendering|view|sign|statue)"
    r" (?:of|from|showing|shows|for|outside|at|in|on)\b[^:?]{30}"
)
"""A caption without a verb: "A general view of the harbour", "A map of the valley with red dots for the fires"."""

_AUXILIARY = re.compile(r"\b(?:is|are|can|may|might|do|does|costs?)\b")
_ABROAD = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+ \((?:(?:l|r|M|li|re|izq|dcha)\.|links|rechts|Mitte|à gauche|à droite|au centre|izquierda|derecha"
    r"|a sinistra|a destra|al centro|à esquerda|à direita)\)"
    r"|(?:Archiv|Symbol)(?:bild|foto)(?: (?:vom|aus) .{4,20})?[.)]{0,2}$|Aufnahme (?:vom|aus) (?:\d|dem Jahr).{1,20}$"
    r"|(?:Foto|Imagen|Fotografía) de archivo[.)]{0,2}$|Foto d['’]archivio[.)]{0,2}$|d['’]archives?[.)]{0,2}$"
    r"|Imagem de arquivo[.)]{0,2}$|\((?:Archives?|Archivo|Archivio|Arquivo|Archiv)\)\.?$"
)
"""Sides and archive pictures in other languages: "Ann Lee (l.) und Bo Xi (r.)", "(Archivbild)"."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_TOLD = re.compile(r"\b(?:said|told|will|says|has|have|was|were|would|could|should|must|did|had)\b")
_PRONOUNS = ("He ", "She ", "It ", "They ", "We ", "I ", "You ", "But ", "And ", "The film ", "The show ", "The book ")


def depicts(line: Item) -> bool:
    """Does a line describe a picture?

    >>> depicts(Item(0, 0, "Ann Lee poses for a photocall at the Lido in Venice, on June 20, 2023."))
    True
    >>> depicts(Item(0, 0, "The leaders, with Ann Lee, left, take part in a debate in Leeds on Monday."))
    True
    >>> depicts(Item(0, 0, "The film arrives in theaters on July 5, 2024, after two delays."))
    False
    """
    text = line.text
    if not 5 <= line.words <= 60 or text[0] in "“\"'‘" or text.startswith(_PRONOUNS) or "@" in text:
        return False
    if _sides(text):
        side = _SIDE.search(text)
        if side and (line.words <= 16 or any(verbs.search(text) for verbs in (_SEEN, _WEAK, _DONE, _SHOWN))):
            return not _TOLD.search(text)
    if _named_as_picture(line) or _views(line) or _marked_abroad(line):
        return True
    if not dated(text):
        return False
    if line.words <= 30 and _OCCASION.search(text) and _EVENT.match(text.rstrip('."”')):
        return not _TOLD.search(text)
    if "“" in text or '"' in text:
        return False
    return stamped(line) or (in_scene(line) and not _TOLD.search(text))


def _named_as_picture(line: Item) -> bool:
    """Does a line mention its picture ("in this undated photo", "seen here")?"""
    text = line.text
    if not ("photo" in text or "image" in text or "icture" in text or "seen h" in text or "shown h" in text):
        return False
    return line.words <= 45 and _SHOWN.search(text) is not None and not _TOLD.search(text)


def _views(line: Item) -> bool:
    """Does a line describe a picture without a verb ("A general view of the harbour in Leeds")?"""
    text = line.text
    if not (text[0] in "AaTtGgDdSsFfUuCcHh" and 6 <= line.words <= 30 and _VIEW.match(text)):
        return False
    return not (told(text) or _AUXILIARY.search(text) or '"' in text or "“" in text)


def _marked_abroad(line: Item) -> bool:
    """Does a line mention sides or archives in another language?"""
    text = line.text
    if not ("(" in text or "rchiv" in text or "rquivo" in text or "Aufnahme" in text or "ymbol" in text):
        return False
    return line.words <= 45 and _ABROAD.search(text) is not None


def _sides(text: str) -> bool:
    """May a line say on which side of a picture somebody is? A quick test before the careful one."""
    return "left" in text or "right" in text or "(" in text or ", cent" in text or ", top" in text or ", bott" in text


def in_scene(line: Item) -> bool:
    """Does a line have the present tense and then a full date? After announcing verbs, the date must be at the end."""
    text = line.text
    found = _DATED.search(text)
    if not found:
        return False
    head = text[: found.start()]
    if _SEEN.search(head) or (_WEAK.search(head) and _MOMENT.search(text)):
        return True
    late = len(text[found.end() :].split()) <= 8
    return late and _NAMED.match(text) is not None and _DONE.search(head) is not None


def stamped(line: Item) -> bool:
    """Does a line end with a place and a date, and have a present tense before any past tense?

    >>> stamped(Item(0, 0, "People walk along the river after the bridge was closed in Leeds, Britain May 3, 2023."))
    True
    >>> stamped(Item(0, 0, "People walked home after the bridge was closed in Leeds on May 3, 2023."))
    False
    """
    found = _STAMPED.search(line.text)
    if not found or len(line.text[found.end() :].split()) > 8:
        return False
    head = line.text[: found.start()]
    scene = next((m for verbs in (_SEEN, _WEAK, _DONE) if (m := verbs.search(head))), None)
    past = _TOLD.search(head)
    return scene is not None and (past is None or scene.start() < past.start())


def dated(text: str) -> bool:
    """Does a text name a year?"""
    return ("19" in text or "20" in text) and _YEAR.search(text) is not None


def told(text: str) -> bool:
    """Is a text in the past tense or the perfect?"""
    return _TOLD.search(text) is not None


def names_first(text: str) -> bool:
    """Does a text begin with somebody's name?"""
    return _NAMED.match(text) is not None
