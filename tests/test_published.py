"""Article dates: which source wins, what is settled, what is left open, and the year that weekdays tell."""

from datetime import date, datetime

import pytest

from cleaner import trace
from cleaner.core.document import Context, Document
from cleaner.core.facts import LineAbove, claim
from cleaner.core.parts import Dateline, Source, YearInference
from cleaner.stages.dates.evidence import country_of
from cleaner.stages.dates.inference import infer_year
from cleaner.stages.dates.published import localized, resolve


def resolved(*claims, text="", **context):
    return resolve(Document(text, Context(**context)).apply("reader", list(claims)))


def published(text, source="class published"):
    return claim("published", text, source)


def value(resolution, field="date_published"):
    return next((d.value for d in resolution.dated if d.field == field), None)


def test_the_better_source_wins_and_the_other_is_said():
    found = resolved(
        published("2023-09-01", "meta pubdate"), published("2023-09-08T10:00:00Z", "json-ld datepublished")
    )
    assert found.dated[0].source == "json-ld datepublished"
    assert [w.text for w in found.warnings] == [
        "date.published: meta pubdate says 2023-09-01, json-ld datepublished 2023-09-08",
    ]


def test_a_day_apart_may_be_a_zone_and_weak_sources_may_err():
    found = resolved(published("2023-09-08", "json-ld datepublished"), published("2023-09-09", "meta date"))
    assert not found.warnings
    assert not resolved(
        published("2023-09-08", "json-ld datepublished"), published("2019-01-01", "text stamp")
    ).warnings


def test_a_label_sorts_published_from_modified():
    found = resolved(published("Published: 8 Sep 2023, 10:05 | Updated: 10 Sep 2023, 09:00"))
    assert value(found) == datetime(2023, 9, 8, 10, 5)
    assert value(found, "date_modified") == datetime(2023, 9, 10, 9, 0)


def test_a_british_page_of_an_american_publisher_leaves_the_order_open():
    said = [claim("language", "en-GB", "html lang"), claim("publisher", "CNN", "meta og:site_name")]
    found = resolved(published("08/09/2023"), *said)
    assert value(found) is None
    assert [w.text for w in found.warnings] == ["date.ambiguous: 08/09/2023 is 2023-09-08 or 2023-08-09"]


@pytest.mark.parametrize(
    ("claims", "context", "wanted"),
    [
        ([], {"url": "https://www.example.co.uk/a"}, date(2023, 9, 8)),
        ([], {"url": "https://www.example.de/a"}, date(2023, 9, 8)),
        ([], {"url": "https://www.example.com/2023/08/09/a"}, date(2023, 8, 9)),
        ([], {"url": "https://www.example.com/2023/sep/8/a"}, date(2023, 9, 8)),
        ([claim("language", "en-US", "html lang")], {}, date(2023, 8, 9)),
        ([claim("language", "fr", "html lang")], {}, date(2023, 9, 8)),
        ([published("Updated 25/09/2023")], {}, date(2023, 9, 8)),
        ([published("Updated 09/25/2023")], {}, date(2023, 8, 9)),
        ([], {"text": "The vote of 31/08/2023 was close."}, date(2023, 9, 8)),
        ([published("8 September 2023", "class date")], {}, date(2023, 9, 8)),
    ],
)
def test_the_order_is_settled_by_evidence(claims, context, wanted):
    found = resolved(published("08/09/2023"), *claims, **context)
    assert value(found) == wanted
    assert not any("ambiguous" in w.text for w in found.warnings)


@pytest.mark.parametrize(
    "context",
    [{}, {"url": "https://www.example.com/a"}, {"text": "On 25/08/2023 and 08/26/2023."}],
    ids=["nothing", "dot com", "both orders"],
)
def test_without_evidence_nobody_guesses(context):
    found = resolved(published("08/09/2023"), **context)
    assert value(found) is None and found.anchor is None
    assert [w.text for w in found.warnings] == ["date.ambiguous: 08/09/2023 is 2023-09-08 or 2023-08-09"]


def test_a_zone_by_the_publishers_country():
    line = published("8 September 2023 15:41 BST")
    assert value(resolved(line, url="https://example.co.uk/")).isoformat() == "2023-09-08T15:41:00+01:00"
    found = resolved(line)
    assert value(found) == datetime(2023, 9, 8, 15, 41)
    assert found.warnings[0].text.startswith("date.zone")


