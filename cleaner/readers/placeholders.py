"""Pages that stand where the article should be: a script's empty shell, a check for robots, an error, a consent wall.

A crawler stores them under the article's address, and they have a title and sentences, so they pass for short articles.
Two things give them away: a title that is an error's name and nothing else, or sentences of which most are known
notices. A word such as "JavaScript" or "404" alone tells nothing, for articles speak of both, and most real pages carry
such a notice somewhere: it never counts against sentences of another kind where the page names an author, a date or an
article. What is left for an article after that may be as short as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.document import Document

_KINDS = {
    "script": "not an article but the shell of one, which a script has to fill: render the page first",
    "robots": "not an article but a check for robots",
    "missing": "not an article but an error page",
    "consent": "not an article but a wall that asks for consent or a login",
}
_EMPTY = "the page shows no text: a script may have to fill it, so render it first"

_JS = r"java ?script"
_LINES = {
    "script": (
        rf"(?:please )?(?:enable|turn on|activate|allow) (?:{_JS}|js)\b",
        rf"(?:you|your browser) (?:need|must|have)s?(?: to)? (?:enable|have|turn on|activate|allow) {_JS}\b",
        rf"(?:this|our|the) (?:site|website|page|web page|app|application) (?:requires|needs|works best with|uses) {_JS}\b",
        rf"{_JS} (?:is|seems to be|appears to be|has been|must be) (?:disabled|turned off|required|blocked|enabled|not enabled)\b",
        rf"(?:it (?:looks|seems) like |we(?:['’]ve| have) detected that )?(?:you have |your browser has )?{_JS} (?:is )?(?:disabled|turned off)\b",
        rf"we['’]re sorry,? but .{{1,80}} (?:doesn['’]t|does not) work properly without {_JS}\b",
        rf".{{0,60}}(?:doesn['’]t|does not|won['’]t|cannot|can['’]t) (?:work|run|be displayed)(?: properly)? without {_JS}\b",
        r"please enable it to continue\b",
        rf"bitte (?:aktivieren|erlauben) sie (?:{_JS}|cookies)",
        rf"(?:diese|unsere) (?:seite|website|webseite|anwendung) (?:benötigt|erfordert|braucht) {_JS}\b",
        rf"(?:veuillez|merci d['’]) ?activer (?:le )?{_JS}\b",
        rf"(?:por favor,? )?(?:habilit[ea]|activ[ea]|ative) (?:el |o )?{_JS}\b",
        rf"(?:si prega di )?(?:abilita|attiva)(?:re)? {_JS}\b",
        rf"(?:schakel|zet) {_JS} (?:in|aan)\b",
    ),
    "robots": (
        r"(?:please )?(?:verify|confirm|prove)(?:ing)? (?:that )?you(?: a|['’])re (?:a |not a )?(?:human|robot|bot)\b",
        r"let['’]s confirm you are human\b",
        r"are you (?:a )?(?:human|robot)\b",
        r"checking (?:your browser|if the site connection is secure)\b",
        r".{0,60} needs to review the security of your connection\b",
        r"(?:we(?:['’]ve| have) detected|our systems have detected) unusual (?:activity|traffic)\b",
        r"to continue,? please click the box below\b",
        r"(?:please )?(?:complete|solve) the (?:captcha|security check)\b",
        r"please (?:make sure|ensure) (?:that )?(?:your browser supports )?(?:javascript and )?cookies\b",
        r"(?:please )?enable (?:javascript|js) and (?:cookies|disable any ad blocker)\b",
        r"access to this page has been denied\b",
        r"you (?:don['’]t|do not) have permission to access\b",
        r"(?:sorry, )?you have been blocked\b",
        r"you are unable to access\b",
        r"(?:request unsuccessful\. )?incapsula incident\b",
        r"as you were browsing,? something about your browser\b",
        r"(?:this website|.{1,40}) is using a security service to protect itself\b",
        r"(?:cloudflare )?ray id\b",
        r"performance (?:&|and) security by cloudflare\b",
        r"why (?:have i been blocked|did this happen)\b|what can i do to (?:resolve|prevent) this\b",
        r"you can email the site owner\b|(?:please )?include what you were doing when this page came up\b",
        r"the action you just performed triggered the security solution\b|there are several actions that could trigger this block\b",
        r"this may (?:take a few seconds|happen as a result of the following)\b|for more information you can review our terms of service\b",
        r"(?:javascript is disabled or blocked by an extension|your browser does not support cookies)\b",
        r"bestätigen sie,? dass sie (?:ein mensch|kein roboter) sind\b",
    ),
    "missing": (
        r"(?:we['’]re |we are )?(?:sorry|oops|uh-oh|whoops)[,!.—– ]{1,4}(?:but )?(?:we |the page|this page|that page|the article|it looks|nothing)"
        r".{0,60}(?:find|found|exist|moved|available|removed|gone|missing)\b",
        r"(?:the|this|that) (?:page|article|story|content|url|link|address|document)(?: that)?(?: you(?:['’]re| are| were| have)?"
        r" (?:look(?:ing|ed) for|request(?:ed|ing)|tried|trying to (?:reach|view|access)))?.{0,30}"
        r" (?:could not be found|can(?:['’]t|not) be found|was not found|does(?:n['’]t| not) exist|no longer exists"
        r"|is no longer available|has been (?:removed|moved|deleted)|may have been (?:removed|moved|deleted)|isn['’]t available)\b",
        r"we (?:can['’]t|cannot|could(?:n['’]t| not)) find (?:the|that|this) (?:page|article|content|url)\b",
        r"the requested (?:url|page|resource) .{0,80}(?:not found|was not found)\b",
        r"(?:die|diese) (?:angeforderte |gewünschte |gesuchte |aufgerufene )?(?:seite|url|artikel) .{0,50}(?:nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar)\b",
        r"(?:la|cette) page .{0,60}(?:n['’]existe (?:pas|plus)|introuvable|n['’]est (?:pas|plus) disponible|a été (?:supprimée|déplacée))\b",
        r"la página .{0,60}(?:no existe|no se (?:ha )?(?:encontrado|pudo encontrar)|ya no está disponible)\b",
        r"la pagina .{0,60}(?:non esiste|non è stata trovata|non è (?:più )?disponibile)\b",
        r"a página .{0,60}(?:não existe|não foi encontrada)\b",
        r"(?:de|deze) pagina .{0,60}(?:niet gevonden|bestaat niet)\b",
    ),
    "consent": (
        r"before you continue to \w",
        r"(?:please )?accept (?:all )?cookies to (?:continue|read|access)\b",
        r"we and our (?:\d+ )?(?:technology |advertising )?partners (?:store|use|process|ask)\b",
        r"(?:please )?(?:log|sign) in to (?:continue|read|access|view) (?:this|the|reading)\b",
        r"mit werbung weiterlesen\b",
        r"(?:besuchen sie|nutzen sie|lesen sie) .{1,40} (?:wie gewohnt )?mit werbung\b",
        r"um .{1,60} zu nutzen,? (?:benötigen wir|stimmen sie)\b",
        r"continuer sans accepter\b",
    ),
}
_NOTICES = {kind: re.compile("|".join(f"(?:{row})" for row in rows), re.I) for kind, rows in _LINES.items()}
_TITLES = {
    "robots": re.compile(
        r"just a moment(?:\.{3}|…)?|attention required!?(?: \| cloudflare)?|access (?:to this page has been )?denied"
        r"|pardon our interruption|are you a (?:robot|human)\??|robot check|human verification|security check"
        r"|please verify you are (?:a )?human|ddos-guard|bot verification|captcha",
        re.I,
    ),
    "missing": re.compile(
        r"(?:error |fehler |erreur |errore )?(?:404|410|403|500|502|503|504)(?: error| fehler)?[ :.!–—-]{0,4}(?:- )?"
        r"(?:(?:page|file|site|url) ?)?(?:not found|forbidden|gone|internal server error|bad gateway|service (?:temporarily )?unavailable"
        r"|gateway time-?out|seite nicht gefunden|page introuvable)?!?"
        r"|(?:page|file|article|site) (?:not found|can['’]t be found|no longer available)!?|not found|oops!?|error"
        r"|(?:die )?seite (?:wurde )?nicht gefunden|(?:la )?page (?:est )?introuvable|página no encontrada|pagina non trovata"
        r"|página não encontrada|pagina niet gevonden|service (?:temporarily )?unavailable|internal server error|bad gateway",
        re.I,
    ),
}
_SENTENCE = re.compile(r"\S(?:[^.!?。…\n]|[.!?…](?=\w)){1,600}[.!?。…]?")
_FEWEST_WORDS, _MOST_OTHERS = 3, 12
_MOST = 6000


def obstacle(document: Document) -> str | None:
    """Why a document is the placeholder of an article, if it is.

    >>> from cleaner.article import Source
    >>> obstacle(Document("Please enable JavaScript to view this page.", source=Source(media_type="text/html")))
    'not an article but the shell of one, which a script has to fill: render the page first'
    >>> obstacle(Document("Please enable JavaScript. The mayor of Leeds asked for it on Friday, to no avail."))
    """
    is_page = document.source.media_type == "text/html"
    if is_page and not document.raw.strip():
        return _EMPTY
    if len(document.raw) > _MOST:
        return None
    dated = bool(document.claims("published", "author", "byline"))
    kind = _by_title(document) if is_page and not dated else None
    kind = kind or _by_sentences(document.raw, alone=dated or not is_page)
    return _KINDS[kind] if kind else None


def _by_title(document: Document) -> str | None:
    titles = [claim.text.strip() for claim in document.claims("headline")[:3]]
    return next((kind for kind, sign in _TITLES.items() if any(sign.fullmatch(title) for title in titles)), None)


def _by_sentences(text: str, *, alone: bool) -> str | None:
    """The kind of the notices of which a text consists: of nothing else where it must be ``alone``."""
    words: dict[str | None, int] = {}
    for sentence in _sentences(text):
        kind = next((kind for kind, sign in _NOTICES.items() if sign.match(sentence)), None)
        words[kind] = words.get(kind, 0) + len(sentence.split())
    other = words.pop(None, 0)
    if not words or other > (0 if alone else min(_MOST_OTHERS, sum(words.values()))):
        return None
    return max(words, key=lambda kind: words[kind])


def _sentences(text: str) -> Iterable[str]:
    """What has the length of a sentence, and its full stop or the notice's words."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        noticed = any(sign.match(sentence) for sign in _NOTICES.values())
        if noticed or (len(sentence.split()) >= _FEWEST_WORDS and sentence[-1] in ".!?。…") or len(sentence) > 150:
            yield sentence
