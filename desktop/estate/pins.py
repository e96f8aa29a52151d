"""A PIN proves who somebody is at another person's desk: a second reader, or staff who leave
tenant mode. It is kept as an argon2 hash, and guessing gets slower and slower."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.actions import put_setting
from desktop.estate.login import actor_of
from desktop.estate.model import Setting, StaffUser
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.found import found

SHORTEST = 4
LONGEST = 12
FREE_GUESSES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=12)


def wait_after(wrong: int) -> timedelta:
    """How long nobody can try after so many wrong ones in a row: nothing for the first four, then
    half a minute, and twice as long each time, up to half a day."""
    if wrong < FREE_GUESSES:
        return timedelta()
    doublings = min(wrong - FREE_GUESSES, 20)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def has_pin(session: Session, user_id: int) -> bool:
    return found(session, StaffUser, user_id).pin_hash is not None


def set_pin(store: Store, who: Actor, pin: str, present: str | None = None) -> None:
    """Choose one's own PIN, of 4 to 12 digits. Who has one, gives that one as `present`.

    Refuses digits that are all the same or simply count on."""
    _check_choice(pin)
    if who.id is None:
        raise Refused(_("First choose who you are."), "login")
    with store.reading() as session:
        chosen_before = has_pin(session, who.id)
    if chosen_before:
        prove(store, who.id, present or "")
    hashed = PasswordHasher().hash(pin)
    with store.act(who, "estate.pin.set") as act:
        found(act.session, StaffUser, who.id).pin_hash = hashed


def _check_choice(pin: str) -> None:
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise Refused(_("A PIN has 4 to 12 digits."), "pin")
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise Refused(_("This PIN is easy to guess. Choose other digits."), "pin")


def prove(store: Store, user_id: int, pin: str) -> Actor:
    """Who this is, when the PIN is right. Refuses a wrong one, and each one while waiting."""
    with store.reading() as session:
        user = found(session, StaffUser, user_id)
        actor, hashed = actor_of(user), user.pin_hash if user.active else None
    if hashed is None:
        raise Refused(
            _("{name} has no PIN yet. Choose one in the settings, at your own desk.").format(
                name=actor.name
            ),
            "pin",
        )
    return _guess(store, str(user_id), [(actor, hashed)], pin)


def prove_any(store: Store, pin: str) -> Actor:
    """The colleague whose PIN this is: any of them may end tenant mode. Refuses a PIN of nobody,
    and each one while waiting; wrong ones are counted for all together."""
    with store.reading() as session:
        users = session.scalars(
            select(StaffUser).where(StaffUser.active, StaffUser.pin_hash.is_not(None))
        )
        known = [(actor_of(user), str(user.pin_hash)) for user in users]
    return _guess(store, "anybody", known, pin)


def _guess(store: Store, whose: str, known: list[tuple[Actor, str]], pin: str) -> Actor:
    """Whose PIN it is. Wrong ones are counted in the database, so that starting the program
    again helps nobody, and stand in the trail; an empty one is no guess."""
    now = store.now()
    with store.reading() as session:
        wrong, until = _guesses(session, whose)
    if until is not None and now < until:
        raise _wait(until - now)
    if not pin:
        raise Refused(_("First fill in your PIN."), "pin")
    actor = next((actor for actor, hashed in known if _fits(hashed, pin)), None)
    if actor is None:
        wait = _count_wrong(store, whose, now)
        raise _wait(wait) if wait else Refused(_("This PIN is not right. Try again."), "pin")
    if wrong:
        with store.act(PROGRAM, "estate.pin.right") as act:
            put_setting(act.session, _key(whose), {"wrong": 0, "until": None})
    return actor


def _fits(hashed: str, pin: str) -> bool:
    try:
        return PasswordHasher().verify(hashed, pin)
    except VerifyMismatchError:
        return False


def _key(whose: str) -> str:
    return f"pin.guesses.{whose}"


def _guesses(session: Session, whose: str) -> tuple[int, datetime | None]:
    """How many were wrong in a row, and until when nobody can try."""
    row = session.scalar(select(Setting).where(Setting.key == _key(whose)))
    if row is None:
        return 0, None
    kept: Any = row.value
    until = kept["until"]
    return kept["wrong"], datetime.fromisoformat(until) if until else None


def _count_wrong(store: Store, whose: str, now: datetime) -> timedelta:
    with store.act(PROGRAM, "estate.pin.wrong") as act:
        wrong = _guesses(act.session, whose)[0] + 1
        wait = wait_after(wrong)
        until = (now + wait).isoformat() if wait else None
        put_setting(act.session, _key(whose), {"wrong": wrong, "until": until})
    return wait


def _wait(wait: timedelta) -> Refused:
    seconds = ceil(wait.total_seconds())
    if seconds < 90:
        sentence = ngettext(
            "Too many wrong PINs. Try again in {n} second.",
            "Too many wrong PINs. Try again in {n} seconds.",
            seconds,
        )
        return Refused(sentence.format(n=seconds), "pin")
    minutes = ceil(seconds / 60)
    sentence = ngettext(
        "Too many wrong PINs. Try again in {n} minute.",
        "Too many wrong PINs. Try again in {n} minutes.",
        minutes,
    )
    return Refused(sentence.format(n=minutes), "pin")
