"""A pilot to count by hand: complexes with lettings of which each is said how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from desktop.estate.model import BuildingKind, Complex, Dwelling
from desktop.language.format import AMSTERDAM
from desktop.viewings.model import (
    Candidate,
    CandidateSurvey,
    ConsequenceGuard,
    Decision,
    Host,
    Invitation,
    Offer,
    Pilot,
    PolicyVersion,
    Shift,
    Vacancy,
    Viewing,
)
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS
from desktop.viewings.states import (
    Answer,
    CandidateState,
    DecisionState,
    GuardEvent,
    GuardState,
    HostState,
    OfferAnswer,
    PilotRole,
    Presence,
    Route,
    ShiftState,
    UrgencyPolicy,
    VacancyState,
    ViewingKind,
    ViewingState,
)

STARTS_ON = date(2025, 11, 1)
DAY = date(2026, 3, 3)


@dataclass(frozen=True)
class Visitor:
    """One candidate: came or not after saying yes, and what became of an offer."""

    priority: bool = False
    came: bool = True
    offer: OfferAnswer | None = None
    offered_after: int = 9  # days after the invitation


@dataclass(frozen=True)
class Went:
    """How a letting went. `hosts` said yes `hours_before` the viewing, which was `extra_days`
    later than staff could have come."""

    day: date = DAY
    hosts: int = 2
    hours_before: int = 120
    extra_days: int = 0
    state: ViewingState = ViewingState.CLOSED
    moved: bool = False
    route: Route = Route.TENANT_LED
    visitors: tuple[Visitor, ...] = (Visitor(offer=OfferAnswer.ACCEPTED),)
    passed_over: bool = False
    contract_on: date | None = None
    lease_ended_on: date | None = None


class PilotWorld:
    """Adds complexes and lettings to a session; numbers dwellings by itself."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._numbers = iter(range(1, 10_000))

    def complex(
        self,
        name: str,
        role: PilotRole = PilotRole.PILOT,
        fixed: bool = True,
        urgency: UrgencyPolicy = UrgencyPolicy.U2,
        building: BuildingKind = BuildingKind.GALLERY,
        turnover_percent: float = 5.9,
        **facts: object,
    ) -> Complex:
        """A complex of a hundred dwellings that takes part from `STARTS_ON`; `facts` are other
        columns of the complex."""
        filled = {"dwelling_count": 100, "building": building, **facts}
        made = Complex(code=name.upper(), name=name, **filled)
        self.session.add(made)
        self.session.add(
            Pilot(
                complex=made,
                role=role,
                starts_on=STARTS_ON,
                turnover_percent=turnover_percent,
                thresholds={key: asdict(one) for key, one in USUAL_THRESHOLDS.items()}
                if fixed
                else {},
                fixed_on=STARTS_ON - timedelta(days=20) if fixed else None,
            )
        )
        self.session.add(
            PolicyVersion(
                complex=made,
                number=1,
                urgency=urgency,
                advert_nl="Bewoners laten u de woning zien.",
                fixed_on=STARTS_ON - timedelta(days=20),
            )
        )
        self.session.flush()
        return made

    def let(self, complex_: Complex, went: Went | None = None, **changes: object) -> Vacancy:
        """One letting, as `Went` with these changes."""
        went = replace(went or Went(), **changes)  # type: ignore[arg-type]
        number = next(self._numbers)
        policy = self.session.query(PolicyVersion).filter_by(complex_id=complex_.id).one()
        vacancy = Vacancy(
            code=f"P-{number}",
            dwelling=Dwelling(
                complex=complex_,
                code=f"W-{number}",
                street=complex_.name,
                house_number=str(number),
                reserved_for_priority=policy.urgency is UrgencyPolicy.U4,
            ),
            policy=policy,
            state=VacancyState.COMPLETED,
            route=went.route,
            baseline_viewing_on=went.day,
            contract_on=went.contract_on,
            lease_ended_on=went.lease_ended_on,
            created_on=went.day - timedelta(days=30),
        )
        self.session.add(vacancy)
        self.session.flush()
        viewing = self._viewing(vacancy, complex_, went)
        people = [self._visit(vacancy, viewing, v, rank) for rank, v in enumerate(went.visitors, 1)]
        self._decide(vacancy, people, went)
        self.session.flush()
        return vacancy

    def _viewing(self, vacancy: Vacancy, complex_: Complex, went: Went) -> Viewing:
        day = went.day + timedelta(days=went.extra_days)
        starts_at = datetime(day.year, day.month, day.day, 14, tzinfo=AMSTERDAM)
        tenant_led = went.route is Route.TENANT_LED
        viewing = Viewing(
            vacancy_id=vacancy.id,
            kind=ViewingKind.GROUP if tenant_led else ViewingKind.STAFF,
            state=went.state,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            sequence=1 if went.moved else 0,
            staff_hosts=went.hosts < 2,
        )
        self.session.add(viewing)
        self.session.flush()
        answered = (starts_at - timedelta(hours=went.hours_before)).date()
        for place in range(went.hosts if tenant_led else 0):
            host = Host(
                complex_id=complex_.id,
                first_name=f"Gastheer {place}",
                last_name=f"van {vacancy.code}",
                state=HostState.STOPPED,
                applied_on=STARTS_ON,
            )
            self.session.add(host)
            self.session.flush()
            self.session.add(
                Shift(
                    viewing_id=viewing.id,
                    host_id=host.id,
                    state=ShiftState.HELD,
                    answered_on=answered,
                    minutes=120,
                )
            )
        return viewing

    def _visit(self, vacancy: Vacancy, viewing: Viewing, visitor: Visitor, rank: int) -> Candidate:
        candidate = Candidate(
            vacancy_id=vacancy.id,
            number=f"{vacancy.code}-{rank}",
            external_ref=f"WZ-{vacancy.id}-{rank}",
            last_name=f"Zoeker {vacancy.id} {rank}",
            rank=rank,
            priority=visitor.priority,
            state=CandidateState.PRESENT if visitor.came else CandidateState.NO_SHOW,
        )
        self.session.add(candidate)
        self.session.flush()
        sent_on = viewing.starts_at.date() - timedelta(days=8)
        self.session.add(
            Invitation(
                viewing_id=viewing.id,
                candidate_id=candidate.id,
                slot_at=viewing.starts_at,
                sent_on=sent_on,
                answer=Answer.COMING,
                presence=Presence.PRESENT if visitor.came else Presence.NO_SHOW,
            )
        )
        if visitor.offer is not None:
            made_at = datetime(sent_on.year, sent_on.month, sent_on.day, 12, tzinfo=AMSTERDAM)
            made_at += timedelta(days=visitor.offered_after)
            self.session.add(
                Offer(
                    vacancy_id=vacancy.id,
                    candidate_id=candidate.id,
                    number=rank,
                    made_at=made_at,
                    deadline_at=made_at + timedelta(days=1),
                    answer=visitor.offer,
                )
            )
        return candidate

    def _decide(self, vacancy: Vacancy, people: Sequence[Candidate], went: Went) -> None:
        """The one who accepted gets it; `passed_over`: somebody with priority did not, and nobody
        wrote down why."""
        accepted = [
            candidate
            for candidate, visitor in zip(people, went.visitors, strict=True)
            if visitor.offer is OfferAnswer.ACCEPTED
        ]
        if not accepted:
            return
        table = [{"rank": 1, "priority": True, "chosen": False, "code": "WANTS_NOT"}]
        if went.passed_over:
            table.append({"rank": 2, "priority": True, "chosen": False, "code": None})
        table.append({"rank": 3, "priority": False, "chosen": True, "code": None})
        self.session.add(
            Decision(
                vacancy_id=vacancy.id,
                chosen_id=accepted[0].id,
                policy_id=vacancy.policy_id,
                state=DecisionState.SETTLED,
                drafted_at=datetime(2026, 3, 10, tzinfo=AMSTERDAM),
                read_at=datetime(2026, 3, 11, tzinfo=AMSTERDAM),
                order_table=table,
            )
        )

    def guard(self, vacancy: Vacancy, event: GuardEvent, counts: bool) -> None:
        """A colleague agreed that something of the first candidate counts, or not."""
        candidate = vacancy.candidates[0]
        self.session.add(
            ConsequenceGuard(
                candidate_id=candidate.id,
                invitation_id=candidate.invitations[0].id,
                event=event,
                caused_by_tour=not counts,
                counts=counts,
                shown="",
                state=GuardState.AGREED,
                opened_at=datetime(2026, 3, 10, tzinfo=AMSTERDAM),
            )
        )
        self.session.flush()

    def survey(self, complex_: Complex, marks: Sequence[int], priority: bool = False) -> None:
        """So many candidates gave a mark."""
        self.session.add_all(
            CandidateSurvey(
                complex_id=complex_.id, month=DAY.replace(day=1), priority=priority, mark=mark
            )
            for mark in marks
        )
        self.session.flush()
