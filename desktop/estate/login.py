"""Who works at this desk. The user name of the operating system is who you are."""

from __future__ import annotations

import getpass
import os

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.model import Role, StaffUser
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM


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
