"""Photo credits: lines that are nothing else, and captions that end with one."""

import pytest

from cleaner.parties.bylines import (
    is_credit,
    split_caption,
    split_credit,
    written_part,
)

CREDITS = [
    "STEFANO RELLANDINI/AFP via Getty Images",
    "Photo by Ann Lowe/Getty Images",
    "(Photo by Ann Lowe/Getty Images)",
    "(AP Photo/Ann Lowe, File)",
    "AP Photo/Ann Lowe",
    "REUTERS/Ann Lowe",
    "Photograph: Ann Lowe/The Guardian",
    "Image credit: NASA",
    "Getty Images",
    "Foto: dpa",
    "Foto: Ann Lowe/dpa",
    "Crédit photo : Ann Lowe / AFP",
    "Ann Lowe / EFE",
    "© Ann Lowe/Alamy",
    "Credit: Ann Lowe for The Plain Gazette",
    "[Ann Lowe/Al Jazeera]",
    "Ann Lowe | PA",
    "Courtesy of Ann Lowe",
    "Bild: IMAGO/Ann Lowe",
    "Ann Lowe via Reuters",
]


NOT_CREDITS = [
    "",
    "Photo: a man walks past a shop",
    "Photos",
    "Reuters reported on Monday",
    "The Associated Press contributed to this report.",
    "Ann Lowe",
    "Ann Lowe, Bo Xander",
    "Nature",
    "Focus",
    "Time",
    "He works for Reuters.",
    "Picture this: Ann Lowe at the wheel",
    "Image is everything.",
    "Source: two people who know",
    "A plant in Illinois.",
    "Credit where credit is due",
    "What Reuters knew?",
    "CNN",
    "Share on Facebook",
    "More from Reuters",
    "By Reuters",
    "© 2024 The Plain Gazette",
    "© Plain Media Group GmbH",
    "Reuters: Markets Fall Again",
    "School, Uni, Work",
    "Ann Lowe at the wheel. Photo: Bo Xander",
]


@pytest.mark.parametrize("line", CREDITS)
def test_lines_that_are_credits(line):
    assert is_credit(line)


@pytest.mark.parametrize("line", NOT_CREDITS)
def test_lines_that_are_no_credits(line):
    assert not is_credit(line)


CAPTIONS = [
    ("The plant in Joliet, Illinois.STEFANO RELLANDINI/AFP via Getty Images", "The plant in Joliet, Illinois."),
    ("The plant in Joliet, Illinois. STEFANO RELLANDINI/AFP via Getty Images", "The plant in Joliet, Illinois."),
    ("The mayor on Monday. (Photo by Ann Lowe/Getty Images)", "The mayor on Monday."),
    ("The mayor on Monday (AP Photo/Ann Lowe, File)", "The mayor on Monday"),
    ("The mayor on Monday. [Ann Lowe/Al Jazeera]", "The mayor on Monday."),
    ("The mayor on Monday | Ann Lowe/PA", "The mayor on Monday"),
    ("The mayor on Monday. Photo: Ann Lowe", "The mayor on Monday."),
    ("The mayor on Monday. Credit: Ann Lowe/Reuters", "The mayor on Monday."),
    ("The mayor on Monday. © Ann Lowe", "The mayor on Monday."),
    ("The mayor on Monday. Photograph: Ann Lowe/The Guardian", "The mayor on Monday."),
    ("The mayor on Monday. Picture: PA", "The mayor on Monday."),
    ("The mayor on Monday. Image: Getty Images", "The mayor on Monday."),
    ("The mayor on Monday. Reuters", "The mayor on Monday."),
    ("The mayor on Monday. Ann Lowe/AP", "The mayor on Monday."),
    ("The mayor on Monday. REUTERS/Ann Lowe", "The mayor on Monday."),
    ("The mayor on Monday. Ann Lowe - USA TODAY Sports", "The mayor on Monday."),
    ("The mayor and Michael D. Higgins. | Ann Lowe/PA Images", "The mayor and Michael D. Higgins."),
    ("The mayor said “no”. Ann Lowe/AP", "The mayor said “no”."),
    ("Der Bürgermeister am Montag. Foto: dpa", "Der Bürgermeister am Montag."),
    ("Der Bürgermeister am Montag. (Foto: Ann Lowe/dpa)", "Der Bürgermeister am Montag."),
    ("Der Bürgermeister am Montag © IMAGO/Ann Lowe", "Der Bürgermeister am Montag"),
    ("Le maire, lundi. Crédit photo : Ann Lowe", "Le maire, lundi."),
    ("Le maire, lundi. ANN LOWE / AFP", "Le maire, lundi."),
    ("El alcalde, el lunes. EFE", "El alcalde, el lunes."),
    ("El alcalde, el lunes. EFE/Ann Lowe", "El alcalde, el lunes."),
    ("Il sindaco lunedì. Foto: ANSA", "Il sindaco lunedì."),
    ("De burgemeester op maandag. Foto: ANP", "De burgemeester op maandag."),
    ("(AP Photo/Ann Lowe) The mayor on Monday.", "The mayor on Monday."),
    ("The mayor on Monday.\nGetty Images", "The mayor on Monday."),
    ("The mayor, in a photo by her son. Courtesy of Ann Lowe", "The mayor, in a photo by her son."),
]


