"""People in the text: own sentences with their people, invariants on generated text, hostile input."""

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from growth import assert_linear
from hypothesis import given, settings, strategies as st

from cleaner.core.document import Document
from cleaner.core.parts import Person
from cleaner.stages.names import propose

LINES = (Path(__file__).parent / "people_cases.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]
MARKED = re.compile(r"\[(\d+) ([^\]]+)\]")


def people(text: str) -> list[Person]:
    return [fact for fact in propose(Document(text)) if isinstance(fact, Person)]


def marked(text: str) -> str:
    """The text with every mention in brackets, persons numbered by their first mention."""
    mentions = sorted((m.start, m.end, n) for n, p in enumerate(people(text), 1) for m in p.mentions)
    for start, end, n in reversed(mentions):
        text = f"{text[:start]}[{n} {text[start:end]}]{text[end:]}"
    return text


def renumbered(text: str) -> str:
    numbers: dict[str, int] = {}
    return MARKED.sub(lambda m: f"[{numbers.setdefault(m[1], len(numbers) + 1)} {m[2]}]", text)


def cases() -> list[object]:
    return [
        pytest.param(c.removeprefix("xfail "), marks=pytest.mark.xfail(strict=True) if c.startswith("xfail ") else ())
        for c in CASES
    ]


@pytest.mark.parametrize("case", cases())
def test_people_of_a_text(case):
    case = case.replace("⏎", "\n")
    assert marked(MARKED.sub(r"\2", case)) == renumbered(case)


@pytest.mark.parametrize(
    ("text", "name", "honorifics", "suffix", "role"),
    [
        ("U.S. Secretary of State Antony Blinken left.", "Antony Blinken", (), None, "U.S. Secretary of State"),
        ("Antony Blinken, the U.S. secretary of state, left.", "Antony Blinken", (), None, "U.S. secretary of state"),
        ("Dr. Ruth Adler spoke. Prof. Adler left.", "Ruth Adler", ("Dr.", "Prof."), None, None),
        ("Robert F. Kennedy Jr. ran.", "Robert F. Kennedy", (), "Jr.", None),
        ("He met Azerbaijani President Ilham Aliyev.", "Ilham Aliyev", (), None, "Azerbaijani President"),
        ("Ann Lee, a spokeswoman, agreed.", "Ann Lee", (), None, "spokeswoman"),
        ("On Monday Mayor Ann Lee agreed.", "Ann Lee", (), None, "Mayor"),
        ("House Oversight Chairman James Comer", "James Comer", (), None, "House Oversight Chairman"),
        ("Ann Lee, who lives in Leeds, agreed.", "Ann Lee", (), None, None),
        ("the former finance minister Ann Lee", "Ann Lee", (), None, "former finance minister"),
        ("Sir Keir Starmer agreed.", "Keir Starmer", ("Sir",), None, None),
        ("It rained, said Helen Strachan, the.", "Helen Strachan", (), None, None),
        ("Ann Lee, chief executive of Acme, agreed.", "Ann Lee", (), None, "chief executive of Acme"),
        ("Tom Price, the former congressman who left in May, agreed.", "Tom Price", (), None, "former congressman"),
        ("Ann Lee, M.D. and Thorsten Steiner, M.D. agreed.", "Ann Lee", (), None, None),
        ("Ann Lee, the director and Bo Xi, the manager, agreed.", "Ann Lee", (), None, "director"),
        ("Ann Lee, chairman and CEO of Acme, agreed.", "Ann Lee", (), None, "chairman and CEO of Acme"),
        ("An adviser to Committee Chairman Ann Lee left.", "Ann Lee", (), None, "Committee Chairman"),
        ("Ann Lee, a campaign manager for Mr. Biden, agreed.", "Ann Lee", (), None, "campaign manager"),
        ("They met in Ann Lee, the president said nothing of it, and left.", "Ann Lee", (), None, None),
        ("Ann Lee, an analyst for the bank told the paper, was glad.", "Ann Lee", (), None, "analyst for the bank"),
        ("That’s Sen. Ann Lee.", "Ann Lee", (), None, "Sen."),
        ("Read more on Personal Health Ann Lee writes.", "Ann Lee", (), None, None),
        ("Supreme Court Justice Ann Lee agreed.", "Ann Lee", (), None, "Supreme Court Justice"),
        ("The lawyers Ann Lee and Bo Xi agreed.", "Ann Lee", (), None, None),
        ("He moved to investigate former Vice President Ann Lee.", "Ann Lee", (), None, "former Vice President"),
        ("He spoke on Monday, naming campaign manager Ann Lee.", "Ann Lee", (), None, "campaign manager"),
        ("The president reimbursed attorney Ann Lee.", "Ann Lee", (), None, "attorney"),
        ("“It works,” write researcher Ann Lee of Leeds.", "Ann Lee", (), None, "researcher"),
        ("“It works,” State Department spokeswoman Ann Lee said.", "Ann Lee", (), None, "State Department spokeswoman"),
        ("Senate Confirms Pro-Life Health Secretary Ann Lee After Long Debate", "Ann Lee", (), None, None),
        ("It works, explained senior researcher Dr. Ann Lee.", "Ann Lee", ("Dr.",), None, "senior researcher"),
        ("It rained in January. Then Ann “Count” Lee took over.", "Ann “Count” Lee", (), None, None),
        ("First lady Ann Lee agreed.", "Ann Lee", (), None, "First lady"),
        ("The administration yanked CNN reporter Ann Lee's pass.", "Ann Lee", (), None, "CNN reporter"),
        ("Das Bild des Künstlers Guido Weggenmann hängt nicht mehr dort.", "Guido Weggenmann", (), None, "Künstler"),
        ("« La défiance est profonde », juge Mme Binet, qui a parlé hier.", "Binet", ("Mme",), None, None),
    ],
)
def test_name_honorifics_suffix_and_role(text, name, honorifics, suffix, role):
    person = people(text)[0]
    assert (person.name, person.honorifics, person.suffix, person.role) == (name, honorifics, suffix, role)


WORDS = st.sampled_from(
    """Ann Lee Biden Joe Dr. President said of the de la von Paris May " ( ) , . ; Jr. O'Brien al-Assad ANN St. / ⏎
    Street University É 李 I'm 12 - – McDonald J. R. Hong Kong 's ’s""".split()  # noqa: SIM905
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join).map(lambda t: t.replace("⏎", "\n")) | st.text(max_size=200))
def test_mentions_stand_where_they_say_and_never_overlap(text):
    mentions = sorted((m.start, m.end, m.text) for p in people(text) for m in p.mentions)
    assert all(text[start:end] == found for start, end, found in mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(mentions))
    assert people(text) == people(text)


