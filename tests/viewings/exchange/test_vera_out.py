"""The VERA messages that go out fit the standard and hold nobody's secrets.

The components in use stand beside this test; the whole set is used too where it is at hand.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings import codes
from desktop.viewings.codes import Status
from desktop.viewings.exchange.vera_out import (
    AllocationOut,
    AppointmentOut,
    NoShowOut,
    OfferOut,
    PolicyOut,
    allocation_message,
    appointment_message,
    no_show_message,
    offer_message,
    taken_back_message,
    write_messages,
)
from desktop.viewings.states import Level, OfferAnswer, ViewingKind

OWN = Path(__file__).parent / "data" / "vera-out.json"
WHOLE = Path(__file__).parents[4] / "shared" / "vera" / "wrv-messages.json"
FILES = [OWN, *([WHOLE] if WHOLE.exists() else [])]
FIELDS = json.loads(OWN.read_text("utf-8"))["fields"]
POLICY = PolicyOut(Level.A, 2)
NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)

OFFER = OfferOut(
    id="AAN-1",
    publication="PUB-7",
    candidate="KAN-1",
    status=Status("GEW", "WOB"),
    made_at=NOON,
    deadline_at=datetime(2026, 11, 27, 16, tzinfo=UTC),
    policy=POLICY,
    answered_at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
    viewing="12",
)
NO_SHOW = NoShowOut("NOS-1", "PUB-7", "KAN-1", NOON, POLICY)
ALLOCATION = AllocationOut(
    id="TOE-1",
    publication="PUB-7",
    dwelling="VHE-7",
    candidate="KAN-1",
    rank=3,
    persons=2,
    settled_at=NOON,
    second_reader=True,
    policy=POLICY,
    rent_cents=64120,
)
VIEWING = AppointmentOut(
    id="12",
    publication="PUB-7",
    address="Kadeflat 214",
    status=Status("GEP"),
    kind=ViewingKind.GROUP,
    starts_at=NOON,
    ends_at=datetime(2026, 11, 25, 13, tzinfo=UTC),
    slots=6,
    households_per_slot=1,
    hosts=2,
    policy=POLICY,
)
MESSAGES = [
    ("Aanbieding", "Aanbiedingen-Aanbiedingbericht", offer_message(OFFER)),
    (
        "Puntengebeurtenis",
        "Puntengebeurtenissen-Puntengebeurtenisbericht",
        no_show_message(NO_SHOW),
    ),
    (
        "Puntengebeurtenis",
        "Puntengebeurtenissen-Puntengebeurtenisbericht",
        taken_back_message(NO_SHOW, "INS-1", NOON, "Wij maakten een fout"),
    ),
    ("Toewijzing", "Toewijzingen-Toewijzingbericht", allocation_message(ALLOCATION)),
]
EVERY = [
    *((entity, message) for entity, _, message in MESSAGES),
    ("Afspraak", appointment_message(VIEWING)),
]


def extra(message: dict) -> dict[str, str]:
    return {pair["naam"]: pair["waarde"] for pair in message["extra-attributen"]}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
@pytest.mark.parametrize(("entity", "component", "message"), MESSAGES, ids=lambda x: str(x)[:20])
def test_a_message_fits_the_schema_of_the_standard(path, entity, component, message):
    standard = json.loads(path.read_text("utf-8"))
    validator = Draft7Validator(
        {"$ref": f"#/components/schemas/{component}", "components": standard["components"]}
    )
    assert [error.message for error in validator.iter_errors(message)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_the_schema_would_see_a_field_of_another_kind(path):
    standard = json.loads(path.read_text("utf-8"))
    validator = Draft7Validator(
        {
            "$ref": "#/components/schemas/Toewijzingen-Toewijzingbericht",
            "components": standard["components"],
        }
    )
    assert not validator.is_valid({**allocation_message(ALLOCATION), "huishoudgrootte": "twee"})


@pytest.mark.parametrize(("entity", "message"), EVERY)
def test_a_message_has_only_fields_that_the_entity_has(entity, message):
    assert set(message) - {"extra-attributen"} <= set(FIELDS[entity])


@pytest.mark.parametrize(("entity", "message"), EVERY)
def test_every_moment_is_a_moment_with_its_zone_on_the_dutch_clock(entity, message):
    moments = [key for key in message if FIELDS[entity].get(key, {}).get("format") == "date-time"]
    assert moments
    for key in moments:
        assert message[key].endswith("+01:00")
        assert datetime.fromisoformat(message[key]).tzinfo is not None


@pytest.mark.parametrize(("entity", "message"), EVERY)
def test_every_code_is_one_in_use_and_has_its_name(entity, message):
    for key, field in FIELDS[entity].items():
        if "codelist" in field and key in message:
            labels = codes.LABELS[codes.CodeList(field["codelist"])]
            assert message[key]["code"] in labels
            assert message[key]["naam"]


def test_an_offer_says_its_answer_reason_and_viewing():
    message = offer_message(OFFER)
    assert message["status"] == {"code": "GEW", "naam": "Geweigerd"}
    assert message["detailStatus"]["code"] == "WOB"
    assert message["vervaldatum"] == "2026-11-27T17:00:00+01:00"
    assert message["bezichtiging"] == "urn:samenspraak:afspraak:12"
    assert message["publicatie"] == {"code": "PUB-7"}


def test_an_open_offer_leaves_out_what_is_not_there_yet():
    answer = codes.offer_status(OfferAnswer.OPEN, "", settled=False)
    message = offer_message(
        OfferOut("AAN-2", "PUB-7", "KAN-2", answer, NOON, NOON, PolicyOut(Level.B, 1))
    )
    assert not {"detailStatus", "antwoorddatum", "bezichtiging"} & set(message)


def test_what_the_standard_lacks_goes_along_as_extra_attributes():
    assert extra(offer_message(OFFER)) == {"mateVanInvloed": "A", "werkwijzeVersie": "2"}
    assert extra(allocation_message(ALLOCATION))["tweedeLezer"] == "ja"
    assert extra(appointment_message(VIEWING)) == {
        "mateVanInvloed": "A",
        "werkwijzeVersie": "2",
        "publicatie": "PUB-7",
        "soortBezichtiging": "groep",
        "tijdvakken": "6",
        "huishoudensPerTijdvak": "1",
        "gastheren": "2",
    }


def test_a_no_show_that_is_taken_back_names_the_event_it_is_about():
    message = taken_back_message(NO_SHOW, "INS-1", NOON, "Wij maakten een fout")
    assert message["soort"]["code"] == "INS"
    assert message["gerelateerdeGebeurtenis"] == {"id": "NOS-1"}


def test_an_allocation_says_from_which_place_and_nothing_about_income_or_priority():
    message = allocation_message(ALLOCATION)
    assert message["kandidaat"]["positie"] == 3
    assert message["rekenhuur"] == 641.2
    assert not {"inkomen", "rekeninkomen", "voorrangsregelingen"} & set(message)


def test_names_are_dutch_when_the_screen_is_english():
    with in_language("en"):
        assert offer_message(OFFER)["status"]["naam"] == "Geweigerd"


def test_messages_are_written_as_a_list_that_reads_back(tmp_path):
    path = tmp_path / "aanbiedingen.json"
    assert write_messages(path, [offer_message(OFFER), offer_message(OFFER)]) == 2
    assert json.loads(path.read_text("utf-8"))[0] == offer_message(OFFER)


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(Refused):
        write_messages(tmp_path / "weg" / "x.json", [])
