"""The language guess on a paragraph of each language, and where it keeps silent."""

import pytest

from cleaner.language import guess

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
