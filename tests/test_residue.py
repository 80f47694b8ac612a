"""Residue of forms and players inside the lines of a dump."""

from test_dump_forms import HEADLINE, STORY, clean

MIDDLE = """
American Samoa Andorra Angola Antigua and Barbuda Argentina Belgium Belize Cape Verde Congo, Democratic Republic of
Denmark Ecuador Fiji Ghana Haiti India Jamaica Kenya Latvia Malta Nepal Oman Peru Qatar Rwanda Spain Togo Uganda
Vanuatu Yemen Zambia
""".split()  # noqa: SIM905


def test_a_forms_menu_of_countries_goes_and_names_no_places():
    menu = f"Choose your country Afghanistan Albania Algeria {' '.join(MIDDLE)} Zimbabwe"
    article = clean(HEADLINE, *STORY, menu)
    assert "Andorra" not in article.text and not article.places
    listed = f"Visas are free for Afghanistan, Albania, Algeria, {', '.join(MIDDLE)} and Zimbabwe, it said."
    assert listed in clean(HEADLINE, *STORY, listed).text
