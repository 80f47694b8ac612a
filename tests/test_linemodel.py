"""The model of the line: deterministic, bounded, typed, explained; and it keeps its hands off prose."""

import re
from pathlib import Path

import pytest
from growth import assert_linear

from cleaner.core import tables
from cleaner.core.document import Context, Document
from cleaner.models.line import judge, kind_of
from cleaner.models.line.context import CONTEXT
from cleaner.models.line.kinds import alternatives
from cleaner.models.line.model import package_model
from cleaner.models.line.second_look import SECOND_LOOK, SURE_ODDS, SecondLook
from cleaner.models.line.shape import names, plain, shape
from cleaner.models.trees import summed
from cleaner.stages.boilerplate import propose

STORY = """Ferry company adds winter crossings
The ferry company that links the island with the mainland will run four extra crossings a week this winter, it said on
Tuesday, after residents complained that they could not reach the hospital and be home on the same day.
The timetable takes effect on the first weekend of November and will be reviewed in March, when the company expects to
know how many passengers have used the new sailings and what they cost.
What residents say
“We have asked for this since the old boat was sold,” said Marian Holt, who runs the grocery at the harbour and whose
mother travels to the mainland twice a week for treatment. “It makes all the difference.”
The council, which pays two thirds of the subsidy, said that it had not been told before the announcement and would ask
the company to explain how the costs were worked out, a spokesman said.
Four extra crossings, and who pays for them, will be discussed at a public meeting in the hall on Thursday night,
to which the company has sent word that it will come."""
LINES = [" ".join(part.split()) for part in re.split(r"\n(?=[A-Z“])", STORY)]


def cuts(text: str) -> dict[str, str]:
    document = Document(text, Context())
    document = document.apply("boilerplate", propose(document))
    return {c.old.strip(): c.rule for c in document.changes if not c.new and c.old.strip()}


def test_a_story_loses_only_its_title():
    assert set(cuts("\n".join(LINES))) <= {LINES[0]}


def test_furniture_among_paragraphs_goes_and_says_why():
    text = "\n".join([*LINES[:3], "Click here to join our WhatsApp channel for island news", *LINES[3:]])
    found = cuts(text)
    assert all(re.match(r"[a-z]+\.[a-z][a-z-]*", rule) for rule in found.values())


def test_plain_paragraphs_are_not_judged():
    assert [i for i in judge(LINES) if plain(LINES[i])] == []


def test_known_lines_are_not_judged():
    assert 0 not in judge(LINES, known={0: "title.line"})


def test_verdicts_do_not_change():
    assert judge(LINES) == judge(list(LINES))


def test_features_have_names():
    model = package_model()
    assert list(model.names) == [*names(), *CONTEXT, *SECOND_LOOK]
    assert len(shape("Read more").values) == len(names())


@pytest.mark.parametrize("kind", ["article", "page"])
@pytest.mark.parametrize("sight", ["first", "second"])
def test_trees_speak_of_features_that_exist(kind, sight):
    model = package_model()
    trees = getattr(getattr(model, kind), sight)

    def features(node):
        if isinstance(node, tuple):
            yield node[0]
            yield from features(node[2])
            yield from features(node[3])

    used = {f for tree in trees for f in features(tree)}
    assert used and max(used) < len(model.names) - (len(SECOND_LOOK) if sight == "first" else 0)
    assert isinstance(summed(trees)([0] * len(model.names)), int)


def test_markers_that_come_back_between_paragraphs_are_no_company():
    lines = ["Prose.", "Article content", "Heading", "Article content", "More prose.", "Article content"]
    second = SecondLook(lines, [-4000, SURE_ODDS, 0, SURE_ODDS, -5000, SURE_ODDS])
    row = dict(zip(SECOND_LOOK, second.row(2), strict=True))
    assert (row["first-1"], row["first+1"]) == (-4000, -5000)


def test_kinds_are_of_the_closed_list():
    kinds = {kind["name"] for kind in tables.single("linemodel/kinds.toml")["kind"]} | {"other", "related", "caption"}
    for line in ("Share", "Follow us", "© 2024 The Post", "Rain in Leeds", "Ann Lee is a reporter at the Post.", ""):
        assert kind_of(line) in kinds


@pytest.mark.parametrize(
    "line",
    ["a" * 2_000_000, "Rain " * 300_000, "(" * 300_000, "“" * 300_000, "1, " * 300_000, "A.B" * 300_000],
    ids=["one token", "words", "brackets", "quotes", "numbers", "glued"],
)
def test_hostile_lines_take_linear_time(line):
    assert_linear(lambda part: (judge([part, "Rain in Leeds", part]), kind_of(part)), line)


@pytest.mark.parametrize(
    "line", ["Share", "Read more: rain in Leeds", "Rain fell in Leeds, " * 6], ids=["share", "links", "prose"]
)
def test_many_lines_take_linear_time(line):
    assert_linear(judge, [f"{line} {n % 977}" for n in range(8000)])


def test_empty_text():
    assert judge([]) == {}


def test_the_string_that_an_alternative_needs_is_in_all_that_it_matches():
    lines = [line for path in Path("raw").rglob("*.txt") for line in path.read_text("utf-8", "replace").splitlines()]
    lines += ["buy now", "© 2024 a", "(ann lee)", "5 photos", "read more", "emails alerts", "paid content"]
    for kind in tables.single("linemodel/kinds.toml")["kind"]:
        whole = re.compile(kind["find"])
        parts = [(needed, re.compile(pattern)) for needed, pattern in alternatives(kind["find"])]
        for line in map(str.lower, lines):
            found = any(needed in line and pattern.search(line) for needed, pattern in parts)
            assert found == (whole.search(line) is not None), (kind["name"], line)
