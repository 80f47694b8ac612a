"""Rules are data that prove themselves: rows of TOML, compiled behind one literal prefilter.

A row says what whole lines it matches, and shows lines that it must cut and look-alikes that it must keep::

    [consent]                                      # in newsletter.toml: the rule's id is newsletter.consent
    match  = '''by signing up,? you (?:agree|consent) to .*'''
    cuts   = ["By signing up, you agree to our privacy policy and terms of use."]
    keeps  = ["By signing up 3,000 volunteers, the campaign broke a record."]
    source = "own: newsletter boxes"

Files are named after a kind of boilerplate. Other languages than English have one file each, with rows of every kind:
``[newsletter.anmelden]`` in ``data/languages/de/rules.toml`` is the row ``newsletter.de-anmelden``.

Reading them and proving their triggers takes half a second, so building the package does it once
(:mod:`cleaner.core.tables`). A row's pattern is compiled when its trigger first fires.
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
