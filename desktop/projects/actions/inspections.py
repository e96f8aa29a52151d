"""A walk through the neighbourhood, what is found there, and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import local
from desktop.projects.actions.photos import kept_photo
from desktop.projects.exchange.photos import ReadPhoto
from desktop.projects.model import (
    Finding,
    FindingPhoto,
    FindingStep,
    Inspection,
    Map,
    Project,
)
from desktop.projects.rules.findings import check_place, check_step, check_taken_up
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.voices import check_people
from desktop.projects.states import (
    FindingKind,
    FindingState,
    InspectionKind,
    PhotoMoment,
    Severity,
)
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import Act

S = FindingState
MOST_WIDTH_M = 20_000


class FindingFacts(TypedDict, total=False):
    """What is noted of a finding on the spot. `x` and `y` are ten-thousandths of the map."""

    severity: Severity
    place: str
    x: int | None
    y: int | None
    what: str
    reporter: str


def add_map(
    store: Store, who: Actor, project_id: int, name: str, photo: ReadPhoto, width_m: int | None
) -> int:
    """A picture of the neighbourhood to point at; `width_m` is how wide it is in metres, None when
    nobody knows. Refuses one without a name."""
    with store.act(who, "projects.map.add", undo=_("New map")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        if width_m is not None and not 0 < width_m <= MOST_WIDTH_M:
            raise Refused(
                _("Fill in a width from 1 to {most} metres.").format(most=MOST_WIDTH_M), "width_m"
            )
        row = Map(
            project_id=project_id,
            photo_id=kept_photo(session, photo, store.now()),
            name=written(Map, "name", name, needed=True),
            width_m=width_m,
        )
        session.add(row)
        session.flush()
        return row.id


def start_inspection(
    store: Store,
    who: Actor,
    project_id: int,
    route: str,
    kind: InspectionKind = InspectionKind.WALK,
    map_id: int | None = None,
    on: date | None = None,
    walkers: int | None = None,
) -> int:
    """A walk begins. Refuses one without a route, and a map of another project."""
    with store.act(who, "projects.inspection.start", undo=_("Start a walk")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        if map_id is not None and found(session, Map, map_id).project_id != project_id:
            raise Refused(_("This map is of another project."), "map_id")
        check_people("walkers", walkers)
        inspection = Inspection(
            project_id=project_id,
            map_id=map_id,
            kind=kind,
            route=written(Inspection, "route", route, needed=True),
            held_on=day_of(store, on, "held_on"),
            walkers=walkers,
        )
        session.add(inspection)
        session.flush()
        return inspection.id


def finish_inspection(
    store: Store, who: Actor, inspection_id: int, walkers: int | None = None
) -> None:
    """The walk is over: owners and days can be handed out."""
    with store.act(who, "projects.inspection.finish", undo=_("Finish the walk")) as act:
        inspection = _inspection(act.session, inspection_id)
        check_people("walkers", walkers)
        inspection.finished_at = store.now()
        inspection.walkers = walkers if walkers is not None else inspection.walkers


def note_finding(
    store: Store,
    who: Actor,
    inspection_id: int,
    kind: FindingKind,
    photo: ReadPhoto | None = None,
    **facts: Unpack[FindingFacts],
) -> int:
    """Something is wrong somewhere. Refuses one without a place: a point on the map or an
    address."""
    with store.act(who, "projects.finding.note", undo=_("New finding")) as act:
        session = act.session
        inspection = held(session, Inspection, inspection_id)
        check_at_work(inspection.project.state)
        place = written(Finding, "place", facts.get("place", ""))
        x, y = facts.get("x"), facts.get("y")
        check_place(place, x, y)
        last = session.scalar(
            select(func.max(Finding.number)).where(Finding.inspection_id == inspection_id)
        )
        finding = Finding(
            inspection_id=inspection_id,
            number=(last or 0) + 1,
            kind=kind,
            severity=facts.get("severity", Severity.MEDIUM),
            place=place,
            x=x,
            y=y,
            what=written(Finding, "what", facts.get("what", "")),
            reporter=written(Finding, "reporter", facts.get("reporter", "")),
            found_at=store.now(),
        )
        session.add(finding)
        session.flush()
        _step(store, session, finding, S.REPORTED, "")
        if photo is not None:
            _add_photo(act, store, finding, photo, PhotoMoment.BEFORE)
        return finding.id


def add_finding_photo(
    store: Store,
    who: Actor,
    finding_id: int,
    photo: ReadPhoto,
    moment: PhotoMoment = PhotoMoment.BEFORE,
) -> None:
    """Another photo of a finding, before or after it was solved."""
    with store.act(who, "projects.finding.photo", undo=_("Add photo")) as act:
        finding = _finding(act.session, finding_id)
        _add_photo(act, store, finding, photo, moment)


def take_up_finding(
    store: Store, who: Actor, finding_id: int, owner: str, due_on: date | None
) -> None:
    """Somebody solves it before a day. Refuses one without both, and what is checked already."""
    with store.act(who, "projects.finding.take_up", undo=_("Take up finding")) as act:
        session = act.session
        finding = _finding(session, finding_id)
        check_step(finding.state, S.TAKEN_UP)
        finding.due_on = check_taken_up(owner, due_on, local(finding.found_at).date())
        finding.owner = written(Finding, "owner", owner)
        finding.solved_on = None
        _step(store, session, finding, S.TAKEN_UP, "")


def solve_finding(
    store: Store,
    who: Actor,
    finding_id: int,
    photo: ReadPhoto | None = None,
    note: str = "",
    on: date | None = None,
) -> None:
    """It was solved; a photo or a note shows it. Refuses it without either."""
    with store.act(who, "projects.finding.solve", undo=_("Finding solved")) as act:
        session = act.session
        finding = _finding(session, finding_id)
        check_step(finding.state, S.SOLVED)
        has_after = any(p.moment is PhotoMoment.AFTER for p in finding.photos)
        words = written(FindingStep, "note", note)
        if photo is None and not has_after and not words:
            raise Refused(_("Add a photo of how it is now, or write what was done."), "note")
        day = day_of(store, on)
        if day < local(finding.found_at).date():
            raise Refused(_("That is before it was found."), "on")
        if photo is not None:
            _add_photo(act, store, finding, photo, PhotoMoment.AFTER)
        finding.solved_on = day
        _step(store, session, finding, S.SOLVED, words)


def check_finding(store: Store, who: Actor, finding_id: int) -> None:
    """Somebody looked on the spot and it is solved."""
    with store.act(who, "projects.finding.check", undo=_("Finding checked")) as act:
        finding = _finding(act.session, finding_id)
        check_step(finding.state, S.CHECKED)
        _step(store, act.session, finding, S.CHECKED, "")


def refer_finding(store: Store, who: Actor, finding_id: int, to: str, answer: str = "") -> None:
    """Another organisation does it; `answer` is what they say, once they said so."""
    with store.act(who, "projects.finding.refer", undo=_("Pass on finding")) as act:
        finding = _finding(act.session, finding_id)
        if finding.state is not S.REFERRED:
            check_step(finding.state, S.REFERRED)
            finding.referred_on = day_of(store, None)
            _step(store, act.session, finding, S.REFERRED, "")
        finding.referred_to = written(Finding, "referred_to", to, needed=True)
        finding.their_answer = written(Finding, "their_answer", answer)


def refuse_finding(store: Store, who: Actor, finding_id: int, reason: str) -> None:
    """It is not done. Refuses it without the reason."""
    with store.act(who, "projects.finding.refuse", undo=_("Finding not done")) as act:
        finding = _finding(act.session, finding_id)
        check_step(finding.state, S.NOT_DONE)
        if not reason.strip():
            raise Refused(_("Explain why not. Tenants read this."), "reason")
        finding.reason = written(Finding, "reason", reason)
        _step(store, act.session, finding, S.NOT_DONE, "")


def tell_reporter(store: Store, who: Actor, finding_id: int) -> None:
    """Who reported it has an answer. The name is not needed any more, and is wiped."""
    with store.act(who, "projects.finding.told") as act:
        finding = _finding(act.session, finding_id)
        if finding.state is S.REPORTED:
            raise Refused(_("First decide what is done with it."), "state")
        finding.reporter_told_on = day_of(store, None)
        finding.reporter = ""


def hand_over_finding(store: Store, who: Actor, finding_id: int, to: str) -> None:
    """Somebody else solves it, by name, also after the project."""
    with store.act(who, "projects.finding.hand_over", undo=_("Hand over finding")) as act:
        finding = _finding(act.session, finding_id)
        finding.handed_to = written(Finding, "handed_to", to, needed=True)


def remove_finding(store: Store, who: Actor, finding_id: int) -> None:
    """Take a finding away that was noted by mistake. Refuses one that somebody took up."""
    with store.act(who, "projects.finding.remove", undo=_("Remove finding")) as act:
        session = act.session
        finding = _finding(session, finding_id)
        if finding.state is not S.REPORTED:
            raise Refused(_("Somebody is at work on this finding already, so it stays."), "state")
        for row in (*finding.photos, *finding.steps):
            session.delete(row)
        session.flush()
        session.expire(finding)
        session.delete(finding)


def _inspection(session: Session, inspection_id: int) -> Inspection:
    inspection = found(session, Inspection, inspection_id)
    check_at_work(inspection.project.state)
    return inspection


def _finding(session: Session, finding_id: int) -> Finding:
    finding = found(session, Finding, finding_id)
    check_at_work(finding.inspection.project.state)
    return finding


def _step(store: Store, session: Session, finding: Finding, state: FindingState, note: str) -> None:
    finding.state = state
    session.add(
        FindingStep(finding_id=finding.id, state=state, taken_on=day_of(store, None), note=note)
    )


def _add_photo(
    act: Act, store: Store, finding: Finding, photo: ReadPhoto, moment: PhotoMoment
) -> None:
    act.session.add(
        FindingPhoto(
            finding_id=finding.id,
            photo_id=kept_photo(act.session, photo, store.now()),
            moment=moment,
        )
    )
