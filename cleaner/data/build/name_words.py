"""Learn what the words of a language are: plain words, titles in front of names, names, places and organisations.

    python cleaner/data/build/name_words.py LANGUAGE TEXTS LABELLED

TEXTS is a file with one article a line, LABELLED one with a token, a tabulator and a label (``B-PER`` …) a line. In German every noun is capitalised, so a noun is told by the articles and
adjectives in front of it, which names lack; in other languages a word is told by its lower case. A title is told by the
listed given names behind it; names, places and organisations by their labels. Only counts decide: no text, and no word that stands in few articles, goes into the list,
``cleaner/data/languages/LANGUAGE/names.bin``, which has the form of ``names/tokens.bin``.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path

from cleaner.parties.name_codes import FAMILY_2, GIVEN, GIVEN_2, LAND, ROLE, TEAM, WORD, fold
from cleaner.parties.name_lists import name_tables

DATA = Path(__file__).parents[1] / "languages"
TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
OPENING = '.!?:„“"»«–-('
ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur beim vom ins "
    "ans diese dieser dieses diesen diesem jede jeder jedes jeden jedem seine seiner seinen seinem ihre ihrer ihren ihrem "
    "unsere unserer unseren alle allen aller viele vielen mehr mehrere weitere wenige keinerlei".split()
)
ENDINGS = ("en", "er", "es", "em", "e")
FEWEST_ARTICLES = {"de": 4}
LIMITS = 2e-5, 4e-6
NOUN, NOUN_NOT_NAME, SMALL, TITLE = 0.3, 0.6, 0.1, 0.06


class Counts:
    """How often each folded word stands in lower case, capitalised inside a sentence, behind an article, before names."""

    def __init__(self, nouns: bool) -> None:
        self.nouns = nouns
        self.tokens = 0
        self.lower: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.free: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.before_name: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()

    def read(self, article: str) -> None:
        """Count the words of one article."""
        tokens = TOKEN.findall(article)
        self.tokens += len(tokens)
        keys = [fold(token) for token in tokens]
        self.articles.update(set(keys))
        for i in range(2, len(tokens) - 2):
            if not tokens[i][0].isalpha() or tokens[i - 1] in OPENING:
                continue
            if self.nouns == tokens[i][0].isupper() and self._is_name(tokens, keys, i + 1):
                self.before_name[keys[i]] += 1
            if tokens[i][0].islower():
                self.lower[keys[i]] += 1
                continue
            self.capital[keys[i]] += 1
            if not tokens[i + 1][0].isupper():
                self.free[keys[i]] += 1
                self.told[keys[i]] += self._is_told(tokens, i)

    @staticmethod
    def _is_name(tokens: list[str], keys: list[str], i: int) -> bool:
        """Whether a listed given name and another capitalised word stand here."""
        if not (tokens[i][0].isupper() and tokens[i + 1][0].isupper()):
            return False
        return bool(name_tables().codes.get(keys[i], 0) & GIVEN_2)

    @staticmethod
    def _is_told(tokens: list[str], i: int) -> bool:
        """Whether an article, or an article and an adjective, stand in front."""
        last = tokens[i - 1]
        if tokens[i - 2] in ("von", "van"):
            return False  # Ursula von der Leyen
        return last in ARTICLES or (last.islower() and last.endswith(ENDINGS) and tokens[i - 2] in ARTICLES)


def code_of(key: str, counts: Counts, fewest: int) -> int:
    """The code of a word, 0 where the counts tell nothing."""
    if counts.articles[key] < fewest or len(key) < 2:
        return 0
    lower, capital, free = counts.lower[key], counts.capital[key], counts.free[key]
    given = name_tables().codes.get(key, 0) & GIVEN_2
    noun = counts.nouns and free >= 3 and counts.told[key] >= (NOUN_NOT_NAME if given else NOUN) * free
    small = lower >= 2 and lower >= SMALL * (lower + capital)
    code = 0
    if noun or small:
        often = (lower if small else 0) + (counts.told[key] if noun else 0)
        code = 1 + sum(often >= limit * counts.tokens for limit in LIMITS) << 4
    stands = capital if counts.nouns else lower
    if counts.before_name[key] >= max(3, TITLE * stands) and (noun or not is_name(key)) and (noun or not counts.nouns):
        code |= ROLE
    return code


class Labels:
    """How often a folded word is labelled as what, and which names of places and organisations have several words."""

    def __init__(self, path: Path) -> None:
        self.kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self.several: Counter[str] = Counter()
        entity: list[str] = []
        kind = ""
        for line in path.read_text(encoding="utf-8").split("\n"):
            token, _, label = line.partition("\t")
            if not label.startswith("I-"):
                self._close(entity, kind)
                entity, kind = [], label[2:]
            if label[:2] in ("B-", "I-"):
                entity.append(token)
            elif token:
                self.kinds[fold(token)]["O"] += 1

    def _close(self, entity: list[str], kind: str) -> None:
        keys = [fold(token) for token in entity]
        if kind == "PER":
            for i, key in enumerate(keys):
                self.kinds[key][
                    "family" if i and i == len(keys) - 1 else "given" if len(keys) > 1 and not i else "PER"
                ] += 1
            return
        for key in keys:
            self.kinds[key][kind if len(keys) == 1 else "part"] += 1
        if 1 < len(keys) < 4:
            self.several[" ".join(keys)] += 1

    def code(self, key: str) -> int:
        """The grades as a given name, surname or place, and the kind of organisations; 0 where labels are few or mixed."""
        kinds = self.kinds.get(key)
        if not kinds or key in SHORT or len(key) < 3:
            return 0
        total = kinds.total() - kinds["part"]
        code = 0
        fewest = 8 if name_tables().codes.get(key, 0) & FAMILY_2 else FEWEST_LABELS
        if kinds["LOC"] >= fewest and kinds["LOC"] >= SURE * total:
            code |= LAND
        if kinds["ORG"] >= FEWEST_LABELS and kinds["ORG"] >= SURE * total:
            code |= TEAM
        persons = kinds["given"] + kinds["family"] + kinds["PER"]
        if persons >= SURE * total and kinds["given"] >= FEWEST_LABELS:
            code |= GIVEN_2 if kinds["given"] >= 4 else 1
        if persons >= SURE * total and kinds["family"] >= FEWEST_LABELS:
            code |= FAMILY_2 if kinds["family"] >= 4 else 1 << 2
        return code


FEWEST_LABELS, SURE = 2, 0.8
SHORT = frozenset("der die das den van von de la el los las le les del della di da do dos das y e of the and".split())


def is_name(key: str) -> bool:
    """Whether a word is a listed name."""
    return bool(name_tables().codes.get(key, 0) & (GIVEN | FAMILY_2 | LAND))


def main(language: str, path: Path, labelled: Path) -> None:
    """Build the list."""
    counts = Counts(nouns=language == "de")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            counts.read(line)
    labels = Labels(labelled)
    shelves: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    titles = 0
    for key in sorted({*counts.lower, *counts.capital, *labels.kinds}):
        code = code_of(key, counts, FEWEST_ARTICLES.get(language, 2))
        code |= labels.code(key) if not code & (ROLE | WORD) else 0
        if len(key) <= 30 and code and key[0].isalpha():
            shelves[key[:2]][code].append(key[2:])
            titles += bool(code & ROLE)
    text = "".join(
        "\t".join([start, *(" ".join([str(code), *rests]) for code, rests in sorted(shelf.items()))]) + "\n"
        for start, shelf in sorted(shelves.items())
    )
    several = sorted(name for name, n in labels.several.items() if n >= FEWEST_LABELS and "\t" not in name)
    text += "several\t" + "|".join(several) + "\n"
    data = zlib.compress(text.encode(), 9)
    folder = DATA / language
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "names.bin").write_bytes(data)
    words = sum(len(rests) for shelf in shelves.values() for rests in shelf.values())
    print(language, words, "words", titles, "titles", len(data), "bytes")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
