"""Level C: what residents nominate, tested by staff, agreed by a second reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.texts import checked, note_override
from desktop.viewings.model import (
    Candidate,
    Host,
    Nomination,
    NominationMember,
    Nominee,
    Vacancy,
)
from desktop.viewings.queries.facts import nominated_in, proposal
from desktop.viewings.rules.nomination import UNDER_TEST, Nominated, check_proposal
from desktop.viewings.rules.priority import check_reader
from desktop.viewings.states import NominationState, OfferAnswer, VacancyState

N = NominationState


def enter_nomination(
    store: Store,
    who: Actor,
    vacancy_id: int,
    proposed_on: date,
    member_ids: Sequence[int],
    nominees: Sequence[Nominated],
) -> int:
    """Record what residents nominated, in their order, with an answer to each criterion. Entering
    again replaces it while it is not agreed. Refuses what a nomination may not be (`checks`), a day
    to come, and one while an offer runs."""
    with store.act(who, "viewings.nomination.enter", undo=_("Nomination")) as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        _check_moment(vacancy)
        if proposed_on > local(store.now()).date():
            raise Refused(_("This day is still to come. Choose today or earlier."), "proposed_on")
        members = [found(session, Host, id) for id in dict.fromkeys(member_ids)]
        check_proposal(proposal(session, vacancy, nominees, members, proposed_on))
        nomination = _being_entered(session, vacancy)
        nomination.state, nomination.proposed_on = N.ENTERED, proposed_on
        nomination.author_id, nomination.entered_at = who.id, store.now()
        nomination.tested_at, nomination.motivation = None, ""
        session.add(nomination)
        session.flush()
        session.add_all(
            NominationMember(nomination_id=nomination.id, host_id=host.id) for host in members
        )
        session.add_all(
            Nominee(
                nomination_id=nomination.id,
                candidate_id=found(session, Candidate, nominee.candidate).id,
                place=place,
                answers=[[key, answer.name] for key, answer in nominee.answers.items()],
            )
            for place, nominee in enumerate(nominees, start=1)
        )
        return nomination.id


def _check_moment(vacancy: Vacancy) -> None:
    if vacancy.state not in (VacancyState.VIEWING, VacancyState.OFFERING):
        raise Refused(_("Residents nominate after the viewing and before the decision."), "state")
    if any(o.answer in (OfferAnswer.OPEN, OfferAnswer.ACCEPTED) for o in vacancy.offers):
        raise Refused(_("There is an offer that still runs. Wait for its answer."), "offer")


def _being_entered(session: Session, vacancy: Vacancy) -> Nomination:
    """The nomination that is entered anew, emptied; a new one after one that was agreed or not
    followed. Refuses while a colleague reads it."""
    last = vacancy.nomination
    if last is None or last.state not in UNDER_TEST:
        return Nomination(vacancy=vacancy, number=1 + len(vacancy.nominations))
    if last.state is N.TESTED:
        raise Refused(_("This nomination is with a colleague. Wait for that."), "state")
    for row in (*last.members, *last.nominees):
        session.delete(row)
    session.flush()
    session.expire(last, ["members", "nominees"])
    return last


def pass_test(
    store: Store, who: Actor, nomination_id: int, motivation: str, reader: Actor | None = None
) -> None:
    """A member of staff tested a nomination against the published criteria and equal treatment, and
    puts it before a colleague. Refuses one that no longer meets every check, and no words; words
    about a person only with a `reader` (R6)."""
    text = _written(motivation, reader)
    with store.act(who, "viewings.nomination.test", undo=_("Test of the nomination")) as act:
        session = act.session
        nomination = _under_test(session, nomination_id)
        _check(session, nomination)
        nomination.state, nomination.motivation = N.TESTED, text
        nomination.author_id, nomination.tested_at = who.id, store.now()
        note_override(session, who, reader, "nomination", nomination.id, text, store.now())


def agree(store: Store, reader: Actor, nomination_id: int) -> None:
    """The second reader agrees: from now on the order of the residents counts among the first N.
    Refuses the tester as reader, and a nomination that no longer meets every check."""
    with store.act(reader, "viewings.nomination.agree") as act:
        nomination = _tested(act.session, nomination_id)
        check_reader(nomination.author_id, reader.id)
        _check(act.session, nomination)
        nomination.state = N.AGREED
        nomination.reader_id, nomination.read_at = reader.id, store.now()


def send_back(store: Store, reader: Actor, nomination_id: int, question: str) -> None:
    """The second reader has a question: staff test again, or let residents nominate anew."""
    text = checked(question, "question")
    if not text:
        raise Refused(_("Write your question, so that the author knows what to do."), "question")
    with store.act(reader, "viewings.nomination.return") as act:
        nomination = _tested(act.session, nomination_id)
        check_reader(nomination.author_id, reader.id)
        nomination.state, nomination.reader_question = N.RETURNED, text
        nomination.reader_id = reader.id


def do_not_follow(
    store: Store, who: Actor, nomination_id: int, motivation: str, reader: Actor | None = None
) -> None:
    """Staff do not follow a nomination, with the facts why; the order of the list stays. Refuses
    without words, and while a colleague reads it."""
    text = _written(motivation, reader)
    with store.act(who, "viewings.nomination.reject", undo=_("Nomination not followed")) as act:
        session = act.session
        nomination = _under_test(session, nomination_id)
        nomination.state, nomination.motivation = N.REJECTED, text
        nomination.author_id, nomination.tested_at = who.id, store.now()
        note_override(session, who, reader, "nomination", nomination.id, text, store.now())


def _written(motivation: str, reader: Actor | None) -> str:
    text = checked(motivation, "motivation", reader)
    if not text:
        raise Refused(_("Write what you tested, with facts and by the criteria."), "motivation")
    return text


def _under_test(session: Session, nomination_id: int) -> Nomination:
    nomination = found(session, Nomination, nomination_id)
    if nomination.state not in (N.ENTERED, N.RETURNED):
        raise Refused(_("This nomination is with a colleague, or was tested already."), "state")
    return nomination


def _tested(session: Session, nomination_id: int) -> Nomination:
    nomination = found(session, Nomination, nomination_id)
    if nomination.state is not N.TESTED:
        raise Refused(_("Nobody asks you to read this nomination along now."), "state")
    return nomination


def _check(session: Session, nomination: Nomination) -> None:
    members = [member.host for member in nomination.members]
    check_proposal(
        proposal(
            session,
            nomination.vacancy,
            nominated_in(nomination),
            members,
            nomination.proposed_on,
        )
    )
