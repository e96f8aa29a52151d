"""The audit trail: what happened can be shown, and nobody can change it unseen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from desktop.estate.model import BuildingKind, Complex, Dwelling, Household
from desktop.store import Actor, Store, audit
from desktop.store.audit import FieldChange
from desktop.store.verify import ChainCheck, verify
from tests.support.acting import fail_halfway
from tests.support.undoing import nothing_to_undo

SECRET = "Zwaluwstaart-Hoekstra"


def check(store: Store) -> ChainCheck:
    with store.reading() as session:
        return verify(session)


def tamper(store: Store, statement: str) -> None:
    """Change the database behind the program's back."""
    with store.engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text(statement))


@pytest.fixture
def household(any_store: Store, any_who: Actor) -> int:
    """A household whose name was written, and then written better."""
    with any_store.act(any_who, "test.make") as act:
        complex_ = Complex(code="KADE", name="Kadeflat")
        home = Dwelling(complex=complex_, code="K1", street="Kadeflat", house_number="1")
        household = Household(dwelling=home, name="Hoekstra")
        act.session.add(household)
    with any_store.act(any_who, "test.rename") as act:
        act.session.get_one(Household, household.id).name = SECRET
    return household.id


def test_every_action_is_one_entry_with_who_when_which_and_the_values(
    any_store: Store, any_who: Actor, household: int
) -> None:
    with any_store.reading() as session:
        made, renamed = audit.history(session, {"household": [household]})
    assert (made.action, renamed.action) == ("test.make", "test.rename")
    assert renamed.actor == any_who.name
    assert renamed.at == any_store.now()
    assert FieldChange("household", household, "name", "Hoekstra", SECRET) in renamed.changes


def test_an_action_that_fails_leaves_no_entry(any_store: Store, any_who: Actor) -> None:
    before = check(any_store)
    fail_halfway(any_store, any_who, Complex(code="X", name="Weg"))
    assert check(any_store) == before
    with any_store.reading() as session:
        assert session.query(Complex).count() == 0


def test_an_action_that_changes_nothing_leaves_no_entry(any_store: Store, any_who: Actor) -> None:
    before = check(any_store)
    with any_store.act(any_who, "test.look") as act:
        act.session.query(Complex).all()
    assert check(any_store) == before


def test_facts_that_no_row_holds_stand_in_the_entry(any_store: Store, any_who: Actor) -> None:
    with any_store.act(any_who, "test.import") as act:
        act.facts["rows"] = 12
    with any_store.reading() as session:
        entry = session.query(audit.AuditEntry).filter_by(action="test.import").one()
        assert '"facts":{"rows":12}' in entry.changes


def test_a_value_of_a_person_is_not_in_the_chain_itself(any_store: Store, household: int) -> None:
    with any_store.reading() as session:
        assert not any(SECRET in entry.changes for entry in session.query(audit.AuditEntry))


def test_an_untouched_chain_is_whole(any_store: Store, household: int) -> None:
    found = check(any_store)
    assert found.whole
    assert found.entries == 3


def test_a_long_chain_is_walked_in_blocks(
    any_store: Store, any_who: Actor, household: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.verify.BLOCK", 2)
    assert check(any_store).entries == 3
    assert check(any_store).whole


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        pytest.param(
            "UPDATE audit_entry SET changes = replace(changes, 'Kadeflat', 'Parkflat')"
            " WHERE seq = 2",
            2,
            id="a changed value",
        ),
        pytest.param("UPDATE audit_entry SET actor = 'Iemand anders' WHERE seq = 2", 2, id="who"),
        pytest.param(
            "UPDATE audit_entry SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 2", 2, id="when"
        ),
        pytest.param("UPDATE audit_entry SET action = 'test.other' WHERE seq = 3", 3, id="which"),
        pytest.param("UPDATE audit_entry SET changes = 'kapot' WHERE seq = 3", 3, id="rubbish"),
        pytest.param(
            "UPDATE erasable_value SET \"values\" = '[null,\"Jansen\"]' WHERE field = 'name'",
            2,
            id="a changed value of a person",
        ),
        pytest.param("UPDATE audit_head SET seq = 2", 4, id="a head that moved back"),
        pytest.param("DELETE FROM audit_head", 4, id="a head that is gone"),
        pytest.param("DELETE FROM audit_subject WHERE seq = 3", 3, id="a row hidden from search"),
        pytest.param(
            'INSERT INTO erasable_value (seq, table_name, row_id, field, salt, "values")'
            " VALUES (3, 'household', 99, 'name', 'aa', '[null,\"Jansen\"]')",
            3,
            id="a value of a person that was put in",
        ),
    ],
)
def test_tampering_shows_at_the_entry_where_it_was_done(
    any_store: Store, household: int, statement: str, broken_at: int
) -> None:
    tamper(any_store, statement)
    found = check(any_store)
    assert not found.whole
    assert found.broken_at == broken_at


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_an_entry_that_was_taken_out_is_missed(any_store: Store, household: int, seq: int) -> None:
    for table in ("erasable_value", "audit_subject", "audit_entry"):
        tamper(any_store, f"DELETE FROM {table} WHERE seq = {seq}")
    assert check(any_store).broken_at == seq


