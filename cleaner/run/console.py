"""What people see during a run and at its end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from cleaner.core import lazy_re as re

if TYPE_CHECKING:
    from cleaner import Summary

_WIDTH = 30
_SHOWN = 10
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = str.maketrans({"\n": "\\n", "\t": "\\t"})


def shown(text: str) -> str:
    """Text of unknown origin, safe to print on a terminal: control characters are spelt out.

    An article, or the name of a file, may hold escape codes that clear the screen, rename the window or hide text. Line
    breaks and tabs stay; :func:`shown_in_line` spells them out, too.

    >>> shown("Rain\\x1b[2J\\u202e again")
    'Rain\\\\x1b[2J\\\\u202e again'
    """
    return _UNSEEN.sub(lambda m: m[0].encode("unicode_escape", "surrogatepass").decode(), text)


def shown_in_line(text: str) -> str:
    """Text of unknown origin in one line: a line break in the name of a file must not forge a line of output.

    >>> shown_in_line("a.txt\\n0 rejected")
    'a.txt\\\\n0 rejected'
    """
    return shown(text).translate(_BREAKS)


class Progress:
    """A progress bar on a terminal; elsewhere a plain line every ten seconds."""

    def __init__(self, out: TextIO) -> None:
        self.out, self.bar = out, out.isatty()
        self.started = self.told = time.monotonic()

    def __call__(self, done: int, total: int | None) -> None:
        """Show that ``done`` documents are finished, of ``total`` if that is known."""
        now = time.monotonic()
        if now - self.told < (0.1 if self.bar else 10) and not (self.bar and done == total):
            return
        self.told = now
        rate = done / max(now - self.started, 1e-9)
        state = f"{done:,} documents, {rate:.0f} a second"
        if total and total >= done:
            state = f"{done:,}/{total:,} documents, {rate:.0f} a second, {clock((total - done) / rate)} left"
        if not self.bar:
            print(state, file=self.out, flush=True)
            return
        filled = _WIDTH * done // total if total and total >= done else 0
        bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] " if filled else ""
        print(f"\r{bar}{state}\033[K", end="", file=self.out, flush=True)

    def close(self) -> None:
        """End the line of the bar."""
        if self.bar:
            print(file=self.out)


def clock(seconds: float) -> str:
    """A time span as people read it.

    >>> clock(7.2), clock(754), clock(7300)
    ('7 s', '13 min', '2.0 h')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 3600 else f"{seconds / 3600:.1f} h"


def table(summary: Summary, out: Path, *, is_dry: bool = False) -> str:
    """The summary of a run whose articles went to ``out``."""
    rate = summary.seen / max(summary.seconds, 1e-9)
    lines = [
        f"{summary.cleaned:>8,} {'to be cleaned' if is_dry else 'cleaned'}",
        f"{summary.unchanged:>8,} unchanged since the last run",
        f"{summary.rejections:>8,} rejected",
    ]
    if summary.failures:
        lines.append(f"{summary.failures:>8,} failed, to be tried again by the next run")
    if summary.gone:
        lines.append(f"{summary.gone:>8,} gone from the sources, moved to {out / '_gone'}")
    lines.append(
        f"{summary.seen:>8,} documents in {clock(summary.seconds)} ({rate:.0f} a second), articles in {shown(str(out))}"
    )
    if summary.rules:
        lines += ["", "changes by kind:", *_counts(_kinds(summary.rules))]
    if summary.passed_over:
        lines += ["", "skipped, since they are not documents:", *_counts(summary.passed_over)]
    lines += _listed(f"rejected{_where(out)}", summary.rejected, summary.rejections)
    lines += _listed("failed", summary.failed, summary.failures)
    return "\n".join(lines)


def _where(out: Path) -> str:
    """Where every rejection is listed."""
    if str(out) == "-":
        return ""
    if out.suffix in (".jsonl", ".ndjson"):
        return f" (every one in {out.with_name(out.stem)}.rejected.jsonl)"
    if out.suffix == ".parquet":
        return f" (every one in {out / '_rejected.jsonl'})"
    return f" (records with every reason in {out / '_rejected'})"


def _counts(counts: Mapping[str, int]) -> list[str]:
    return [
        f"{count:>8,} {shown_in_line(what)}" for what, count in sorted(counts.items(), key=lambda kc: (-kc[1], kc[0]))
    ]


def _kinds(rules: Mapping[str, int]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for rule, count in rules.items():
        kinds[_kind(rule)] += count
    return kinds


def _listed(what: str, named: Mapping[str, tuple[str, ...]], count: int) -> list[str]:
    if not count:
        return []
    lines = ["", f"{what}:"]
    first = sorted(named.items())[:_SHOWN]
    lines += [f"  {shown_in_line(name)}: {shown_in_line('; '.join(reasons))}" for name, reasons in first]
    return lines + ([f"  … and {count - _SHOWN:,} more"] if count > _SHOWN else [])


def _kind(rule: str) -> str:
    """The kind of boilerplate that a rule cuts.

    >>> _kind("newsletter.consent"), _kind("model.related")
    ('newsletter', 'related')
    """
    first, _, rest = rule.partition(".")
    return rest.split(".")[0] if first in ("model", "site") and rest else first
