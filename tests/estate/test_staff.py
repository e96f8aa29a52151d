"""Who works here, who may change that, and the PIN that proves it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.estate.facts import StaffFacts
from desktop.estate.login import current_user, ensure_user, login_here
from desktop.estate.model import Role, StaffUser
from desktop.estate.pins import prove, prove_any, set_pin, wait_after
from desktop.estate.queries import staff
from desktop.estate.staff import add_staff, change_staff
from desktop.refused import Refused
from desktop.store import Actor, Store, audit
from tests.support.clock import Clock

PIN = "2580"


@pytest.fixture
def manager(any_store: Store) -> Actor:
    return ensure_user(any_store, "sanne")


@pytest.fixture
def consultant(any_store: Store, manager: Actor) -> Actor:
    return ensure_user(any_store, "karim")


def test_the_first_user_is_made_from_the_operating_system_and_is_manager(
    any_store: Store,
) -> None:
    first = ensure_user(any_store)
    assert (first.name, first.role) == (login_here(), Role.MANAGER.value)


def test_the_next_users_are_consultants(consultant: Actor) -> None:
    assert consultant.role == Role.CONSULTANT.value


def test_somebody_is_met_once(any_store: Store, manager: Actor) -> None:
    assert ensure_user(any_store, "sanne") == manager
    with any_store.reading() as session:
        assert len(staff(session)) == 1
        assert current_user(session, "sanne") == manager
        assert current_user(session, "niemand") is None


def test_a_manager_adds_a_colleague(any_store: Store, manager: Actor) -> None:
    facts = StaffFacts("els", "Els Brouwer", Role.AUDITOR)
    add_staff(any_store, manager, facts)
    assert ensure_user(any_store, "els").name == "Els Brouwer"


def test_a_colleague_is_in_the_list_once(any_store: Store, manager: Actor) -> None:
    with pytest.raises(Refused, match="sanne staat al"):
        add_staff(any_store, manager, StaffFacts("sanne", "Sanne"))


def test_a_consultant_adds_nobody(any_store: Store, consultant: Actor) -> None:
    with pytest.raises(Refused, match="Alleen een leidinggevende"):
        add_staff(any_store, consultant, StaffFacts("els", "Els"))


def test_everybody_changes_their_own_name(any_store: Store, consultant: Actor) -> None:
    assert consultant.id is not None
    change_staff(any_store, consultant, consultant.id, StaffFacts("karim", "Karim Haddad"))
    assert ensure_user(any_store, "karim").name == "Karim Haddad"


def test_nobody_makes_themselves_manager(any_store: Store, consultant: Actor) -> None:
    assert consultant.id is not None
    facts = StaffFacts("karim", "Karim", Role.MANAGER)
    with pytest.raises(Refused, match="Alleen een leidinggevende"):
        change_staff(any_store, consultant, consultant.id, facts)


def test_a_role_that_was_claimed_is_not_believed(any_store: Store, consultant: Actor) -> None:
    """What counts is the list of colleagues, not what the caller says to be."""
    claimed = Actor(consultant.id, consultant.name, Role.MANAGER.value)
    with pytest.raises(Refused, match="Alleen een leidinggevende"):
        add_staff(any_store, claimed, StaffFacts("els", "Els"))


def test_the_last_manager_stays_manager(any_store: Store, manager: Actor) -> None:
    assert manager.id is not None
    with pytest.raises(Refused, match="altijd een leidinggevende"):
        change_staff(any_store, manager, manager.id, StaffFacts("sanne", "Sanne"))


def test_who_was_taken_off_the_list_does_not_come_in(
    any_store: Store, manager: Actor, consultant: Actor
) -> None:
    assert consultant.id is not None
    gone = StaffFacts("karim", "Karim", active=False)
    change_staff(any_store, manager, consultant.id, gone)
    with pytest.raises(Refused, match="werkt niet meer"):
        ensure_user(any_store, "karim")


def test_a_right_pin_says_who_somebody_is(any_store: Store, manager: Actor) -> None:
    assert manager.id is not None
    set_pin(any_store, manager, PIN)
    assert prove(any_store, manager.id, PIN) == manager


def test_a_pin_is_kept_as_a_hash_and_is_not_in_the_trail(any_store: Store, manager: Actor) -> None:
    set_pin(any_store, manager, "73915")
    with any_store.reading() as session:
        assert staff(session)[0].has_pin
        for entry in session.query(audit.AuditEntry):
            assert "73915" not in entry.changes
            assert "argon2" not in entry.changes


@pytest.mark.parametrize(
    "pin", ["", "123", "12a4", "1234567890123", "²³⁴⁵", "1111", "1234", "9876"]
)
def test_a_pin_that_is_no_pin_or_easy_to_guess_is_refused(
    store: Store, who: Actor, pin: str
) -> None:
    with pytest.raises(Refused) as refusal:
        set_pin(store, who, pin)
    assert refusal.value.field == "pin"


def test_a_new_pin_needs_the_old_one(store: Store, who: Actor) -> None:
    set_pin(store, who, PIN)
    with pytest.raises(Refused, match="Vul eerst uw pincode in"):
        set_pin(store, who, "7391")
    with pytest.raises(Refused, match="klopt niet"):
        set_pin(store, who, "7391", present="8204")
    set_pin(store, who, "7391", present=PIN)
    assert who.id is not None
    assert prove(store, who.id, "7391") == who


def test_without_a_pin_nothing_is_proved(store: Store, who: Actor) -> None:
    assert who.id is not None
    with pytest.raises(Refused, match="nog geen pincode"):
        prove(store, who.id, PIN)


def guess(store: Store, user: Actor, times: int = 1) -> str:
    assert user.id is not None
    sentence = ""
    for _ in range(times):
        with pytest.raises(Refused) as refusal:
            prove(store, user.id, "0000")
        sentence = refusal.value.sentence
    return sentence


def test_after_five_wrong_ones_even_the_right_one_waits(
    any_store: Store, manager: Actor, clock: Clock
) -> None:
    assert manager.id is not None
    set_pin(any_store, manager, PIN)
    assert "Probeer het opnieuw" in guess(any_store, manager, 4)
    assert "30 seconden" in guess(any_store, manager)
    with pytest.raises(Refused, match="30 seconden"):
        prove(any_store, manager.id, PIN)
    clock.move_on(seconds=30)
    assert prove(any_store, manager.id, PIN) == manager


def test_the_wait_doubles_with_every_wrong_one(store: Store, who: Actor, clock: Clock) -> None:
    set_pin(store, who, PIN)
    guess(store, who, 5)
    clock.move_on(seconds=30)
    assert "60 seconden" in guess(store, who)
    clock.move_on(seconds=60)
    assert "2 minuten" in guess(store, who)


def test_guessing_while_waiting_makes_the_wait_no_longer(
    store: Store, who: Actor, clock: Clock
) -> None:
    set_pin(store, who, PIN)
    guess(store, who, 10)
    clock.move_on(seconds=30)
    assert who.id is not None
    assert prove(store, who.id, PIN) == who


def test_starting_the_program_again_helps_nobody(any_store: Store, manager: Actor) -> None:
    set_pin(any_store, manager, PIN)
    guess(any_store, manager, 5)
    again = Store.open(any_store.address)
    again.now = any_store.now
    assert "30 seconden" in guess(again, manager)
    again.close()


def test_a_right_pin_begins_the_count_again(store: Store, who: Actor) -> None:
    set_pin(store, who, PIN)
    guess(store, who, 4)
    assert who.id is not None
    prove(store, who.id, PIN)
    assert "Probeer het opnieuw" in guess(store, who, 4)


def test_any_colleague_can_end_tenant_mode(
    any_store: Store, manager: Actor, consultant: Actor
) -> None:
    set_pin(any_store, manager, PIN)
    set_pin(any_store, consultant, "7391")
    assert prove_any(any_store, "7391") == consultant
    assert prove_any(any_store, PIN) == manager


def test_guessing_the_pin_of_anybody_is_slowed_too(store: Store, who: Actor, clock: Clock) -> None:
    set_pin(store, who, PIN)
    for _ in range(5):
        with pytest.raises(Refused):
            prove_any(store, "0000")
    with pytest.raises(Refused, match="30 seconden"):
        prove_any(store, PIN)
    assert who.id is not None
    assert prove(store, who.id, PIN) == who
    clock.move_on(seconds=30)
    assert prove_any(store, PIN) == who


def test_who_was_taken_off_the_list_ends_no_tenant_mode(store: Store, who: Actor) -> None:
    manager = ensure_user(store, "sanne")
    with store.act(who, "test.manager") as act:
        act.session.get_one(StaffUser, manager.id).role = Role.MANAGER
    set_pin(store, who, PIN)
    assert who.id is not None
    change_staff(store, manager, who.id, StaffFacts("noor", "Noor", active=False))
    with pytest.raises(Refused, match="klopt niet"):
        prove_any(store, PIN)


def test_wrong_guesses_stand_in_the_trail(store: Store, who: Actor) -> None:
    set_pin(store, who, PIN)
    guess(store, who, 2)
    with store.reading() as session:
        wrong = session.query(audit.AuditEntry).filter_by(action="estate.pin.wrong")
        assert wrong.count() == 2


def test_a_wait_is_at_most_half_a_day() -> None:
    assert wait_after(4) == timedelta()
    assert wait_after(5) == timedelta(seconds=30)
    assert wait_after(1000) == timedelta(hours=12)
