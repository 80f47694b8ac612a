"""Authors: which source wins, who is a person, what is no name."""

import pytest

from cleaner.core.document import Context, Document
from cleaner.core.facts import LineAbove, Warn, claim
from cleaner.core.parts import Author
from cleaner.stages.names.authors import resolve


def resolved(*claims):
    return list(resolve(Document("").apply("reader", list(claims))))


def authors(*claims):
    return [(a.name, a.kind) for a in resolved(*claims) if isinstance(a, Author)]


def test_sources_that_name_others_are_said():
    found = resolved(ld("Ann Lee"), byline("By Bo Xi"))
    assert found[1] == Warn("authors: class byline says Bo Xi, json-ld author Ann Lee")
    assert len(resolved(ld("Ann Lee"), byline("By Ann Lee and Bo Xi"))) == 1


def ld(text):
    return claim("author", text, "json-ld author")


def meta(text):
    return claim("author", text, "meta author")


def byline(text):
    return claim("byline", text, "class byline")


def test_structured_data_first_in_their_order():
    assert authors(ld("Zoë Marsh"), ld("Ann Lee"), byline("By Ann Lee")) == [
        ("Zoë Marsh", "person"),
        ("Ann Lee", "person"),
    ]


def test_one_person_once():
    assert authors(ld("José Díaz"), ld("Jose Diaz"), ld("JOSÉ DÍAZ")) == [("José Díaz", "person")]


def test_two_witnesses_outvote_one():
    company = meta("Harbour Holding")
    page = [claim("author", "Ann Lee", "link author"), byline("By Ann Lee")]
    assert authors(ld("Ann Lee"), company) == [("Ann Lee", "person")]
    assert authors(company, ld("Harbour Holding"), *page) == [("Harbour Holding", "person")]
    article = claim("author", "Ann Lee", "meta article:author")
    assert authors(company, article, *page) == [("Ann Lee", "person")]
    assert authors(ld("Cy Poe"), *page) == [("Cy Poe", "person")]


def test_an_organization_is_no_person_whatever_its_name():
    house = claim("author", "Marsh Lowe", "json-ld organization")
    assert authors(house) == [("Marsh Lowe", "desk")]
    assert authors(house, byline("By Ann Lee")) == [("Ann Lee", "person")]
    assert authors(ld("Ann Lee"), house) == [("Ann Lee", "person"), ("Marsh Lowe", "desk")]


@pytest.mark.parametrize("name", ["Marsh Lowe, Inc.", "Marsh Lowe GmbH", "The Marsh Foundation"])
def test_companies(name):
    assert authors(ld(name)) == [(name, "desk")]


def test_the_hosts_name_is_no_person():
    claims = [ld("HarbourCourier"), byline("By Ann Lee")]
    document = Document("", Context("https://www.harbourcourier.example/a")).apply("reader", claims[:1])
    assert [(a.name, a.kind) for a in resolve(document)] == [("HarbourCourier", "desk")]


@pytest.mark.parametrize("name", ["Leeds Courier Sport", "The Leeds Courier with dpa", "Leeds Courier"])
def test_names_that_begin_with_the_sites(name):
    site = claim("publisher", "The Leeds Courier", "meta og:site_name")
    assert authors(site, ld(name)) == [(name, "desk")]


def test_capitals_are_repaired_wherever_they_come_from():
    assert authors(ld("ANN MCDONALD"), ld("BO VAN DER LOWE")) == [
        ("Ann McDonald", "person"),
        ("Bo van der Lowe", "person"),
    ]


def test_the_headline_is_no_byline():
    title = claim("headline", "Introducing Ann Lee, our new editor", "h1")
    assert authors(title, byline("Introducing Ann Lee, our new editor"), meta("Bo Xi")) == [("Bo Xi", "person")]


@pytest.mark.parametrize("text", ["Lire tous nos articles", "read the original article"])
def test_a_link_s_words_are_no_name(text):
    assert authors(claim("author", text, "class author")) == []


