"""Complexes, dwellings, households, the corporation and its letterhead."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from PIL import Image

from desktop.estate import actions
from desktop.estate.facts import (
    ComplexFacts,
    DwellingFacts,
    HouseholdFacts,
    OrganisationFacts,
    postcode,
)
from desktop.estate.model import OrganisationKind
from desktop.estate.queries import complexes, corporation, dwellings, organisations, setting
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store, search

KADEFLAT = ComplexFacts(code="KADE", name="Kadeflat", city="Morgenveld", dwelling_count=140)
HOME = DwellingFacts(
    code="KADE-214",
    street="Kadeflat",
    house_number="214",
    postcode="1234ab",
    floor=2,
    rooms=3,
    area_m2=Decimal("67.5"),
    rent_cents=64_120,
)
MORGENWONEN = OrganisationFacts(OrganisationKind.CORPORATION, "Woonstichting Morgenwonen")


@pytest.fixture
def kadeflat(any_store: Store, any_who: Actor) -> int:
    return actions.add_complex(any_store, any_who, KADEFLAT)


def picture(kind: str, size: tuple[int, int] = (20, 10)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "green").save(file, kind)
    return file.getvalue()


def test_a_complex_is_kept_as_it_was_filled_in(any_store: Store, kadeflat: int) -> None:
    with any_store.reading() as session:
        (line,) = complexes(session)
    assert (line.id, line.facts, line.known_dwellings) == (kadeflat, KADEFLAT, 0)


def test_a_complex_can_be_found(any_store: Store, kadeflat: int) -> None:
    with any_store.reading() as session:
        assert [e.id for e in search.find(session, "kad", ["complex"])] == [kadeflat]


def test_a_new_complex_can_be_undone(any_store: Store, any_who: Actor, kadeflat: int) -> None:
    assert any_store.undo(any_who) == "Nieuw complex"
    with any_store.reading() as session:
        assert complexes(session) == ()


def test_a_code_belongs_to_one_complex(any_store: Store, any_who: Actor, kadeflat: int) -> None:
    with pytest.raises(Refused, match="KADE is al in gebruik") as refusal:
        actions.add_complex(any_store, any_who, ComplexFacts(code=" KADE ", name="Anders"))
    assert refusal.value.field == "code"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (ComplexFacts(code="", name="Kadeflat"), "code"),
        (ComplexFacts(code="X", name="  "), "name"),
        (ComplexFacts(code="X", name="x" * 121), "name"),
        (ComplexFacts(code="X", name="X", dwelling_count=-1), "dwelling_count"),
    ],
)
def test_a_complex_that_cannot_be_is_refused_at_its_field(
    store: Store, who: Actor, facts: ComplexFacts, field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        actions.add_complex(store, who, facts)
    assert refusal.value.field == field


def test_the_second_one_to_change_a_complex_chooses(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    theirs = ComplexFacts(code="KADE", name="Kadeflat Oost")
    mine = ComplexFacts(code="KADE", name="Kadeflat West")
    actions.change_complex(any_store, Actor(None, "Karim"), kadeflat, theirs, seen=1)
    with pytest.raises(Conflict) as conflict:
        actions.change_complex(any_store, any_who, kadeflat, mine, seen=1)
    assert conflict.value.theirs == {"name": "Kadeflat Oost"}
    actions.change_complex(any_store, any_who, kadeflat, mine, seen=2)
    with any_store.reading() as session:
        assert complexes(session)[0].facts.name == "Kadeflat West"


def test_a_dwelling_is_kept_with_its_postcode_tidied(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    home = actions.add_dwelling(any_store, any_who, kadeflat, HOME)
    with any_store.reading() as session:
        (line,) = dwellings(session, kadeflat)
    assert (line.id, line.address, line.complex_name) == (home, "Kadeflat 214", "Kadeflat")
    assert (line.facts.postcode, line.facts.area_m2) == ("1234 AB", Decimal("67.50"))


def test_a_dwelling_is_changed(any_store: Store, any_who: Actor, kadeflat: int) -> None:
    home = actions.add_dwelling(any_store, any_who, kadeflat, HOME)
    changed = DwellingFacts(code="KADE-214", street="Kadeflat", house_number="214 A", rooms=4)
    actions.change_dwelling(any_store, any_who, home, changed, seen=1)
    with any_store.reading() as session:
        assert dwellings(session)[0].facts == changed


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rooms": 0}, "rooms"),
        ({"floor": 900}, "floor"),
        ({"area_m2": Decimal("0.5")}, "area_m2"),
        ({"rent_cents": -1}, "rent_cents"),
        ({"postcode": "0123 AB"}, "postcode"),
        ({"house_number": ""}, "house_number"),
    ],
)
def test_a_dwelling_that_cannot_be_is_refused_at_its_field(
    store: Store, who: Actor, change: dict[str, object], field: str
) -> None:
    complex_ = actions.add_complex(store, who, KADEFLAT)
    facts = DwellingFacts(**{"code": "K", "street": "Kade", "house_number": "1", **change})
    with pytest.raises(Refused) as refusal:
        actions.add_dwelling(store, who, complex_, facts)
    assert refusal.value.field == field


def test_dwellings_stand_in_the_order_in_which_people_count(store: Store, who: Actor) -> None:
    complex_ = actions.add_complex(store, who, KADEFLAT)
    for number in ("10", "9", "100", "10A", "bg"):
        facts = DwellingFacts(code=number, street="Kadeflat", house_number=number)
        actions.add_dwelling(store, who, complex_, facts)
    with store.reading() as session:
        numbers = [line.facts.house_number for line in dwellings(session)]
    assert numbers == ["bg", "9", "10", "10A", "100"]


@pytest.mark.parametrize("typed", ["1234AB", "1234 ab", " 1234 AB "])
def test_a_postcode_is_written_one_way(typed: str) -> None:
    assert postcode(typed) == "1234 AB"


def test_a_household_lives_in_one_dwelling_at_a_time(any_store: Store, any_who: Actor) -> None:
    complex_ = actions.add_complex(any_store, any_who, KADEFLAT)
    home = actions.add_dwelling(any_store, any_who, complex_, HOME)
    first = actions.add_household(
        any_store, any_who, home, HouseholdFacts("Fam. Smit", since=date(2020, 1, 1))
    )
    with any_store.reading() as session:
        assert dwellings(session)[0].household == "Fam. Smit"
    newcomers = HouseholdFacts("Fam. Bakker", since=date(2026, 12, 1))
    with pytest.raises(Refused, match="ander huishouden"):
        actions.add_household(any_store, any_who, home, newcomers)
    left = HouseholdFacts("Fam. Smit", since=date(2020, 1, 1), until=date(2026, 11, 30))
    actions.change_household(any_store, any_who, first, left)
    actions.add_household(any_store, any_who, home, newcomers)
    with any_store.reading() as session:
        assert dwellings(session)[0].household == "Fam. Bakker"


def test_a_tenancy_does_not_end_before_it_begins(store: Store, who: Actor) -> None:
    home = actions.add_dwelling(store, who, actions.add_complex(store, who, KADEFLAT), HOME)
    facts = HouseholdFacts("Fam. Smit", since=date(2026, 1, 2), until=date(2026, 1, 1))
    with pytest.raises(Refused) as refusal:
        actions.add_household(store, who, home, facts)
    assert refusal.value.field == "until"


def test_there_is_one_corporation(any_store: Store, any_who: Actor) -> None:
    actions.add_organisation(any_store, any_who, MORGENWONEN)
    with pytest.raises(Refused, match="Er is één corporatie"):
        actions.add_organisation(any_store, any_who, MORGENWONEN)
    with any_store.reading() as session:
        found = corporation(session)
    assert found is not None
    assert found.facts == MORGENWONEN


def test_other_organisations_are_listed_apart(any_store: Store, any_who: Actor) -> None:
    actions.add_organisation(any_store, any_who, MORGENWONEN)
    facts = OrganisationFacts(OrganisationKind.MUNICIPALITY, "Gemeente Morgenveld")
    municipality = actions.add_organisation(any_store, any_who, facts)
    with any_store.reading() as session:
        assert [(o.id, o.facts) for o in organisations(session)] == [(municipality, facts)]


def test_an_e_mail_address_must_be_able_to_be_one(store: Store, who: Actor) -> None:
    facts = OrganisationFacts(OrganisationKind.OTHER, "X", email="verhuur.morgenwonen")
    with pytest.raises(Refused, match="e-mailadres"):
        actions.add_organisation(store, who, facts)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_kept(any_store: Store, any_who: Actor, kind: str) -> None:
    actions.add_organisation(any_store, any_who, MORGENWONEN)
    logo = picture(kind)
    actions.set_logo(any_store, any_who, logo)
    with any_store.reading() as session:
        found = corporation(session)
    assert found is not None
    assert found.logo == logo


@pytest.mark.parametrize(
    ("logo", "why"),
    [
        (b"hallo", "geen PNG of JPEG"),
        (picture("BMP"), "geen PNG of JPEG"),
        (picture("JPEG", (800, 800))[:2000], "geen PNG of JPEG"),
        (picture("PNG", (5000, 10)), "4.000"),
        (picture("PNG") + bytes(1024 * 1024), "1 MB"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_refused(
    store: Store, who: Actor, logo: bytes, why: str
) -> None:
    actions.add_organisation(store, who, MORGENWONEN)
    with pytest.raises(Refused, match=why):
        actions.set_logo(store, who, logo)


def test_a_logo_needs_a_corporation(store: Store, who: Actor) -> None:
    with pytest.raises(Refused, match="Vul eerst"):
        actions.set_logo(store, who, picture("PNG"))


def test_a_setting_is_the_same_at_every_desk(any_store: Store, any_who: Actor) -> None:
    for hours in (24, 48):
        with any_store.act(any_who, "test.setting") as act:
            actions.put_setting(act.session, "answer_hours", hours)
    colleague = Store.open(any_store.address)
    with colleague.reading() as session:
        assert setting(session, "answer_hours") == 48
        assert setting(session, "never set") is None
    colleague.close()
