"""What a page shows of its authors and its date: bylines, timestamps, time elements."""

import pytest
from metadata_pages import STORY, STORY_OF_RAIN, best, published, said

from cleaner import clean


def test_menus_and_related_articles_are_no_bylines():
    page = """<h1>Rain falls on Leeds</h1><p class="byline">By Ann Lee</p><p>Text.</p>
    <div class="related-articles"><h3>Other</h3><p class="byline">By Bo Xi</p><time datetime="2020-01-01">x</time></div>
    <footer><p class="byline">By Nobody Else</p></footer>"""
    found = said(page)
    assert [c.text for c in found.claims("byline")] == ["By Ann Lee"]
    assert not found.claims("published")


def test_a_label_in_a_margin_dates_the_page_where_it_has_no_other_time():
    page = "<h1>Rain falls on Leeds</h1><aside><h3>{}</h3><time datetime='2020-01-01'>1 January</time></aside>"
    assert [c.text for c in said(page.format("Published")).claims("published")] == ["2020-01-01"]
    assert not said(page.format("Diary")).claims("published")
    assert said(page.format("").replace("<time", "<time class='post-date'")).claims("published")


def test_a_day_before_the_first_sentence_dates_a_notice():
    story = "The gates held as the water rose to its highest level in seven years, the agency said."
    page = f"<h1>Rain falls on Leeds</h1><p>{{}} - {story}</p>"
    assert [c.text for c in said(page.format("27.1.2022")).claims("published")] == ["27.1.2022"]
    assert not said(page.format("On 27.1.2022")).claims("published")


@pytest.mark.parametrize("label", ["Author", "Written by", "Autorin/Autor"])
def test_a_label_and_a_name_in_elements_of_their_own_are_a_byline(label):
    page = f"<h1>Rain falls on Leeds</h1><p>{'It rained and rained. ' * 20}</p><h4>{label}</h4><div>Ann Lee</div>"
    assert [c.text for c in said(page).claims("byline")] == [f"{label}: Ann Lee"]


def test_a_pen_name_behind_a_label_is_linked():
    page = "<h1>Rain falls on Leeds</h1><p>{} <a href='/{}/annlee'>annlee</a> on Friday</p>"
    for label in ("Posted by", "by", "Erstellt von"):
        assert [c.text for c in said(page.format(label, "author")).claims("byline")] == [f"{label}: annlee"]
    assert not said(page.format("by", "tag")).claims("byline")


@pytest.mark.parametrize("line", ["by Bo Xi, 1921.", "von Bo Xi aus dem Jahr 1921", "From Bo Xi,"])
def test_the_author_of_another_work_is_no_byline(line):
    assert not said(f"<h1>Rain falls on Leeds</h1><p>{line}</p>").claims("byline")
    assert said("<h1>Rain falls on Leeds</h1><p>By Bo Xi, 3 May 2021</p>").claims("byline")


def test_an_author_s_box_below_the_text_names_who_nothing_else_names():
    story = f"<h1>Rain falls on Leeds</h1><p>{'<b>It rained</b> and rained. ' * 200}</p>"
    box = "<div class='post-author-name'>Zadie Orlov</div>"
    assert [c.text for c in said(story + box).claims("author")] == ["Zadie Orlov"]
    assert not said(f"{story}<div class='comment'>{box}</div>").claims("author")
    assert not said(story.replace("<p>", "<p class='byline'>By Ann Lee</p><p>", 1) + box).claims("author")


def test_a_byline_in_a_teaser_before_the_headline_is_no_byline():
    page = "<div class='teaser'><p class='byline'>Bo Xi</p></div><h1>Rain falls on Leeds</h1><p>It rained.</p>"
    assert not said(page).claims("byline")


def test_links_to_profiles_are_authors():
    page = """<h1>Rain falls on Leeds</h1>
    <div><a href="/authors/ann-lee">Ann Lee</a> and <a href="/authors/bo-xi">Bo Xi</a></div>
    <a href="/topic/rain">More rain</a>"""
    assert [c.text for c in said(page).claims("author")] == ["Ann Lee", "Bo Xi"]


