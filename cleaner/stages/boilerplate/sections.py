"""Section names above a story: "News", "Politics > Europe".

Inside the text, the same words are headings ("Wales", "Movies" in a list of regions or tips). So they count only at the
top, and only if the text has no such headings.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading

_ENGLISH = """
news / politics / world / business / sport / sports / opinion / culture / lifestyle / food / travel / health / science
/ tech / technology / entertainment / local / national / international / us / u.s / uk / money / style / arts / books
/ movies / music / tv / crime / education / environment / climate / weather / economy / finance / fashion / celebrity
/ football / soccer / tennis / golf / cricket / rugby / boxing / cycling / nfl / nba / mlb / nhl / life / features
/ canada / europe / africa / asia / china / middle east / americas / world news / uk news / us news / local news
/ national news / sports news / entertainment news / city news / business news / comment / analysis / media / markets
/ investing / personal finance / real estate / property / wellness / family / parenting / royals / showbiz / film
/ theatre / podcasts / videos / obituaries / editorial / editorials / columnists / columns / community / courts
/ motoring / cars / autos / gaming / space / animals / history / religion / society / investigations / long reads
/ reviews / recipes / things to do / events / deals / shopping / breaking news / top stories / latest news
/ celebrity news / health news / science news / tech news / us politics / uk politics / world politics / companies
/ energy / banking / law / defence / defense / military / immigration / elections / congress / white house / australia
/ new zealand / scotland / wales / ireland / london / news & politics / arts & culture / life & style / food & drink
"""
_OTHERS = """
politik / wirtschaft / kultur / panorama / gesellschaft / wissen / reise / meinung / gesundheit / ausland / inland
/ deutschland / schweiz / österreich / regional / lokales / fußball / politique / économie / société / monde / sciences
/ santé / planète / política / economía / sociedad / cultura / deportes / internacional / nacional / opinión / españa
/ mundo / politica / economia / cronaca / esteri / spettacoli / mondo / salute / esporte / brasil / saúde
"""
SECTIONS = frozenset(name.strip() for names in (_ENGLISH, _OTHERS) for name in names.split("/"))
_LONGEST = 60
_BETWEEN = re.compile(r"\s*[>/|»›·\\]\s*")
_WAY = re.compile(r"\s*[>»›]\s*")


def names_section(line: Item) -> bool:
    """Does a line name a section, or a path to one?

    >>> [names_section(Item(0, 0, text)) for text in ("Politics", "News > Leeds", "Politics as usual")]
    [True, True, False]
    """
    if len(line.text) > _LONGEST or not line.folded:
        return False
    if all(part in SECTIONS for part in _BETWEEN.split(line.folded)):
        return True
    way = _WAY.split(line.folded)
    return 2 <= len(way) <= 4 and way[0] in SECTIONS and all(part.count(" ") < 3 for part in way)


def read_sections(page: Reading) -> None:
    """Cut section names above the story."""
    first, last = page.body
    named = [i for i in page.left() if (i < first or i < last) and names_section(page.items[i])]
    if named and named[-1] < first:
        page.cut_all(named, "tags.section")
