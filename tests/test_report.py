"""The report: what its pages say of an article and of a run."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import cleaner
from cleaner.cli import main
from cleaner.core.document import Document, Edit
from cleaner.core.parts import Change, Person, Publisher
from cleaner.report.article import article_page
from cleaner.report.page import text
from cleaner.report.passages import by_line, line_fate, passages, word_counts
from cleaner.report.tally import Tally, compare
from cleaner.report.text import explain

ROOT = Path(__file__).parents[1]
FERRY = """Ferry cat retires with full honours - The Harbour Courier

By Maria Okafor
Published Sept. 8, 2023 3:41 PM ET

Bosun, the ginger cat who crossed teh harbour some 9,000 times, retired on Friday.

Advertisement

"He never paid once," said the ferry's purser, Malcolm Deeks. Deeks will keep him.

By signing up, you agree to our terms of use and privacy policy.
"""
EVIL = '</title></script><script>window.owned = 1</script><img src=x onerror="window.owned = 1">'


def ferry() -> cleaner.Article:
    return cleaner.clean(FERRY, url="https://www.harbourcourier.example/cat", published="2023-09-08")


def hostile() -> cleaner.Article:
    """An article of which every field that a page shows holds markup."""
    body = f'It rained on Friday & the "owned" pier <script>alert(1)</script> fell, {EVIL} said.'
    raw = f"Storm {EVIL} hits\n\nBy <b onmouseover=owned()>Eve</b>\n\n{body}"
    made = cleaner.clean(raw, media_type="text/plain", stages=["boilerplate", "dates"])
    return made.model_copy(
        update={
            "headline": f"Storm {EVIL}",
            "url": "javascript:window.owned=1",
            "section": EVIL,
            "keywords": (EVIL,),
            "warnings": (EVIL, "low confidence"),
            "people": (Person(name=EVIL, role=EVIL),),
            "publisher": Publisher(name=EVIL),
            "meta": {EVIL: EVIL},
        }
    )


def results(folder: Path) -> Path:
    """A folder as a run leaves it: two articles and a rejection whose reason is hostile as well."""
    folder.mkdir(parents=True)
    (folder / "ferry-cat.txt.json").write_text(ferry().model_dump_json(), encoding="utf-8")
    (folder / 'a"><script>window.owned = 1<').with_suffix(".json").write_text(
        hostile().model_dump_json(), encoding="utf-8"
    )
    (folder / "_rejected").mkdir()
    record = {"path": EVIL, "reasons": [f"empty {EVIL}"], "cleaner": "0"}
    (folder / "_rejected" / "b.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


class Markup(HTMLParser):
    """Start tags, and the text between tags outside of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.mute = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.mute = tag if tag in ("script", "style") else self.mute

    def handle_endtag(self, tag):
        self.mute = "" if tag == self.mute else self.mute

    def handle_data(self, data):
        if not self.mute:
            self.texts.append(data)


def test_every_change_is_linked_noted_and_listed():
    article = ferry()
    page = Markup(article_page(article))
    told = [i for i, change in enumerate(article.changes) if change.old.strip() or change.new.strip()]
    ids = {attributes.get("id") for _, attributes in page.tags}
    assert told
    for number in told:
        assert {f"r{number}", f"n{number}", f"c{number}"} <= ids
    shown = " ".join(page.texts)
    assert all(article.changes[number].rule in shown for number in told)


def test_a_page_shows_the_raw_text_and_the_row_that_fired():
    page = "".join(Markup(article_page(ferry())).texts)
    for line in FERRY.splitlines():
        if line.strip() and "teh" not in line:
            assert " ".join(line.split()) in " ".join(page.split())
    assert "row: " in page
    assert "Malcolm Deeks" in page


def test_moved_text_names_its_field():
    log = [Change(start=0, end=9, old="By Ann Li", new="", stage="boilerplate", rule="byline.line", moved_to="authors")]
    moved = list(passages("By Ann Li\nRain.", log))
    assert [part.fate for part in moved] == ["moved", "kept"]
    assert line_fate(next(by_line(moved))) == "moved"
    assert word_counts(moved) == {"kept": 1, "repaired": 0, "moved": 3, "cut": 0}


def test_an_article_without_its_log_says_what_is_missing(tmp_path):
    (tmp_path / "a.json").write_text(ferry().model_dump_json(exclude={"changes"}), encoding="utf-8")
    [(name, article)] = cleaner.read_articles(tmp_path)
    page = article_page(article, name)
    assert "without its edit log" in page
    assert "Bosun" in page
    tally = cleaner.write_report(tmp_path, tmp_path / "report")
    assert "no edit log" in tally.measures[0].flags


@pytest.mark.parametrize("name", ["article", "index.html", "articles.html", "list/1.html"])
def test_no_text_becomes_markup(tmp_path, name):
    out = tmp_path / "report"
    cleaner.write_report(results(tmp_path / "clean"), out)
    pages = list(out.glob("article/*.html")) if name == "article" else [out / name]
    for file in pages:
        for tag, attributes in Markup(file.read_text(encoding="utf-8")).tags:
            assert tag not in ("img", "iframe", "object", "form", "b onmouseover"), file
            assert not [name for name in attributes if name.startswith("on") or name == "style"], file
            assert not (attributes.get("href") or "").startswith(("javascript:", "data:")), file
            assert "src" not in attributes, file


def test_every_link_of_a_report_leads_somewhere(tmp_path):
    out = tmp_path / "report"
    cleaner.write_report(results(tmp_path / "clean"), out)
    for file in out.rglob("*.html"):
        for _, attributes in Markup(file.read_text(encoding="utf-8")).tags:
            target = attributes.get("href") or ""
            if target and not target.startswith(("#", "http")):
                assert (file.parent / target).exists(), f"{file} links to {target}"


