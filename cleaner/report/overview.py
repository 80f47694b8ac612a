"""The overview of a run: counts, what to look at first, and the rules and publishers that matter most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from cleaner.core.version import VERSION, fingerprint
from cleaner.report.charts import share_bar, share_columns
from cleaner.report.measures import Measure, totals
from cleaner.report.page import count, element, excerpt, link, page, share, table, text
from cleaner.report.passages import FATES
from cleaner.report.tally import Difference, RuleTally, Tally
from cleaner.rules import rulebook

_MISSING = ("no headline", "no date", "no author")
_FIRST = 8
_TOP_RULES = 30
_TOP_PUBLISHERS = 50
_EXAMPLES = 5
_LEAST_WORDS = 60
"""Shorter texts are not listed as mostly cut: a label or two are much of them."""


def overview_page(tally: Tally, difference: Difference | None, lists: int) -> str:
    """The front page of a report; ``lists`` is the number of pages that list the articles."""
    measures = tally.measures
    body = "".join(_sections(tally, difference))
    navigation = element("nav", element("b", "Overview") + element(
        "a", "Search the articles", href="articles.html") + (
        element("a", f"List of all ({count(lists, 'page')})", href="list/1.html") if lists else ""))  # fmt: skip
    head = navigation + element("h1", text(_title(tally))) + _cards(tally)
    head += share_bar(totals(measures), "Words of all raw texts") + _legend(measures)
    head += element("p", text(f"cleaner {VERSION}, rules and models {fingerprint()}"), class_="dim")
    return page("Cleaning report", element("header", head) + element("main", body))


def _title(tally: Tally) -> str:
    rejected = f", {count(len(tally.rejections))} rejected" if tally.rejections else ""
    return f"{count(len(tally.measures), 'article')}{rejected}"


def _cards(tally: Tally) -> str:
    flags = [flag for one in tally.measures for flag in one.flags]
    shown = [
        (flags.count(flag), flag) for flag in ("no headline", "no date", "no author", "truncated", "low confidence")
    ]
    shown.append((sum(bool(one.warnings) for one in tally.measures), "with a warning"))
    shown.append((sum(bool(one.prose) for one in tally.measures), "sentences cut?"))
    missing = flags.count("no edit log")
    shown += [(missing, "without edit log")] if missing else []
    cards = "".join(element("li", element("b", count(n)) + element("span", text(name))) for n, name in shown)
    return element("ul", cards, class_="cards")


def _legend(measures: Sequence[Measure]) -> str:
    words = totals(measures)
    total = sum(words.values())
    keys = (
        element("span", text(f"{f} ") + element("b", text(share(words[f], total))), class_=f"key {f}") for f in FATES
    )
    return element(
        "p", "".join(keys) + element("span", text(f"of {count(total, 'word')}"), class_="dim"), class_="legend"
    )


def _sections(tally: Tally, difference: Difference | None) -> Iterator[str]:
    if difference is not None:
        yield _section("Compared with the run before", _compared(difference))
    yield _section("Look at these first", _first(tally.measures))
    if tally.rejections:
        yield _section("Rejected, by reason", _rejected(tally))
    if tally.rules:
        yield _section("Rules that fired", _rules(tally.rules))
    if tally.measures:
        yield _section("Publishers", _publishers(tally))
    periods = tally.periods()
    if periods:
        yield _section("Over time", _over_time(periods))


def _section(heading: str, body: str) -> str:
    return element("section", element("h2", text(heading)) + body, aria_label=heading)


def _first(measures: Sequence[Measure]) -> str:
    rows = []
    taken: set[str] = set()
    for why, candidates in _reasons_to_look(measures):
        for one in candidates[:_FIRST]:
            if one.name not in taken:
                taken.add(one.name)
                rows.append([link(one.name), text(excerpt(one.headline, 80)), _mini(one), text(why(one))])
    if not rows:
        return element("p", "Nothing stands out.", class_="dim")
    return table(("Document", "Headline", "Words", "Why"), rows, label="Articles to look at first")


def _reasons_to_look(measures: Sequence[Measure]) -> Iterator[tuple[Callable[[Measure], str], list[Measure]]]:
    """Reasons in order of weight, each with its articles, the worst first."""
    prose = sorted((m for m in measures if m.prose), key=lambda m: (-len(m.prose), m.name))
    yield (lambda m: f"cut, and reads like a sentence: {m.prose}"), prose
    doubtful = sorted(_flagged(measures, "low confidence"), key=lambda m: (-m.doubtful, m.name))
    yield (lambda m: f"a model cut {count(m.doubtful, 'word')} without being sure"), doubtful
    long = sorted((m for m in measures if m.total >= _LEAST_WORDS and m.cut >= 0.5), key=lambda m: (-m.cut, m.name))
    yield (lambda m: f"{m.cut:.0%} of {count(m.total, 'word')} cut"), long
    yield (lambda m: "no headline: the first sentence stands in"), _flagged(measures, "no headline")
    yield (lambda m: "only the beginning of the article"), _flagged(measures, "truncated")
    yield (lambda m: m.warnings[0]), [m for m in measures if m.warnings]
    yield (lambda m: "no date of publication"), _flagged(measures, "no date")


def _flagged(measures: Iterable[Measure], flag: str) -> list[Measure]:
    return [one for one in measures if flag in one.flags]


def _rejected(tally: Tally) -> str:
    groups: dict[str, list[str]] = {}
    for rejection in tally.rejections:
        groups.setdefault("; ".join(rejection.reasons), []).append(rejection.path)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [[count(len(paths)), text(reason), _some(paths)] for reason, paths in ordered]
    return table(("Documents", "Reason", "Among them"), rows, numeric=[0], label="Rejections")


def _rules(rules: dict[str, RuleTally]) -> str:
    ordered = sorted(rules.items(), key=lambda item: (-item[1].firings, item[0]))
    shown = _rule_table(ordered[:_TOP_RULES])
    if len(ordered) > _TOP_RULES:
        rest = element("summary", text(f"{len(ordered) - _TOP_RULES} more rules"))
        shown += element("details", rest + _rule_table(ordered[_TOP_RULES:]))
    return shown


def _rule_table(rules: Iterable[tuple[str, RuleTally]]) -> str:
    patterns = {rule.id: rule.match for rule in rulebook().rules}
    rows = (
        [
            element("code", text(name), title=patterns.get(name)),
            element("span", text(rule.fate), class_=f"tag {rule.fate}"),
            count(rule.firings), count(rule.articles), count(rule.words),
            element("q", text(excerpt(rule.sample, 110))) + " " + link(rule.example),
        ]
        for name, rule in rules
    )  # fmt: skip
    return table(
        ("Rule", "Fate", "Fired", "Articles", "Words", "Example"), rows, numeric=(2, 3, 4), label="Rules that fired"
    )


def _publishers(tally: Tally) -> str:
    groups = list(tally.publishers().items())
    rows = (
        [
            text(name or "(unknown)"), count(len(group)), share_bar(totals(group), f"Words of {name or 'unknown'}"),
            f"{median(one.cut for one in group):.0%}", *(count(len(_flagged(group, flag))) for flag in _MISSING),
        ]
        for name, group in groups[:_TOP_PUBLISHERS]
    )  # fmt: skip
    headings = ("Publisher", "Articles", "Words", "Median cut", "No headline", "No date", "No author")
    shown = table(headings, rows, numeric=(1, 3, 4, 5, 6), label="Publishers")
    more = len(groups) - _TOP_PUBLISHERS
    return shown + (element("p", text(f"and {count(more, 'publisher')} more"), class_="dim") if more > 0 else "")


def _over_time(periods: dict[str, list[Measure]]) -> str:
    drawn = [(name, totals(group), len(group)) for name, group in periods.items()]
    dated = sum(len(group) for group in periods.values())
    told = f"Shares of words in {count(dated, 'dated article')}. A step often means that a site has changed its layout."
    return element("p", text(told), class_="dim") + share_columns(drawn, "Shares of words over time")


def _compared(found: Difference) -> str:
    if found.nothing:
        return element("p", "Both runs agree, document by document and rule by rule.", class_="dim")
    kinds = (
        ("new", found.new),
        ("gone", found.gone),
        ("rejected now", found.rejected),
        ("no longer rejected", found.rescued),
    )
    rows = [[text(name), count(len(paths)), _some(paths)] for name, paths in kinds if paths]
    shown = (
        table(("Documents", "How many", "Among them"), rows, numeric=[1], label="Documents that came or went")
        if rows
        else ""
    )
    if found.moved:
        moved = [[link(name), _step(was, now)] for name, was, now in found.moved[:_FIRST]]
        shown += element(
            "p", text(f"The share cut moved in {count(len(found.moved), 'article')}; the furthest:"), class_="dim"
        )
        shown += table(("Document", "Cut"), moved, label="Shares that moved")
    if found.rules:
        rules = [[element("code", text(name)), count(was), count(now)] for name, was, now in found.rules[:_FIRST]]
        shown += element(
            "p", text(f"{count(len(found.rules), 'rule')} fired more or less often; the furthest:"), class_="dim"
        )
        shown += table(("Rule", "Before", "Now"), rules, numeric=(1, 2), label="Rules that moved")
    return shown


def _step(was: float, now: float) -> str:
    return element("span", text(f"{was:.0%} → {now:.0%}"), class_="up" if now > was else "down")


def _some(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _EXAMPLES} more" if len(paths) > _EXAMPLES else ""
    return text(", ".join(paths[:_EXAMPLES]) + more)


def _mini(one: Measure) -> str:
    return share_bar(one.words, count(one.total, "word"))
