"""Placeholders: what stands where an article should be, and short articles that only look like it."""

import re
import tomllib
from pathlib import Path

import pytest

from cleaner import InvalidArticle, clean

KINDS = tomllib.loads((Path(__file__).parents[1] / "cleaner/data/placeholders.toml").read_text(encoding="utf-8"))
SHELL, ROBOTS, ERROR, WALL = "shell of one", "check for robots", "error page", "asks for consent"
NOSCRIPT = "<noscript>You need to enable JavaScript to run this app.</noscript>"
BODY = "<p>The ferry <i>Dorothea</i> ran aground off Skerry Point on Friday. Nobody was hurt.</p>"


def page(title, body, head=""):
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("name", KINDS)
def test_every_line_is_seen_and_keeps_what_articles_say(name):
    lines = [re.compile(line, re.I) for line in KINDS[name]["lines"]]
    for sentence in KINDS[name]["seen"]:
        assert any(line.match(sentence) for line in lines), sentence
    for line in lines:
        assert any(line.match(sentence) for sentence in KINDS[name]["seen"]), line.pattern
        for kind in KINDS.values():
            assert not any(line.match(sentence) for sentence in kind["keeps"]), line.pattern


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        ("harbour-frontend", NOSCRIPT + "<div id=app></div>", SHELL),
        (
            "The Harbour Courier",
            "<p>We're sorry but courier-web doesn't work properly without JavaScript enabled.</p>",
            SHELL,
        ),
        ("Küstenbote", "<p>Bitte aktivieren Sie JavaScript, um diese Seite zu lesen.</p>", SHELL),
        ("Le Quai", "<p>Veuillez activer JavaScript pour continuer.</p>", SHELL),
        ("Just a moment...", "<p>Checking your browser before you go on.</p><p>Ray ID: 1f2e3d</p>", ROBOTS),
        (
            "Courier",
            "<h1>One more step</h1><p>Please verify you are a human.</p><p>Access to this page has been denied.</p>",
            ROBOTS,
        ),
        (
            "Access Denied",
            "<p>You don't have permission to access this on our server.</p><p>Reference #18.5</p>",
            ROBOTS,
        ),
        ("404 - Page not found | The Harbour Courier", "<p>Try the search, or go back to the front page.</p>", ERROR),
        ("404 | Courier", "<p>Try the front page.</p><ul><li>Ferry aground <time>2023-09-08</time></ul>", ERROR),
        ("Seite nicht gefunden", "<p>Die gewünschte Seite wurde leider nicht gefunden.</p>", ERROR),
        ("Courier", "<h1>Oops</h1><p>Sorry, the page you are looking for could not be found.</p>", ERROR),
        ("Le Quai", "<h1>Erreur</h1><p>La page que vous cherchez n'existe plus.</p>", ERROR),
        (
            "Courier",
            "<p>Before you continue to the Courier</p><p>We and our 812 partners store data on your device.</p>",
            WALL,
        ),
        ("Courier", "<div id=root></div>", "shows no text"),
    ],
)
def test_placeholders_are_refused_with_the_reason(title, body, reason):
    with pytest.raises(InvalidArticle, match=reason):
        clean(page(title, body), media_type="text/html")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Ferry runs aground", BODY + NOSCRIPT),
        ("Ferry runs aground", NOSCRIPT + BODY + "<p>Please enable JavaScript to see the comments.</p>"),
        (
            "Error 404: the exhibition that nobody finds",
            "<p>Error 404 is the name of a show in Leeds. It opens on Friday.</p>",
        ),
        ("Robots vote", "<p>Are you a robot? The mayor of Leeds was asked that on Friday, and she laughed.</p>"),
        ("Access denied - how the city lost its harbour", BODY),
        ("Access denied", BODY + "<p class=byline>By Ann Lee</p>"),
        (
            "Why sites ask for JavaScript",
            "<p>Sites say that JavaScript is disabled. Readers of the Courier do not know what it is.</p>",
        ),
        ("Park page", "<p>The page of the park is gone. It does not exist any more, the council said.</p>"),
    ],
)
def test_short_articles_are_none(title, body):
    assert clean(page(title, body), media_type="text/html").text


def test_a_notice_in_an_article_that_is_dated_must_stand_alone_to_count():
    head = '<meta property="article:published_time" content="2023-09-08">'
    assert clean(page("Ferry", "<p>Please enable JavaScript to read on here.</p><p>It sank today.</p>", head)).text
    with pytest.raises(InvalidArticle, match=SHELL):
        clean(page("Ferry", "<p>Please enable JavaScript to read on here.</p>", head))


def test_a_dump_of_a_notice_is_none_either():
    with pytest.raises(InvalidArticle, match=ROBOTS):
        clean("Please verify you are a human. Ray ID: 1f2e3d", media_type="text/plain")
    assert clean("Please verify you are a human, says the sign.\n\nIt hangs in Leeds.", media_type="text/plain")