def test_a_second_report_compares_with_the_first(tmp_path):
    clean, out = results(tmp_path / "clean"), tmp_path / "report"
    cleaner.write_report(clean, out)
    assert "Compared with" not in (out / "index.html").read_text(encoding="utf-8")
    (clean / "new.json").write_text(ferry().model_dump_json(), encoding="utf-8")
    cleaner.write_report(clean, out)
    for _ in range(2):  # a report made again of the same run keeps the comparison
        page = (out / "index.html").read_text(encoding="utf-8")
        assert "Compared with the run before" in page
        assert re.search(r"<td>new</td><td class=\"n\">1</td><td>new</td>", page)
        cleaner.write_report(clean, out)


def test_a_run_is_compared_with_results_as_well_as_with_a_report(tmp_path):
    clean = results(tmp_path / "clean")
    cleaner.write_report(clean, tmp_path / "one")
    cleaner.write_report(clean, tmp_path / "two", before=clean)
    assert "Both runs agree" in (tmp_path / "two" / "index.html").read_text(encoding="utf-8")
    cleaner.write_report(clean, tmp_path / "three", before=tmp_path / "one")
    assert "Both runs agree" in (tmp_path / "three" / "index.html").read_text(encoding="utf-8")


def test_a_share_that_moved_is_told():
    before = {"articles": {"a": [9, 0, 0, 1]}, "rejected": {}, "rules": {}}
    now = {"articles": {"a": [5, 0, 0, 5]}, "rejected": {}, "rules": {}}
    assert compare(before, now).moved == [("a", 0.1, 0.5)]
    assert compare(now, now).nothing


def test_a_cut_that_reads_like_a_sentence_comes_first():
    prose = "The mayor said that the bridge would stay shut until the end of the month of May."
    article = ferry()
    raw = article.text + "\n\n" + prose
    cut = Change(
        start=len(article.text), end=len(raw), old="\n\n" + prose, new="", stage="boilerplate", rule="model.related"
    )
    tally = Tally()
    tally.add("a", article.model_copy(update={"changes": (cut,)}))
    assert tally.measures[0].prose == prose
    known = cut.model_copy(update={"rule": "newsletter.consent"})
    tally.add("b", article.model_copy(update={"changes": (known,)}))
    assert tally.measures[1].prose == ""


def test_a_cut_that_a_model_was_not_sure_of_makes_a_warning():
    article = ferry()
    part = article.text[: article.text.index(".") + 1]
    cut = Change(
        start=0, end=len(part), old=part, new="", stage="boilerplate", rule="model.bio", evidence="0.71: short"
    )
    doubtful = article.model_copy(
        update={"changes": (cut,), "text": article.text[len(part) :], "dates": (), "people": ()}
    )
    assert "Low confidence: a model cut" in article_page(doubtful)
    tally = Tally()
    assert "low confidence" in tally.add("a", doubtful).flags
    sure = doubtful.model_copy(update={"changes": (cut.model_copy(update={"evidence": "0.97: short"}),)})
    assert "Low confidence" not in article_page(sure)
    assert "low confidence" not in tally.add("b", sure).flags


def test_a_long_run_of_cut_lines_is_folded_across_blank_ones():
    raw = "\n\n".join(f"Menu {n}" for n in range(8)) + "\n\nIt rained."
    log = [
        Change(start=at, end=at + 8, old=raw[at : at + 8], new="", stage="boilerplate", rule="navigation.menu")
        for at in range(0, 64, 8)
    ]
    article = ferry().model_copy(update={"text": "It rained.", "changes": tuple(log), "dates": (), "people": ()})
    assert "8 lines cut" in "".join(Markup(article_page(article)).texts)


def test_the_page_of_a_document_without_an_article_tells_why(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")
    assert main(["explain", "--html", str(tmp_path / "empty.txt")]) == 0
    assert "No article: empty" in capsys.readouterr().out


def test_results_of_another_schema_are_refused_with_the_way_out(tmp_path, capsys):
    (tmp_path / "old.json").write_text('{"schema_version": "1.0", "headline": "Rain"}')
    assert main(["report", str(tmp_path), "-o", str(tmp_path / "out")]) == 66
    assert "schema 1.0, where 2.0 is read: clean the raw document again" in capsys.readouterr().err


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9), st.text(max_size=5)), max_size=5))
def test_passages_join_to_the_raw_text(raw, spans):
    at, log = 0, []
    for skip, length, new in spans:
        start, end = at + skip, min(len(raw), at + skip + length)
        if start <= end:
            log.append(Change(start=start, end=end, old=raw[start:end], new=new, stage="s", rule="a.b"))
            at = end
    parts = list(passages(raw, log))
    assert "".join(part.old for part in parts) == raw
    lines = list(by_line(parts))
    assert "\n".join("".join(part.old for part in line) for line in lines) == raw
    clean = "".join(part.new for part in parts)
    for line in lines:
        for part in line:
            if part.change is None:
                assert clean[part.at : part.at + len(part.old)] == part.old


@given(st.text())
def test_any_text_can_be_shown(value):
    shown = text(value)
    assert not set('<>"') & set(shown)
    shown.encode("utf-8")


def test_a_line_that_only_loses_blank_space_at_its_end_is_explained_as_kept():
    document = Document("It rained. \nIt  hailed.\n")
    document = document.apply("encoding", [Edit(10, 11, "", "space.trailing"), Edit(14, 16, " ", "space.double")])
    assert explain(document).splitlines() == ["  It rained. ", "~ It[-  -]{+ +}hailed.", "    ^ space.double"]