def test_hours_ago_need_the_time_of_fetching():
    found = resolved(published("4 hours ago"))
    assert value(found) is None and found.warnings[0].text.startswith("date.relative")
    fetched = datetime(2023, 9, 8, 15, 41)
    assert value(resolved(published("4 hours ago"), fetched=fetched)) == datetime(2023, 9, 8, 11, 41)


def test_no_article_is_younger_than_its_fetching_or_older_than_the_web():
    fetched = datetime(2023, 9, 8, 15, 41)
    assert value(resolved(published("8 September 2024"), fetched=fetched)) is None
    assert value(resolved(published("8 September 1945"))) is None


def test_the_caller_knows_best_and_the_page_may_be_more_precise():
    page = published("2023-09-08T10:00:00Z", "json-ld datepublished")
    found = resolved(page, published=date(2023, 9, 8))
    assert value(found).isoformat() == "2023-09-08T10:00:00+00:00" and found.anchor == date(2023, 9, 8)
    found = resolved(page, published=date(2023, 9, 20))
    assert value(found) == date(2023, 9, 20) and found.dated[0].source == "caller"
    assert found.warnings


def test_a_page_that_dates_only_its_modification_is_of_that_day_and_says_so():
    said = [claim("modified", "8 September 2023", "class modified"), published("4 May", "class published")]
    page = Document("", source=Source(media_type="text/html")).apply("reader", said)
    found = resolve(page)
    assert value(found) == date(2023, 9, 8)
    assert "date.published: only a modification is dated: 8 September 2023" in [w.text for w in found.warnings]


def test_an_open_publication_is_not_replaced_by_a_modification():
    said = [claim("modified", "8 September 2023", "class modified"), published("05/06/2023")]
    assert value(resolve(Document("", source=Source(media_type="text/html")).apply("reader", said))) is None


def test_a_dump_that_dates_only_its_modification_has_no_date_of_publication():
    found = resolved(published("Updated 3:41 p.m. ET, Fri September 8, 2023"))
    assert value(found) is None
    assert value(found, "date_modified").isoformat() == "2023-09-08T15:41:00-04:00"
    assert found.anchor == value(found, "date_modified")


def test_the_date_in_the_address_is_the_last_resort():
    found = resolved(url="https://example.org/2023/09/08/rain")
    assert value(found) == date(2023, 9, 8) and found.dated[0].source == "url"


def test_behind_an_open_date_no_other_date_of_the_page_is_taken():
    later = published("3 May 2019", "text stamp")
    assert value(resolved(published("08/09/2023"), later)) is None
    assert value(resolved(published("4 hours ago"), later)) is None
    assert value(resolved(published("4 hours ago"), url="https://example.org/2023/09/08/x")) == date(2023, 9, 8)


BODY = "It rained in Leeds on Friday, and the river rose by two metres in an hour, the council said."


def test_a_timestamp_that_was_cut_above_the_text_of_a_page_is_read():
    page = Document(BODY, source=Source(media_type="text/html"))
    found = resolve(page.apply("boilerplate", [LineAbove("8 September 2023, 15:41", "timestamp")]))
    assert value(found) == datetime(2023, 9, 8, 15, 41) and found.dated[0].source == "cut line of a page"
    assert not resolve(page.apply("boilerplate", [LineAbove("3 May 2019", "related")])).dated


@pytest.mark.parametrize(
    ("text", "wanted"), [("1 May 2019", "2023-09-08"), ("9 Sep 2023, 10:05", "2023-09-09T10:05:00")]
)
def test_a_weak_date_must_not_contradict_the_address(text, wanted):
    found = resolved(published(text, "time first"), url="https://example.org/2023/09/08/x")
    assert value(found).isoformat() == wanted


def test_a_byline_may_hold_the_date():
    assert value(resolved(claim("byline", "By Ann Lee | 8 Sept 2023, 9am", "byline line"))) == datetime(2023, 9, 8, 9)


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        (datetime(2023, 11, 8, 22, 28), "2023-11-08T22:28:35-05:00"),
        (datetime(2023, 11, 9, 9, 28, 35), "2023-11-09T09:28:35+06:00"),
        (datetime.fromisoformat("2023-11-08T22:28:35-05:00"), "2023-11-08T22:28:35-05:00"),
        (datetime(2023, 11, 8, 22, 40), "2023-11-09T03:28:35+00:00"),
        (datetime(2023, 11, 10, 22, 28), "2023-11-09T03:28:35+00:00"),
        (date(2023, 11, 8), "2023-11-09T03:28:35+00:00"),
    ],
)
def test_utc_on_the_publishers_clock(other, wanted):
    assert localized(datetime.fromisoformat("2023-11-09T03:28:35+00:00"), [other]).isoformat() == wanted