def test_the_site_is_no_person():
    site = claim("publisher", "The Leeds Example", "meta og:site_name")
    assert authors(site, ld("The Leeds Example"), byline("By Ann Lee")) == [("Ann Lee", "person")]
    assert authors(site, ld("The Leeds Example")) == [("The Leeds Example", "desk")]


@pytest.mark.parametrize("name", ["Staff", "Sports Desk", "Gear Team", "BR24 Redaktion", "Web Editor", "example.org"])
def test_desks(name):
    assert authors(ld(name)) == [(name, "desk")]


@pytest.mark.parametrize("name", ["AFP", "Reuters", "The Associated Press", "dpa"])
def test_agencies(name):
    assert authors(ld(name)) == [(name, "agency")]


@pytest.mark.parametrize(
    "text", ["https://www.facebook.com/example", "ann@example.org", "105092", "/author/ann", "   ", "x" * 400]
)
def test_no_names(text):
    assert authors(meta(text)) == []


def test_a_reporter_s_sign_a_title_and_brackets_go():
    assert authors(ld("Corina Beispiel (cbe)"), ld("【山田太郎】"), ld("김하나 기자")) == [
        ("Corina Beispiel", "person"),
        ("山田太郎", "person"),
        ("김하나", "person"),
    ]


def test_dates_and_reading_times_in_a_byline_go():
    assert authors(byline("By Ann Lee 30 August 2023 • 4:45pm"))[0] == ("Ann Lee", "person")
    assert authors(byline("By Ann Lee 5 min read"))[0] == ("Ann Lee", "person")


def test_a_newspaper_called_today_keeps_its_name():
    assert authors(ld("USA TODAY")) == [("USA TODAY", "desk")]


def test_one_word_is_not_surely_a_person():
    assert authors(ld("The Example Post"), byline("amw")) == [("The Example Post", "desk")]
    assert authors(ld("Ssi")) == [("Ssi", "person")]


def test_a_source_s_names_stay_together():
    other = claim("author", "Cy Poe", "meta byl")
    assert authors(meta("Ann Lee"), other, meta("Bo Xi")) == [("Ann Lee", "person"), ("Bo Xi", "person")]


def test_nobody():
    assert authors() == []


BODY = "The rain fell on the first of May and on every one of the days that came after it."


@pytest.mark.parametrize(
    ("line", "taken_for", "name"),
    [
        ("January 17, 2024 7:04 am By Kemi Adeyemi-Bello", "timestamp", "Kemi Adeyemi-Bello"),
        ("Von Jana Krügener", "contact", "Jana Krügener"),
        ("by Daily Gazette Reporter", "bio", "Daily Gazette Reporter"),
    ],
)
def test_a_byline_that_was_cut_for_something_else_is_not_lost(line, taken_for, name):
    document = Document(BODY).apply("boilerplate", [LineAbove(line, taken_for)])
    assert [a.name for a in resolve(document) if isinstance(a, Author)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Eingestellt von Jana Krügener", ["Jana Krügener"]),
        ("Posted on", []),
        ("Publiziert am", []),
        ("Super User", []),
        ("wordpressadmin", []),
        ("anónimo", []),
        ("By Ann Lee @annlee", ["Ann Lee"]),
        ("Story by Ann Lee, photos by Bo Xi", ["Ann Lee"]),
        ("Photographs by Ann Lee", ["Ann Lee"]),
        ("Richard (R.J.) Eskow", ["Richard (R.J.) Eskow"]),
        ("Ann Lee - Zoë Marsh", ["Ann Lee", "Zoë Marsh"]),
        ("U.S. Customs and Border Protection", []),
        ("Landesamt für Wald und Forsten", []),
    ],
)
def test_what_stands_beside_a_name_is_none(text, names):
    assert [name for name, kind in authors(meta(text)) if kind == "person"] == names


