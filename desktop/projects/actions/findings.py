"""What is found on a walk, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.language.format import local
from desktop.projects.actions.photos import kept_photo
from desktop.projects.exchange.photos import ReadPhoto
from desktop.projects.model import Finding, FindingPhoto, FindingStep, Inspection
from desktop.projects.rules.findings import check_place, check_step, check_taken_up
from desktop.projects.rules.lifecycle import check_at_work, check_goes_on
from desktop.projects.states import FindingKind, FindingState, PhotoMoment, Severity
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import Act, stale

S = FindingState


class FindingFacts(TypedDict, total=False):
    """What is noted of a finding on the spot. `x` and `y` are ten-thousandths of the map."""

    kind: FindingKind | None
    severity: Severity
    place: str
    x: int | None
    y: int | None
    what: str
    reporter: str


@dataclass(frozen=True)
class Handed:
    """A finding with who solves it, before which day."""

    finding_id: int
    owner: str
    due_on: date | None


def note_finding(
    store: Store,
    who: Actor,
    inspection_id: int,
    photo: ReadPhoto | None = None,
    **facts: Unpack[FindingFacts],
) -> int:
    """Something is wrong somewhere. Refuses one of no kind, and one without a place: a point on
    the map or an address."""
    with store.act(who, "projects.finding.note", undo=_("New finding")) as act:
        session = act.session
        inspection = held(session, Inspection, inspection_id)
        check_at_work(inspection.project.state)
        if facts.get("kind") is None:
            raise Refused(_("What kind of thing is it?"), "kind")
        finding = Finding(
            inspection_id=inspection_id,
            number=next_number(session, inspection_id),
            found_at=store.now(),
        )
        _fill(finding, facts)
        session.add(finding)
        session.flush()
        _step(store, session, finding, S.REPORTED, "")
        if photo is not None:
            _add_photo(act, store, finding, photo, PhotoMoment.BEFORE)
        return finding.id


def change_finding(
    store: Store,
    who: Actor,
    finding_id: int,
    version: int | None = None,
    **facts: Unpack[FindingFacts],
) -> None:
    """Put right what was noted of a finding. `version` is the one that was shown. Refuses as
    `note_finding` does."""
    with store.act(who, "projects.finding.change", undo=_("Change finding")) as act:
        finding = _finding(act.session, finding_id)
        stale(finding, version, dict(facts))
        _fill(finding, facts)


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


def see_again(
    store: Store, who: Actor, finding_id: int, photo: ReadPhoto | None, what: str
) -> None:
    """The same thing was seen once more: the photo and the words go to the first finding."""
    with store.act(who, "projects.finding.see_again", undo=_("Add to finding")) as act:
        finding = _finding(act.session, finding_id)
        words = written(Finding, "what", what)
        if words and words not in finding.what:
            _fill(finding, {"what": f"{finding.what}\n{words}"})
        if photo is not None:
            _add_photo(act, store, finding, photo, PhotoMoment.BEFORE)


def remove_finding_photo(store: Store, who: Actor, finding_id: int, photo_id: int) -> None:
    """Take a photo away, as one with people on it. It is kept for a day, to be able to undo it."""
    with store.act(who, "projects.finding.remove_photo", undo=_("Remove photo")) as act:
        finding = _finding(act.session, finding_id)
        for row in [row for row in finding.photos if row.photo_id == photo_id]:
            finding.photos.remove(row)


def take_up_finding(
    store: Store, who: Actor, finding_id: int, owner: str, due_on: date | None
) -> None:
    """Somebody solves it before a day. Refuses one without both, and what is checked already."""
    with store.act(who, "projects.finding.take_up", undo=_("Take up finding")) as act:
        _take_up(store, act.session, Handed(finding_id, owner, due_on))


def hand_out_findings(store: Store, who: Actor, work: Sequence[Handed]) -> None:
    """After a walk: who solves what, before which day, all at once. Refuses as `take_up_finding`
    does, with the number of the finding; then nothing is handed out."""
    with store.act(who, "projects.finding.hand_out", undo=_("Hand out findings")) as act:
        for one in work:
            try:
                _take_up(store, act.session, one)
            except Refused as refused:
                number = found(act.session, Finding, one.finding_id).number
                words = _("Number {n}: {why}").format(n=number, why=refused.sentence)
                raise Refused(words, "work") from refused


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
    """Who reported it has an answer. The name is not needed any more, and goes from the trail too;
    so nothing before can be undone. Refuses it before there is an answer, and when nobody waits."""
    with store.act(who, "projects.finding.told") as act:
        finding = _finding(act.session, finding_id)
        if finding.state is S.REPORTED:
            raise Refused(_("First decide what is done with it."), "state")
        if not finding.reporter:
            raise Refused(_("Nobody waits for an answer about this finding."), "reporter")
        finding.reporter_told_on = day_of(store, None)
        finding.reporter = ""
        act.erase[Finding.__tablename__] = [finding.id]
    store.forget_undo()


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
        check_at_work(finding.inspection.project.state)
        if finding.state is not S.REPORTED:
            raise Refused(_("Somebody is at work on this finding already, so it stays."), "state")
        for row in (*finding.photos, *finding.steps):
            session.delete(row)
        session.flush()
        session.expire(finding)
        session.delete(finding)


def next_number(session: Session, inspection_id: int) -> int:
    """The number of the next finding of a walk."""
    last = select(func.max(Finding.number)).where(Finding.inspection_id == inspection_id)
    return (session.scalar(last) or 0) + 1


def _finding(session: Session, finding_id: int) -> Finding:
    finding = found(session, Finding, finding_id)
    check_goes_on(finding.inspection.project.state, finding.handed_to)
    return finding


def _fill(finding: Finding, facts: Any) -> None:
    fill(finding, facts, FindingFacts.__annotations__)
    check_place(finding.place or "", finding.x, finding.y)


def _take_up(store: Store, session: Session, work: Handed) -> None:
    finding = _finding(session, work.finding_id)
    check_step(finding.state, S.TAKEN_UP)
    finding.due_on = check_taken_up(work.owner, work.due_on, local(finding.found_at).date())
    finding.owner = written(Finding, "owner", work.owner)
    finding.solved_on = None
    _step(store, session, finding, S.TAKEN_UP, "")


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