def test_countries():
    assert [country_of(u) for u in (None, "nonsense", "http://[::1", "https://a.ch/x", "https://a.tv/")] == [
        *[None] * 3,
        "CH",
        None,
    ]


def test_the_year_of_two_weekdays():
    text = "She wrote on Friday, September 8; he answered on Saturday, September 9. They met in 2020 and 2022."
    assert infer_year(text) == YearInference(
        year=2023, evidence=("Friday, September 8", "Saturday, September 9", "latest year mentioned: 2022")
    )


@pytest.mark.parametrize(
    "text",
    [
        "She wrote on Friday, September 8.",
        "It rained in 2020 and 2022.",
        "On Friday, September 8, and Friday, September 9, in 2020.",
        "On Friday, September 8, 2017, in 2020.",
        "In 1941, on Friday, September 8.",
        "Carbon neutral by 2050, she said on Friday, September 8.",
        "",
    ],
    ids=["no year around", "no weekday", "contradiction", "year given", "long ago", "a goal", "empty"],
)
def test_no_inference_without_evidence(text):
    assert infer_year(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Am Freitag, 8. September, sprach sie; 2022 war es anders.", 2023),
        ("Le vendredi 8 septembre, en 2021 et 2022.", 2023),
        ("On Tuesday 5 March the court ruled, as in 2023.", 2024),
    ],
)
def test_inference_in_other_forms(text, year):
    assert infer_year(text).year == year


def test_where_one_date_of_a_line_says_updated_the_other_does_not():
    found = resolved(claim("modified", "3 maggio 2023 | 10:27 - Aggiornato alle 12:40", "timestamp line"))
    assert value(found) == datetime(2023, 5, 3, 10, 27)
    assert value(found, "date_modified") == datetime(2023, 5, 3, 12, 40)


def test_a_dateline_with_a_year_says_when_a_dispatch_was_filed():
    line = Dateline(place="WASHINGTON", agency="AFP", raw="WASHINGTON, April 20, 2016 (AFP) -")
    found = resolve(Document("").apply("boilerplate", [line]))
    assert value(found) == date(2016, 4, 20) and found.dated[0].source == "dateline"
    bare = Dateline(place="LONDON", agency="Reuters", raw="LONDON, March 14 (Reuters) -")
    assert value(resolve(Document("").apply("boilerplate", [bare]))) is None


def test_a_labelled_timestamp_in_a_line_that_was_cut_as_a_standfirst():
    line = "Sanjay Rao, TNN / Updated: Aug 14, 2021, 23:41"
    for text, found in ((line, datetime(2021, 8, 14, 23, 41)), ("Old letters of Aug 14, 2021", None)):
        document = Document(BODY).apply("boilerplate", [LineAbove(text, "title")])
        assert value(resolve(document), "date_modified") == found


def test_a_byline_with_a_date_that_was_cut_as_a_standfirst():
    for text, found in (("By Jo Li | May 3, 2019 | Print this", date(2019, 5, 3)), ("May 3, 2019: a day", None)):
        document = Document(BODY).apply("boilerplate", [LineAbove(text, "title")])
        assert value(resolve(document)) == found


def test_a_text_that_opens_with_the_day_of_filing():
    assert value(resolve(Document("May 3, 2019 (NAIROBI) - The talks were put off."))) == date(2019, 5, 3)
    assert value(resolve(Document("On May 3, 2019 (a Friday) the talks were put off."))) is None


def test_a_labelled_date_is_read_from_a_line_that_was_cut_as_copyright():
    for text, found in (("First published on 3 May 2019", date(2019, 5, 3)), ("© 2019 | 3 May 2019", None)):
        document = Document(BODY).apply("boilerplate", [LineAbove(text, "copyright")])
        assert value(resolve(document)) == found


def test_of_the_dates_in_a_line_the_one_that_says_published_wins():
    line = "Received: 3 May 2019 Accepted: 4 June 2019 Published: 5 July 2019"
    assert value(resolved(published(line))) == date(2019, 7, 5)


def test_the_date_of_a_comment_is_not_the_articles():
    text = "\n\n".join(["The bridge fell", BODY, "Comments", "Jo Li", "May 3, 2019 at 10:15 am", "Well done."])
    assert trace(text).article.date_published is None
