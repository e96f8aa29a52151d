"""What goes out as files, and what of persons does not."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop.language import use_language
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.viewings.model import Candidate, Invitation
from desktop.viewings.queries.exporting import exportables
from desktop.viewings.states import GuardEvent, OfferAnswer, Presence
from tests.support.pilot import PilotWorld, Visitor
from tests.support.world import World, make_world

MESSAGES = ("offers", "no-shows", "allocations", "appointments")


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    use_language("en")


@pytest.fixture
def world(store: Store, who: Actor) -> World:
    return make_world(store, who)


def export(store: Store, key: str, path: Path, numbers: Sequence[str] = ()) -> int:
    kind = next(one for one in exportables() if one.key == key)
    with store.reading() as session:
        return kind.write(session, path, numbers, store.now())


def messages(store: Store, key: str, path: Path, numbers: Sequence[str] = ()) -> list[Any]:
    count = export(store, key, path, numbers)
    found = json.loads(path.read_text("utf-8"))
    assert len(found) == count
    return list(found)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_every_offer_goes_out_with_its_answer(store: Store, world: World, tmp_path: Path) -> None:
    refused, accepted = messages(store, "offers", tmp_path / "offers.json")

    assert refused["status"]["code"] == "GEW"
    assert refused["detailStatus"]["code"] == "WBN"
    assert accepted["status"]["code"] == "TOE"
    assert accepted["publicatie"] == {"code": world.decided_code}
    assert accepted["kandidaat"] == {"id": "WZ-00002"}


def test_a_viewing_goes_out_with_numbers_of_hosts_and_slots(
    store: Store, world: World, tmp_path: Path
) -> None:
    [viewing] = messages(store, "appointments", tmp_path / "a.json", [world.vacancy_code])

    extra = {one["naam"]: one["waarde"] for one in viewing["extra-attributen"]}
    assert viewing["status"]["code"] == "GEP"
    assert (extra["tijdvakken"], extra["gastheren"]) == ("6", "2")


def test_a_settled_decision_goes_out_as_an_allocation(
    store: Store, world: World, tmp_path: Path
) -> None:
    [allocation] = messages(store, "allocations", tmp_path / "a.json")

    assert allocation["kandidaat"]["positie"] == 2
    assert allocation["eenheid"] == {"code": "KADE-118"}


def test_who_did_not_appear_goes_out(store: Store, world: World, tmp_path: Path) -> None:
    [event] = messages(store, "no-shows", tmp_path / "n.json")

    assert event["soort"]["code"] == "NOS"
    assert event["contextId"] == world.decided_code


def test_c3_a_no_show_that_the_tour_caused_stays_out(
    store: Store, who: Actor, tmp_path: Path
) -> None:
    with store.act(who, "test.pilot") as act:
        pilot = PilotWorld(act.session)
        kade = pilot.complex("Kadeflat")
        stayed_away = Visitor(priority=True, came=False)
        for counts in (True, False):
            vacancy = pilot.let(kade, visitors=(stayed_away, Visitor(offer=OfferAnswer.ACCEPTED)))
            pilot.guard(vacancy, GuardEvent.NO_SHOW, counts)

    [event] = messages(store, "no-shows", tmp_path / "n.json")

    assert event["contextId"] == "P-1"


@pytest.mark.parametrize("key", [*MESSAGES, "vacancies"])
def test_nothing_of_a_person_goes_out_but_the_reference(
    store: Store, world: World, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "out"
    export(store, key, path)

    written = path.read_text("utf-8-sig")
    with store.reading() as session:
        for candidate in session.query(Candidate):
            for value in (candidate.last_name, candidate.email, candidate.phone, candidate.street):
                assert value not in written


def test_who_was_wiped_stays_out(store: Store, who: Actor, world: World, tmp_path: Path) -> None:
    with store.act(who, "test.wiped") as act:
        for candidate in act.session.query(Candidate):
            candidate.wiped_on, candidate.external_ref = world.now.date(), ""

    assert [messages(store, key, tmp_path / key) for key in MESSAGES[:3]] == [[], [], []]


def test_codes_choose_the_vacancies(store: Store, world: World, tmp_path: Path) -> None:
    assert messages(store, "offers", tmp_path / "o.json", [world.vacancy_code]) == []
    assert len(messages(store, "offers", tmp_path / "o.json", [world.decided_code])) == 2


@pytest.mark.parametrize("key", [*MESSAGES, "vacancies"])
def test_an_unknown_code_is_refused_and_no_file_is_made(
    store: Store, world: World, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "out"

    with pytest.raises(Refused, match="no vacancy with code NONE"):
        export(store, key, path, ["NONE"])

    assert not path.exists()


@pytest.mark.parametrize("key", [*MESSAGES, "vacancies"])
def test_a_place_that_is_not_there_is_refused(
    store: Store, world: World, tmp_path: Path, key: str
) -> None:
    with pytest.raises(Refused, match="could not be saved"):
        export(store, key, tmp_path / "nowhere" / "out")


def test_vacancies_are_counted_in_a_table(store: Store, world: World, tmp_path: Path) -> None:
    path = tmp_path / "vacancies.csv"

    assert export(store, "vacancies", path) == 2

    decided = next(row for row in rows(path) if row["Code"] == world.decided_code)
    assert decided["Address"] == "Kadeflat 118"
    counts = [decided[key] for key in ("Candidates", "Invited", "Came", "Did not appear", "Offers")]
    assert counts == ["10", "6", "5", "1", "2"]


def test_measures_that_are_hidden_have_no_value(store: Store, who: Actor, tmp_path: Path) -> None:
    with store.act(who, "test.pilot") as act:
        pilot = PilotWorld(act.session)
        refuses = Visitor(priority=True, offer=OfferAnswer.REFUSED)
        kade = pilot.complex("Kadeflat")
        pilot.let(kade, visitors=(refuses, refuses, Visitor(offer=OfferAnswer.ACCEPTED)))
    path = tmp_path / "measures.csv"

    assert export(store, "measures", path) == len(rows(path))

    by_name = {row["Measure"]: row for row in rows(path)}
    hidden = by_name["Offers refused: with priority"]
    assert (hidden["Value"], hidden["Number counted"]) == ("", "")
    assert hidden["Result"] == "fewer than 5, not shown"
    pair = by_name["Dwellings for which two hosts were found in time"]
    assert (pair["Value"], pair["Number counted"]) == ("1,0", "1")


def test_measures_take_no_codes(store: Store, world: World, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="give no codes"):
        export(store, "measures", tmp_path / "m.csv", [world.vacancy_code])


def test_a_no_show_is_one_of_an_invitation_that_stands(
    store: Store, who: Actor, world: World, tmp_path: Path
) -> None:
    with store.act(who, "test.cancelled") as act:
        for invitation in act.session.query(Invitation):
            if invitation.presence is Presence.NO_SHOW:
                invitation.cancelled_on = world.now.date()

    assert messages(store, "no-shows", tmp_path / "n.json") == []
