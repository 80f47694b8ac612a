"""Articles as data frames, data sets and spaCy documents, and results read back from any sink."""

import pytest
from rich_article import ROOT, rich

import cleaner
from cleaner.cli import main
from cleaner.export.frame import COLUMNS, LISTS


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_the_same_columns_and_types_whatever_it_holds(library):
    pytest.importorskip(library)
    full, empty = cleaner.to_frame([rich(), rich()], library), cleaner.to_frame([], library)
    assert list(full.columns) == list(empty.columns) == list(COLUMNS)
    assert len(full) == 2
    assert full["headline"][0] == "Rain in Leeds"
    assert list(full["authors"][0]) == ["Ann Li", "Reuters"]
    bare = rich().model_copy(update=dict.fromkeys(("authors", "keywords"), ()) | {"url": None})
    assert [str(t) for t in cleaner.to_frame([bare], library).dtypes] == [str(t) for t in full.dtypes]


def test_a_data_set_is_parquet_with_a_card(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "a.json").write_text(rich().model_dump_json(), encoding="utf-8")
    assert main(["export", str(tmp_path / "a.json"), "--to", "dataset", "-o", str(tmp_path / "out")]) == 0
    table = parquet.read_table(tmp_path / "out" / "data" / "train-00000-of-00001.parquet")
    assert table.column_names == list(COLUMNS)
    assert table.to_pylist()[0]["headline"] == "Rain in Leeds"
    assert all(str(table.schema.field(name).type).startswith("list") for name in LISTS)
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert 'language: ["en"]' in card
    assert "data/train-*" in card


def test_a_missing_library_is_named_with_the_way_to_install_it(tmp_path, capsys, monkeypatch):
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr("cleaner.export.dataset.import_module", missing)
    (tmp_path / "a.json").write_text(rich().model_dump_json(), encoding="utf-8")
    assert main(["export", str(tmp_path / "a.json"), "--to", "dataset", "-o", str(tmp_path / "out")]) == 69
    assert "a data set needs a package that is not installed: pip install" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["news.jsonl", "news.parquet"])
def test_what_a_run_writes_is_read_back_whatever_the_sink(tmp_path, name):
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    assert main(["run", "-q", str(ROOT / "raw"), "-o", str(tmp_path / name)]) == 0
    assert len(list(cleaner.read_articles(tmp_path / name))) >= 25
    assert {rejection.path for rejection in cleaner.read_rejections(tmp_path / name)} >= {"broken/empty.txt"}


def test_a_spacy_document_keeps_text_and_offsets():
    spacy = pytest.importorskip("spacy")
    article = rich()
    document = cleaner.to_doc(article, spacy.blank("en"))
    assert document.text == article.text
    found = {(span.text, span.label_, span.id_) for span in document.spans["cleaner"]}
    assert ("Ann Li", "PERSON", "Ann Li") in found
    assert ("Leeds", "LOC", "Leeds") in found
    assert ("BBC", "ORG", "BBC") in found
    assert any(label == "DATE" and text == "Monday" for text, label, _ in found)
    assert {entity.text for entity in document.ents} == {"Leeds", "Monday", "Ann Li", "BBC"}