def test_an_entry_that_was_put_in_does_not_fit(any_store: Store, household: int) -> None:
    tamper(
        any_store,
        "INSERT INTO audit_entry (seq, at, actor_id, actor, action, changes, previous, digest) "
        "SELECT 4, at, actor_id, actor, action, changes, digest, digest FROM audit_entry "
        "WHERE seq = 3",
    )
    assert check(any_store).broken_at == 4


def test_erasing_a_person_leaves_the_chain_whole(
    any_store: Store, any_who: Actor, household: int
) -> None:
    wipe(any_store, any_who, household)
    found = check(any_store)
    assert found.whole
    # Hoekstra, the better name, and the wiping itself.
    assert found.erased == 3


def test_what_was_erased_reads_otherwise_than_what_was_empty(
    any_store: Store, any_who: Actor, household: int
) -> None:
    with any_store.act(any_who, "test.forget_name") as act:
        act.session.get_one(Household, household).name = ""
    last = names_of(any_store, household)[-1]
    assert (last.old, last.new, last.erased) == (SECRET, "", False)
    wipe(any_store, any_who, household)
    assert {(c.old, c.new, c.erased) for c in names_of(any_store, household)} == {
        (None, None, True)
    }


def names_of(store: Store, household: int) -> list[FieldChange]:
    with store.reading() as session:
        lines = audit.history(session, {"household": [household]})
    changes = [change for line in lines for change in line.changes]
    return [c for c in changes if (c.table, c.field) == ("household", "name")]


def test_history_gives_values_as_they_were_and_not_as_they_are_written_down(
    any_store: Store, any_who: Actor
) -> None:
    with any_store.act(any_who, "test.make") as act:
        home = Dwelling(
            complex=Complex(code="KADE", name="Kadeflat", building=BuildingKind.TOWER),
            code="K1",
            street="Kadeflat",
            house_number="1",
            area_m2=Decimal("25.50"),
            step_free=True,
        )
        household = Household(dwelling=home, name="Hoekstra", since=date(2020, 5, 1))
        act.session.add(household)
    rows = {"complex": [home.complex_id], "dwelling": [home.id], "household": [household.id]}
    with any_store.reading() as session:
        [line] = audit.history(session, rows)
    new = {(change.table, change.field): change.new for change in line.changes}
    assert new["complex", "building"] is BuildingKind.TOWER
    assert new["dwelling", "area_m2"] == Decimal("25.50")
    assert new["dwelling", "step_free"] is True
    assert new["household", "since"] == date(2020, 5, 1)


def test_an_entry_that_touched_several_of_the_rows_is_told_once(
    any_store: Store, any_who: Actor
) -> None:
    with any_store.act(any_who, "test.make") as act:
        complexes = [Complex(code=code, name=code) for code in ("KADE", "PARK")]
        act.session.add_all(complexes)
    with any_store.reading() as session:
        lines = audit.history(session, {"complex": [one.id for one in complexes]})
    assert [line.action for line in lines] == ["test.make"]


def wipe(store: Store, who: Actor, household: int) -> None:
    with store.act(who, "test.wipe") as act:
        act.session.get_one(Household, household).name = ""
        act.erase["household"] = [household]
    store.scrub()


def bytes_of(store: Store) -> bytes:
    assert store.path is not None
    return b"".join(part.read_bytes() for part in store.path.parent.glob(f"{store.path.name}*"))


def test_after_scrubbing_no_byte_of_a_wiped_name_is_left_in_the_files(
    store: Store, who: Actor
) -> None:
    with store.act(who, "test.make") as act:
        complex_ = Complex(code="KADE", name=SECRET)  # the search index knows it too
        act.session.add(complex_)
        home = Dwelling(complex=complex_, code="K1", street="Kadeflat", house_number="1")
        household = Household(dwelling=home, name=SECRET)
        act.session.add(household)
    assert SECRET.encode() in bytes_of(store)
    assert b"zwaluwstaart" in bytes_of(store)
    with store.act(who, "test.rename") as act:
        complex_ = act.session.get_one(Complex, complex_.id)
        complex_.name = "Kadeflat"
    # The name of a complex is no value of a person, so the trail keeps it: hide it by hand.
    tamper(store, f"UPDATE audit_entry SET changes = replace(changes, '{SECRET}', 'x')")
    wipe(store, who, household.id)
    assert SECRET.encode() not in bytes_of(store)
    assert b"zwaluwstaart" not in bytes_of(store)


def test_scrubbing_makes_what_came_before_impossible_to_undo(store: Store, who: Actor) -> None:
    with store.act(who, "test.make", undo="maken") as act:
        act.session.add(Complex(code="KADE", name="Kadeflat"))
    store.scrub()
    assert nothing_to_undo(store, who)
