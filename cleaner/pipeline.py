"""The stages, in order: one tuple. Data flows one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from cleaner.core.article import Article, parse_moment
from cleaner.core.collector import collector_paused
from cleaner.core.document import Context, Document, Finding
from cleaner.core.site_profile import SiteProfile
from cleaner.readers import read
from cleaner.stages import boilerplate, dates, encoding, names, typos

Stage = Callable[[Document], Iterable[Finding]]

STAGES: dict[str, Stage] = {
    "encoding": encoding.propose,
    "boilerplate": boilerplate.propose,
    "typos": typos.propose,
    "dates": dates.propose,
    "names": names.propose,
}


def trace(
    raw: bytes | str,
    *,
    url: str | None = None,
    published: date | datetime | str | None = None,
    fetched: datetime | str | None = None,
    media_type: str | None = None,
    stages: Sequence[str] | None = None,
    site: SiteProfile | None = None,
) -> Document:
    """Clean ``raw`` and show all the work.

    ``published`` (a date, a datetime or ISO 8601) is what the caller knows; it anchors relative dates. ``fetched``
    anchors "4 hours ago". ``media_type`` is "text/plain", "text/html" or None: look and see. ``stages`` names the
    stages to run; all by default. ``site`` is what :func:`cleaner.learn` made of the publisher's other articles.

    Never raises for what the text holds; raises ``ValueError`` for an unknown stage, media type or date.

    >>> doc = trace("Rain again\\n\\nIt rained in Leeds on Friday.\\n\\nBy signing up, you agree to our terms.")
    >>> doc.text
    'It rained in Leeds on Friday.'
    """
    wanted = _wanted(stages)
    context = Context(url, _moment(published, "published"), _instant(fetched), site)
    with collector_paused():
        document = read(raw, context, media_type)
        for name in wanted:
            document = document.apply(name, STAGES[name](document))
    return document


def clean(
    raw: bytes | str,
    *,
    url: str | None = None,
    published: date | datetime | str | None = None,
    fetched: datetime | str | None = None,
    media_type: str | None = None,
    stages: Sequence[str] | None = None,
    site: SiteProfile | None = None,
) -> Article:
    """Clean ``raw`` into a validated article; the parameters are those of :func:`trace`.

    Raises :class:`InvalidArticle` with every reason when no valid article comes out.

    >>> clean("Rain again\\n\\nIt rained in Leeds on Friday.").headline
    'Rain again'
    """
    with collector_paused():
        document = trace(
            raw, url=url, published=published, fetched=fetched, media_type=media_type, stages=stages, site=site
        )
        return document.article


def _wanted(stages: Sequence[str] | None) -> list[str]:
    if stages is None:
        return list(STAGES)
    if unknown := sorted(set(stages) - STAGES.keys()):
        raise ValueError(f"no stage {', '.join(unknown)}; there are {', '.join(STAGES)}")
    return [name for name in STAGES if name in stages]


def _moment(value: date | datetime | str | None, name: str) -> date | datetime | None:
    try:
        moment = parse_moment(value)
    except ValueError as error:
        raise ValueError(f"{name} is not an ISO 8601 date: {value!r}") from error
    return moment if isinstance(moment, date) else None


def _instant(value: datetime | str | None) -> datetime | None:
    moment = _moment(value, "fetched")
    if moment is None or isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day)
