"""What tenants were promised, and what became of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.model import Project, Promise, TenantSession
from desktop.projects.rules.lifecycle import check_at_work, check_goes_on
from desktop.projects.rules.voices import SETTLED, check_promise, check_settling
from desktop.projects.states import PromiseState
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


def make_promise(
    store: Store,
    who: Actor,
    project_id: int,
    what: str,
    owner: str,
    due_on: date | None,
    to_whom: str = "",
    dwelling_id: int | None = None,
    session_id: int | None = None,
    on: date | None = None,
) -> int:
    """Write down a promise to a group of tenants, or to those of one dwelling. One that was made
    at a gathering is of the day of that. Refuses one without who does it and when it is done, and
    a gathering of another project or that is still to come."""
    with store.act(who, "projects.promise.make", undo=_("New promise")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        made_on = day_of(store, on, "made_on")
        if dwelling_id is not None:
            found(session, Dwelling, dwelling_id)
        if session_id is not None:
            made_on = _day_of_gathering(store, session, project_id, session_id)
        promise = Promise(
            project_id=project_id,
            session_id=session_id,
            dwelling_id=dwelling_id,
            what=written(Promise, "what", what, needed=True),
            to_whom=written(Promise, "to_whom", to_whom),
            made_on=made_on,
            due_on=check_promise(owner, made_on, due_on),
            owner=written(Promise, "owner", owner),
        )
        session.add(promise)
        session.flush()
        return promise.id


def change_promise(
    store: Store,
    who: Actor,
    promise_id: int,
    what: str,
    owner: str,
    session_id: int | None,
    version: int | None = None,
) -> None:
    """Correct the words of a promise, who keeps it, or at which gathering it was made. Refuses
    what was settled. Another day is a changed promise: tenants are asked."""
    with store.act(who, "projects.promise.correct", undo=_("Correct promise")) as act:
        promise = _unsettled(act.session, promise_id)
        stale(promise, version, {"what": what, "owner": owner, "session_id": session_id})
        if session_id is not None and session_id != promise.session_id:
            promise.made_on = _day_of_gathering(store, act.session, promise.project_id, session_id)
        promise.session_id = session_id
        check_promise(owner, promise.made_on, promise.due_on)
        promise.what = written(Promise, "what", what, needed=True)
        promise.owner = written(Promise, "owner", owner)


def keep_promise(
    store: Store, who: Actor, promise_id: int, evidence: str, on: date | None = None
) -> None:
    """The promise was kept; `evidence` says what shows it."""
    with store.act(who, "projects.promise.keep", undo=_("Promise kept")) as act:
        promise = _promise(act.session, promise_id)
        day = _since(promise, day_of(store, on))
        check_settling(promise.state, PromiseState.KEPT, evidence, "", "")
        promise.state, promise.settled_on = PromiseState.KEPT, day
        promise.evidence = written(Promise, "evidence", evidence)


def alter_promise(
    store: Store,
    who: Actor,
    promise_id: int,
    due_on: date | None,
    agreed_with: str,
    reason: str,
    reaction: str,
) -> None:
    """Something else was agreed with tenants: another day. Asks with whom, why, and what they say
    to it."""
    with store.act(who, "projects.promise.alter", undo=_("Change promise")) as act:
        promise = _promise(act.session, promise_id)
        check_settling(promise.state, PromiseState.CHANGED, "", reason, reaction)
        promise.due_on = check_promise(promise.owner, promise.made_on, due_on)
        promise.state = PromiseState.CHANGED
        promise.agreed_with = written(Promise, "agreed_with", agreed_with, needed=True)
        promise.reason = written(Promise, "reason", reason)
        promise.reaction = written(Promise, "reaction", reaction)


def break_promise(
    store: Store, who: Actor, promise_id: int, reason: str, reaction: str, on: date | None = None
) -> None:
    """The promise is not kept. Asks why, and what the tenants say to it."""
    with store.act(who, "projects.promise.break", undo=_("Promise not kept")) as act:
        promise = _promise(act.session, promise_id)
        day = _since(promise, day_of(store, on))
        check_settling(promise.state, PromiseState.BROKEN, "", reason, reaction)
        promise.state, promise.settled_on = PromiseState.BROKEN, day
        promise.reason = written(Promise, "reason", reason)
        promise.reaction = written(Promise, "reaction", reaction)


def hand_over_promise(store: Store, who: Actor, promise_id: int, to: str) -> None:
    """Somebody else keeps the promise from now on, by name, also after the project."""
    with store.act(who, "projects.promise.hand_over", undo=_("Hand over promise")) as act:
        promise = _unsettled(act.session, promise_id)
        promise.handed_to = written(Promise, "handed_to", to, needed=True)


def remove_promise(store: Store, who: Actor, promise_id: int) -> None:
    """Take a promise away that was noted by mistake. Refuses one that was changed or settled."""
    with store.act(who, "projects.promise.remove", undo=_("Remove promise")) as act:
        promise = _promise(act.session, promise_id)
        check_at_work(promise.project.state)
        if promise.state is not PromiseState.OPEN:
            raise Refused(_("Something became of this promise already, so it stays."))
        act.session.delete(promise)


def _promise(session: Session, promise_id: int) -> Promise:
    promise = found(session, Promise, promise_id)
    check_goes_on(promise.project.state, promise.handed_to)
    return promise


def _unsettled(session: Session, promise_id: int) -> Promise:
    promise = _promise(session, promise_id)
    if promise.state in SETTLED:
        raise Refused(_("This promise was settled already. Undo that first."), "state")
    return promise


def _day_of_gathering(store: Store, session: Session, project_id: int, session_id: int) -> date:
    gathering = found(session, TenantSession, session_id)
    if gathering.project_id != project_id:
        raise Refused(_("This gathering is of another project."), "session_id")
    if gathering.cancelled_on is not None:
        raise Refused(_("This gathering was called off."), "session_id")
    return day_of(store, gathering.held_on, "session_id")


def _since(promise: Promise, on: date) -> date:
    if on < promise.made_on:
        raise Refused(_("That is before it was promised."), "on")
    return on
