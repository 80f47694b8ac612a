"""The language guess on a paragraph of each language, and where it keeps silent."""

import pytest

from cleaner import BadRules, Pipeline, clean, parse_byline
from cleaner.language import Languages, detect, guess, load, shipped, using
from cleaner.readers.metadata.feeds import part
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.sections import names_section
from cleaner.timestamps.lexicon import words

PARAGRAPHS = {
    "en": "Council officials said on Tuesday that the bridge would stay closed until the end of the month.",
    "de": "Die Brücke bleibt bis Ende des Monats gesperrt, teilte der Stadtrat am Dienstag mit. Das ist nicht neu.",
    "fr": "Le pont restera fermé jusqu'à la fin du mois, a indiqué mardi la mairie, qui cherche une solution.",
    "es": "El puente permanecerá cerrado hasta el final de mes, según informó el ayuntamiento de la ciudad.",
    "it": "Il ponte rimarrà chiuso fino alla fine del mese, ha detto il comune, che non ha una soluzione per la città.",
    "pt": "A ponte vai ficar fechada até ao fim do mês, disse a câmara, que não tem ainda uma solução.",
    "nl": "De brug blijft tot het einde van de maand dicht, zegt de gemeente, die nog niet weet wat er moet.",
}


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS.items())
def test_a_paragraph_is_enough(language, text):
    assert guess(text) == language


@pytest.mark.parametrize("text", ["", "Arsenal 2-1 Chelsea", "東京で地震", "1234 " * 50])
def test_without_function_words_there_is_no_guess(text):
    assert guess(text) is None


def test_elided_words_count():
    french = (
        "Anne Vignot, à la tête d'une liste d'union de la gauche, l'a emporté dimanche. L'abstention a atteint 61 %. "
    )
    french += "Le premier tour s'était tenu le 15 mars, dans l'indifférence. Le maire d'Arc n'a pas réagi."
    assert guess(french) == "fr"
    italian = "L'acqua dell'Arno è salita all'altezza dell'argine, e l'allerta nell'area resta di colore arancione."
    assert guess(italian) == "it"
    assert guess("He'd said that they'd not go, and the mayor's wife didn't mind, she'd told the council.") == "en"


DANISH = (
    "Broen er lukket, siger kommunen, og den bliver ikke åbnet, før der er fundet en løsning. Den blev lukket i går."
)
CATALAN = (
    "El pont romandrà tancat fins a final de mes, segons ha informat l'ajuntament, que no té cap solució més amb això."
)
GALICIAN_SHARED = "O de a o de a que e o a de o"


@pytest.mark.parametrize(("language", "text"), [("da", DANISH), ("ca", CATALAN)])
def test_a_language_is_told_from_its_neighbours_by_the_words_that_they_do_not_share(language, text):
    assert guess(text) == language


def test_a_text_that_two_languages_claim_is_unknown():
    assert guess(GALICIAN_SHARED) is None


def test_few_small_words_among_many_tell_nothing():
    listed = " ".join(f"Kvarnby{chr(97 + n % 26)} Xanthos" for n in range(60))
    assert guess("The result of that is in. " + listed) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "橋は月末まで閉鎖される見通しだと市の担当者が火曜日に述べた。"),
        ("zh", "市政府官员星期二表示，这座桥将关闭到月底，目前还没有找到解决办法。"),
        ("el", "Η γέφυρα θα παραμείνει κλειστή μέχρι το τέλος του μήνα, όπως είπε ο δήμος για το θέμα."),
        ("he", "הגשר יישאר סגור עד סוף החודש, כך אמרה העירייה ביום שלישי, ועדיין אין פתרון."),
    ],
)
def test_a_script_of_its_own_tells_a_language(language, text):
    assert guess(text) == language


def test_the_menu_above_a_long_article_does_not_tell_its_language():
    menu = "\n".join(["the home of the news", "all of it"] * 200)
    assert guess(menu + "\n" + "\n".join([PARAGRAPHS["de"]] * 30)) == "de"


@pytest.mark.parametrize(
    ("told", "text", "found"),
    [("en-US", "de", "de"), ("de-CH", "de", "de-CH"), ("nb", "en", "en"), (None, "fr", "fr")],
)
def test_what_a_page_says_of_its_language_gives_way_to_its_text(told, text, found):
    assert detect(PARAGRAPHS[text], told) == found


