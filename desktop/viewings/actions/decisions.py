"""The decision: drafted, read by a colleague, frozen, told to everybody who came."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.terms.counting import last_day
from desktop.viewings.actions.letters import keep_letters
from desktop.viewings.actions.texts import checked, note_override
from desktop.viewings.model import Complaint, Decision, Offer, Vacancy
from desktop.viewings.queries.facts import (
    accepted_offer,
    agreed_nomination,
    candidates_of,
    deviations_of,
    gets_letter,
    open_complaints,
    order_rows,
    standings,
    wipe_day_of,
)
from desktop.viewings.rules.lifecycle import check_decision, check_vacancy
from desktop.viewings.rules.order import PassCode, check_offer_turn
from desktop.viewings.rules.order_table import OrderRow, check_complete
from desktop.viewings.rules.priority import check_reader
from desktop.viewings.states import (
    CandidateState,
    ComplaintAbout,
    ComplaintState,
    DecisionState,
    VacancyState,
)

D, C = DecisionState, CandidateState
LETTER_CHOSEN, LETTER_OTHERS = "decision-chosen", "decision-others"


def draft_decision(
    store: Store,
    who: Actor,
    vacancy_id: int,
    motivation: str = "",
    permit_checked: bool | None = None,
    deviations: Mapping[int, PassCode] | None = None,
    reader: Actor | None = None,
) -> int:
    """Write the decision for the candidate who accepted, or the next one when the first lapsed.
    `deviations` are codes of staff by candidate; left out, those that came with the offer stand.
    Refuses while nobody accepted, and a deviation without a written motivation."""
    text = checked(motivation, "motivation", reader)
    with store.act(who, "viewings.decision.draft", undo=_("Draft decision")) as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        offer = _accepted(vacancy)
        assert vacancy.policy is not None  # an offer is made under a policy version
        given = deviations_of(offer) if deviations is None else deviations
        if given and not text:
            raise Refused(_("Write why you deviate from the order, with facts."), "motivation")
        decision = vacancy.decision
        if decision is None or decision.state is D.LAPSED:
            decision = Decision(
                vacancy=vacancy,
                number=1 + len(vacancy.decisions),
                chosen=offer.candidate,
                policy=vacancy.policy,
                drafted_at=store.now(),
            )
            session.add(decision)
        elif decision.state is D.RETURNED:
            check_decision(decision.state, D.DRAFT)
            decision.state = D.DRAFT
        elif decision.state is not D.DRAFT:
            raise Refused(_("This decision is with a colleague or has been settled."), "decision")
        decision.chosen = offer.candidate
        decision.author_id = who.id
        decision.motivation, decision.permit_checked = text, permit_checked
        decision.deviations = {str(k): v.name for k, v in given.items()}
        session.flush()
        note_override(session, who, reader, "decision", decision.id, text, store.now())
        return decision.id


def _accepted(vacancy: Vacancy) -> Offer:
    offer = accepted_offer(vacancy)
    if offer is None:
        raise Refused(_("Nobody has accepted the dwelling yet. Make an offer first."), "candidate")
    return offer


def submit_decision(store: Store, who: Actor, decision_id: int) -> None:
    """Put the decision before a colleague. Refuses when somebody is passed over without a code
    (R10), and when the permit was not checked where one is needed (C5: by the way of working, or
    because the draft says so)."""
    with store.act(who, "viewings.decision.submit", undo=_("Submit decision")) as act:
        decision = found(act.session, Decision, decision_id)
        check_decision(decision.state, D.SUBMITTED)
        _check_order(act.session, decision)
        _check_permit(decision)
        decision.state, decision.submitted_at = D.SUBMITTED, store.now()
        decision.author_id = who.id


def _check_permit(decision: Decision) -> None:
    """C5: where the municipality asks a permit, somebody checked that the chosen one can get it."""
    if decision.policy.permit_needed and not decision.permit_checked:
        raise Refused(
            _(
                "The municipality asks a permit for this dwelling (Huisvestingswet art. 15). Check "
                "first whether this candidate can get it."
            ),
            "permit_checked",
        )
    if decision.permit_checked is False:
        raise Refused(
            _("Check the permit first (Huisvestingswet art. 15), or say none is needed."),
            "permit_checked",
        )


def _check_order(session: Session, decision: Decision) -> None:
    if _accepted(decision.vacancy).candidate is not decision.chosen:
        raise Refused(_("Somebody else accepted the dwelling. Write the decision anew."), "chosen")
    check_complete(order_rows(session, decision))
    check_offer_turn(
        [
            # The chosen candidate has accepted; the order asks whether the offer was in turn.
            dataclasses.replace(s, state=C.OFFERED) if s.id == decision.chosen_id else s
            for s in standings(session, decision.vacancy_id)
        ],
        decision.chosen_id,
        decision.policy.participation_required,
        decision.policy.level,
        deviations_of(decision),
        agreed_nomination(decision.vacancy),
    )


def return_decision(store: Store, reader: Actor, decision_id: int, question: str) -> None:
    """The second reader has a question; the author goes on with the draft."""
    text = checked(question, "question")
    if not text:
        raise Refused(_("Write your question, so that the author knows what to do."), "question")
    with store.act(reader, "viewings.decision.return") as act:
        decision = found(act.session, Decision, decision_id)
        check_decision(decision.state, D.RETURNED)
        check_reader(decision.author_id, reader.id)
        decision.state, decision.reader_question = D.RETURNED, text
        decision.reader_id, decision.read_at = reader.id, None


def settle_decision(store: Store, reader: Actor, decision_id: int) -> None:
    """The second reader agrees: the decision is settled and its order table frozen. Refuses the
    author as reader, and a table that is no longer complete."""
    with store.act(reader, "viewings.decision.settle") as act:
        session = act.session
        decision = found(session, Decision, decision_id)
        check_decision(decision.state, D.SETTLED)
        check_reader(decision.author_id, reader.id)
        _check_order(session, decision)
        vacancy = decision.vacancy
        check_vacancy(vacancy.state, VacancyState.DECIDED)
        decision.order_table = [kept_row(row) for row in order_rows(session, decision)]
        decision.state = D.SETTLED
        decision.reader_id, decision.read_at = reader.id, store.now()
        vacancy.state = VacancyState.DECIDED
        for candidate in candidates_of(session, vacancy.id):
            if candidate.id == decision.chosen_id:
                candidate.state = C.ALLOCATED
            elif candidate.state not in (C.REFUSED, C.WITHDRAWN, C.WANTS_NOT, C.NO_SHOW):
                candidate.state = C.NOT_REACHED


def kept_row(row: OrderRow) -> dict[str, Any]:
    """An order row as a decision keeps it; codes by name, so that words can change later."""
    values = dataclasses.asdict(row)
    return {
        key: (value.name if isinstance(value, Enum) else value) for key, value in values.items()
    }


def letters_sent(store: Store, who: Actor, decision_id: int) -> int:
    """The letters went to the chosen candidate and to all who were invited; returns how many.
    The complaint term starts today, counted by the Algemene termijnenwet."""
    with store.act(who, "viewings.decision.letters", undo=_("Letters sent")) as act:
        session = act.session
        decision = found(session, Decision, decision_id)
        check_decision(decision.state, D.LETTERS_SENT)
        today = local(store.now()).date()
        told = [c for c in candidates_of(session, decision.vacancy_id) if gets_letter(c, decision)]
        kinds = [LETTER_CHOSEN if c.id == decision.chosen_id else LETTER_OTHERS for c in told]
        keep_letters(session, zip(told, kinds, strict=True), today)
        decision.state, decision.letters_on = D.LETTERS_SENT, today
        decision.complaint_until = last_day(today, weeks=decision.policy.complaint_weeks).last
        decision.wipe_on = wipe_day_of(session, decision)
        return len(told)


def close_decision(store: Store, who: Actor, decision_id: int) -> None:
    """The complaint term is over and no complaint is open."""
    with store.act(who, "viewings.decision.close", undo=_("Close decision")) as act:
        session = act.session
        decision = found(session, Decision, decision_id)
        check_decision(decision.state, D.CLOSED)
        today = local(store.now()).date()
        if decision.complaint_until is not None and today <= decision.complaint_until:
            raise Refused(
                _("Candidates can still complain. Wait until the term is over."), "complaint_until"
            )
        if open_complaints(session, decision.vacancy_id):
            raise Refused(_("A complaint is still open. Close it first."), "complaint")
        decision.state = D.CLOSED


def add_complaint(
    store: Store,
    who: Actor,
    vacancy_id: int,
    candidate_id: int | None,
    about: ComplaintAbout,
    received_on: date,
    summary: str,
    code: str = "KLA",
) -> int:
    """A complaint or objection came in. The answer is due in six weeks (working agreement)."""
    text = checked(summary, "summary")
    if not text:
        raise Refused(_("Write in a few words what the complaint is about."), "summary")
    if received_on > local(store.now()).date():
        raise Refused(_("This day is still to come. Choose today or earlier."), "received_on")
    with store.act(who, "viewings.complaint.add", undo=_("Add complaint")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        weeks = vacancy.policy.complaint_weeks if vacancy.policy is not None else 6
        complaint = Complaint(
            vacancy_id=vacancy_id,
            candidate_id=candidate_id,
            code=code,
            about=about,
            received_on=received_on,
            answer_by=last_day(received_on, weeks=weeks).last,
            summary=text,
        )
        act.session.add(complaint)
        act.session.flush()
        return complaint.id


def close_complaint(store: Store, who: Actor, complaint_id: int, outcome: str) -> None:
    """The complaint was answered, with the outcome in a few words."""
    text = checked(outcome, "outcome")
    if not text:
        raise Refused(_("Write the outcome in a few words."), "outcome")
    with store.act(who, "viewings.complaint.close", undo=_("Close complaint")) as act:
        complaint = found(act.session, Complaint, complaint_id)
        complaint.state, complaint.outcome = ComplaintState.CLOSED, text[:200]
        complaint.closed_on = local(store.now()).date()
        act.session.flush()
        decision = found(act.session, Vacancy, complaint.vacancy_id).decision
        if decision is not None:
            decision.wipe_on = wipe_day_of(act.session, decision)
