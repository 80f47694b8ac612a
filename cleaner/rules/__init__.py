"""Rules are data that prove themselves: rows of TOML, behind a fast prefilter.

A row has a pattern for whole lines, lines that it must cut, and look-alikes that it must keep::

    [consent]                                      # in newsletter.toml: the rule's id is newsletter.consent
    match  = '''by signing up,? you (?:agree|consent) to .*'''
    cuts   = ["By signing up, you agree to our privacy policy and terms of use."]
    keeps  = ["By signing up 3,000 volunteers, the campaign broke a record."]
    source = "own: newsletter boxes"

Files are named after kinds of boilerplate. Languages other than English have one file each, for all kinds:
``[newsletter.anmelden]`` in ``data/languages/de/rules.toml`` is the row ``newsletter.de-anmelden``.

Reading the rows and deriving their triggers takes half a second, so the build of the package does it once
(:mod:`cleaner.core.tables`). The pattern of a row is compiled when its trigger first fires.
"""

from cleaner.rules.book import RuleBook, package_rules, rulebook, using
from cleaner.rules.own import BadRules, faults, proved, read_rules, rules_of_language
from cleaner.rules.rows import KINDS, LONGEST, Rule, build, fold, sources

__all__ = [
    "KINDS",
    "LONGEST",
    "BadRules",
    "Rule",
    "RuleBook",
    "build",
    "faults",
    "fold",
    "package_rules",
    "proved",
    "read_rules",
    "rulebook",
    "rules_of_language",
    "sources",
    "using",
]
