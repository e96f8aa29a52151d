"""From the codes that people use to the rows that a paper is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Complex
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.model import (
    Complaint,
    Host,
    Invitation,
    Offer,
    Shift,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import was_settled
from desktop.viewings.states import (
    Answer,
    DecisionState,
    HostState,
    OfferAnswer,
    ShiftState,
    ViewingState,
)

Row = TypeVar("Row")
OVER = (ViewingState.CLOSED, ViewingState.CANCELLED)


def vacancy_codes(session: Session) -> Sequence[str]:
    """The codes of all vacancies, the newest first."""
    return session.scalars(select(Vacancy.code).order_by(Vacancy.id.desc())).all()


def complex_codes(session: Session) -> Sequence[str]:
    """The codes of all complexes."""
    return session.scalars(select(Complex.code).order_by(Complex.id)).all()


def vacancies(session: Session, codes: Sequence[str]) -> list[Vacancy]:
    """The vacancies with these codes. Refuses when there is none, or an unknown code."""
    _some(codes, _("Say of which vacancy: give its code."))
    found = {v.code: v for v in session.scalars(select(Vacancy).where(Vacancy.code.in_(codes)))}
    for code in codes:
        if code not in found:
            raise Refused(
                _("There is no vacancy with code {code}. Look up the code first.").format(code=code)
            )
    return [found[code] for code in codes]


def vacancy_ids(session: Session, codes: Sequence[str]) -> list[int]:
    """The vacancies with these codes, by their numbers."""
    return [vacancy.id for vacancy in vacancies(session, codes)]


def complexes(session: Session, codes: Sequence[str]) -> list[int]:
    """The complexes with these codes. Refuses when there is none, or an unknown code."""
    _some(codes, _("Say of which complex: give its code."))
    found = {c.code: c.id for c in session.scalars(select(Complex).where(Complex.code.in_(codes)))}
    for code in codes:
        if code not in found:
            raise Refused(
                _("There is no complex with code {code}. Look up the code first.").format(code=code)
            )
    return [found[code] for code in codes]


def hosts(session: Session, codes: Sequence[str]) -> list[int]:
    """The hosts of these complexes who have not stopped."""
    found = session.scalars(
        select(Host.id)
        .where(
            Host.complex_id.in_(complexes(session, codes)),
            Host.state != HostState.STOPPED,
            Host.last_name != "",
        )
        .order_by(Host.complex_id, Host.last_name, Host.id)
    ).all()
    return _some(found, _("This complex has no hosts yet. Add one first."))


def viewings(session: Session, codes: Sequence[str]) -> list[int]:
    """The viewings to come of these vacancies; of one that has none, the last that was held."""
    return [v.id for vacancy in vacancies(session, codes) for v in _viewings_of(vacancy)]


def visited(session: Session, codes: Sequence[str]) -> list[int]:
    """Those of these viewings to which somebody is invited who has not said no."""
    found = session.scalars(
        select(Invitation.viewing_id)
        .where(Invitation.id.in_(invitations(session, codes)))
        .distinct()
        .order_by(Invitation.viewing_id)
    ).all()
    return list(found)


def invitations(session: Session, codes: Sequence[str]) -> list[int]:
    """Who is invited to those viewings and has not said no."""
    found = session.scalars(
        select(Invitation.id)
        .where(
            Invitation.viewing_id.in_(viewings(session, codes)),
            Invitation.cancelled_on.is_(None),
            Invitation.answer != Answer.NOT_COMING,
        )
        .order_by(Invitation.viewing_id, Invitation.slot_at, Invitation.id)
    ).all()
    return _some(found, _("Nobody is invited yet. Invite candidates first."))


def invitations_called_off(session: Session, codes: Sequence[str]) -> list[int]:
    """Who was invited to viewings that were called off."""
    ids = [vacancy.id for vacancy in vacancies(session, codes)]
    found = session.scalars(
        select(Invitation.id)
        .join(Viewing)
        .where(
            Viewing.vacancy_id.in_(ids),
            Viewing.state == ViewingState.CANCELLED,
            Invitation.sent_on.is_not(None),
        )
        .order_by(Invitation.viewing_id, Invitation.slot_at, Invitation.id)
    ).all()
    return _some(found, _("No viewing of this vacancy was called off."))


def shifts(session: Session, codes: Sequence[str]) -> list[int]:
    """The shifts for which a host has not answered yet; else those of who said yes."""
    found = session.scalars(
        select(Shift)
        .where(Shift.viewing_id.in_(viewings(session, codes)))
        .order_by(Shift.viewing_id, Shift.id)
    ).all()
    waiting = [s.id for s in found if s.state in (ShiftState.PROPOSED, ShiftState.ASKED)]
    agreed = [s.id for s in found if s.state in (ShiftState.CONFIRMED, ShiftState.HELD)]
    return _some(waiting or agreed, _("No hosts are chosen yet. Choose them first."))


def offers(session: Session, codes: Sequence[str]) -> list[int]:
    """The open offer of each vacancy; of one that has none, the last."""
    found: list[int] = []
    for vacancy in vacancies(session, codes):
        offers_made: list[Offer] = vacancy.offers
        still_open = [offer.id for offer in offers_made if offer.answer is OfferAnswer.OPEN]
        found += still_open or [offer.id for offer in offers_made[-1:]]
    return _some(found, _("No offer was made yet. Make the offer first."))


def ended_offers(session: Session, codes: Sequence[str]) -> list[int]:
    """The offers of these vacancies that the corporation took back."""
    found = [
        offer.id
        for vacancy in vacancies(session, codes)
        for offer in vacancy.offers
        if offer.answer is OfferAnswer.WITHDRAWN
    ]
    return _some(found, _("No offer of this vacancy was taken back."))


def decisions(session: Session, codes: Sequence[str]) -> list[int]:
    """The decision that counts of each vacancy; not one that lapsed without another yet."""
    found = [
        vacancy.decision.id
        for vacancy in vacancies(session, codes)
        if vacancy.decision is not None and vacancy.decision.state is not DecisionState.LAPSED
    ]
    return _some(found, _("There is no decision yet. Write the decision first."))


def all_decisions(session: Session, codes: Sequence[str]) -> list[int]:
    """Every settled decision about these vacancies, also those that lapsed; of a vacancy that has
    none, the draft."""
    found: list[int] = []
    for vacancy in vacancies(session, codes):
        settled = [d.id for d in vacancy.decisions if was_settled(d)]
        found += settled or [d.id for d in vacancy.decisions]
    return _some(found, _("There is no decision yet. Write the decision first."))


def withdrawals(session: Session, codes: Sequence[str]) -> list[int]:
    """The decisions about these vacancies that lapsed because the chosen candidate backed out."""
    found = [
        decision.id
        for vacancy in vacancies(session, codes)
        for decision in vacancy.decisions
        if decision.withdrawal is not None and decision.withdrawal.by is OfferAnswer.REFUSED
    ]
    return _some(found, _("No chosen candidate of this vacancy backed out."))


def complaints(session: Session, codes: Sequence[str]) -> list[int]:
    """The complaints of which the sender is known."""
    ids = [vacancy.id for vacancy in vacancies(session, codes)]
    found = session.scalars(
        select(Complaint.id)
        .where(Complaint.vacancy_id.in_(ids), Complaint.candidate_id.is_not(None))
        .order_by(Complaint.id)
    ).all()
    return _some(found, _("There are no complaints about this vacancy."))


def _viewings_of(vacancy: Vacancy) -> list[Viewing]:
    planned: list[Viewing] = vacancy.viewings
    to_come = [viewing for viewing in planned if viewing.state not in OVER]
    held = [viewing for viewing in planned if viewing.state is ViewingState.CLOSED]
    return _some(
        to_come or held[-1:],
        _("No viewing is planned for {code} yet. Plan one first.").format(code=vacancy.code),
    )


def _some(found: Sequence[Row], sentence: str) -> list[Row]:
    if not found:
        raise Refused(sentence)
    return list(found)
