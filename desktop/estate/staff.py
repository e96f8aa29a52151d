"""Colleagues who work with the program: who they are, and who may say so."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.actions import write
from desktop.estate.facts import StaffFacts, tidy
from desktop.estate.model import Role, StaffUser
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


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
