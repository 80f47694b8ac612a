"""Distinct news articles of real sizes, made up from a seed: for measuring where no collection is at hand.

Sentences are templates filled with names, places, numbers and dates, so that every stage has work to do. About one
sentence in a hundred holds a misspelling, one paragraph in three quotes somebody, and boilerplate stands between the
paragraphs, as it does in the dumps that scrapers leave. The same number gives the same article on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

GIVEN = [
    "Maria",
    "Joseph",
    "Leila",
    "Tomas",
    "Ingrid",
    "Samuel",
    "Hannah",
    "Omar",
    "Priya",
    "Walter",
    "Agnes",
    "Ruben",
    "Clara",
    "Idris",
    "Noor",
    "Felix",
]
FAMILY = [
    "Okafor",
    "Brandt",
    "Lindqvist",
    "Deeks",
    "Mansour",
    "Petrov",
    "Adeyemi",
    "Callaghan",
    "Rossi",
    "Nakata",
    "Whitlock",
    "Ferreira",
    "Haas",
]
PLACES = [
    "Harbour Street",
    "Leeds",
    "the old market",
    "Northgate",
    "Castle Road",
    "the river bank",
    "Millbrook",
    "the county hall",
]
BODIES = [
    "the council",
    "the port authority",
    "the school board",
    "the weather office",
    "the museum",
    "the ferry company",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NOUNS = [
    "bridge",
    "ferry",
    "library",
    "budget",
    "strike",
    "harvest",
    "flood",
    "orchestra",
    "clinic",
    "tunnel",
    "vote",
    "storm",
    "garden",
    "archive",
]
VERBS = [
    "approved",
    "delayed",
    "praised",
    "rejected",
    "reviewed",
    "financed",
    "repaired",
    "closed",
    "opened",
    "inspected",
    "measured",
]
PLAIN = (
    "On {day}, {body} {verb} the {noun} near {place}, {number} weeks after {body2} had asked for it.",
    "{name} said {pronoun} had seen the {noun} from {place} in {month} {year} and had not forgotten it.",
    "The {noun} will cost {number} million pounds, and {body} expects to pay for it until {year}.",
    "Nobody at {place} could say on {day} why the {noun} had been {verb} so late.",
    "By the end of {month}, {number} people had signed the letter that {name} wrote to {body}.",
    "It was the third {noun} in {number} years, and {body} {verb} each of them within a week.",
)
SPOKEN = (
    "“We never wanted the {noun},” said {name}, who has lived in {place} since {year}.",
    "“If {body} had asked us on {day},” {family} added, “the {noun} would stand today.”",
)
BOILERPLATE = (
    "Sign up for our {day} newsletter",
    "ADVERTISEMENT",
    "Read more: {body} {verb} the {noun}",
    "{name} waits beside the {noun} at {place} on {day}. (Photo by {name2}/Lamp Pictures)",
    "Share this article",
    "By signing up, you agree to our terms of use and privacy policy.",
)
MISPRINTS = (("which", "whcih"), ("people", "poeple"), ("because", "becuase"), ("said", "siad"), ("their", "thier"))


def text(number: int, size: int = 5800) -> str:
    """A text dump of about ``size`` characters: title, byline, timestamp, paragraphs, boilerplate between them."""
    random = Random(number)
    day = f"{random.choice(MONTHS)} {random.randint(1, 28)}, {random.randint(2015, 2024)}"
    title = _filled(random, "{body} {verb} the {noun} at {place}").capitalize()
    return "\n\n".join([title, f"By {_name(random)}", f"Published {day} 9:41 AM ET", *_body(random, size)]) + "\n"


def _body(random: Random, size: int) -> Iterator[str]:
    written = 0
    while written < size:
        lines = [_paragraph(random)]
        if random.random() < 0.25:
            lines.append(_filled(random, random.choice(BOILERPLATE)))
        yield from lines
        written += sum(map(len, lines))


def page(number: int, size: int = 250_000) -> str:
    """An HTML page of about ``size`` characters, a text of 5,800 among them; menus, scripts and links are the rest."""
    random = Random(number)
    title, byline, stamp, *body = text(number).strip().split("\n\n")
    menu = "".join(f'<li class="nav-item"><a href="/{word}/{i}">{word}</a></li>' for i, word in enumerate(NOUNS * 6))
    paragraphs = "".join(f'<p class="article__p" data-n="{i}">{p}</p>\n' for i, p in enumerate(body))
    parts = [
        f"<!doctype html><html lang=en><head><title>{title} | The Lamp</title></head><body><nav><ul>{menu}</ul></nav>",
        f'<article class="story"><h1>{title}</h1><div class="byline">{byline}</div><time>{stamp}</time>',
        f"{paragraphs}</article>",
    ]
    written = sum(map(len, parts))
    while written < size:
        parts.append(_card(random) if random.random() < 0.6 else _script(random))
        written += len(parts[-1])
    return "".join(parts) + "</body></html>"


def _card(random: Random) -> str:
    """A teaser of another story, as they stand in columns beside an article."""
    title = _filled(random, "{body} {verb} the {noun}")
    link = f'<a class="card__link" href="/news/{random.randint(1, 10**9)}"><h3>{title}</h3></a>'
    return f'<div class="card card--small">{link}<span class="meta">{random.randint(2, 59)} minutes ago</span></div>'


def _script(random: Random) -> str:
    numbers = ",".join(["1.25"] * 200)
    return f"<script>window.q=window.q||[];q.push({{k:'{random.random()}',v:[{numbers}]}})</script>"


def _paragraph(random: Random) -> str:
    sentences = [_filled(random, random.choice(PLAIN)) for _ in range(random.randint(2, 4))]
    if random.random() < 0.33:
        sentences.append(_filled(random, random.choice(SPOKEN)))
    if random.random() < 0.03:
        right, wrong = random.choice(MISPRINTS)
        sentences[-1] = sentences[-1].replace(right, wrong, 1)
    return " ".join(sentences)


def _filled(random: Random, template: str) -> str:
    words = {
        "name": _name(random),
        "name2": _name(random),
        "family": random.choice(FAMILY),
        "pronoun": random.choice(("she", "he")),
        "place": random.choice(PLACES),
        "body": random.choice(BODIES),
        "body2": random.choice(BODIES),
        "noun": random.choice(NOUNS),
        "verb": random.choice(VERBS),
        "day": random.choice(DAYS),
        "month": random.choice(MONTHS),
        "year": random.randint(1950, 2030),
        "number": random.randint(2, 9999),
    }
    filled = template.format(**words)
    return filled[0].upper() + filled[1:]


def _name(random: Random) -> str:
    return f"{random.choice(GIVEN)} {random.choice(FAMILY)}{random.choice(('', '', '-' + random.choice(FAMILY)))}"
