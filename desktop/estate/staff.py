"""Colleagues who work with the program. The user name of the operating system is who you are."""

from __future__ import annotations

import getpass
import os
from dataclasses import asdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.actions import write
from desktop.estate.facts import StaffFacts, tidy
from desktop.estate.model import Role, StaffUser
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.found import found


def actor_of(user: StaffUser) -> Actor:
    return Actor(user.id, user.name, user.role.value)


def current_user(session: Session, login: str) -> Actor | None:
    """Who works under this user name, or None when nobody does."""
    user = session.scalar(select(StaffUser).where(StaffUser.login == login, StaffUser.active))
    return None if user is None else actor_of(user)


def login_here() -> str:
    """The user name of the operating system; its number where there is no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user-{os.getuid()}"


def ensure_user(store: Store, login: str | None = None) -> Actor:
    """Who works here: the user of the operating system, made when the program meets them first.

    The very first one is a manager, so that somebody can say who does what. Refuses somebody who
    was taken off the list."""
    login = login or login_here()
    with store.reading() as session:
        known = current_user(session, login)
        everybody = session.scalar(select(func.count(StaffUser.id))) or 0
        gone = known is None and session.scalar(
            select(StaffUser.id).where(StaffUser.login == login)
        )
    if known is not None:
        return known
    if gone:
        raise Refused(
            _("{login} no longer works with this program. Ask a manager to change that.").format(
                login=login
            ),
            "login",
        )
    with store.act(PROGRAM, "estate.staff.meet") as act:
        role = Role.CONSULTANT if everybody else Role.MANAGER
        user = StaffUser(login=login, name=login, role=role)
        act.session.add(user)
        act.session.flush()
        return actor_of(user)


def add_staff(store: Store, who: Actor, facts: StaffFacts) -> int:
    """Add a colleague. Refuses a user name that is in the list; only a manager may."""
    facts = tidy(StaffUser, facts)
    with store.act(who, "estate.staff.add", undo=_("New colleague")) as act:
        only_manager(act.session, who)
        _refuse_login_in_use(act.session, facts.login)
        user = StaffUser(**asdict(facts))
        act.session.add(user)
        act.session.flush()
        return user.id


def change_staff(
    store: Store, who: Actor, user_id: int, facts: StaffFacts, seen: int | None = None
) -> None:
    """Change a colleague. Everybody may change their own name; the rest only a manager may.
    Refuses to take away the last manager."""
    facts = tidy(StaffUser, facts)
    with store.act(who, "estate.staff.change", undo=_("Change colleague")) as act:
        user = found(act.session, StaffUser, user_id)
        only_name = (facts.login, facts.role, facts.active) == (user.login, user.role, user.active)
        if not (only_name and user_id == who.id):
            only_manager(act.session, who)
        _refuse_login_in_use(act.session, facts.login, user_id)
        write(user, facts, seen)
        act.session.flush()
        if not act.session.scalar(
            select(StaffUser.id).where(StaffUser.role == Role.MANAGER, StaffUser.active).limit(1)
        ):
            raise Refused(_("Somebody must stay manager. First make a colleague manager."), "role")


def only_manager(session: Session, who: Actor) -> None:
    """Refuses whoever is no manager."""
    user = session.get(StaffUser, who.id) if who.id is not None else None
    if user is None or user.role is not Role.MANAGER or not user.active:
        raise Refused(_("Only a manager can change this. Ask a manager."), "role")


def _refuse_login_in_use(session: Session, login: str, own: int | None = None) -> None:
    other = session.scalar(select(StaffUser.id).where(StaffUser.login == login))
    if other is not None and other != own:
        raise Refused(
            _("{login} is already in the list of colleagues.").format(login=login), "login"
        )
