"""Exports: each format holds what it can, is valid, and passes on nothing that could run."""

import csv
import io
import json
import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from lxml import etree
from rich_article import ROOT, rich

import cleaner
from cleaner.cli import main
from cleaner.core.parts import (
    Block,
    Link,
)
from cleaner.export.folder import FORMATS, place
from cleaner.export.plain import escape_markdown
from cleaner.export.spreadsheet import write_csv

GRAMMAR = etree.RelaxNG(etree.parse(ROOT / "cleaner" / "export" / "tei.rng"))


TEI = "{http://www.tei-c.org/ns/1.0}"


SCHEMA = os.environ.get("NINJS_SCHEMA", "")


"""The path of IPTC's ninjs-schema_3.1.json, which is not kept here."""


@pytest.fixture(scope="module")
def samples() -> dict[str, cleaner.Article]:
    """Every article of raw/."""
    made = {}
    for file in sorted((ROOT / "raw").rglob("*")):
        if file.suffix in (".txt", ".html") and "broken" not in file.parts:
            known = file.with_name(file.name + ".meta.json")
            made[file.name] = cleaner.clean(
                file.read_bytes(), **json.loads(known.read_text() if known.exists() else "{}")
            )
    return made


def test_every_sample_exports_to_every_format(samples):
    assert len(samples) >= 25
    for name, article in samples.items():
        for to, (_, render) in FORMATS.items():
            assert article.headline.split()[0] in render(article), f"{name} as {to}"


def test_tei_is_valid_against_the_stated_subset(samples):
    for name, article in {**samples, "rich": rich()}.items():
        document = etree.fromstring(cleaner.to_tei(article).encode())
        assert GRAMMAR.validate(document), f"{name}: {GRAMMAR.error_log}"


def test_tei_holds_the_text_and_marks_people_places_and_dates():
    document = etree.fromstring(cleaner.to_tei(rich()).encode())
    body = document.find(f"{TEI}text/{TEI}body")
    assert "Rain fell in Leeds on Monday, said Ann Li of the BBC." in "".join(body.itertext())
    marked = {e.tag.removeprefix(TEI): e.text for e in body.iter() if e.get("ref") or e.get("n")}
    assert marked == {"placeName": "Leeds", "date": "Monday", "persName": "Ann Li", "orgName": "BBC"}
    assert [e.get("target") for e in body.iter(f"{TEI}ref")] == []  # the place stands where the link does
    for reference in body.iter(f"{TEI}persName"):
        assert document.xpath(f"//*[@xml:id='{reference.get('ref')[1:]}']")


@pytest.mark.skipif(not SCHEMA or find_spec("jsonschema") is None, reason="NINJS_SCHEMA names no schema of IPTC's")
def test_ninjs_is_valid_against_the_schema_of_the_iptc(samples):
    import jsonschema
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    anything = Resource(contents={}, specification=DRAFT202012)
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", anything)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    schema = json.loads(Path(SCHEMA).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, registry=registry, format_checker=checker)
    for name, article in {**samples, "rich": rich()}.items():
        assert not [error.message for error in validator.iter_errors(cleaner.to_ninjs(article))], name


def test_ninjs_invents_no_midnight_and_notes_what_it_cannot_hold():
    item = cleaner.to_ninjs(rich())
    assert "firstCreated" not in item
    assert item["versionCreated"] == "2023-09-08T15:41:00+01:00"
    assert item["edNote"].splitlines() == ["Published: 2023-09-08", "date.zone: nobody says where BST is"]
    assert item["representationType"] == "partial"


def test_ninjs_names_people_places_pictures_and_sources():
    item = cleaner.to_ninjs(rich())
    assert item["by"] == "Ann Li, Reuters"
    assert item["places"] == [{"name": "Leeds", "rel": "mentions", "uri": "http://www.wikidata.org/entity/Q39121"}]
    assert [source["name"] for source in item["infoSources"]] == ["The Mirror", "Reuters", "AP"]
    pictures = [(p["name"], p.get("renditions", [{}])[0].get("href")) for p in item["associations"]]
    first, second = "https://news.example/a.png", "https://news.example/b.png"
    assert pictures == [("caption-0", first), ("caption-1", None), ("image-0", second)]
    assert len({p["uri"] for p in item["associations"]}) == 3


def test_jsonld_is_a_news_article():
    made = cleaner.to_jsonld(rich())
    assert (made["@context"], made["@type"]) == ("https://schema.org", "NewsArticle")
    assert made["datePublished"] == "2023-09-08"
    assert made["isAccessibleForFree"] is False
    employer = {"@type": "Organization", "name": "PA"}
    assert made["author"][0] == {"@type": "Person", "name": "Ann Li", "jobTitle": "Reporter", "affiliation": employer}
    assert made["author"][1]["@type"] == "Organization"
    assert made["image"][0]["caption"] == "Wet."
    assert made["associatedMedia"] == [{"@type": "ImageObject", "caption": "Wetter."}]


