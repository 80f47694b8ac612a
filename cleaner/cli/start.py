"""Commands to get started: ``init`` writes a starter folder, ``completion`` a script for the shell."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from cleaner.cli.exits import CONFIG, MISSING, OK, Commands, Failure, Parser

SHELLS = ("bash", "zsh", "tcsh")


def add(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    init = commands.add_parser(
        "init",
        help="write a starter folder: raw documents, own rules, and a Makefile",
        description="Write a starter folder that runs: raw/ with a document, rules/ with a row of your own, and a"
        " Makefile with the targets run, report and rules. Files that are there already are left as they are.",
    )
    init.add_argument("folder", type=Path, metavar="FOLDER", help="the folder; made if missing")
    init.set_defaults(work=_init)
    completion = commands.add_parser(
        "completion",
        help="print a script that completes commands and options in the shell",
        description="Print a completion script. For bash: cleaner completion bash >"
        " ~/.local/share/bash-completion/completions/cleaner. Needs the package shtab.",
    )
    completion.add_argument("shell", choices=SHELLS, help="the shell")
    completion.set_defaults(work=_completion, top=commands)


def _init(args: argparse.Namespace) -> int:
    kept = 0
    try:
        for name, content in starter():
            file = args.folder / name
            if file.exists():
                kept += 1
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            print(file)
    except OSError as error:
        raise Failure(CONFIG, f"{error.filename or args.folder}: {error.strerror or error}") from error
    if kept:
        print(f"{kept} files were there already and stay as they are")
    print(f"now: cd {args.folder} && make report")
    return OK


def starter() -> Iterator[tuple[str, bytes]]:
    """The files of the starter folder: their relative names and contents."""
    yield from _below(files("cleaner.cli") / "starter", "")


def _below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _below(item, f"{prefix}{item.name}/")
        else:
            yield f"{prefix}{item.name}", item.read_bytes()


def _completion(args: argparse.Namespace) -> int:
    try:
        shtab = import_module("shtab")
    except ModuleNotFoundError as error:
        raise Failure(MISSING, "completion needs shtab: pip install 'article-cleaner[completion]'") from error
    print(shtab.complete(_whole(args.top), shell=args.shell))
    return OK


def _whole(commands: Commands[Parser]) -> argparse.ArgumentParser:
    """The whole command line, built again from the parsers of its commands."""
    top = argparse.ArgumentParser(prog="cleaner")
    top.add_argument("--version", action="store_true", help="print the version and the fingerprint of rules and models")
    below = top.add_subparsers()
    helps = {choice.dest: choice.help for choice in commands._choices_actions}
    for name, parser in commands.choices.items():
        below.add_parser(name, parents=[parser], add_help=False, help=helps.get(name))
    return top