def link(text):
    return claim("author", text, "link author")


def test_a_link_needs_a_given_name_or_a_second_witness():
    assert authors(link("Edit My Profile")) == authors(link("Registrieren")) == []
    assert authors(link("Ann Lee")) == [("Ann Lee", "person")]
    assert authors(link("Oluwaseun Ade"), meta("Oluwaseun Ade")) == [("Oluwaseun Ade", "person")]


def test_the_paper_and_companies_need_a_second_witness():
    site = claim("publisher", "Leeds Example", "meta og:site_name")
    assert authors(site, meta("Leeds Example")) == authors(meta("Harbour Works GmbH")) == []
    assert authors(site, meta("Leeds Example"), byline("Leeds Example")) == [("Leeds Example", "desk")]


def test_beside_the_persons_of_a_byline_papers_are_where_they_work():
    assert authors(byline("By Ann Lee and Bo Xi, Associated Press")) == [("Ann Lee", "person"), ("Bo Xi", "person")]
    assert authors(meta("Ann Lee"), meta("Reuters")) == [("Ann Lee", "person")]
    assert authors(ld("Ann Lee"), ld("AFP")) == [("Ann Lee", "person"), ("AFP", "agency")]


def test_cut_lines_without_by_name_nobody():
    assert not list(resolve(Document(BODY).apply("boilerplate", [LineAbove("Jana Krügener", "contact")])))


def test_a_byline_beside_the_headline_outvotes_links_that_name_others():
    links = [claim("author", name, "link author") for name in ("Mia Brown", "Cleo Diaz")]
    assert authors(*links, byline("By Ann Lee")) == [("Ann Lee", "person")]
    assert authors(*links, byline("By Cleo Diaz")) == [("Cleo Diaz", "person")]
    assert len(authors(*links, byline("By Mia Brown and Cleo Diaz"))) == 2
    assert authors(claim("author", "Mia Brown", "rel author"), byline("By Ann Lee")) == [("Mia Brown", "person")]


def test_a_page_s_account_needs_a_second_witness():
    account = claim("author", "Ann Lee", "json-ld-page author")
    assert authors(account) == []
    assert authors(account, meta("Ann Lee")) == [("Ann Lee", "person")]


def test_who_reviewed_a_text_did_not_write_it():
    claims = [ld("The Courier Team"), byline("Medically reviewed by Mia Brown"), byline("Fact-checked by Cleo Diaz")]
    assert authors(*claims) == [("The Courier Team", "desk")]


def test_a_byline_outvotes_the_account_that_a_content_system_names():
    assert authors(meta("Mia Brown"), byline("By Ann Lee")) == [("Ann Lee", "person")]
    assert authors(ld("Mia Brown"), byline("By Ann Lee")) == [("Mia Brown", "person")]
    signed = claim("byline", "Posted by: annlee", "text byline")
    assert authors(meta("Mia Brown - Cleo Diaz"), signed) == [("annlee", "person")]


def test_a_site_that_signs_for_readers_is_an_author():
    site = claim("publisher", "Leeds Example", "meta og:site_name")
    assert authors(site, byline("By Leeds Example")) == [("Leeds Example", "desk")]
    assert authors(site, byline("Leeds Example")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by | annlee | -", [("annlee", "person")]),
        ("By admin", []),
        ("Mia & Laura", [("Mia", "person"), ("Laura", "person")]),
        ("Mia (Brown) Diaz", [("Mia (Brown) Diaz", "person")]),
        ("Wetter & Klima", []),
        ("By The Leeds Example Reporter", [("The Leeds Example Reporter", "desk")]),
        ("vom Support Team", [("Support Team", "desk")]),
        ("AnnLee Follow", [("AnnLee", "person")]),
        ("Full Bio", []),
    ],
)
def test_names_of_few_words(text, names):
    assert authors(byline(text)) == names
