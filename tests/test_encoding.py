"""Damage that real articles carry, and what looks like damage and is none."""

import codecs
import re
import sys

import pytest
from ftfy import chardata
from ftfy.badness import is_bad
from growth import assert_linear

from cleaner import decode, trace
from cleaner.core.document import Document
from cleaner.core.facts import Warn
from cleaner.readers.binary import obstacle
from cleaner.stages.encoding import mojibake, propose


def encoded(text: str) -> str:
    return trace(text, stages=("encoding",), media_type="text/plain").text


REPAIRS = [
    ("mojibake", "The mayor said itâ€™s over.", "The mayor said it’s over."),
    ("mojibake twice", "The cafÃƒÂ© closed.", "The café closed."),
    ("mojibake beside clean text", "“Clean” and donâ€™t.", "“Clean” and don’t."),
    ("third byte lost", "â€Yes,â€ she said, and didnâ€t go.", "“Yes,” she said, and didn’t go."),
    ("entity", "Marks &amp; Spencer&rsquo;s profit", "Marks & Spencer’s profit"),
    ("entity, escaped twice", "Marks &amp;amp; Spencer", "Marks & Spencer"),
    ("entity after a bracket", "Profit < 5m &amp; falling", "Profit < 5m & falling"),
    ("entity without semicolon", "Pay &nbsp 5 &#8211 6", "Pay \u00a0 5 – 6"),
    ("cp1252 entity", "It&#146;s", "It’s"),
    ("soft hyphen", "co\u00adope\u00adration", "cooperation"),
    ("zero-width space", "news\u200bpaper", "newspaper"),
    ("word joiner", "3\u2060pm", "3pm"),
    ("byte order mark inside", "one\ufefftwo", "onetwo"),
    ("direction mark", "Berlin\u200e, 1989", "Berlin, 1989"),
    ("ligature", "the ofﬁce ﬂoor", "the office floor"),
    ("private ligature", "the \uf001nal", "the final"),
    ("hyphenated over a line end", "the govern-\nment fell", "the government fell"),
    ("JSON escape", r"It\u2019s fine", "It’s fine"),
    ("quoted-printable", "It=E2=80=99s =93fine=94", "It’s “fine”"),
    ("percent-encoded", "It%E2%80%99s fine", "It’s fine"),
    ("TeX quotes", "``Yes,'' he said", "“Yes,” he said"),
    ("half-curly pair", '"One," he said. "Two,” she said.', '"One," he said. "Two," she said.'),
    ("half-straight pair", '“One,” he said. “Two," she said.', "“One,” he said. “Two,” she said."),
    ("NFD", "cafe\u0301", "café"),
    ("number and unit", "10\u00a0km", "10 km"),
    ("Windows line ends", "one\r\ntwo\r\n", "one\ntwo\n"),
    ("old Mac line ends", "one\rtwo", "one\ntwo"),
    ("control characters", "one\x07 two, and the rest of the line", "one two, and the rest of the line"),
    (
        "only the pair that closes",
        "It rained, ?We said. ?We said it,? he said.",
        "It rained, ?We said. “We said it,” he said.",
    ),
    ("a mark lost to ?", "?We won?t,? he said. Why? Because I?m paid.", "“We won’t,” he said. Why? Because I’m paid."),
    (
        "a mark lost to U+FFFD",
        "It\ufffds a \ufffdtest\ufffd for the town, and the council said that it was not the last of them.",
        "It’s a “test” for the town, and the council said that it was not the last of them.",
    ),
    ("straight quotes around a lost mark", 'The town?s "plan" isn?t new', """The town's "plan" isn't new"""),
    ("two bytes of three lost", "She wonâ??t. â??We canâ??t,â?? he said.", "She won’t. “We can’t,” he said."),
    ("a JSON string", r"Rain\n\nIt\u2019s \"wet\".\n\nThe end.", 'Rain\n\nIt’s "wet".\n\nThe end.'),
    ("a JSON string on one line", r"The \"plan\" costs \u00a35.", 'The "plan" costs £5.'),
    ("a Python bytes string", r"b'The town\xe2\x80\x99s rain\nIt\'s \xc2\xa34.'", "The town’s rain\nIt's £4."),
    (
        "quoted-printable line ends",
        "in Octob=\ner, at =C2=A34 the head=\n, he said",
        "in October, at £4 the head, he said",
    ),
    (
        "soft hyphens at line ends",
        "the inform\u00ad\nation on the depart\u00ad\nment",
        "the information on the department",
    ),
    (
        "a hyphen and a blank inside a word",
        "its capabili- ties and the govern- ment",
        "its capabilities and the government",
    ),
    ("ampersands escaped again and again", "Q&amp;amp;amp;amp;A and the rest", "Q&A and the rest"),
    (
        "tokens of a parser",
        "-LRB- CNN -RRB- -- It did n't rain , he said . `` It 's dry , '' she said . 12 ,000 left .",
        "(CNN) -- It didn't rain, he said. “It's dry,” she said. 12,000 left.",
    ),
    ("lone surrogate", "one \udc92 two", "one \ufffd two"),
]