NO_CREDIT = [
    "The mayor on Monday.",
    "The mayor (left) and Ann Lowe on Monday.",
    "The mayor met Ann Lowe. Bo Xander stood behind.",
    "The mayor on Monday. Ann Lowe",
    "A photo of Ann Lowe, by her son.",
    "The mayor reads The Guardian.",
    "The mayor, in London. The Times of her life.",
    "Photo: the mayor on Monday.",
    "A reporter (Reuters has 2,500 of them) waits.",
    "The mayor in a suit by Ann Lowe.",
    "The mayor | a portrait",
    "Source: the mayor's office said so on Monday.",
    "The mayor on Monday. He said that AP was wrong.",
    "",
]


@pytest.mark.parametrize("caption, text", CAPTIONS)
def test_captions_part_from_their_credit(caption, text):
    body, credit = split_credit(caption)
    assert body == text
    assert credit is not None and credit in caption


@pytest.mark.parametrize("caption", NO_CREDIT)
def test_captions_without_a_credit_stay(caption):
    assert split_credit(caption) == (caption, None)


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("Das Rathaus in Adorf © Gemeinde Adorf", "Das Rathaus in Adorf", "© Gemeinde Adorf"),
        ("Rescuers at the river on Sunday AP Photo/Ed Hale", "Rescuers at the river on Sunday", "AP Photo/Ed Hale"),
        ("Auch Risiken bergen sie.dpa", "Auch Risiken bergen sie.", "dpa"),
        ("Die Bühne am Abend. IMAGO/Nils Herter", "Die Bühne am Abend.", "IMAGO/Nils Herter"),
        ("De nye båtene. Foto: Privat", "De nye båtene.", "Foto: Privat"),
        ("Глава города. Фото: Иван Петренко", "Глава города.", "Фото: Иван Петренко"),
        ("会見を開く市長ら＝ＡＰ", "会見を開く市長ら", "ＡＰ"),
        ("시장이 연설하고 있다. 연합뉴스", "시장이 연설하고 있다.", "연합뉴스"),
    ],
)
def test_a_caption_is_parted_from_its_credit(caption, text, credit):
    assert split_caption(caption) == (text, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: a man walks past a shop.",
        "Ann Lee (Labour) and Bo Xi (left)",
        "Die Menge auf dem Markt. (Archivbild)",
        "He played Hamlet / Macbeth in London",
        "The 1987 team. Manchester United",
        "Bild: Der Kanzler am Montag in Berlin",
        "Comfort rating: 35°F | 2°C",
        "移送のため署を出る容疑者＝13日、東京で",
    ],
)
def test_a_caption_without_credit_stays_whole(caption):
    assert split_caption(caption) == (caption, None)


def test_who_took_the_pictures_is_no_author():
    assert written_part("Words by Dana Whitfield | Pictures by Leon Marsh") == "By Dana Whitfield"
    assert written_part("Words: Dana Whitfield Photos: Leon Marsh") == "By Dana Whitfield"