def test_time_elements_and_their_labels():
    page = """<h1>Rain falls on Leeds</h1><p>Published <time datetime="2023-09-08T10:00">Friday</time></p>
    <p class="updated">Updated <time datetime="2023-09-09T10:00">Saturday</time></p>"""
    found = said(page)
    assert (best(found, "published"), best(found, "modified")) == ("2023-09-08T10:00", "2023-09-09T10:00")


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<h1>Rain</h1><span>8 September 2023</span>{}", [("8 September 2023", "text stamp")]),
        ("<p>News | 8 September 2023</p><h1>Rain</h1>{}", [("News | 8 September 2023", "text stamp")]),
        ("<h1>Rain</h1><p>Leeds, 8 September 2023</p>{}", [("Leeds, 8 September 2023", "text stamp")]),
        ("<h1>Rain</h1>{0}{0}<p>Published: 8 September 2023</p>", [("Published: 8 September 2023", "text label")]),
        # The masthead's today, an event, a comment, a sentence, a copyright line.
        ("<div>8 September 2023</div><ul><li>Home<li>News<li>Sport<li>Opinion</ul><h1>Rain</h1>{}", []),
        ("<h1>Rain</h1><div><b>When:</b> 20 May 2026, 7pm</div>{}", []),
        ("<h1>Rain</h1>{0}{0}<div><b>KP</b> <span>8 September 2023</span></div>", []),
        ("<h1>Rain</h1><p>On 3 May 1999 it rained.</p>{}", []),
        ("<h1>Rain</h1>{}<p>© 2024 Example, 1 May 2024</p>", []),
    ],
)
def test_a_date_in_the_text_needs_a_label_or_a_place_beside_the_headline(page, wanted):
    found = said(page.format(STORY_OF_RAIN))
    assert [(c.text, c.source.name) for c in found.claims("published")] == wanted


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Town buys plow</h1><p>By Walt Simmons</p><p>It cost $181,000.</p>",
        "<h1>Town buys plow</h1><p>By <a href='/x'>Walt Simmons</a></p><p>January 9, 2015</p><p>It cost $181,000.</p>",
        "<table><td><b>Town buys plow</b><br><i>By WALT SIMMONS<br>Staff Writer</i><br>It cost much.</td></table>",
    ],
)
def test_a_byline_in_plain_elements_is_read(page):
    assert [c.text.casefold() for c in said(page).claims("byline")] == ["by walt simmons"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Town buys plow</h1><p>By the time it came, the snow had gone.</p>",
        f"<h1>Town buys plow</h1><p>{'It cost more than the town had. ' * 9}</p><p>By Walt Simmons</p>",
    ],
)
def test_prose_is_no_byline(page):
    assert not said(page).claims("byline")


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ('<p class="contributor">Russ Adair at Quay Lane</p>', "Russ Adair"),
        ('<div class="signature">Par Hélène Dubourg, à Marvillac (Val)</div>', "Hélène Dubourg"),
        ('<p class="firma">Lucía Herrero / EFE</p>', "Lucía Herrero"),
        ("<p>Published 21/07/2017 12:31 - by Oliver Trent</p>", "Oliver Trent"),
    ],
)
def test_bylines_go_by_many_names(markup, author):
    article = clean(f"<h1>School closes after 140 years</h1>{markup}<p>The bell rang for the last time on Friday.</p>")
    assert author in [a.name for a in article.authors]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        # A teaser's headline speaks of "public" transport: no label of a date.
        (
            "<h1>Ferry aground</h1><time>1 September 2017</time>{}<a>Public ferries<time>27 April 2017</time></a>",
            "2017-09-01",
        ),
        # What a time shows, and calls the day of publication, holds against what it tells machines.
        ("<h1>Ferry aground</h1><time datetime='2019-07-03T10:18:46Z'>Publié le 29 juin 2019</time>{}", "2019-06-29"),
        ("<h1>Ferry aground</h1><time datetime='2019-06-29T23:30:00Z'>Published 30 June 2019</time>{}", "2019-06-29"),
        # The label stands in an element of its own.
        (
            "<h1>Ferry aground</h1><div>Updated:</div><div><time datetime=2018-03-06>x</time></div>"
            "<div>Original:</div><div><time datetime=2016-12-21>y</time></div>{}",
            "2016-12-21",
        ),
        # A credit before a time of day is no copyright line; a year alone never dates a page.
        ("<h1>Ferry aground</h1><p>© Port Agency | 07.11.2023 08:03</p>{}", "2023-11-07"),
        ("<h1>Ferry aground</h1>{}<p>© Copyright 2018 Harbour Courier</p>", ""),
        ("<h1>Ferry aground</h1>{}<p>Copyright 1.1.2018</p>", ""),
        # A date among other articles stands back behind the article's own.
        (
            "<h1>Ferry aground</h1><div class=related><span>14/05/2021</span></div><p>16 August 2022, 15:40</p>{}",
            "2022-08-16",
        ),
        ("<h1>Fähre gestrandet</h1><span>Mittwoch, 8. März 2023</span>{}", "2023-03-08"),
        ("<h1>Ferry échoué</h1><span>le mercredi 8 mars 2023 à 10h05</span>{}", "2023-03-08"),
    ],
)
def test_dates_that_a_page_shows(body, day):
    assert published(f"<html><body>{body.format(STORY)}</body></html>") == day


def test_a_british_address_orders_the_date_of_an_american_publisher():
    page = "<html><head><meta property='og:site_name' content='HuffPost'></head><body><h1>Ferry aground</h1>{}{}</body>"
    page = page.format("<span class=published>02/11/2023 02:00pm GMT</span>", STORY)
    assert published(page, "https://www.huffpost.co.uk/a") == "2023-11-02"


def test_a_byline_in_blocks_parts_the_name_from_the_outlet():
    page = "<h1>Ferry aground</h1><div class=byline><div>By <b>Ann Lee</b></div><div>Plain Valley Post</div></div>"
    assert best(said(page), "byline") == "By Ann Lee | Plain Valley Post"
    assert [a.name for a in clean(page + STORY, media_type="text/html").authors] == ["Ann Lee"]


def test_a_byline_behind_a_standfirst():
    standfirst = "The harbour says that the ferry will stay where it is until the spring tide of the coming week, " * 2
    assert best(said(f"<h1>Ferry aground</h1><p>{standfirst}</p><p>By Ann Lee</p>"), "byline") == "By Ann Lee"
