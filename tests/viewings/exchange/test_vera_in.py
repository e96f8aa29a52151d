"""VERA messages Publicatie and Kandidaat: what enters, what stays outside, what is refused."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings.exchange.candidates import CandidateRow
from desktop.viewings.exchange.dropped import DropReason
from desktop.viewings.exchange.vera_in import (
    DwellingRow,
    PublicationRow,
    is_json,
    read_candidates,
    read_publications,
)

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 24)
SECRETS = (
    "999990019",
    "1969",
    "SYR",
    "VRO",
    "31234",
    "huurschuld",
    "GEW",
    "geweld",
    "BIN",
    "REL-1",
)


@pytest.fixture
def candidates():
    return json.loads((DATA / "kandidaten.json").read_text("utf-8"))


@pytest.fixture
def publication():
    return json.loads((DATA / "publicatie.json").read_text("utf-8"))


@pytest.fixture
def made(tmp_path):
    """Writes something as JSON, or text as it is, and returns the path."""

    def write(content: object) -> Path:
        path = tmp_path / "bericht.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return path

    return write


def refusal(read, *args) -> Refused:
    with in_language("en"), pytest.raises(Refused) as refused:
        read(*args)
    return refused.value


def test_a_candidate_enters_with_the_whitelisted_fields_only():
    first, second = read_candidates(DATA / "kandidaten.json", TODAY).rows
    assert first == CandidateRow(
        rank=1,
        last_name="Velde",
        number="PUB-7-1",
        external_ref="KAN-1",
        initials="N.",
        first_name="Noor",
        prefix="van der",
        email="noor@kandidaat.voorbeeld",
        phone="0700000001",
        street="Parkflat 12B-2",
        postcode="9871AC",
        city="Morgenveld",
        registered_on=date(2019, 5, 3),
        priority=True,
        persons=3,
    )
    assert (second.language, second.phone, second.persons) == ("en", "0700000002", 1)


def test_nothing_else_of_a_person_enters():
    listed = read_candidates(DATA / "kandidaten.json", TODAY)
    everything = str([row._asdict() for row in listed.rows]) + str(listed.dropped)
    assert not [secret for secret in SECRETS if secret in everything]


def test_every_field_that_stays_outside_is_named_once_with_its_reason():
    found = {d.column: d.reason for d in read_candidates(DATA / "kandidaten.json", TODAY).dropped}
    assert found["relatie.bsn"] is DropReason.BSN
    assert found["relatie.geboortedatum"] is DropReason.BIRTH
    assert found["relatie.geslacht"] is DropReason.GENDER
    assert found["relatie.nationaliteit"] is DropReason.NATIONALITY
    assert found["relatie.inkomens"] is DropReason.INCOME
    assert found["verzamelinkomen"] is DropReason.INCOME
    assert found["aantalKinderen"] is DropReason.CHILDREN
    assert found["relatie.signaleringen"] is DropReason.SIGNALS
    assert found["relatie.voorrangsregelingen.detailSoort"] is DropReason.URGENCY
    assert found["relatie.voorrangsregelingen.naam"] is DropReason.URGENCY
    assert found["eenheid"] is DropReason.OTHER


def test_C1_priority_is_an_urgency_that_is_valid_today_and_nothing_else(candidates, made):
    first, second = read_candidates(DATA / "kandidaten.json", TODAY).rows
    assert first.priority
    assert not second.priority  # ended, and a tie to the region is no urgency
    later = read_candidates(made(candidates), date(2027, 2, 2)).rows
    assert not later[0].priority


def test_C2_a_contact_that_is_secret_makes_the_candidate_protected():
    assert [r.protected for r in read_candidates(DATA / "kandidaten.json", TODAY).rows] == [
        False,
        True,
    ]


def test_one_message_alone_or_a_wrapped_list_reads_as_a_list(candidates, made):
    assert len(read_candidates(made(candidates[0]), TODAY).rows) == 1
    assert len(read_candidates(made({"kandidaten": candidates}), TODAY).rows) == 2


def test_extra_attributes_around_a_message_change_nothing(candidates, made):
    with_extra = {**candidates[1], "extra-attributen": [{"naam": "geloof", "waarde": "x"}]}
    listed = read_candidates(made(with_extra), TODAY)
    assert [d.column for d in listed.dropped] == ["extra-attributen"]


def test_the_same_messages_have_the_same_digest(candidates, made):
    path = made(candidates)
    assert read_candidates(path, TODAY).digest == read_candidates(path, TODAY).digest


def test_a_publication_enters_with_its_dwelling():
    assert read_publications(DATA / "publicatie.json") == (
        PublicationRow(
            code="PUB-7",
            dwelling=DwellingRow(
                code="VHE-7",
                street="Kadeflat",
                number="214",
                kind="GAL",
                postcode="9871AB",
                city="Morgenveld",
                floor=4,
                rooms=3,
                area_m2=Decimal("68.5"),
                rent_cents=64120,
                cluster_code="CL-KADE",
                cluster_name="Kadeflat",
            ),
            model="AAN",
            advert_from=date(2026, 11, 6),  # half past eleven in the evening in UTC is the next day
            advert_until=date(2026, 11, 13),
            viewing=datetime(2026, 11, 25, 13, tzinfo=UTC),
            available_on=date(2026, 12, 14),
        ),
    )


def test_a_moment_without_a_zone_is_on_the_dutch_clock(publication, made):
    publication["bezichtigingsdatum"] = "2026-07-01T14:00:00"
    (row,) = read_publications(made(publication))
    assert row.viewing == datetime(2026, 7, 1, 12, tzinfo=UTC)


def test_a_viewing_without_a_time_is_no_moment(publication, made):
    publication["bezichtigingsdatum"] = "2026-07-01"
    assert read_publications(made(publication))[0].viewing is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": "", "id": ""}, "the code of the publication is missing"),
        ({"eenheden": []}, "has 0 dwellings"),
        ({"eenheden": [{}, {}]}, "has 2 dwellings"),
        ({"eenheden": "VHE-7"}, "“eenheden” is not built"),
        ({"model": {"code": "ZZZ"}}, "“ZZZ” is not a VERA code"),
        ({"model": "AAN"}, "“model” is not built"),
        ({"begindatum": "2026-02-30"}, "“2026-02-30” is no date"),
        ({"begindatum": "2026-11-14"}, "ends before it begins"),
        ({"begindatum": 20261114.5}, "“begindatum” is no text"),
        ({"code": "x" * 61}, "“code” is longer than 60 characters"),
    ],
)
def test_a_publication_that_cannot_be_is_refused_with_its_row(publication, made, change, words):
    refused = refusal(read_publications, made([{**publication, **change}]))
    assert "bericht.json, row 1: " in refused.sentence
    assert words in refused.sentence


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": ""}, "the code of the dwelling is missing"),
        ({"adres": {}}, "address of dwelling VHE-7 is missing"),
        ({"etage": "vier"}, "“etage” is no whole number"),
        ({"etage": True}, "“etage” is no whole number"),
        ({"rekenhuur": -1}, "“rekenhuur” is no number from 0"),
        ({"rekenhuur": "gratis"}, "“rekenhuur” is no number from 0"),
    ],
)
def test_a_dwelling_that_cannot_be_is_refused(publication, made, change, words):
    publication["eenheden"][0].update(change)
    assert words in refusal(read_publications, made(publication)).sentence


def test_one_publication_twice_in_a_file_is_refused(publication, made):
    refused = refusal(read_publications, made([publication, publication]))
    assert refused.sentence == "bericht.json, row 2: the publication PUB-7 stands there twice."


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"positie": 0}, "rank", "the rank “0”"),
        ({"positie": None}, "rank", "the rank is missing"),
        ({"positie": 1}, "rank", "stands there twice, in row 1 and row 2"),
        ({"positie": 1.5}, "file", "“positie” is no text"),
        ({"relatie": {}}, "last_name", "the last name is missing"),
        ({"relatie": {"achternaam": "a\u0000b"}}, "last_name", "cannot be read"),
        ({"relatie": {"achternaam": "\ud800"}}, "last_name", "cannot be read"),
        ({"relatie": {"achternaam": ["Velde"]}}, "file", "“achternaam” is no text"),
        ({"relatie": {"achternaam": "x" * 81}}, "last_name", "longer than 80"),
        ({"relatie": "REL-2"}, "file", "“relatie” is not built"),
        ({"aantalVolwassenen": 31}, "persons", "number of persons “31”"),
        ({"aantalVolwassenen": "twee"}, "file", "“aantalVolwassenen” is no whole number"),
        ({"code": "PUB-7-1"}, "number", "candidate number PUB-7-1 stands there twice"),
    ],
)
def test_a_candidate_that_cannot_be_is_refused(candidates, made, change, field, words):
    candidates[1].update(change)
    refused = refusal(read_candidates, made(candidates), TODAY)
    assert refused.field == field
    assert words in refused.sentence


def test_messages_of_another_kind_are_refused_by_name(candidates, publication, made):
    assert "messages “Publicatie”" in refusal(read_candidates, made(publication), TODAY).sentence
    assert "messages “Kandidaat”" in refusal(read_publications, made(candidates)).sentence
    assert "no messages “Kandidaat”" in refusal(read_candidates, made({"a": 1}), TODAY).sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("   \n", "is empty"),
        ("[]", "holds no messages"),
        ('[{"positie": 1, "relatie": {"achter', "was cut off"),
        ('[{"positie": 1},', "was cut off"),
        ("[1, 2]", "not a file with JSON messages"),
        ('"tekst"', "not a file with JSON messages"),
        ("[{'positie': 1}]", "not valid JSON: see line 1"),
        ('[{"positie": NaN}]', "not a file with JSON messages"),
        ('[{"positie": ' + "9" * 5000 + "}]", "not a file with JSON messages"),
        ("[" * 200_000, "too deeply"),
        ('{"a":' * 200_000, "too deeply"),
    ],
    ids=lambda x: x[:20],
)
def test_a_file_that_is_broken_is_refused_in_words(made, text, words):
    assert words in refusal(read_candidates, made(text), TODAY).sentence


def test_a_file_of_bytes_is_refused_in_words(tmp_path):
    path = tmp_path / "bericht.json"
    path.write_bytes(b"[\xff\xfe\x00\x9d\xc3")
    assert refusal(read_candidates, path, TODAY).field == "file"


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    assert refusal(read_candidates, tmp_path / "weg.json", TODAY).field == "file"
    assert refusal(is_json, tmp_path / "weg.json").field == "file"


def test_two_hundred_thousand_and_one_messages_are_too_many(made):
    many = "[" + ",".join(['{"positie":1}'] * 200_001) + "]"
    assert "200000" in refusal(read_candidates, made(many), TODAY).sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [('\ufeff  [{"a": 1}]', True), ("{}", True), ("volgorde;naam", False), ("", False)],
)
def test_a_message_is_known_by_its_bracket_and_not_by_its_name(tmp_path, text, expected):
    path = tmp_path / "lijst.txt"
    path.write_text(text, "utf-8")
    assert is_json(path) is expected
