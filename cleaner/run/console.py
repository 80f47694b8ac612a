"""What a person sees while a run goes on and when it ends."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from cleaner import Summary

_WIDTH = 30
_SHOWN = 10


class Progress:
    """A bar on a terminal; on anything else a plain line every ten seconds."""

    def __init__(self, out: TextIO) -> None:
        self.out, self.bar = out, out.isatty()
        self.started = self.told = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` documents are through."""
        now = time.monotonic()
        if now - self.told < (0.1 if self.bar else 10) and not (self.bar and done == total):
            return
        self.told = now
        rate = done / max(now - self.started, 1e-9)
        state = f"{done}/{total} documents, {rate:.0f} a second, {_clock((total - done) / rate)} left"
        if self.bar:
            filled = _WIDTH * done // total
            print(f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {state}\033[K", end="", file=self.out, flush=True)
        else:
            print(state, file=self.out, flush=True)

    def close(self) -> None:
        """Leave the bar's line."""
        if self.bar:
            print(file=self.out)


def _clock(seconds: float) -> str:
    """A time span as people read it.

    >>> _clock(7.2), _clock(754), _clock(7300)
    ('7 s', '13 min', '2.0 h')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 3600 else f"{seconds / 3600:.1f} h"


def table(summary: Summary, clean: Path) -> str:
    """The summary of a run."""
    rate = summary.seen / max(summary.seconds, 1e-9)
    lines = [
        f"{summary.cleaned:>8,} cleaned",
        f"{summary.unchanged:>8,} unchanged since the last run",
        f"{len(summary.rejected):>8,} rejected",
        f"{summary.seen:>8,} documents in {_clock(summary.seconds)} ({rate:.0f} a second), articles in {clean}",
    ]
    if summary.rules:
        kinds: Counter[str] = Counter()
        for rule, count in summary.rules.items():
            kinds[_kind(rule)] += count
        lines += ["", "changes by kind:"]
        lines += [f"{count:>8,} {kind}" for kind, count in sorted(kinds.items(), key=lambda kc: (-kc[1], kc[0]))]
    if summary.rejected:
        lines += ["", f"rejected (records with every reason in {clean / '_rejected'}):"]
        shown = sorted(summary.rejected.items())[:_SHOWN]
        lines += [f"  {path}: {'; '.join(reasons)}" for path, reasons in shown]
        if len(summary.rejected) > _SHOWN:
            lines.append(f"  … and {len(summary.rejected) - _SHOWN} more")
    return "\n".join(lines)


def _kind(rule: str) -> str:
    """What sort of thing a rule deals with.

    >>> _kind("newsletter.consent"), _kind("model.related")
    ('newsletter', 'related')
    """
    first, _, rest = rule.partition(".")
    return rest.split(".")[0] if first in ("model", "site") and rest else first
