"""``cleaner rules``: list, explain and test the rows that cut boilerplate."""

from __future__ import annotations

import argparse
from pathlib import Path

from cleaner.cli.exits import CONFIG, NO_INPUT, OK, Commands, Failure, Parser
from cleaner.rules import BadRules, Rule, RuleBook, fold, package_rules, proved, read_rules


def add(commands: Commands[Parser]) -> None:
    """Add ``rules``."""
    rules = commands.add_parser(
        "rules",
        help="list, explain and test the rows that cut boilerplate",
        description="Without arguments, list every row with a line that it cuts. With an ID (or the first part of one,"
        " such as newsletter), show the rows whole. With --try, say which row cuts a line. With --rules, prove rows of"
        " your own first: each must match its cuts, and none may match what any row keeps (exit 78).",
    )
    rules.add_argument("id", nargs="?", metavar="ID", help="show these rows whole: newsletter.consent, newsletter")
    rules.add_argument("--try", dest="line", metavar="LINE", help="say which row cuts this line")
    rules.add_argument("--rules", type=Path, metavar="DIR", help="a folder (or file) of rows of your own")
    rules.set_defaults(work=_rules)


def own_rules(path: Path) -> list[Rule]:
    """The user's own rows, after their proof; a :class:`Failure` names each row that fails it."""
    try:
        rows = read_rules(path)
        proved(rows, package_rules().rules)
    except BadRules as error:
        raise Failure(CONFIG, "these rows fail their proof:\n  " + "\n  ".join(error.reasons)) from error
    return rows


def _rules(args: argparse.Namespace) -> int:
    own = own_rules(args.rules) if args.rules else []
    if own:
        print(f"{len(own)} rows of your own hold against {len(package_rules().rules)} rows of the package")
    rows = [*own, *package_rules().rules]
    if args.line is not None:
        return _try(RuleBook(tuple(rows)), args.line)
    if args.id:
        return _show([row for row in rows if row.id == args.id or row.id.startswith(f"{args.id}.")], args.id)
    for row in own or rows:
        print(f"{row.id:32} {row.lang}  {row.cuts[0]}")
    return OK


def _try(book: RuleBook, line: str) -> int:
    row = book.find(fold(line))
    if row is None:
        print(
            "no row cuts this line; it may still go for its place, its links or its neighbours: see `cleaner explain`"
        )
        return OK
    return _show([row], row.id)


def _show(rows: list[Rule], name: str) -> int:
    if not rows:
        raise Failure(NO_INPUT, f"no row {name}; `cleaner rules` lists them")
    for row in rows:
        print(f"{row.id}  ({row.lang}; {row.source})\n  match  {row.match}")
        print("".join(f"  cuts   {line}\n" for line in row.cuts) + "".join(f"  keeps  {line}\n" for line in row.keeps))
    return OK