def test_no_export_passes_on_an_address_that_runs():
    for to, (_, render) in FORMATS.items():
        if to != "text":
            assert "javascript:" not in render(rich()), to


def test_markdown_has_front_matter_and_escapes_what_would_be_markup():
    article = rich().model_copy(
        update={"text": "*Not* <b>bold</b>\n\n1. Not a list\n\n# Not a heading", "blocks": (), "links": ()}
    )
    front, body = cleaner.to_markdown(article).split("---\n", 2)[1:]
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    assert json.loads(fields["title"]) == "Rain in Leeds"
    assert json.loads(fields["authors"]) == ["Ann Li", "Reuters"]
    assert json.loads(fields["date"]) == "2023-09-08"
    assert "\\*Not\\* \\<b\\>" in body
    assert "\n1\\. Not a list" in body
    assert "\n\\# Not a heading" in body


def test_markdown_keeps_blocks_and_links():
    text = "Part one\n\nRain fell.\n\nWet\n\nShe said so."
    kinds = ("heading", "paragraph", "list_item", "quote")
    at, blocks = 0, []
    for kind, part in zip(kinds, text.split("\n\n"), strict=True):
        blocks.append(Block(start=at, end=at + len(part), kind=kind))
        at += len(part) + 2
    link = Link(start=10, end=14, text="Rain", url="https://rain.example/(x)")
    made = cleaner.to_markdown(rich().model_copy(update={"text": text, "blocks": tuple(blocks), "links": (link,)}))
    assert "## Part one\n\n[Rain](<https://rain.example/(x)>) fell.\n\n- Wet\n\n> She said so.\n" in made


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]) | st.sampled_from(" \n*_#-+>`[]<&1.)=~|"),
        max_size=40,
    )
)
def test_markdown_renders_as_the_text_it_was_made_from(value):
    markdown_it = pytest.importorskip("markdown_it")
    paragraph = "x " + " ".join(value.split())
    html = markdown_it.MarkdownIt("commonmark").render(escape_markdown(paragraph))
    parsed = etree.fromstring(f"<r>{html}</r>")
    assert [child.tag for child in parsed] == ["p"]
    assert "".join(parsed.itertext()).strip() == paragraph.strip()


def test_text_is_headline_and_text():
    assert cleaner.to_text(rich()).startswith("Rain in Leeds\n\nRain fell in Leeds on Monday")


def test_csv_has_a_row_an_article_and_no_formula():
    article = rich().model_copy(update={"headline": '=HYPERLINK("https://evil.example")', "section": "@sum"})
    out = io.StringIO(newline="")
    assert write_csv([article, article], out) == 2
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert rows[0]["headline"].startswith("'=")
    assert rows[0]["section"] == "'@sum"
    assert rows[1]["authors"] == "Ann Li; Reuters"
    assert rows[1]["text"] == article.text


@pytest.mark.parametrize("name", ["../up.json", "/etc/passwd", "a/../../b", "..\\..\\b", "", "\0", "a" * 300])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    file = (tmp_path / place(name, ".md")).resolve()
    assert tmp_path in file.parents
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x")


@pytest.mark.parametrize("to", [*FORMATS, "csv"])
def test_the_command_writes_each_format(tmp_path, to, capsys):
    (tmp_path / "clean" / "a").mkdir(parents=True)
    (tmp_path / "clean" / "a" / "b.html.json").write_text(rich().model_dump_json(), encoding="utf-8")
    assert main(["export", str(tmp_path / "clean"), "--to", to, "-o", str(tmp_path / "out")]) == 0
    assert "1 articles in" in capsys.readouterr().out
    written = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert len(written) == 1
    assert "Rain fell in" in written[0].read_text(encoding="utf-8-sig").replace("<", "\n<")


@pytest.mark.parametrize("to", [*FORMATS, "csv"])
def test_an_article_without_its_edit_log_still_exports(tmp_path, to):
    (tmp_path / "a.json").write_text(rich().model_dump_json(exclude={"changes"}), encoding="utf-8")
    assert main(["export", str(tmp_path / "a.json"), "--to", to, "-o", str(tmp_path / "out")]) == 0


def test_articles_of_another_schema_are_refused_with_the_way_out(tmp_path, capsys):
    (tmp_path / "a.json").write_text('{"schema_version": "1.0"}')
    assert main(["export", str(tmp_path / "a.json"), "--to", "text", "-o", str(tmp_path / "out")]) == 66
    assert "schema 1.0, where 2.0 is read: clean the raw document again" in capsys.readouterr().err


def test_json_lines_are_read_like_a_folder(tmp_path):
    lines = tmp_path / "articles.jsonl"
    lines.write_text("\n".join([rich().model_dump_json(), "", rich().model_dump_json()]) + "\n", encoding="utf-8")
    assert len(list(cleaner.read_articles(lines))) == 2
    lines.write_text(rich().model_dump_json() + "\n{}\n", encoding="utf-8")
    with pytest.raises(cleaner.NoResults, match=r"articles\.jsonl, line 2: not an article"):
        list(cleaner.read_articles(lines))
