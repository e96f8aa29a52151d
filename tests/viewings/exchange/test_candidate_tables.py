"""A candidate list from a table: what enters, what stays outside and why, what is refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.tables import write_xlsx
from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings.exchange.candidates import CandidateRow, read_candidates
from desktop.viewings.exchange.dropped import Dropped, DropReason, reason_for
from desktop.viewings.exchange.mapping import guess_mapping, is_bsn
from desktop.viewings.exchange.values import LONGEST

LIST = Path(__file__).parent / "data" / "kandidaten.csv"
SECRETS = ("999990019", "20-7-1969", "1969", "geweld", "31234", "hond")


@pytest.fixture
def made(tmp_path):
    """Writes a table and returns its path."""

    def write(text: str, name: str = "lijst.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding)
        return path

    return write


def refusal(path: Path, mapping=None) -> Refused:
    with in_language("en"), pytest.raises(Refused) as refused:
        read_candidates(path, mapping)
    return refused.value


def test_the_whitelisted_fields_of_a_list_enter():
    first, second = read_candidates(LIST).rows
    assert first == CandidateRow(
        rank=1,
        last_name="Velde",
        number="K-1",
        external_ref="I-101",
        initials="N.",
        first_name="Noor",
        prefix="van der",
        email="noor@kandidaat.voorbeeld",
        phone="0700000001",
        street="Parkflat 12 B",
        postcode="9871AC",
        city="Morgenveld",
        registered_on=date(2019, 5, 3),
        priority=True,
        persons=3,
    )
    assert (second.language, second.protected, second.persons) == ("en", True, 1)
    assert second.registered_on == date(2020, 6, 1)


def test_nothing_else_of_a_person_enters():
    listed = read_candidates(LIST)
    everything = str([row._asdict() for row in listed.rows]) + str(listed.dropped)
    assert not [secret for secret in SECRETS if secret in everything]


def test_every_other_column_is_named_with_its_reason():
    assert read_candidates(LIST).dropped == (
        Dropped("BSN", DropReason.BSN),
        Dropped("Geboortedatum", DropReason.BIRTH),
        Dropped("Reden urgentie", DropReason.URGENCY),
        Dropped("Inkomen", DropReason.INCOME),
        Dropped("Huisdier", DropReason.OTHER),
    )


def test_the_reason_is_a_sentence_in_plain_dutch():
    with in_language("nl"):
        assert Dropped("BSN", DropReason.BSN).sentence == (
            "De kolom ‘BSN’ is niet ingelezen: dit programma bewaart geen burgerservicenummers."
        )


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Burgerservicenummer", DropReason.BSN),
        ("bsn_nummer", DropReason.BSN),
        ("Verzamelinkomen 2025", DropReason.INCOME),
        ("income", DropReason.INCOME),
        ("Leeftijd", DropReason.BIRTH),
        ("date of birth", DropReason.BIRTH),
        ("Nationaliteit", DropReason.NATIONALITY),
        ("Geboorteland", DropReason.NATIONALITY),
        ("Geslacht", DropReason.GENDER),
        ("Aanhef", DropReason.GENDER),
        ("aantal kinderen", DropReason.CHILDREN),
        ("Gezinssamenstelling", DropReason.CHILDREN),
        ("Signalering", DropReason.SIGNALS),
        ("huurschuld ja/nee", DropReason.SIGNALS),
        ("Urgentiereden", DropReason.URGENCY),
        ("Soort urgentie", DropReason.URGENCY),
        ("reason for priority", DropReason.URGENCY),
        ("Opmerkingen", DropReason.REMARKS),
        ("Kenteken", DropReason.OTHER),
        ("Tussenvoegsel", DropReason.OTHER),
        ("Achternaam", DropReason.OTHER),
    ],
)
def test_a_heading_gets_the_reason_that_fits(heading, reason):
    assert reason_for(heading) is reason


def test_english_headings_are_understood_too(made):
    path = made("rank,surname,first name,language,persons\n1,Oduya,Sam,english,2\n")
    (row,) = read_candidates(path).rows
    assert (row.last_name, row.first_name, row.language, row.persons) == ("Oduya", "Sam", "en", 2)


def test_a_windows_file_with_commas_reads_the_same(made):
    path = made("volgorde,achternaam\n1,Müller\n", encoding="cp1252")
    assert read_candidates(path).rows[0].last_name == "Müller"


def test_a_workbook_reads_as_a_table(tmp_path):
    path = tmp_path / "lijst.xlsx"
    write_xlsx(path, ["Volgorde", "Naam", "Inschrijfdatum"], [[1, "De Vries", date(2020, 1, 2)]])
    (row,) = read_candidates(path).rows
    assert (row.rank, row.last_name, row.registered_on) == (1, "De Vries", date(2020, 1, 2))


def test_a_chosen_mapping_goes_before_a_guess(made):
    path = made("nr;plek;naam\n9;1;Velde\n8;2;Oduya\n")
    listed = read_candidates(path, {"rank": "plek", "last_name": "naam"})
    assert [row.rank for row in listed.rows] == [1, 2]
    assert listed.dropped == (Dropped("nr", DropReason.OTHER),)


def test_a_guess_takes_each_heading_once():
    assert guess_mapping(["Volgorde", "Naam", "Achternaam", "onbekend"]) == {
        "rank": "Volgorde",
        "last_name": "Achternaam",
    }


def test_a_birth_name_is_a_name_and_no_gender():
    assert guess_mapping(["Geslachtsnaam"]) == {"last_name": "Geslachtsnaam"}


def test_the_same_file_has_the_same_digest_and_another_reading_another(made):
    path = made("nr;plek;naam\n1;2;Velde\n2;1;Oduya\n")
    by_nr = {"rank": "nr", "last_name": "naam"}
    assert read_candidates(path, by_nr).digest == read_candidates(path, by_nr).digest
    by_place = {"rank": "plek", "last_name": "naam"}
    assert read_candidates(path, by_nr).digest != read_candidates(path, by_place).digest


@pytest.mark.parametrize(
    ("lines", "field", "words"),
    [
        ("x;Velde", "rank", "row 2: the rank “x” is no whole number from 1."),
        (";Velde", "rank", "row 2: the rank is missing."),
        ("0;Velde", "rank", "row 2: the rank “0” is no"),
        ("-1;Velde", "rank", "row 2: the rank “-1” is no"),
        ("1,5;Velde", "rank", "row 2: the rank “1,5” is no"),
        ("٣;Velde", "rank", "row 2"),
        ("99999999999999999999;Velde", "rank", "row 2"),
        ("1;Velde\n2;", "last_name", "row 3: the last name is missing."),
        (
            "1;Velde\n2;Oduya\n1;Boer",
            "rank",
            "the rank 1 stands there twice, in row 2 and row 4.",
        ),
        (f"1;{'x' * 81}", "last_name", "row 2: the last name is longer than 80 characters."),
    ],
)
def test_a_list_with_a_wrong_row_is_refused_and_the_row_is_named(made, lines, field, words):
    refused = refusal(made(f"volgorde;achternaam\n{lines}\n"))
    assert refused.field == field
    assert words in refused.sentence


@pytest.mark.parametrize("day", ["31-2-2026", "2026-13-01", "gisteren", "1-1-26", "2026-02-30"])
def test_a_date_that_cannot_be_is_refused(made, day):
    refused = refusal(made(f"volgorde;achternaam;inschrijfdatum\n1;Velde;{day}\n"))
    assert refused.field == "registered_on"
    assert day in refused.sentence


def test_a_reason_in_the_priority_column_is_refused_without_repeating_it(made):
    refused = refusal(made("volgorde;achternaam;urgentie\n1;Velde;huiselijk geweld\n"))
    assert refused.field == "priority"
    assert "geweld" not in refused.sentence


@pytest.mark.parametrize("count", ["0", "31", "veel"])
def test_a_number_of_persons_that_cannot_be_is_refused(made, count):
    assert refusal(made(f"volgorde;naam;personen\n1;Velde;{count}\n")).field == "persons"


@pytest.mark.parametrize("field", sorted(LONGEST))
def test_a_value_as_long_as_the_database_holds_is_taken_and_one_sign_more_is_not(made, field):
    heading = {"last_name": "naam"}.get(field, field)
    mapping = {"rank": "nr", "last_name": "naam", field: heading}
    columns = list(dict.fromkeys(mapping.values()))

    def path(length: int) -> Path:
        cells = {"nr": "1", "naam": "Velde", heading: "x" * length}
        return made(";".join(columns) + "\n" + ";".join(cells[c] for c in columns) + "\n")

    assert getattr(read_candidates(path(LONGEST[field]), mapping).rows[0], field)
    assert refusal(path(LONGEST[field] + 1), mapping).field == field


def test_a_list_without_a_rank_asks_which_column_it_is(made):
    refused = refusal(made("achternaam;dier\nVelde;hond\n"))
    assert refused.field == "mapping:rank"
    assert refused.sentence == "Choose which column is the rank."


@pytest.mark.parametrize(
    ("mapping", "field"),
    [
        ({"rank": "nr"}, "mapping:last_name"),
        ({"rank": "nr", "last_name": "weg"}, "mapping:last_name"),
        ({"rank": "nr", "last_name": "naam", "first_name": "naam"}, "mapping:first_name"),
        ({"rank": "nr", "last_name": "naam", "external_ref": "BSN"}, "mapping:external_ref"),
        ({"rank": "nr", "last_name": "naam", "visit_need": "opmerking"}, "mapping:visit_need"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_at_its_field(made, mapping, field):
    path = made("nr;naam;BSN;opmerking\n1;Velde;999990019;doof\n")
    assert refusal(path, mapping).field == field


def test_citizen_service_numbers_under_another_name_are_refused(made):
    path = made(
        "volgorde;naam;inschrijfnummer\n1;Velde;999990019\n2;Oduya;123456782\n3;Boer;111222333\n"
    )
    refused = refusal(path)
    assert "citizen service numbers" in refused.sentence
    assert "999990019" not in refused.sentence


def test_nine_digits_that_fail_the_eleven_test_are_a_reference():
    assert is_bsn("999990019")
    assert not is_bsn("999990018")
    assert not is_bsn("000000000")
    assert not is_bsn("I-101")


def test_an_empty_list_is_refused(made):
    assert refusal(made("")).field == "file"
    assert refusal(made("volgorde;achternaam\n")).field == "file"


def test_a_picture_is_no_list(tmp_path):
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
    assert refusal(path).field == "file"


def test_a_list_of_two_million_rows_is_refused_before_it_fills_the_memory(tmp_path):
    path = tmp_path / "lijst.csv"
    with path.open("w") as file:
        file.write("volgorde;achternaam\n")
        file.writelines(f"{n};x\n" for n in range(1, 2_000_001))
    assert "200000" in refusal(path).sentence


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4), st.text(max_size=12))
def test_any_headings_give_a_mapping_to_headings_that_are_there(headings, more):
    headings = [*headings, more]
    assert set(guess_mapping(headings).values()) <= set(headings)
