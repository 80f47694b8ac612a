"""A pipeline of one's own: rows, stages and plug-ins, and what each may not do."""

import pickle
import threading
from importlib.metadata import EntryPoint

import pytest

import cleaner
from cleaner import Pipeline, pipeline
from cleaner.core.document import Document, Edit
from cleaner.rules import BadRules, Rule, faults, read_rules, rulebook

STORY = "Rain again\n\nIt rained in Leeds on Friday, and the river rose.\n\nLight for Leeds!"
LAMP = """
[lamp]
match  = 'light for leeds'
cuts   = ["Light for Leeds!"]
keeps  = ["Light for Leeds failed on Friday."]
source = "own: the Lamp's slogan"
"""


def redact(document: Document):
    """Blank out a name, as a user's own stage may."""
    at = document.text.find("Leeds")
    yield Edit(at, at + 5, "█████", "own.redacted", "a place")


@pytest.fixture
def rules(tmp_path):
    (tmp_path / "slogan.toml").write_text(LAMP)
    return tmp_path


def test_own_rows_cut_and_the_default_pipeline_knows_nothing_of_them(rules):
    article = Pipeline(rules=[rules]).clean(STORY)
    assert "Light for Leeds" not in article.text
    assert "slogan.lamp" in {change.rule for change in article.changes}
    assert "Light for Leeds" in cleaner.clean(STORY).text


def test_own_rows_are_part_of_the_fingerprint(rules):
    plain, own = Pipeline(), Pipeline(rules=[rules])
    assert plain.fingerprint == cleaner.fingerprint() == cleaner.clean(STORY).cleaner.fingerprint
    assert own.fingerprint != plain.fingerprint == Pipeline().fingerprint
    assert own.clean(STORY).cleaner.fingerprint == own.fingerprint
    (rules / "slogan.toml").write_text(LAMP.replace("'light for leeds'", "'light (?:for|in) leeds'"))
    assert Pipeline(rules=[rules]).fingerprint != own.fingerprint


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LAMP.replace("'light for leeds'", "'lights for leeds'"), "slogan.lamp does not match 'Light for Leeds!'"),
        (LAMP.replace("'light for leeds'", "'light for leeds.*'"), "which slogan.lamp keeps"),
        (LAMP.replace("'light for leeds'", "'.*'"), "slogan.lamp cuts "),
        (LAMP.replace("keeps ", "# "), r"slogan.toml: \[lamp\] needs keeps, a list of lines"),
        (LAMP.replace("'light for leeds'", "'light (for leeds'"), "match is no regular expression"),
        (LAMP.replace("'light for leeds'", "'^light for leeds$'"), "leave out"),
        (LAMP + "colour = 1", "unknown field colour"),
        ("[lamp", "slogan.toml"),
    ],
)
def test_rows_that_break_a_promise_are_refused_with_file_and_row(rules, text, reason):
    (rules / "slogan.toml").write_text(text)
    with pytest.raises(BadRules, match=reason):
        Pipeline(rules=[rules])


def test_a_row_may_not_cut_what_a_row_of_the_package_keeps():
    keeper = next(rule for rule in rulebook().rules if rule.keeps)
    greedy = Rule("other.greedy", ".*", ("Anything",), ("",), "own")
    assert any(keeper.id in fault for fault in faults([greedy], [greedy, keeper]))


def test_files_are_named_after_a_kind(tmp_path):
    (tmp_path / "lamps.toml").write_text(LAMP)
    with pytest.raises(BadRules, match="name the file after a kind of boilerplate: ad, bio"):
        read_rules(tmp_path)


def test_own_stages_run_in_the_order_given():
    own = Pipeline(stages=["encoding", "boilerplate", redact, "dates"])
    document = own.trace(STORY)
    assert "█████" in document.text and document.people == [] and len(document.dates) == 1
    (change,) = [c for c in document.changes if c.stage == "redact"]
    assert (change.rule, change.evidence) == ("own.redacted", "a place")
    assert own.fingerprint != cleaner.fingerprint()


def test_no_stage_may_edit_a_text_in_which_mentions_were_found():
    with pytest.raises(ValueError, match="run it before dates and names"):
        Pipeline(stages=["encoding", "boilerplate", "dates", redact]).trace(STORY)


def test_an_unknown_stage_is_named():
    with pytest.raises(ValueError, match="no stage spelling; there are encoding, boilerplate"):
        Pipeline(stages=["spelling"])
    with pytest.raises(ValueError, match="no stage spelling"):
        cleaner.trace(STORY, stages=["spelling"])


def test_an_installed_package_adds_a_stage_before_dates(monkeypatch):
    point = EntryPoint("redact", "test_pipeline:redact", pipeline.PLUGINS)
    monkeypatch.setattr(EntryPoint, "load", lambda self: redact)
    monkeypatch.setattr(pipeline, "entry_points", lambda group: [point] if group == "cleaner.stages" else [])
    pipeline._installed.cache_clear()
    try:
        own = Pipeline()
        assert list(own.stages) == ["encoding", "boilerplate", "typos", "redact", "dates", "names"]
        assert "█████" in own.clean(STORY).text
        assert own.fingerprint != cleaner.fingerprint()
    finally:
        pipeline._installed.cache_clear()


def test_threads_share_a_pipeline_and_do_not_see_each_others_rows(rules):
    own, found = Pipeline(rules=[rules]), {}

    def work(name, pipe):
        found[name] = [pipe.clean(STORY).text for _ in range(20)]

    threads = [threading.Thread(target=work, args=(n, own if n % 2 else Pipeline())) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for n, texts in found.items():
        assert len(set(texts)) == 1 and ("Light for" in texts[0]) == (n % 2 == 0)


def test_a_pipeline_travels_to_another_process(rules):
    own = pickle.loads(pickle.dumps(Pipeline(rules=[rules])))
    assert "Light for" not in own.clean(STORY).text