STAYS = [
    "½ cup, 10 µg, 5², H₂O and №7",
    "Full-width 東京，大阪！",
    "A family 👨\u200d👩\u200d👧 and a flag 🏳️\u200d🌈",
    "می\u200cخواهم",
    "AT&T, R&D and B&Q",
    "https://example.org/caf%C3%A9?a=1&copy=2&reg=3",
    "5% of 80% at 3=3",
    r"C:\users\upload",
    'He is 6\'2" tall and she said "fine".',
    "a well-\nknown face",
    "pre- and post-war, first- and second-class",
    "The caf\ufffd closed; the \ufffdcole did not. Was it? And why?",
    "See https://example.org/page?s=1&t=2 or Who?",
    r"C:\new and C:\names and C:\night",
    "a = b\nand c = d",
    "He said . . . that it did n't",
    "Why? Because I can. Really?",
    '“Curly,” he said. "Straight," she said.',
    "“An unfinished quotation that goes on",
    "One paragraph a line.\nAnother paragraph.\nA third one.",
    "Côte d’Ivoire, Łódź, São Paulo, Ærø",
]


@pytest.mark.parametrize(("what", "broken", "whole"), REPAIRS, ids=[r[0] for r in REPAIRS])
def test_damage_is_repaired(what, broken, whole):
    assert encoded(broken) == whole
    assert encoded(whole) == whole, "a second pass must change nothing"


@pytest.mark.parametrize("text", STAYS)
def test_what_is_whole_stays(text):
    assert encoded(text) == text


def test_what_cannot_be_known_is_flagged():
    text = "It rained, ?We won?t go, he said. The caf\ufffd was closed."
    document = trace(text, stages=("encoding",))
    assert document.text == text.replace("won?t", "won’t")
    assert [w.text.split(":")[0] for w in document.facts(Warn)] == ["encoding.lost", "encoding.question-marks"]


def test_every_change_names_its_rule():
    doc = trace("co\u00adop Q&amp;A donâ€™t", stages=("encoding",), media_type="text/plain")
    assert [c.rule for c in doc.changes] == ["character.soft-hyphen", "entity.html", "mojibake.ftfy"]


def test_an_entity_is_one_change_in_its_place():
    doc = trace("He was glad &ndash; said so &mdash; and left.", stages=("encoding",), media_type="text/plain")
    assert doc.text == "He was glad – said so — and left."
    assert [(c.rule, c.old, c.new) for c in doc.changes] == [
        ("entity.html", "&ndash;", "–"),
        ("entity.html", "&mdash;", "—"),
    ]


ARTICLE = "Zoë said the café’s “new” menu – at £5 – was naïve.\nJosé disagreed. Ça va, said Chloë.\n" * 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_bytes_become_the_right_text(encoding):
    assert decode(ARTICLE.encode(encoding)).text.lstrip("\ufeff") == ARTICLE


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Вчера в Москве прошёл сильный дождь, сообщает городская служба погоды. " * 4),
        ("cp1250", "Wczoraj w Łodzi padał deszcz, a dziś świeci słońce, mówi służba pogody. " * 4),
        ("cp1253", "Χθες στην Αθήνα έβρεξε πολύ, σύμφωνα με την υπηρεσία καιρού. " * 4),
        ("shift_jis", "昨日、東京で強い雨が降ったと気象庁が発表した。" * 6),
        ("euc_kr", "어제 서울에 많은 비가 내렸다고 기상청이 밝혔다. " * 6),
        ("gb18030", "气象局表示，昨天北京下了大雨。" * 8),
        ("cp1252", "Gestern hat es in Köln geregnet; heute scheint die Sonne für alle Bürger. " * 3),
    ],
)
def test_legacy_encodings_of_other_languages(encoding, text):
    assert decode(text.encode(encoding)).text == text


def test_a_declared_charset_that_lies_is_caught():
    page = "<meta charset=iso-8859-1><p>" + "Вчера в Москве прошёл сильный дождь, сообщает служба погоды. " * 6
    assert "дождь" in decode(page.encode("utf-8")).text
    assert "дождь" in decode(page.encode("cp1251")).text