def test_a_language_of_ones_own_is_one_folder(tmp_path):
    (tmp_path / "fy").mkdir()
    (tmp_path / "fy" / "language.toml").write_text(
        'name = "Frisian"\nday_first = true\nsmall = "de it fan yn en is dat mei foar net hat"\n'
        'sections = "polityk / ekonomy"\nsignatures = ["it berjocht … ferskynde earst op"]\n'
        '[timestamps]\npublished = "pleatst"\n[timestamps.units]\nhour = "oere"\n',
        encoding="utf-8",
    )
    frisian = load(tmp_path / "fy")
    text = (
        "De brêge is ticht, sei de gemeente, en it is net wis dat it foar it ein fan de moanne oars is mei de auto's."
    )
    assert guess(text) != "fy"
    with using(shipped().plus(frisian)):
        assert guess(text) == "fy"
        assert words().kinds["pleatst"] == "P" and words().units["oere"] == "hour"
        assert names_section(Item(0, 0, "Polityk > Ekonomy"))
        assert part("Einde. It berjocht Rein yn Ljouwert ferskynde earst op De Krante.") == (
            "Rein yn Ljouwert",
            "De Krante",
        )
    assert not names_section(Item(0, 0, "Polityk"))
    assert "pleatst" not in words().kinds


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ('name = "X"\n[calendar]\nmonths = ["a", "b"]', "months has 2 entries"),
        ('name = "X"\ncolour = "red"', "colour"),
        ('name = "X"\n[timestamps]\npublishd = "x"', "timestamps.publishd"),
        ("name = ", "language.toml"),
        ('small = "a b"', "name"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_by_file_and_key(tmp_path, table, reason):
    (tmp_path / "language.toml").write_text(table, encoding="utf-8")
    with pytest.raises(ValueError, match=reason):
        load(tmp_path)


@pytest.mark.parametrize("language", list(shipped()), ids=lambda language: language.code)
def test_every_language_is_well_formed(language):
    assert language.name and (language.small or language.letters or language.months or language.timestamps)
    assert all(word == word.lower() and word.strip() == word for word in language.small)


DUTCH = """Brug in Leerdam blijft dicht

Door Anna de Wit

Gepubliceerd op 3 mei 2023 om 10:05

De brug bij Leerdam blijft tot het einde van de maand dicht, zegt de gemeente, die nog geen oplossing heeft.

Lees ook: Wethouder sluit het zwembad

Tekst gaat verder onder de foto

De wethouder wil dat de provincie meer geld geeft voor het herstel van de oude brug over de Linge.

Meld je aan voor onze nieuwsbrief
"""
WITHOUT_DUTCH = Languages(language for language in shipped() if language.code != "nl")


def test_dutch_is_known_by_its_folder_alone():
    article = clean(DUTCH)
    assert article.language == "nl"
    assert [author.name for author in article.authors] == ["Anna de Wit"]
    assert str(article.date_published).startswith("2023-05-03")
    assert article.text.count("\n") == 2 and "Lees" not in article.text and "nieuwsbrief" not in article.text
    with using(WITHOUT_DUTCH):
        assert guess(article.text) is None
        assert [author.name for author in parse_byline("Door Anna de Wit").authors] != ["Anna de Wit"]
        assert "gepubliceerd" not in words().kinds


def test_a_pipeline_takes_one_more_language(tmp_path):
    folder = tmp_path / "fy"
    folder.mkdir()
    (folder / "language.toml").write_text('name = "Frisian"\nsmall = "de it fan yn en is dat"\n', encoding="utf-8")
    row = "[newsletter.brief]\nmatch = 'oanmelde foar de nijsbrief'\ncuts = ['Oanmelde foar de nijsbrief']\n"
    (folder / "rules.toml").write_text(row + "keeps = ['De nijsbrief.']\nsource = 'own'\n", encoding="utf-8")
    text = "De brêge is ticht\n\nDe brêge is ticht, sei de gemeente, en it is net wis dat it oars is.\n\n"
    text += "Oanmelde foar de nijsbrief"
    pipeline = Pipeline(languages=[folder])
    article = pipeline.clean(text)
    assert article.language == "fy" and "newsletter.fy-brief" in {change.rule for change in article.changes}
    assert "newsletter.fy-brief" not in {change.rule for change in clean(text).changes}
    assert pipeline.fingerprint != Pipeline().fingerprint
    (folder / "rules.toml").write_text(row + "source = 'own'\n", encoding="utf-8")
    with pytest.raises(BadRules, match="needs keeps"):
        Pipeline(languages=[folder])
