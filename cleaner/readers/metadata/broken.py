"""JSON-LD that no parser accepts: an unescaped quote in a headline breaks the whole script.

Dates, authors and headline are still in it, each as ``"key": "value"``. They are read key by key, in the first 100,000
characters, from the first article on; anything unclear is left out.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re

_ARTICLE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(\w{0,30}(?:Article|Posting))"')
_DATE = r'"{}"\s{{0,9}}:\s{{0,9}}"(\d[^"\n]{{5,50}})"'
_DATES = {key: re.compile(_DATE.format(key)) for key in ("datePublished", "dateModified")}
_HEADLINE = re.compile(r'"headline"\s{0,9}:\s{0,9}"([^\n]{3,300}?)"\s{0,50},\s{0,50}"')
_PARTY = r'"{}"\s{{0,9}}:\s{{0,9}}\[?\s{{0,50}}\{{([^{{}}]{{0,400}})'
_AUTHOR = re.compile(_PARTY.format("author"))
_PUBLISHER = re.compile(_PARTY.format("publisher"))
_NAME = re.compile(r'"name"\s{0,9}:\s{0,9}"([^"]{2,120})"')
_BODY = re.compile(r'"articleBody"\s{0,9}:\s{0,9}"([^"\\]*(?:\\.[^"\\]*)*)"')
_LONGEST = 100_000


def salvage(script: str) -> dict[str, object] | None:
    """What a broken script says about its article, or None.

    >>> salvage('{"@type": "NewsArticle", "headline": "An "old" mill", "datePublished": "2018-04", "author":'
    ...         ' {"@type": "Person", "name": "Ann Lee",}')
    {'@type': 'NewsArticle', 'headline': 'An "old" mill', 'datePublished': '2018-04', 'author': [{'name': 'Ann Lee'}]}
    >>> salvage('{"@type": "Organization"') is None
    True
    """
    kind = _ARTICLE.search(script, 0, _LONGEST)
    if kind is None:
        return None
    text = script[kind.start() : kind.start() + _LONGEST]
    node: dict[str, object] = {"@type": kind.group(1)}
    if headline := _HEADLINE.search(text):
        node["headline"] = headline.group(1)
    node |= {key: m.group(1) for key, sign in _DATES.items() if (m := sign.search(text))}
    if body := _BODY.search(text):
        node["articleBody"] = body.group(1).replace('\\"', '"').replace("\\n", "\n")
    for key, sign in (("author", _AUTHOR), ("publisher", _PUBLISHER)):
        parties = [name.group(1) for m in sign.finditer(text) if (name := _NAME.search(m.group(1)))]
        if parties:
            node[key] = [{"name": " ".join(parties[0].split())}]
    return node