def test_the_same_people_whatever_the_hash_seed():
    text = " ".join(MARKED.sub(r"\2", case) for case in CASES)
    code = "import sys; from cleaner.stages.names.people import people; print(list(people(sys.stdin.read())))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=text,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def names(n: int) -> list[str]:
    syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()  # noqa: SIM905
    return [(syllables[i % 20] + syllables[i // 20 % 20] + syllables[i // 400 % 20] + "son").title() for i in range(n)]


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200_000,
        "Ann " * 25_000,
        "\n" * 200_000,
        "Ann Lee said. " * 15_000,
        ". ".join(f"John {name} said" for name in names(5_000)),
        ". ".join(f"{name} Smith and Smith said" for name in names(5_000)),
        "Van der " * 25_000,
        "A.-" * 60_000,
        "Ann ( " * 20_000,
        "Ann “" * 20_000,
        "Ann, the " + "very " * 20_000,
        "O'" * 90_000,
        "Mr. " * 25_000,
    ],
    ids=lambda text: repr(text[:24]),
)
def test_hostile_input_takes_linear_time(text):
    assert_linear(people, text)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Mr. Castellano declined.", "high"),
        ("Maria Keller agreed.", "high"),
        ("Biden agreed.", "high"),
        ("Zelo Dunn, 34, was shot.", "low"),
        ("Zelo Dunn, 34, was shot. Dunn died. Dunn was 34.", "high"),
    ],
)
def test_confidence_is_low_where_one_weak_sign_stands_behind_a_name(text, confidence):
    assert [person.confidence for person in people(text)] == [confidence]
