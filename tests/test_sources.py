"""Every source yields records, streaming; what it cannot read comes out as a record that says why."""

import gzip
import io
import json

import pytest
from growth import assert_linear

from cleaner.core.record import Record
from cleaner.readers.foreign import foreign
from cleaner.run import sources
from cleaner.run.known import understand
from cleaner.run.sources import NoInput, Reading, find, records

ROWS = '{"url": "https://e.example/1", "title": "Rain", "text": "It rained.", "stars": 3}\n'
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lamp</title>
<item><title>Rain &amp; hail</title><link>https://e.example/r</link><guid>1</guid>
<pubDate>Fri, 08 Sep 2023 15:41:00 -0400</pubDate><description>It rained</description>
<content:encoded><![CDATA[<p>It rained in Leeds on Friday.</p>]]></content:encoded></item>
<item><title>Sun</title><guid>1</guid><description>A teaser only</description></item>
<item><title>Void</title></item></channel></rss>"""
MAIL = b"""From: Ann Lee <ann@e.example>\r\nSubject: =?utf-8?q?Rain_in_K=C3=B6ln?=\r\nMIME-Version: 1.0\r
Date: Fri, 08 Sep 2023 15:41:00 -0400\r\nContent-Type: text/plain; charset=iso-8859-1\r
\r
It rained on the caf\xe9.\r
"""


def page(n: int, body: bytes = b"", kind: str = "response", status: str = "200 OK", extra: str = "") -> bytes:
    """One record of a web archive."""
    body = body or f"<html><h1>Rain {n}</h1><p>It rained in the caf\xe9.</p></html>".encode("latin-1") * 20
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=iso-8859-1\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Date: 2023-09-08T12:00:00Z\r\n"
        f"WARC-Target-URI: https://e.example/{n}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(folder, name: str, data: bytes | str, **options) -> list[Record]:
    """The records of one file."""
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return list(records([folder / name], Reading(**options)))


def test_json_lines(tmp_path):
    first, second, third = read(tmp_path, "a.jsonl", ROWS + "\n{nonsense\n[1]\n")
    assert (first.content, first.url, dict(first.meta)) == ("Rain\n\nIt rained.", "https://e.example/1", {"stars": 3})
    assert first.origin == "a.jsonl:1"
    assert "not a JSON object" in (second.error or "") and second.origin == "a.jsonl:3"
    assert "a list" in (third.error or "")


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl", "a.json"])
def test_a_packed_stream_is_known_by_its_bytes(tmp_path, name):
    assert read(tmp_path, name, gzip.compress(ROWS.encode()))[0].url == "https://e.example/1"


def test_zstd(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    data = zstandard.ZstdCompressor().compress(ROWS.encode())
    assert read(tmp_path, "a.jsonl.zst", data)[0].url == "https://e.example/1"
    assert "cut short" in (read(tmp_path, "b.jsonl.zst", data[:-3])[-1].error or "")


def test_a_packed_stream_that_is_cut_gives_what_is_whole_and_one_error(tmp_path):
    data = gzip.compress(b"".join(ROWS.replace("/1", f"/{n}").encode() for n in range(5000)))
    found = read(tmp_path, "a.jsonl.gz", data[:-3000])
    assert len(found) > 1000
    assert [bool(record.error) for record in found[-3:]] == [False, False, True]
    assert "cut short" in (found[-1].error or "")


def test_own_names_of_fields(tmp_path):
    (found,) = read(tmp_path, "a.jsonl", '{"story": "Rain.", "text": "not this"}', fields={"text": "story"})
    assert found.content == "Rain." and dict(found.meta) == {"text": "not this"}
    with pytest.raises(ValueError, match="no field colour"):
        list(read(tmp_path, "a.jsonl", ROWS, fields={"colour": "x"}))


def test_json_in_all_its_shapes(tmp_path):
    row = ROWS.strip()
    assert [r.url for r in read(tmp_path, "a.json", row)] == ["https://e.example/1"]
    assert len(read(tmp_path, "a.json", f"[{row},{row}]")) == 2
    assert len(read(tmp_path, "a.json", '{"articles": [' + row + "]}")) == 1
    assert "no text" in (read(tmp_path, "a.json", '{"a": 1}')[0].error or "")
    assert "nested too deeply" in (read(tmp_path, "a.json", "[" * 200_000)[0].error or "")
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "7", "content_text": "Rain & hail."}]}
    (entry,) = read(tmp_path, "feed.json", json.dumps(feed))
    assert entry.id == "7" and "Rain &amp; hail." in str(entry.content)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv(tmp_path, mark):
    text = f'id{mark}title{mark}body\n1{mark}Rain{mark}"It\nrained{mark}"\n2{mark}Hail{mark}It hailed.\n'
    one, two = read(tmp_path, "a.csv", text)
    assert (one.id, one.content) == ("1", f"Rain\n\nIt\nrained{mark}")
    assert two.id == "2"


def test_csv_that_is_not_utf8_keeps_its_bytes(tmp_path):
    (one,) = read(tmp_path, "a.csv", b"id,body\n1,It rained in the caf\xe9.\n")
    assert one.content == b"It rained in the caf\xe9."


def test_parquet(tmp_path):
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"url": ["https://e.example/1"], "html": [b"<p>Rain"], "n": [4]}), tmp_path / "a.parquet")
    (one,) = records([tmp_path / "a.parquet"], Reading())
    assert (one.content, one.url, dict(one.meta)) == (b"<p>Rain", "https://e.example/1", {"n": 4})
    assert "not a readable Parquet" in (read(tmp_path, "b.parquet", b"PAR1 nonsense")[0].error or "")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive(tmp_path, pack):
    reading = Reading()
    parts = [page(1), page(2, kind="request"), page(3, status="404 Not Found"), page(4, b"Rain", kind="conversion")]
    (tmp_path / "a.warc").write_bytes(b"".join(map(pack, parts)))
    first, last = records([tmp_path / "a.warc"], reading)
    assert (first.url, first.fetched, first.id) == ("https://e.example/1", "2023-09-08T12:00:00Z", "1")
    assert understand(first).media_type == "text/html; charset=iso-8859-1"
    assert last.content == b"Rain"
    assert reading.passed_over == {"HTTP status 404": 1}


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive_that_is_cut_gives_exactly_one_error(tmp_path, pack):
    body = b"".join(b"<p>It rained %d times.</p>" % (n * n * 7919) for n in range(3000))
    data = b"".join(pack(page(n, body)) for n in range(3))
    found = read(tmp_path, "a.warc.gz", data[:-3000])
    assert [record.error is None for record in found] == [True, True, False]
    assert "cut short" in (found[-1].error or "")


def test_pages_of_an_archive_are_unpacked_as_a_browser_does(tmp_path):
    rain = gzip.compress(b"<p>Rain")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(rain), rain)
    head = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    as_is = page(2, b"<p>Rain", extra=head)
    assert [r.content for r in read(tmp_path, "a.warc", page(1, chunked, extra=head) + as_is)] == [b"<p>Rain"] * 2


def test_a_feed(tmp_path):
    pytest.importorskip("feedparser")
    rain, sun, void = read(tmp_path, "a.rss", RSS)
    assert "<p>It rained in Leeds on Friday.</p>" in str(rain.content)
    assert (rain.url, rain.meta["content"], sun.meta["content"]) == ("https://e.example/r", "full", "summary")
    assert str(understand(rain).published) == "2023-09-08 15:41:00-04:00", "the day stays the local one"
    assert "without a text" in (void.error or "")
    assert "not a feed" in (read(tmp_path, "b.rss", "nonsense")[0].error or "")


def test_mail(tmp_path):
    (one,) = read(tmp_path, "a.eml", MAIL)
    assert one.content == "Rain in Köln\n\nIt rained on the café.\n"
    assert str(understand(one).published) == "2023-09-08 15:41:00-04:00"


def test_front_matter_is_no_text(tmp_path):
    lines = ["---", 'title: "Rain again"', "date: 2023-09-08", "author: Ann Lee", "tags:", "  - wet", "---"]
    (one,) = read(tmp_path, "a.md", "\r\n".join([*lines, "", "It rained in Leeds.", ""]))
    assert one.content == b"Rain again\n\nIt rained in Leeds.\r\n"
    assert (one.published, one.meta["author"]) == ("2023-09-08", "Ann Lee")
    for dump in (
        "---\nIt rained.\n---\nAll day.",
        "---\nLeeds: rain\nIt rained.\n---\nAll day.",
        "--- \n",
        "---\na: b\n",
    ):
        assert read(tmp_path, "b.txt", dump)[0].content == dump.encode()


def test_a_folder_of_all_kinds_is_read_in_order(tmp_path):
    for name in ("b.txt", "a/z.txt", "a.txt", ".hidden", "x~", "c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ROWS if name == "c.jsonl" else "Rain")
    found = list(records([tmp_path], Reading()))
    assert [r.origin for r in found] == ["a.txt", "a/z.txt", "b.txt", "c.jsonl:1", "x~"]
    assert found[-1].error == "not a document but an editor's backup: leave it out, or give it another name"
    assert [r.origin for r in records([tmp_path], Reading(include=("*.txt",), exclude=("a/*",)))] == ["a.txt", "b.txt"]


def test_sources_are_named_apart(tmp_path):
    for name in ("x/news", "y/news"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.txt").write_text("Rain")
    found = records([tmp_path / "x/news", tmp_path / "y/news"], Reading())
    assert [r.id for r in found] == ["x/news/a.txt", "y/news/a.txt"]


def test_a_url_names_what_fetches(tmp_path):
    with pytest.raises(NoInput, match="curl"):
        find(["https://e.example/a.html"])
    with pytest.raises(NoInput, match="No such file"):
        find([str(tmp_path / "nothing*")])


def test_a_missing_package_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(__import__("sys").modules, "feedparser", None)
    with pytest.raises(sources.Missing, match=r"pip install 'article-cleaner\[feeds\]'"):
        read(tmp_path, "a.rss", RSS)
    (tmp_path / "b.txt").write_text("Rain")
    feed, other = records([tmp_path], Reading())
    assert "pip install" in (feed.error or "") and feed.is_passing and other.error is None, "it stops no other file"


FOREIGN = {
    "JSON": '{"headline": "Rain", "body": ""}',
    "RTF": r"{\rtf1\ansi Rain again}",
    "web archive": "WARC/1.0\r\nWARC-Type: response",
    "feed": RSS,
    "XML": '<?xml version="1.0"?><urlset><url><loc>https://e.example/</loc></url></urlset>',
    "style sheet": "body { color: red; }\n.a, .b { margin: 0; padding: 1em }\n" * 5,
    "script": "function rain() {\n  if (a === b) { return c(d); }\n}\nvar x = {a: 1, b: 2};\n" * 5,
    "mail": MAIL.decode("latin-1"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_no_article_is_refused_by_name(name):
    assert name in (foreign(FOREIGN[name]) or "")


def test_a_story_with_a_script_in_it_stays():
    story = "It rained in Leeds on Friday, and it will rain again on Monday, they said.\n"
    assert foreign(FOREIGN["script"] + story * 2) is None
    assert foreign("[Updated] Rain again {sic}; it rained (a lot).") is None


@pytest.mark.parametrize("name", ["JSON", "style sheet", "script", "XML"])
def test_refusing_ten_megabytes_takes_no_second(name):
    text = FOREIGN[name] * (10_000_000 // len(FOREIGN[name]))
    assert foreign(text)
    assert_linear(foreign, text)


def test_nothing_is_read_ahead():
    """A source is a stream: a pipe that has given one line gives one record."""

    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            self.given += 1
            line = ROWS.encode()
            buffer[: len(line)] = line
            return len(line)

    pipe = Endless()
    shard = sources.Shard(io.BufferedReader(pipe, 4096), "-")
    stream = sources.lines.jsonl(shard, Reading())
    for _ in range(3):
        assert next(stream).url == "https://e.example/1"
    assert pipe.given == 3
