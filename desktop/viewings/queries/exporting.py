"""What goes out of Buren as files: VERA messages for the allocation system, tables for a sheet.

Each function writes one file, whole or not at all, and returns how many records are in it. It
takes codes of vacancies, and none means all. Of a person only the reference goes out that the
allocation system gave itself; who was wiped has none any more and stays out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.exchange.tables import write_csv
from desktop.feature import Exportable
from desktop.language import _, pgettext
from desktop.language.format import local
from desktop.refused import Refused
from desktop.viewings import codes
from desktop.viewings.exchange import vera_out
from desktop.viewings.exchange.vera_out import (
    AllocationOut,
    AppointmentOut,
    NoShowOut,
    OfferOut,
    PolicyOut,
)
from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.evaluation import Evaluation, evaluation
from desktop.viewings.queries.evaluation.judging import said
from desktop.viewings.queries.facts import (
    confirmed_hosts,
    decision_that_stands,
    first_viewing_day,
    plan_of,
)
from desktop.viewings.rules.statistics import wilson
from desktop.viewings.rules.visits import days_added, slots
from desktop.viewings.states import (
    DecisionState,
    GuardEvent,
    GuardState,
    Presence,
    ViewingState,
)
from desktop.viewings.wording import word

PRESENT = (Presence.PRESENT, Presence.LATE)


def exportables() -> Sequence[Exportable]:
    """What `samenspraak export` knows of Buren."""
    return (
        Exportable("offers", lambda: _("Offers (VERA)"), export_offers),
        Exportable("no-shows", lambda: _("Who did not appear (VERA)"), export_no_shows),
        Exportable("allocations", lambda: _("Allocations (VERA)"), export_allocations),
        Exportable("appointments", lambda: _("Viewings (VERA)"), export_appointments),
        Exportable("vacancies", lambda: _("Vacancies (CSV)"), export_vacancies),
        Exportable("measures", lambda: _("Measures of the evaluation (CSV)"), export_measures),
    )


def export_offers(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Aanbieding: each offer with its status and the viewing that went before."""
    offers = session.scalars(
        select(Offer)
        .join(Offer.candidate)
        .where(Offer.vacancy_id.in_(_of(session, numbers)), Candidate.wiped_on.is_(None))
        .options(joinedload(Offer.vacancy), joinedload(Offer.candidate))
        .order_by(Offer.id)
    )
    return vera_out.write_messages(path, map(vera_out.offer_message, map(_offer, offers)))


