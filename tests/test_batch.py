"""A folder of raw documents becomes a folder of articles, whatever happens on the way."""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from cleaner import Locked, Misplaced, NoInput, check_folder, clean_folder as clean_folder_in_processes
from cleaner.run.lock import lock

clean_folder = partial(clean_folder_in_processes, jobs=0)
STORY = (
    "Rain again in Leeds\n\nIt rained in Leeds on Friday, the weather office said.\n\nMore rain will fall on Monday.\n"
)
PAGE = (
    "<html><head><title>Rain again</title></head><body><h1>Rain again</h1><p>It rained in Leeds on Friday.</p></body>"
)


@pytest.fixture
def folders(tmp_path):
    raw, clean = tmp_path / "raw", tmp_path / "clean"
    (raw / "deep").mkdir(parents=True)
    (raw / "a.txt").write_text(STORY)
    (raw / "deep" / "b.html").write_text(PAGE)
    (raw / "c.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (raw / "empty.txt").write_bytes(b"")
    (raw / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    return raw, clean


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*.json"))}


def test_every_document_has_an_outcome(folders):
    raw, clean = folders
    summary = clean_folder(raw, clean)
    assert (summary.cleaned, summary.unchanged, sorted(summary.rejected)) == (3, 0, ["empty.txt", "picture.txt"])
    assert sorted(contents(clean)) == [
        "_rejected/empty.txt.json",
        "_rejected/picture.txt.json",
        "a.txt.json",
        "c.txt.gz.json",
        "deep/b.html.json",
    ]
    assert json.loads((clean / "a.txt.json").read_text())["source"]["path"] == "a.txt"
    assert json.loads((clean / "_rejected/empty.txt.json").read_text())["reasons"][0] == "empty"
    assert [reasons for _, reasons in check_folder(clean)] == [[], [], []]


def test_what_is_unchanged_is_skipped_and_what_changed_is_not(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    before = {path: (clean / path).stat().st_mtime_ns for path in contents(clean)}
    summary = clean_folder(raw, clean)
    assert (summary.cleaned, summary.unchanged, len(summary.rejected)) == (0, 3, 2)
    assert before == {path: (clean / path).stat().st_mtime_ns for path in contents(clean)}
    (raw / "a.txt").write_text(STORY.replace("Monday", "Sunday"))
    assert clean_folder(raw, clean).cleaned == 1
    (clean / "a.txt.json").unlink()
    assert clean_folder(raw, clean).cleaned == 1, "a result that is gone is made again"


def test_the_number_of_processes_changes_nothing(folders, tmp_path):
    raw, clean = folders
    for i in range(20):
        (raw / f"more{i}.txt").write_text(STORY.replace("Leeds", f"Leeds {i}"))
    clean_folder(raw, clean)
    clean_folder(raw, tmp_path / "parallel", jobs=3)
    assert contents(clean) == contents(tmp_path / "parallel")


def test_two_runs_keep_apart(folders):
    raw, clean = folders
    clean.mkdir()
    with lock(clean / ".cleaner.lock"), pytest.raises(Locked, match="another run"):
        clean_folder(raw, clean)
    clean_folder(raw, clean)


def test_folders_that_cannot_work(folders, tmp_path):
    raw, clean = folders
    with pytest.raises(NoInput):
        clean_folder(tmp_path / "nowhere", clean)
    (tmp_path / "void").mkdir()
    with pytest.raises(NoInput):
        clean_folder(tmp_path / "void", clean)
    with pytest.raises(Misplaced):
        clean_folder(raw, raw / "deep")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("cut.txt.gz", gzip.compress(STORY.encode() * 50)[:-9], "cut short"),
        ("junk.gz", gzip.compress(STORY.encode())[:10] + b"\xff" * 20, "not a valid gzip"),
        ("bomb.gz", gzip.compress(b"\0" * (80 << 20)), "larger than 64 MB"),
    ],
)
def test_broken_files_are_set_aside_with_the_reason(folders, name, data, reason):
    raw, clean = folders
    (raw / name).write_bytes(data)
    assert reason in clean_folder(raw, clean).rejected[name][0]


def test_a_sidecar_tells_what_is_known(folders):
    raw, clean = folders
    (raw / "a.txt.meta.json").write_text('{"url": "https://example.org/rain", "published": "2023-09-08"}')
    clean_folder(raw, clean)
    article = json.loads((clean / "a.txt.json").read_text())
    assert article["url"] == "https://example.org/rain"


BESIDE = {
    "broken": ("{", "sidecar.unread: not valid JSON", {}),
    "no object": ("[]", "sidecar.unread", {}),
    "nested": ("[" * 200_000, "sidecar.unread", {}),
    "an unknown key": (
        '{"colour": "red", "url": "https://e.example/"}',
        "sidecar.unknown-key",
        {"url": "https://e.example/"},
    ),
    "a null": ('{"url": null}', None, {"url": None}),
    "empty": ('{"url": "", "published": " "}', None, {"url": None}),
    "a BOM": ('\ufeff{"url": "https://e.example/"}', None, {"url": "https://e.example/"}),
    "no date": ('{"published": "soon"}', "published.not-a-date", {"date_published": None}),
    "RFC 822": (
        '{"published": "Fri, 08 Sep 2023 15:41:00 +0100"}',
        None,
        {"date_published": "2023-09-08T15:41:00+01:00"},
    ),
    "epoch": ('{"published": 1694184060}', None, {"date_published": "2023-09-08T14:41:00Z"}),
    "infinite": ('{"published": 1e999}', "published.not-a-date", {"date_published": None}),
    "a surrogate": ('{"url": "\\ud800"}', "url.unusable", {"url": None}),
    "a script": ('{"url": "javascript:alert(1)"}', "url.unusable", {"url": None}),
    "a charset": ('{"media_type": "text/plain; charset=utf-8"}', None, {}),
    "no media type": ('{"media_type": "image/png"}', "media-type.unknown", {}),
    "after fetched": (
        '{"published": "2023-09-08", "fetched": "2022-01-01"}',
        "published.after-fetched",
        {"date_published": None},
    ),
    "the far future": ('{"published": "9023-09-08"}', "published.in-the-future", {"date_published": None}),
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_sidecar_never_costs_the_article(folders, name):
    raw, clean = folders
    text, warning, fields = BESIDE[name]
    (raw / "a.txt.meta.json").write_text(text)
    assert clean_folder(raw, clean).cleaned == 3
    article = json.loads((clean / "a.txt.json").read_text())
    assert {key: article[key] for key in fields} == fields
    told = [w for w in article["warnings"] if w.startswith(("sidecar", "published.", "url.", "media-type"))]
    assert [w.startswith(warning) for w in told] == [True] if warning else not told


def test_a_sidecar_without_its_document_is_told(folders):
    raw, clean = folders
    (raw / "story.meta.json").write_text("{}")
    assert "story.txt.meta.json" in clean_folder(raw, clean).rejected["story.meta.json"][0]


def test_an_article_of_an_earlier_version_survives_a_bad_one(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    good = (clean / "a.txt.json").read_bytes()
    (raw / "a.txt").write_bytes(b"")
    assert "a.txt" in clean_folder(raw, clean).rejected
    assert (clean / "a.txt.json").read_bytes() == good
    (raw / "a.txt").write_text(STORY)
    clean_folder(raw, clean)
    assert not (clean / "_rejected/a.txt.json").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folders):
    raw, clean = folders
    (raw / "a.txt").chmod(0)
    assert "cannot be read" in clean_folder(raw, clean).failed["a.txt"][0]
    (raw / "a.txt").chmod(0o644)
    assert clean_folder(raw, clean).cleaned == 1, "a passing fault is no verdict"


def test_a_run_that_is_killed_leaves_no_part_of_a_file(folders):
    raw, clean = folders
    for i in range(300):
        (raw / f"more{i}.txt").write_text(STORY * 20)
    run = subprocess.Popen([sys.executable, "-m", "cleaner", "run", raw, clean], stderr=subprocess.DEVNULL)
    while not list(clean.rglob("more*.json")):
        assert run.poll() is None or list(clean.rglob("more*.json"))
    run.kill()
    run.wait()
    for path in clean.rglob("*.json"):
        json.loads(path.read_text())
    assert clean_folder(raw, clean).seen == 305


def test_the_ledger_is_readable(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    rows = sqlite3.connect(clean / ".cleaner.sqlite").execute("SELECT name, reasons FROM rejected ORDER BY name")
    assert dict(rows)["empty.txt"].startswith("empty")


def test_a_name_that_is_no_utf8_or_too_long_does_not_stop_the_rest(folders):
    raw, clean = folders
    try:
        (raw / os.fsdecode(b"bad\xff.txt")).write_text(STORY)
        (raw / os.fsdecode(b"empty\xfe.txt")).write_text("")
        (raw / ("long" * 62)).write_text(STORY)
    except OSError:
        pytest.skip("this file system has no such names")
    for again in (False, True):
        summary = clean_folder(raw, clean)
        assert "empty\\xfe.txt" in summary.rejected and summary.seen == 8
        assert summary.unchanged == (5 if again else 0)
    assert json.loads((clean / "bad\\xff.txt.json").read_text())["source"]["path"] == "bad\\xff.txt"
    assert not [reasons for _, reasons in check_folder(clean) if reasons]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(folders):
    raw, clean = folders
    os.mkfifo(raw / "pipe.txt")
    assert "pipe.txt" in clean_folder(raw, clean).rejected
