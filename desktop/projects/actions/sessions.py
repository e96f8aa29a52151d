"""Gatherings with tenants and messages to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.projects.actions.photos import kept_photo
from desktop.projects.exchange.photos import ReadPhoto
from desktop.projects.model import Message, Phase, Project, SessionPhoto, TenantSession
from desktop.projects.rules.clock import clock_time
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.voices import check_people
from desktop.projects.states import MessageChannel, SessionKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class SessionFacts(TypedDict, total=False):
    """What is filled in of a gathering. `starts` and `ends` as people write a time: 19:30, 19.30,
    19 uur. `invited` and `present` are numbers: no names are asked."""

    kind: SessionKind
    title: str
    held_on: date
    starts: str
    ends: str
    place: str
    question: str
    invited: int | None
    present: int | None
    notes: str


def plan_session(store: Store, who: Actor, project_id: int, **facts: Unpack[SessionFacts]) -> int:
    """Plan a gathering. Refuses one without a day or a place, and one that ends before it
    begins."""
    with store.act(who, "projects.session.plan", undo=_("Plan a gathering")) as act:
        session = act.session
        project = found(session, Project, project_id)
        check_at_work(project.state)
        if facts.get("held_on") is None:
            raise Refused(_("On which day is it?"), "held_on")
        gathering = TenantSession(project_id=project_id, kind=SessionKind.CONSULTATION)
        _fill(gathering, facts)
        if not gathering.place:
            raise Refused(_("Where is it?"), "place")
        session.add(gathering)
        session.flush()
        return gathering.id


def change_session(
    store: Store,
    who: Actor,
    session_id: int,
    version: int | None = None,
    **facts: Unpack[SessionFacts],
) -> None:
    """Change a gathering, or write down how it was. Refuses people who were there before the day
    itself, and a gathering that was called off."""
    with store.act(who, "projects.session.change", undo=_("Change gathering")) as act:
        gathering = _gathering(act.session, session_id)
        stale(gathering, version, dict(facts))
        _fill(gathering, facts)
        if gathering.present is not None and gathering.held_on > day_of(store, None):
            raise Refused(_("The gathering is still to come. Count people then."), "present")


def invitations_sent(
    store: Store, who: Actor, session_id: int, on: date | None = None, invited: int | None = None
) -> None:
    """The invitations went out on a day, to so many households."""
    with store.act(who, "projects.session.invited", undo=_("Invitations sent")) as act:
        gathering = _gathering(act.session, session_id)
        check_people("invited", invited)
        gathering.invited_on = day_of(store, on)
        gathering.invited = invited if invited is not None else gathering.invited


def minutes_sent(store: Store, who: Actor, session_id: int, on: date | None = None) -> None:
    """Tenants have the report of a gathering since a day. Refuses a day before it was held."""
    with store.act(who, "projects.session.minutes", undo=_("Report sent")) as act:
        gathering = _gathering(act.session, session_id)
        day = day_of(store, on)
        if day < gathering.held_on:
            raise Refused(_("The report comes after the gathering."), "on")
        gathering.minutes_sent_on = day


def call_off_session(store: Store, who: Actor, session_id: int) -> None:
    """The gathering does not go on. Refuses one that was held."""
    with store.act(who, "projects.session.call_off", undo=_("Call off")) as act:
        gathering = _gathering(act.session, session_id)
        if gathering.present is not None or gathering.proposals:
            raise Refused(_("This gathering was held: people said something there."), "session")
        gathering.cancelled_on = day_of(store, None)


def note_message(
    store: Store,
    who: Actor,
    project_id: int,
    subject: str,
    channel: MessageChannel,
    on: date | None = None,
    phase_id: int | None = None,
) -> int:
    """Tenants were told something, about a phase or about the whole project. Refuses nothing as
    the subject, and a day to come."""
    with store.act(who, "projects.message.note", undo=_("Message to tenants")) as act:
        session = act.session
        project = found(session, Project, project_id)
        check_at_work(project.state)
        if phase_id is not None and found(session, Phase, phase_id).project_id != project_id:
            raise Refused(_("This phase is of another project."), "phase_id")
        message = Message(
            project_id=project_id,
            phase_id=phase_id,
            sent_on=day_of(store, on),
            channel=channel,
            subject=written(Message, "subject", subject, needed=True),
        )
        session.add(message)
        session.flush()
        return message.id


def remove_message(store: Store, who: Actor, message_id: int) -> None:
    """Take a message away that was noted by mistake."""
    with store.act(who, "projects.message.remove", undo=_("Remove message")) as act:
        message = found(act.session, Message, message_id)
        check_at_work(found(act.session, Project, message.project_id).state)
        act.session.delete(message)


def _gathering(session: Session, session_id: int) -> TenantSession:
    gathering = found(session, TenantSession, session_id)
    check_at_work(gathering.project.state)
    if gathering.cancelled_on is not None:
        raise Refused(_("This gathering was called off."), "session")
    return gathering


def _fill(gathering: TenantSession, facts: Mapping[str, Any]) -> None:
    values = dict(facts)
    for name in ("starts", "ends"):
        if name in values:
            values[name] = clock_time(values[name], name)
    for name in ("invited", "present"):
        check_people(name, values.get(name))
    fill(gathering, values, SessionFacts.__annotations__)
    if gathering.starts and gathering.ends and gathering.ends <= gathering.starts:
        raise Refused(_("It ends before it begins. Look at the times again."), "ends")


def add_session_photo(
    store: Store, who: Actor, session_id: int, photo: ReadPhoto, caption: str = ""
) -> int:
    """A photo of a gathering, for its report. Refuses it before the day itself."""
    with store.act(who, "projects.session.photo", undo=_("Add photo")) as act:
        gathering = _gathering(act.session, session_id)
        if gathering.held_on > day_of(store, None):
            raise Refused(_("The gathering is still to come."), "photo")
        row = SessionPhoto(
            session_id=session_id,
            photo_id=kept_photo(act.session, photo, store.now()),
            caption=written(SessionPhoto, "caption", caption),
        )
        act.session.add(row)
        act.session.flush()
        return row.id


def remove_session_photo(store: Store, who: Actor, link_id: int) -> None:
    """Take a photo of a gathering away, as when somebody on it asks so."""
    with store.act(who, "projects.session.photo_gone", undo=_("Remove photo")) as act:
        row = found(act.session, SessionPhoto, link_id)
        _gathering(act.session, row.session_id)
        act.session.delete(row)
