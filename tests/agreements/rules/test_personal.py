"""What tenants ask is kept without who asked it: the check points at what may tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.personal import PersonalKind, sentence, spots

PHONE, EMAIL = PersonalKind.PHONE, PersonalKind.EMAIL
ADDRESS, NAME = PersonalKind.ADDRESS, PersonalKind.NAME


def found(text: str) -> list[tuple[PersonalKind, str]]:
    return [(spot.kind, spot.words) for spot in spots(text)]


@pytest.mark.parametrize(
    "number",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "06.1234.5678",
        "070-123 45 67",
        "(070) 123 45 67",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031 70 1234567",
    ],
)
def test_a_dutch_phone_number_is_seen_however_it_is_written(number: str) -> None:
    assert found(f"Bel mij op {number}, alstublieft.") == [(PHONE, number)]


@pytest.mark.parametrize(
    "text",
    [
        "Op 05-11-2026 19.30 uur begint het.",
        "Op 05-11-2026 19 uur begint het.",
        "De huur is 1234,56 en in 2026 150 woningen.",
        "De brief heeft kenmerk 2026-0012345.",
        "NL91ABNA0417164300",
        "Op dinsdag 24 november 2026 19:30 - 21:00 uur.",
    ],
)
def test_days_amounts_and_long_numbers_are_no_phone_numbers(text: str) -> None:
    assert PHONE not in {spot.kind for spot in spots(text)}


def test_an_email_address_is_seen_without_the_marks_around_it() -> None:
    assert found("Mail (j.jansen+1@voorbeeld.nl).") == [(EMAIL, "j.jansen+1@voorbeeld.nl")]


@pytest.mark.parametrize("address", ["Kadestraat 12", "Havenweg 3b", "1234 AB", "huisnummer 12"])
def test_where_somebody_lives_is_seen(address: str) -> None:
    assert found(f"De lamp bij {address} is stuk.") == [(ADDRESS, address)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mevrouw Jansen wacht al lang.", "Jansen"),
        ("De heer De Vries wacht al lang.", "De Vries"),
        ("Dhr. van den Berg wacht al lang.", "van den Berg"),
        ("Mijn buurman Youssef wacht al lang.", "Youssef"),
        ("Ik heet Fatima.", "Fatima."),
        ("Mijn naam is Ria.", "Ria."),
        ("Volgens J. de Vries duurt het lang.", "J. de Vries"),
        ("Dit zegt A.B. de Wit.", "A.B. de Wit."),
        ("Mevrouw A. Jansen wacht.", "A. Jansen"),
        ("Mijn man Ahmed is ziek.", "Ahmed"),
        ("Fatima el Amrani vraagt het.", "Fatima el Amrani"),
        ("Jan Jansen vraagt het.", "Jan Jansen"),
        ("Vraag van Ayşe Yılmaz", "Ayşe Yılmaz"),
    ],
)
def test_a_name_is_seen(text: str, name: str) -> None:
    assert found(text) == [(NAME, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Laat ons meedenken over de plattegronden.",
        "Wij wachten te lang op een kleinere woning.",
        "De hal van de Havenflat is ’s avonds donker.",
        "Wie betaalt er na isolatie?",
        "Maak parkeren bij de flat gratis.",
        "Bel ons voordat u een brief van de deurwaarder stuurt.",
        "Zet een bank bij de lift.",
        "De bushalte is te ver.",
        "Wanneer is mijn straat aan de beurt?",
        "Gemeente Morgenveld en Samen Morgenveld praten hierover.",
        "Het gaat om blok A. De lift is stuk.",
        "Er is te weinig groen bij blok B. Bewoners willen bomen.",
        "De Jan Steenstraat is donker.",
        "Mijn man is ziek en de lift is kapot.",
        "De heer wethouder moet komen kijken.",
        "Dank u, mevrouw. Het is goed zo.",
        "In 2026 is de straat aan de beurt.",
        "Mark staat bij ons op het dak.",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_sentence_is_the_one_of_the_published_list() -> None:
    assert sentence(spots("Bel 0612345678.")) == (
        "In de tekst lijkt een telefoonnummer te staan. Haal het weg, of bevestig dat het mag "
        "blijven."
    )


def test_the_sentence_names_each_kind_once() -> None:
    assert sentence(spots("Bel mevrouw Jansen of dhr. Bakker op 0612345678 of a@b.nl.")) == (
        "In de tekst lijkt een naam, een telefoonnummer en een e-mailadres te staan. Haal het "
        "weg, of bevestig dat het mag blijven."
    )


@given(st.text())
def test_any_text_can_be_looked_at_and_every_place_is_in_it(text: str) -> None:
    for spot in spots(text):
        assert text[spot.start : spot.end] == spot.words != ""