def export_no_shows(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Puntengebeurtenis NOS: who was not at a viewing that was confirmed. A no-show that does
    not count, because the tour caused it, stays out (C3)."""
    does_not_count = exists().where(
        ConsequenceGuard.invitation_id == Invitation.id,
        ConsequenceGuard.event == GuardEvent.NO_SHOW,
        ConsequenceGuard.state == GuardState.AGREED,
        ConsequenceGuard.counts.is_(False),
    )
    invitations = session.scalars(
        select(Invitation)
        .join(Invitation.candidate)
        .where(
            Candidate.vacancy_id.in_(_of(session, numbers)),
            Candidate.wiped_on.is_(None),
            Invitation.presence == Presence.NO_SHOW,
            Invitation.cancelled_on.is_(None),
            ~does_not_count,
        )
        .options(joinedload(Invitation.candidate).joinedload(Candidate.vacancy))
        .order_by(Invitation.id)
    )
    return vera_out.write_messages(path, map(vera_out.no_show_message, map(_no_show, invitations)))


def export_allocations(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Toewijzing: each decision that a second reader settled."""
    decisions = session.scalars(
        select(Decision)
        .join(Decision.chosen)
        .where(
            Decision.vacancy_id.in_(_of(session, numbers)),
            Decision.read_at.is_not(None),
            Decision.state != DecisionState.LAPSED,
            Candidate.wiped_on.is_(None),
        )
        .options(joinedload(Decision.vacancy), joinedload(Decision.chosen))
        .order_by(Decision.id)
    )
    made = (_allocation(decision, decision.read_at) for decision in decisions if decision.read_at)
    return vera_out.write_messages(path, map(vera_out.allocation_message, made))


def export_appointments(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Afspraak: each viewing, with slots and hosts as numbers."""
    viewings = session.scalars(
        select(Viewing)
        .where(Viewing.vacancy_id.in_(_of(session, numbers)))
        .options(joinedload(Viewing.vacancy), selectinload(Viewing.shifts))
        .order_by(Viewing.id)
    )
    return vera_out.write_messages(
        path, map(vera_out.appointment_message, map(_appointment, viewings))
    )


def _of(session: Session, numbers: Sequence[str]) -> Select[int]:
    """The vacancies with these codes; all of them without codes. Only those that were published
    under a way of working have something to send. Refuses an unknown code."""
    published = select(Vacancy.id).where(Vacancy.policy_id.is_not(None))
    if not numbers:
        return published
    known = set(session.scalars(select(Vacancy.code).where(Vacancy.code.in_(numbers))))
    for code in numbers:
        if code not in known:
            raise Refused(
                _("There is no vacancy with code {code}. Look up the code first.").format(code=code)
            )
    return published.where(Vacancy.code.in_(numbers))


def _policy(vacancy: Vacancy) -> PolicyOut:
    assert vacancy.policy is not None  # `_of` leaves out the others
    return PolicyOut(vacancy.policy.level, vacancy.policy.number)


def _reference(candidate: Candidate) -> str:
    """That of the allocation system; our own number when the list gave none."""
    return candidate.external_ref or candidate.number


def _offer(offer: Offer) -> OfferOut:
    vacancy, candidate = offer.vacancy, offer.candidate
    settled = decision_that_stands(vacancy) is not None
    seen = [i for i in candidate.invitations if i.presence in PRESENT]
    return OfferOut(
        id=f"{vacancy.code}-A{offer.number}",
        publication=vacancy.code,
        candidate=_reference(candidate),
        status=codes.offer_status(offer.answer, offer.reason, settled),
        made_at=offer.made_at,
        deadline_at=offer.deadline_at,
        policy=_policy(vacancy),
        answered_at=offer.answered_at,
        viewing=_viewing_id(seen[-1].viewing) if seen else "",
    )


def _no_show(invitation: Invitation) -> NoShowOut:
    vacancy = invitation.candidate.vacancy
    return NoShowOut(
        id=f"{vacancy.code}-N{invitation.id}",
        publication=vacancy.code,
        candidate=_reference(invitation.candidate),
        at=invitation.slot_at,
        policy=_policy(vacancy),
    )


def _allocation(decision: Decision, settled_at: datetime) -> AllocationOut:
    vacancy, chosen = decision.vacancy, decision.chosen
    return AllocationOut(
        id=f"{vacancy.code}-T",
        publication=vacancy.code,
        dwelling=vacancy.dwelling.code,
        candidate=_reference(chosen),
        rank=chosen.rank,
        persons=chosen.persons,
        settled_at=settled_at,
        second_reader=decision.reader_id is not None,
        policy=_policy(vacancy),
        rent_cents=vacancy.dwelling.rent_cents,
    )


def _appointment(viewing: Viewing) -> AppointmentOut:
    vacancy = viewing.vacancy
    return AppointmentOut(
        id=_viewing_id(viewing),
        publication=vacancy.code,
        address=vacancy.dwelling.address,
        status=codes.APPOINTMENT[viewing.state],
        kind=viewing.kind,
        starts_at=viewing.starts_at,
        ends_at=viewing.ends_at,
        slots=len(slots(plan_of(viewing))),
        households_per_slot=viewing.capacity,
        hosts=0 if viewing.staff_hosts else confirmed_hosts(viewing),
        policy=_policy(vacancy),
    )


def _viewing_id(viewing: Viewing) -> str:
    return f"{viewing.vacancy.code}-B{viewing.id}"


# Tables -----------------------------------------------------------------------------------------


def export_vacancies(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """A line for each vacancy: its dates and how many people, nobody by name."""
    headings = (
        _("Code"),
        _("Address"),
        _("Complex"),
        _("State"),
        _("Who receives"),
        _("Notice"),
        _("Advert from"),
        _("Advert until"),
        _("First viewing"),
        _("Extra days"),
        _("Lease signed"),
        _("Keys"),
        _("Candidates"),
        _("Invited"),
        _("Came"),
        _("Did not appear"),
        _("Offers"),
        _("To somebody with priority"),
        _("Order of the candidates removed on"),
    )
    return write_csv(path, headings, _vacancies(session, numbers))


def _vacancies(session: Session, numbers: Sequence[str]) -> Iterator[tuple[object, ...]]:
    found = select(Vacancy)
    if numbers:
        found = found.where(Vacancy.id.in_(_of(session, numbers)))
    for vacancy in session.scalars(
        found.options(
            selectinload(Vacancy.viewings),
            selectinload(Vacancy.offers),
            selectinload(Vacancy.candidates).selectinload(Candidate.invitations),
            selectinload(Vacancy.decisions).joinedload(Decision.chosen),
        ).order_by(Vacancy.created_on, Vacancy.code)
    ):
        yield _vacancy(vacancy)


def _vacancy(vacancy: Vacancy) -> tuple[object, ...]:
    held = [v for v in vacancy.viewings if v.state is not ViewingState.CANCELLED]
    first = first_viewing_day(vacancy)
    seen = [
        {i.presence for i in candidate.invitations if i.cancelled_on is None}
        for candidate in vacancy.candidates
    ]
    decision = decision_that_stands(vacancy)
    return (
        vacancy.code,
        vacancy.dwelling.address,
        vacancy.dwelling.complex.name,
        word(vacancy.state),
        word(vacancy.route),
        vacancy.notice_on,
        vacancy.advert_from,
        vacancy.advert_until,
        local(held[0].starts_at) if held else None,
        days_added(vacancy.baseline_viewing_on, first) if first else None,
        vacancy.contract_on,
        vacancy.keys_on,
        len(vacancy.candidates),
        sum(bool(presences) for presences in seen),
        sum(bool(presences & set(PRESENT)) for presences in seen),
        sum(Presence.NO_SHOW in presences for presences in seen),
        len(vacancy.offers),
        decision.chosen.priority if decision is not None else None,
        decision.order_removed_on if decision is not None else None,
    )


def export_measures(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """A line for each measure of each complex, as the evaluation shows it: what may not be shown
    has words and no value. Shares and their intervals run from 0 to 1."""
    if numbers:
        raise Refused(_("The measures are of the whole pilot: give no codes."))
    headings = (
        pgettext("evaluation", "Measure"),
        _("Of"),
        _("Verdict on the complex"),
        _("Result"),
        _("Value"),
        _("Number counted"),
        _("Lowest (95 %)"),
        _("Highest (95 %)"),
    )
    return write_csv(path, headings, _measures(evaluation(session, now)))


def _measures(found: Evaluation) -> Iterator[tuple[object, ...]]:
    for line in found.lines:
        for column, result in zip(found.columns, line.results, strict=True):
            interval = wilson(result.share) if result.share is not None else None
            yield (
                line.label,
                column.name,
                said(column.verdict) if column.verdict is not None else "",
                result.words,
                None if result.value is None else round(result.value, 4),
                result.n if result.value is not None else None,
                None if interval is None else round(interval.low, 4),
                None if interval is None else round(interval.high, 4),
            )
