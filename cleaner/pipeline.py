"""The pipeline: a reader, then the stages in order.

:func:`clean` and :func:`trace` are methods of a default pipeline. Build your own to add rows, stages or languages::

    pipeline = Pipeline(rules=["rules/"], stages=["encoding", "boilerplate", redact, "dates", "names"])
    article = pipeline.clean(raw)
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache, cached_property
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from cleaner import language, rules
from cleaner.core.article import Article, InvalidArticle
from cleaner.core.collector import collector_paused
from cleaner.core.document import Context, Document, Finding
from cleaner.core.facts import Obstacle, Warn
from cleaner.core.parts import parse_moment
from cleaner.core.record import Record, Result, Status, plain
from cleaner.core.site_profile import SiteProfile
from cleaner.core.version import fingerprint
from cleaner.language import Language, load, shipped
from cleaner.readers import read
from cleaner.rules import Rule, RuleBook, package_rules, proved, read_rules, rules_of_language
from cleaner.run.known import understand
from cleaner.stages import boilerplate, dates, encoding, names, typos
from cleaner.stages.boilerplate.learn import learn

Stage = Callable[[Document], Iterable[Finding]]
"""A pure function that reads a document and yields edits, marks and facts."""

STAGES: dict[str, Stage] = {
    "encoding": encoding.propose,
    "boilerplate": boilerplate.propose,
    "typos": typos.propose,
    "dates": dates.propose,
    "names": names.propose,
}

PLUGINS = "cleaner.stages"
"""The entry point group in which an installed package names its stages. They run between ``typos`` and ``dates``, when
the text is clean: dates and names have offsets, which no later edit may move."""


class Pipeline:
    """Rows, stages and languages, put together once to clean any number of documents. Threads may share it.

    ``rules`` are files or folders of TOML rows, or :class:`cleaner.rules.Rule` objects. They are tried before the
    package's own. ``stages`` lists what runs, in order: names of the package's stages, and functions of your own. By
    default all of the package's stages run, and those of installed plug-ins. ``languages`` are folders or files as in
    ``cleaner/data/languages``, or :class:`cleaner.language.Language` objects.

    Raises :class:`cleaner.rules.BadRules` if a row misses its own ``cuts`` or matches any row's ``keeps``, and
    ``ValueError`` for an unknown stage or a malformed language.

    >>> lamp = Rule("slogan.lamp", "light for leeds", ("Light for Leeds!",), ("Light for Leeds failed.",), "own")
    >>> Pipeline(rules=[lamp]).clean("Rain again\\n\\nIt rained on Friday.\\n\\nLight for Leeds!").text
    'It rained on Friday.'
    """

    def __init__(
        self,
        *,
        rules: Iterable[Path | str | Rule] = (),
        stages: Iterable[str | Stage] | None = None,
        languages: Iterable[Path | str | Language] = (),
    ) -> None:
        own = [row for item in rules for row in ([item] if isinstance(item, Rule) else read_rules(Path(item)))]
        self._spoken = [item if isinstance(item, Language) else load(Path(item)) for item in languages]
        self._languages = shipped().plus(*self._spoken) if self._spoken else None
        own += [row for spoken in self._spoken for row in rules_of_language(spoken.code, spoken.rules)]
        self._book = RuleBook(proved(own, package_rules().rules)) if own else None
        self._own = own
        self._given = None if stages is None else dict(map(_stage, stages))

    @cached_property
    def stages(self) -> dict[str, Stage]:
        """The stages by name, in the order in which they run."""
        return dict(_installed()) if self._given is None else self._given

    @cached_property
    def fingerprint(self) -> str:
        """A short hash of all that steers the result: code and data, your own rows and languages, names of stages."""
        parts = [fingerprint()]
        if self._own:
            parts += [repr((row.id, row.match)) for row in self._own]
        parts += [spoken.digest for spoken in self._spoken]
        if list(self.stages) != list(STAGES):
            parts += self.stages
        if len(parts) == 1:
            return parts[0]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]

    def trace(
        self,
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

        ``published`` (a date, a datetime or ISO 8601) anchors relative dates, ``fetched`` anchors "4 hours ago".
        ``media_type`` is "text/plain" or "text/html"; without it, the content decides. ``stages`` picks some of the
        pipeline's stages. ``site`` is what :meth:`learn` made of other articles of the same publisher.

        Whatever the text holds, it does not raise. An unknown stage, media type or date is a ``ValueError``.

        >>> doc = Pipeline().trace("Rain again\\n\\nIt rained on Friday.\\n\\nBy signing up, you agree to our terms.")
        >>> doc.text
        'It rained on Friday.'
        """
        wanted = self._wanted(stages)
        context = Context(url, _moment(published, "published"), _instant(fetched), site, self.fingerprint)
        with self._at_work():
            document = read(raw, context, media_type)
            for name in wanted if not document.facts(Obstacle) else ():
                document = document.apply(name, self.stages[name](document))
        return document

    @collector_paused()
    def clean(
        self,
        raw: bytes | str,
        *,
        url: str | None = None,
        published: date | datetime | str | None = None,
        fetched: datetime | str | None = None,
        media_type: str | None = None,
        stages: Sequence[str] | None = None,
        site: SiteProfile | None = None,
    ) -> Article:
        """Clean ``raw`` into a validated article; the parameters are those of :meth:`trace`.

        Raises :class:`InvalidArticle`, with every reason, if no valid article comes out.

        >>> Pipeline().clean("Rain again\\n\\nIt rained in Leeds on Friday.").headline
        'Rain again'
        """
        return self.trace(
            raw, url=url, published=published, fetched=fetched, media_type=media_type, stages=stages, site=site
        ).article

    learn = staticmethod(learn)

    def stream(self, records: Iterable[Record], *, jobs: int = 1) -> Iterator[Result]:
        """Clean a stream of records: one result for each, in the same order, whatever happens to some of them.

        Only a few records are in memory at a time. With ``jobs`` of 2 or more, processes do the work: a record that
        kills its process is tried again, then reported as failed. Stages of your own must then be functions at the
        top level of a module.

        >>> rain = Record("1", "Rain again\\n\\nIt rained in Leeds on Friday.")
        >>> [(result.id, result.status) for result in Pipeline().stream([rain, Record("2", "")])]
        [('1', 'clean'), ('2', 'rejected')]
        """
        workers = import_module("cleaner.run.workers")  # not at the top: one article needs no processes
        told: deque[Record] = deque()

        def kept() -> Iterator[Record]:
            for record in records:
                told.append(record)
                yield record

        for answer in workers.in_order(self.result, kept(), jobs):
            record = told.popleft()
            if isinstance(answer, workers.Fault):
                answer = Result(record.id, record.origin, record.meta, "failed", (answer.reason,))
            yield answer

    @collector_paused()
    def result(self, record: Record, *, site: SiteProfile | None = None) -> Result:
        """Clean one record. A date or URL of it that cannot be true becomes a warning, not an error.

        Faults that say nothing about the document are raised: ``MemoryError``, ``OSError``, or a bug in cleaner.
        """
        if record.error:
            status: Status = "failed" if record.is_passing else "rejected"
            return Result(record.id, record.origin, record.meta, status, (record.error,))
        known = understand(record)
        document = self.trace(
            record.content,
            url=known.url,
            published=known.published,
            fetched=known.fetched,
            media_type=known.media_type,
            site=site,
        ).apply("record", [Warn(text) for text in known.warnings])
        try:
            article = document.article.model_copy(update={"meta": plain(record.meta)})
        except InvalidArticle as error:
            return Result(record.id, record.origin, record.meta, "rejected", tuple(error.reasons))
        return Result(record.id, record.origin, record.meta, "clean", (), article)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        with collector_paused(), rules.using(self._book), language.using(self._languages):
            yield

    def _wanted(self, stages: Sequence[str] | None) -> list[str]:
        if stages is None:
            return list(self.stages)
        if unknown := sorted(set(stages) - self.stages.keys()):
            raise ValueError(f"no stage {', '.join(unknown)}; there are {', '.join(self.stages)}")
        return [name for name in self.stages if name in stages]


def _stage(item: str | Stage) -> tuple[str, Stage]:
    """A stage with its name, from the name of an installed stage or from a function."""
    if callable(item):
        return getattr(item, "__name__", type(item).__name__), item
    known = _installed()
    if item not in known:
        raise ValueError(f"no stage {item}; there are {', '.join(known)}")
    return item, known[item]


@cache
def _installed() -> dict[str, Stage]:
    """The package's stages, with those of installed plug-ins before ``dates``."""
    found: Iterable[EntryPoint] = sorted(entry_points(group=PLUGINS), key=lambda point: point.name)
    plugins = {point.name: point.load() for point in found if point.name not in STAGES}
    if not plugins:
        return STAGES
    names = list(STAGES)
    middle = names.index("dates")
    return {name: STAGES[name] for name in names[:middle]} | plugins | {name: STAGES[name] for name in names[middle:]}


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


default = Pipeline()
clean, trace = default.clean, default.trace
