"""The themes of the agreements, and the priorities of the minister that they answer to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.advice.rules import TOPICS
from desktop.agreements.model import Agreement, NationalPriority, TenantInput, Theme
from desktop.agreements.states import THEME_COLOURS, BidLetter
from desktop.estate.texts import fill, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

CODE = re.compile(r"[A-Z][A-Z0-9]{0,8}")
BID_LETTERS = "".join(letter.value for letter in BidLetter)


class ThemeFacts(TypedDict, total=False):
    """What else is known of a theme."""

    plain_name: str
    position: int
    colour: str
    consultation_topic: str
    bid_letters: str
    priority_id: int | None


class ThemeChange(ThemeFacts, total=False):
    """What can change of a theme; its code is in the codes of its agreements and stays."""

    name: str


def add_theme(store: Store, who: Actor, code: str, name: str, **facts: Unpack[ThemeFacts]) -> int:
    """A theme of the corporation's own, after the others. Refuses a code in use."""
    short = code.strip().upper()
    if not CODE.fullmatch(short):
        raise Refused(_("This is no code of a theme. It looks like BES."), "code")
    with store.act(who, "agreements.theme.add", undo=_("New theme")) as act:
        session = act.session
        if session.scalar(select(Theme.id).where(Theme.code == short)) is not None:
            raise Refused(
                _("There is a theme with code {code} already.").format(code=short), "code"
            )
        last = session.scalar(select(func.max(Theme.position))) or 0
        theme = Theme(code=short, position=last + 1)
        _fill(session, theme, {"name": name, **facts})
        session.add(theme)
        session.flush()
        return theme.id


def change_theme(
    store: Store,
    who: Actor,
    theme_id: int,
    version: int | None = None,
    **facts: Unpack[ThemeChange],
) -> None:
    """Change a theme; `version` is the row version that the screen showed."""
    with store.act(who, "agreements.theme.change", undo=_("Change theme")) as act:
        theme = found(act.session, Theme, theme_id)
        stale(theme, version, dict(facts))
        _fill(act.session, theme, facts)


def remove_theme(store: Store, who: Actor, theme_id: int) -> None:
    """A theme that is not needed after all. Refuses one that is used, in whichever year."""
    with store.act(who, "agreements.theme.remove", undo=_("Remove theme")) as act:
        session = act.session
        theme = found(session, Theme, theme_id)
        for kind in (Agreement, TenantInput):
            if session.scalar(select(kind.id).where(kind.theme_id == theme_id).limit(1)):
                raise Refused(
                    _("{theme} is in use, so it stays.").format(theme=theme.name), "theme"
                )
        session.delete(theme)


def _fill(session: Session, theme: Theme, facts: Mapping[str, Any]) -> None:
    if "name" in facts:
        written(Theme, "name", facts["name"], needed=True)
    for name, known in (("consultation_topic", TOPICS), ("bid_letters", BID_LETTERS)):
        if set(facts.get(name, "")) - set(known):
            raise Refused(
                _("Choose from the letters {letters}.").format(letters=", ".join(known)), name
            )
    if facts.get("colour", THEME_COLOURS[0]) not in THEME_COLOURS:
        raise Refused(_("Choose one of the colours."), "colour")
    if facts.get("priority_id") is not None:
        found(session, NationalPriority, facts["priority_id"])
    fill(theme, facts, ThemeChange.__annotations__)


def add_priority(
    store: Store,
    who: Actor,
    code: str,
    name: str,
    valid_from: date,
    valid_to: date | None = None,
) -> int:
    """A priority of the minister for some years (Btiv 2015, art. 39(2)). Refuses a code in use,
    and an end before the start."""
    short = written(NationalPriority, "code", code, needed=True)
    if valid_to is not None and valid_to < valid_from:
        raise Refused(_("The end comes after the start. Choose a later end."), "valid_to")
    with store.act(who, "agreements.priority.add", undo=_("New priority")) as act:
        session = act.session
        taken = select(NationalPriority.id).where(NationalPriority.code == short)
        if session.scalar(taken) is not None:
            raise Refused(
                _("There is a priority with code {code} already.").format(code=short), "code"
            )
        priority = NationalPriority(
            code=short,
            name=written(NationalPriority, "name", name, needed=True),
            valid_from=valid_from,
            valid_to=valid_to,
        )
        session.add(priority)
        session.flush()
        return priority.id
