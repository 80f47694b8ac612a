"""An article with every field, for tests of exports."""

from pathlib import Path

import cleaner
from cleaner.core.parts import (
    Author,
    Caption,
    Credit,
    Dateline,
    Entity,
    Image,
    Link,
    Mention,
    Publisher,
    parse_moment,
)

ROOT = Path(__file__).parents[1]


def rich() -> cleaner.Article:
    """An article that has something in every field, and something hostile in several."""
    article = cleaner.clean(
        "Rain in Leeds\n\nRain fell in Leeds on Monday, said Ann Li of the BBC.\n\n- Umbrellas sold out"
    )
    at = article.text.index
    return article.model_copy(
        update={
            "url": "https://news.example/rain in leeds?x=[1]",
            "publisher": Publisher(name="The Mirror", url="javascript:alert(1)", slogan="News & more"),
            "description": "Rain, \x00 and <more> rain.",
            "section": "Weather",
            "keywords": ("rain", "Leeds"),
            "language": "en",
            "authors": (
                Author(name="Ann Li", role="Reporter", affiliation="PA"),
                Author(name="Reuters", kind="agency"),
            ),
            "dateline": Dateline(place="LEEDS", agency="AP", raw="LEEDS (AP) —"),
            "date_published": parse_moment("2023-09-08"),
            "date_modified": parse_moment("2023-09-08T15:41:00+01:00"),
            "captions": (Caption(text="Wet.", credit=Credit(raw="A/PA")), Caption(text="Wetter.")),
            "images": (Image(url="https://news.example/a.png", caption=0), Image(url="https://news.example/b.png")),
            "links": (
                Link(start=at("Leeds"), end=at("Leeds") + 5, text="Leeds", url="https://leeds.example/ä"),
                Link(start=at("Rain"), end=at("Rain") + 4, text="Rain", url="javascript:alert(1)"),
            ),
            "places": (
                Entity(name="Leeds", kind="place", wikidata="Q39121", mentions=(_mention(article, "Leeds"),)),
            ),
            "organizations": (Entity(name="BBC", kind="organization", mentions=(_mention(article, "BBC"),)),),
            "is_accessible_for_free": False,
            "is_truncated": True,
            "warnings": ("date.zone: nobody says where BST is",),
        }
    )  # fmt: skip


def _mention(article: cleaner.Article, words: str) -> Mention:
    start = article.text.index(words)
    return Mention(start=start, end=start + len(words), text=words)
