"""A consent round: one written proposal to all tenants of a building, and what follows from their
answers (BW 7:220). The answers themselves are in `answers`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling, Household
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.model import ConsentRound, ConsentTenancy, Project, ProjectDwelling
from desktop.projects.rules.consent import Consent, court_term
from desktop.projects.rules.consent_round import (
    LIVE,
    after_result,
    check_draft,
    check_dwellings,
    check_finished,
    check_other_proposal,
    check_proposal,
    check_result,
    check_running,
    check_since_proposal,
    count,
)
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.states import ConsentAnswer, ConsentState
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale


def start_round(
    store: Store,
    who: Actor,
    project_id: int,
    dwelling_ids: Sequence[int],
    proposal: str = "",
    unit: str = "",
    answer_by: date | None = None,
) -> int:
    """A draft of a proposal to the dwellings that form one building. Refuses no dwelling, one
    twice, one that is not of the project, and one that another round asks."""
    with store.act(who, "projects.consent.start", undo=_("New consent round")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        _check_dwellings(session, project_id, dwelling_ids)
        return _begin(session, project_id, dwelling_ids, proposal, unit, answer_by).id


def change_round(
    store: Store,
    who: Actor,
    round_id: int,
    version: int | None = None,
    *,
    proposal: str,
    unit: str,
    answer_by: date | None,
    dwelling_ids: Sequence[int],
) -> None:
    """Change a draft. Refuses it once tenants have the proposal."""
    with store.act(who, "projects.consent.change", undo=_("Change proposal")) as act:
        session = act.session
        asking = _round(session, round_id)
        stale(asking, version, {"proposal": proposal, "unit": unit, "answer_by": answer_by})
        check_draft(asking.state)
        asking.proposal = written(ConsentRound, "proposal", proposal)
        asking.unit = written(ConsentRound, "unit", unit)
        asking.answer_by = answer_by
        _check_dwellings(session, asking.project_id, dwelling_ids, but=round_id)
        there = {one.dwelling_id: one for one in asking.tenancies}
        for dwelling_id, tenancy in there.items():
            if dwelling_id not in dwelling_ids:
                asking.tenancies.remove(tenancy)
        asking.tenancies.extend(
            ConsentTenancy(round_id=round_id, dwelling_id=id)
            for id in dwelling_ids
            if id not in there
        )


def remove_round(store: Store, who: Actor, round_id: int) -> None:
    """Throw a draft away; the round that it would have replaced goes on with its answers. Refuses
    it once tenants have the proposal."""
    with store.act(who, "projects.consent.remove", undo=_("Remove the draft")) as act:
        asking = _round(act.session, round_id)
        check_draft(asking.state)
        replaced = _replaced_by(asking)
        if replaced is not None:
            running = replaced.result_sent_on is None
            replaced.state = ConsentState.RUNNING if running else ConsentState.DONE
        act.session.delete(asking)


def send_proposal(
    store: Store, who: Actor, round_id: int, on: date | None = None, answer_by: date | None = None
) -> None:
    """The proposal went to all tenants in writing, the same text to each (BW 7:220(2)). Who lives
    there on that day can answer. Refuses a proposal without words, to nobody, one that went out
    already, and a last day to answer that is not after it."""
    with store.act(who, "projects.consent.send", undo=_("Send the proposal")) as act:
        session = act.session
        asking = _round(session, round_id)
        check_draft(asking.state)
        day = day_of(store, on)
        last = answer_by or asking.answer_by
        inhabited = lived_in(session, [one.dwelling_id for one in asking.tenancies], day)
        check_proposal(asking.proposal, day, last, len(inhabited))
        asking.state, asking.sent_on, asking.answer_by = ConsentState.RUNNING, day, last
        for tenancy in asking.tenancies:
            tenancy.vacant = tenancy.dwelling_id not in inhabited
            tenancy.informed_on = None if tenancy.vacant else day


def change_proposal(store: Store, who: Actor, round_id: int, proposal: str) -> int:
    """Another proposal than the one that tenants have: a new round to the same dwellings, in which
    nobody has answered. The old one is kept, and counts no more. Refuses it after a result that
    is enough."""
    with store.act(who, "projects.consent.renew", undo=_("Change the proposal")) as act:
        session = act.session
        old = _round(session, round_id)
        is_enough = old.state is ConsentState.DONE and _stands(old).is_enough
        check_other_proposal(old.state, old.result_sent_on, is_enough)
        text = written(ConsentRound, "proposal", proposal, needed=True)
        if text == old.proposal:
            raise Refused(_("This is the proposal that tenants have. Change it first."), "proposal")
        old.state = ConsentState.REPLACED
        dwellings = [one.dwelling_id for one in old.tenancies]
        return _begin(session, old.project_id, dwellings, text, old.unit, None).id


def mark_vacant(store: Store, who: Actor, tenancy_id: int, vacant: bool) -> None:
    """Somebody moved out meanwhile, or moved in: a vacant dwelling has no tenant who answers. What
    was answered there counts no more. Refuses it after the result was sent."""
    with store.act(who, "projects.consent.vacant", undo=_("Mark as vacant")) as act:
        tenancy = found(act.session, ConsentTenancy, tenancy_id)
        check_running(tenancy.round.state, tenancy.round.result_sent_on)
        if vacant and tenancy.answer in (ConsentAnswer.YES, ConsentAnswer.NO):
            tenancy.answer, tenancy.answered_on = ConsentAnswer.NOT_SPOKEN, None
            tenancy.means = None
        tenancy.vacant = vacant


def send_result(store: Store, who: Actor, round_id: int, on: date | None = None) -> None:
    """The result went to all tenants, in numbers. With seventy percent, each tenancy that did not
    agree gets a notice with its eight weeks the same day (BW 7:220(3)). Refuses a result that
    tenants can still change, and a day before the last answer."""
    with store.act(who, "projects.consent.result", undo=_("Send the result")) as act:
        asking = held(act.session, ConsentRound, round_id)
        check_at_work(asking.project.state)
        check_running(asking.state, asking.result_sent_on)
        day = day_of(store, on)
        assert asking.sent_on is not None, "a round that runs was sent"
        answered = [one.answered_on for one in asking.tenancies if one.answered_on is not None]
        last = max([asking.sent_on, *answered])
        if day < last:
            raise Refused(_("Answers came in after this day. Choose a later one."), "on")
        stands = _stands(asking)
        check_result(stands, asking.answer_by, day)
        asking.result_sent_on = day
        asking.state = after_result(stands)
        if asking.state is ConsentState.NOTICES_SENT:
            for tenancy in asking.tenancies:
                if not tenancy.vacant and tenancy.answer is not ConsentAnswer.YES:
                    tenancy.notice_sent_on = day


def notice_sent(store: Store, who: Actor, tenancy_id: int, on: date | None = None) -> None:
    """The notice of one tenancy went out on another day: its eight weeks count from there. Refuses
    one who agreed, and a day before the result."""
    with store.act(who, "projects.consent.notice", undo=_("Notice sent")) as act:
        tenancy = found(act.session, ConsentTenancy, tenancy_id)
        asking = tenancy.round
        check_at_work(asking.project.state)
        if asking.state is not ConsentState.NOTICES_SENT or tenancy.vacant:
            raise Refused(_("There is no notice to send to this dwelling now."), "on")
        if tenancy.answer is ConsentAnswer.YES:
            raise Refused(_("Who agreed gets no notice."), "on")
        assert asking.result_sent_on is not None, "the result was sent"
        tenancy.notice_sent_on = check_since_proposal(asking.result_sent_on, day_of(store, on))


def finish_round(store: Store, who: Actor, round_id: int, on: date | None = None) -> None:
    """The eight weeks of everybody are over. Refuses it while somebody can still go to court, or
    has no notice yet."""
    with store.act(who, "projects.consent.finish", undo=_("Finish the round")) as act:
        asking = _round(act.session, round_id)
        notices = [
            one.notice_sent_on
            for one in asking.tenancies
            if not one.vacant and one.answer is not ConsentAnswer.YES
        ]
        sent = [day for day in notices if day is not None]
        until = max((court_term(day).last for day in sent), default=None)
        check_finished(asking.state, len(notices) - len(sent), until, day_of(store, on))
        asking.state = ConsentState.DONE


def lived_in(session: Session, dwelling_ids: Sequence[int], on: date) -> set[int]:
    """Which of these dwellings have a household on a day."""
    return set(
        session.scalars(
            select(Household.dwelling_id).where(
                Household.dwelling_id.in_(dwelling_ids),
                (Household.since.is_(None)) | (Household.since <= on),
                (Household.until.is_(None)) | (Household.until >= on),
            )
        )
    )


def _round(session: Session, round_id: int) -> ConsentRound:
    asking = found(session, ConsentRound, round_id)
    check_at_work(asking.project.state)
    return asking


def _stands(asking: ConsentRound) -> Consent:
    """The count of a round. Refuses one in which nobody lives."""
    answers = [one.answer for one in asking.tenancies if not one.vacant]
    return count(answers, len(asking.tenancies) - len(answers))


def _replaced_by(asking: ConsentRound) -> ConsentRound | None:
    """The round about the same dwellings in whose place a draft came."""
    homes = {one.dwelling_id for one in asking.tenancies}
    before = [
        one
        for one in asking.project.consent_rounds
        if one.state is ConsentState.REPLACED
        and one.number < asking.number
        and {tenancy.dwelling_id for tenancy in one.tenancies} == homes
    ]
    return before[-1] if before else None


def _begin(
    session: Session,
    project_id: int,
    dwelling_ids: Sequence[int],
    proposal: str,
    unit: str,
    answer_by: date | None,
) -> ConsentRound:
    last = session.scalar(
        select(func.max(ConsentRound.number)).where(ConsentRound.project_id == project_id)
    )
    asking = ConsentRound(
        project_id=project_id,
        number=(last or 0) + 1,
        unit=written(ConsentRound, "unit", unit),
        proposal=written(ConsentRound, "proposal", proposal),
        answer_by=answer_by,
        tenancies=[ConsentTenancy(dwelling_id=id) for id in dwelling_ids],
    )
    session.add(asking)
    session.flush()
    return asking


def _check_dwellings(
    session: Session, project_id: int, dwelling_ids: Sequence[int], but: int | None = None
) -> None:
    homes = session.scalars(select(Dwelling).where(Dwelling.id.in_(dwelling_ids)))
    addresses = {home.id: home.address for home in homes}
    own = select(ProjectDwelling.dwelling_id).where(ProjectDwelling.project_id == project_id)
    asked = (
        select(ConsentTenancy.dwelling_id)
        .join(ConsentRound, ConsentRound.id == ConsentTenancy.round_id)
        .where(ConsentRound.project_id == project_id, ConsentRound.state.in_(LIVE))
    )
    if but is not None:
        asked = asked.where(ConsentRound.id != but)
    wanted = [(id, addresses.get(id, str(id))) for id in dwelling_ids]
    check_dwellings(wanted, set(session.scalars(own)), set(session.scalars(asked)))