def test_where_the_declared_charset_reads_well_no_detector_is_asked(monkeypatch):
    monkeypatch.setitem(sys.modules, "chardet", None)  # to import it would fail
    page = '<meta charset="windows-1251"><p>Дождь шёл в пятницу, сказал мэр.</p>'
    assert decode(page.encode("cp1251")).text == page


def test_a_charset_of_the_media_type_counts_as_declared():
    data = "Слово за слово.".encode("koi8-r")
    assert decode(data, media_type="text/html; charset=koi8-r").text == "Слово за слово."


def test_english_with_a_borrowed_letter_is_read_as_windows_text():
    text = "The captain of the ferry said that the Café Gröll in the town would be closed for the winter."
    assert decode(text.encode("cp1252")).encoding == "cp1252"


def test_bytes_without_a_text_are_listed_in_order_and_in_linear_time():
    once = decode(b"\x00a" * 3 + b"\xff\xfe\xd8\x00", media_type=None)
    assert isinstance(once.text, str)
    data = codecs.BOM_UTF16_LE + b"\x00\xd8a\x00" * 3
    decoded = decode(data)
    assert [text for text, _ in decoded.undecodable] == sorted(text for text, _ in decoded.undecodable)
    assert all(decoded.text[at] == "\ufffd" for at, _ in decoded.undecodable)
    assert b"".join(piece for _, piece in decoded.undecodable)


def work(text: str) -> None:
    """The encoding stage alone."""
    list(propose(Document(text)))


@pytest.mark.parametrize(
    "unit",
    [
        "The mayorâ€™s office said â€œnoâ€\x9d to the cafÃ©â€™s plan. ",
        "a\u200eb",
        "Q&amp;amp;amp;A ",
        "?A b,? ",
        r"\nA \"b\" \xe2",
        "a- b `` c '' . . ",
        "=\nab",
        "\u00ad\nab",
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(unit):
    assert_linear(work, unit * (40_000 // len(unit)))


def test_an_ampersand_escaped_ten_thousand_times_costs_one_round():
    assert_linear(lambda n: work("Q&" + "amp;" * len(n) + "A"), range(10_000))


def test_utf8_cut_inside_a_character_and_a_line_from_a_windows_editor():
    cut = decode("Zoë said “no".encode()[: -len("no") - 1])
    assert cut.text == "Zoë said \ufffd"
    assert cut.undecodable == ((9, b"\xe2\x80"),)
    mixed = "“Yes,” said Zoë.\n".encode() + "“No,” said José.\n".encode("cp1252") + "“Maybe,” said Chloë.".encode()
    assert decode(mixed).text == "“Yes,” said Zoë.\n“No,” said José.\n“Maybe,” said Chloë."


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00", b"\xff", b"\xfe\xff\xd8", b"\xef\xbb\xbf", bytes(range(256)) * 40, b"\x81" * 999, b"\x1b$B" * 9],
)
def test_no_bytes_are_too_odd(data):
    assert isinstance(decode(data).text, str)


HOSTILE = {
    "newlines": "\n" * 100_000,
    "one long line": "rain fell " * 200_000,
    "one long token": "a" * 1_000_000,
    "mojibake": "â€™" * 30_000,
    "entities": "&amp;" * 20_000,
    "hyphens": "abc-\n" * 20_000,
    "invisible": "\u200b" * 100_000,
    "quotes": '"“' * 50_000,
    "escapes": r"\u2019" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name):
    assert_linear(encoded, HOSTILE[name])


def test_a_codec_exists_for_every_byte_order_mark():
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        assert decode(mark).text in ("", "\ufeff")


def test_the_gate_knows_what_ftfy_touches():
    touched = {*chardata.LIGATURES, *chardata.WIDTH_MAP, *chardata.CONTROL_CHARS, 0x0D, 0x85, 0x2028, 0x2029}
    touched |= {*range(0xD800, 0xE000), *range(0x80, 0xA0)}
    named = re.compile(f"[{mojibake.TOUCHED}]").match
    assert {code for code in range(0x110000) if named(chr(code))} == touched
    frames = ("a_b", " _b", "a_ ", "1_1", " _ ")
    assert not any(is_bad(frame.replace("_", pair)) for frame in frames for pair in mojibake.CLEAN_PAIRS)


def test_a_damaged_text_is_a_text():
    """A few lost characters in a short text, and mojibake however much of it, are no reason to refuse a text."""
    mojibake = ("Вчера в Москве прошёл сильный дождь. " * 20).encode().decode("latin-1")
    assert obstacle(mojibake) is None and obstacle("It\ufffds a \ufffdtest\ufffd") is None
    assert "Москве" in encoded(mojibake)
    assert obstacle("\x01\x02\x03 rain " * 20) is not None
