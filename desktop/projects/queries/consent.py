"""A consent round: how it stands, and every dwelling with what was answered and tried there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.projects.model import (
    ConsentNote,
    ConsentRound,
    ConsentTenancy,
    Project,
)
from desktop.projects.queries.homes import names_on, natural
from desktop.projects.rules.consent import Consent, court_term
from desktop.projects.rules.consent_round import GIVEN, LIVE, count
from desktop.projects.states import AnswerMeans, ConsentAnswer, ConsentState
from desktop.refused import Refused
from desktop.store.found import found


@dataclass(frozen=True)
class Noted:
    """An answer as it was noted. `by` is empty when the program noted it."""

    answer: ConsentAnswer
    answered_on: date
    means: AnswerMeans | None
    noted_at: datetime
    by: str


@dataclass(frozen=True)
class HomeLine:
    """A dwelling of a round; `id` is that of its tenancy. `tried` are the days of visits at which
    nobody was at home, `spoken` whether somebody was spoken to. `court_until` ends the eight weeks
    of who did not agree, once there is a notice."""

    id: int
    dwelling_id: int
    number: str
    address: str
    postcode: str
    city: str
    stairwell: str
    name: str
    vacant: bool
    answer: ConsentAnswer
    answered_on: date | None
    means: AnswerMeans | None
    spoken: bool
    tried: tuple[date, ...]
    notice_sent_on: date | None
    court_until: date | None
    notes: tuple[Noted, ...]

    @property
    def unanswered(self) -> bool:
        """Whether a household still has to say yes or no."""
        return not self.vacant and self.answer not in GIVEN

    @property
    def not_visited(self) -> bool:
        """Whether nobody went to the door of a household that did not answer."""
        return self.unanswered and not self.spoken and not self.tried

    @property
    def gets_notice(self) -> bool:
        """Whether its tenant gets the notice with the eight weeks when seventy percent agreed."""
        return not self.vacant and self.answer is not ConsentAnswer.YES


@dataclass(frozen=True)
class RoundView:
    """A round with its count; `stands` is None while nobody lives in its dwellings."""

    id: int
    version: int
    project_id: int
    project: str
    leader: str
    contact: str
    number: int
    unit: str
    proposal: str
    sent_on: date | None
    answer_by: date | None
    state: ConsentState
    result_sent_on: date | None
    stands: Consent | None
    homes: tuple[HomeLine, ...]

    @property
    def is_short(self) -> bool:
        """Whether the result was sent, and it was not enough."""
        stands = self.stands
        return self.state is ConsentState.DONE and stands is not None and not stands.is_enough

    @property
    def not_visited(self) -> int:
        return sum(home.not_visited for home in self.homes)

    @property
    def without_notice(self) -> int:
        """How many who did not agree have no notice of the result."""
        return sum(home.gets_notice and home.notice_sent_on is None for home in self.homes)

    @property
    def court_until(self) -> date | None:
        """The day on which the last of the eight weeks ends."""
        return max((h.court_until for h in self.homes if h.court_until), default=None)


def rounds(session: Session, project_id: int, today: date) -> tuple[RoundView, ...]:
    """The rounds of a project, the newest first."""
    rows = session.scalars(_whole().where(ConsentRound.project_id == project_id))
    return tuple(
        _view(session, row, today) for row in sorted(rows, key=lambda row: row.number, reverse=True)
    )


def round_view(session: Session, round_id: int, today: date) -> RoundView:
    """One round. Refuses one that is gone."""
    row = session.scalar(_whole().where(ConsentRound.id == round_id))
    return _view(session, row if row is not None else found(session, ConsentRound, round_id), today)


def round_on(session: Session, project_id: int, today: date) -> RoundView | None:
    """The round that a project is about now: the newest that was not replaced."""
    row = session.scalar(
        _whole()
        .where(ConsentRound.project_id == project_id, ConsentRound.state.in_(LIVE))
        .order_by(ConsentRound.number.desc())
        .limit(1)
    )
    return _view(session, row, today) if row is not None else None


def running_counts(session: Session) -> dict[int, Consent]:
    """How the running rounds of all projects stand; of a project with several, the newest."""
    rows = session.execute(
        select(
            ConsentRound.project_id,
            ConsentRound.number,
            ConsentTenancy.vacant,
            ConsentTenancy.answer,
        )
        .join(ConsentTenancy, ConsentTenancy.round_id == ConsentRound.id)
        .where(ConsentRound.state == ConsentState.RUNNING)
        .order_by(ConsentRound.number)
    )
    of: dict[int, dict[int, list[tuple[bool, ConsentAnswer]]]] = {}
    for project_id, number, vacant, answer in rows:
        of.setdefault(project_id, {}).setdefault(number, []).append((vacant, answer))
    counted = {id: _counted(by_number[max(by_number)]) for id, by_number in of.items()}
    return {id: stands for id, stands in counted.items() if stands is not None}


def _whole() -> Select[ConsentRound]:
    return select(ConsentRound).options(
        joinedload(ConsentRound.project).load_only(Project.name, Project.leader, Project.contact),
        selectinload(ConsentRound.tenancies).options(
            joinedload(ConsentTenancy.dwelling),
            selectinload(ConsentTenancy.visits),
            selectinload(ConsentTenancy.notes).joinedload(ConsentNote.staff),
        ),
    )


def _view(session: Session, row: ConsentRound, today: date) -> RoundView:
    names = names_on(
        session, [one.dwelling_id for one in row.tenancies], row.result_sent_on or today
    )
    homes = [_home(one, names, row.state) for one in row.tenancies]
    homes.sort(key=lambda home: (natural(home.stairwell), natural(home.address)))
    return RoundView(
        id=row.id,
        version=row.version,
        project_id=row.project_id,
        project=row.project.name,
        leader=row.project.leader,
        contact=row.project.contact,
        number=row.number,
        unit=row.unit,
        proposal=row.proposal,
        sent_on=row.sent_on,
        answer_by=row.answer_by,
        state=row.state,
        result_sent_on=row.result_sent_on,
        stands=_counted([(home.vacant, home.answer) for home in homes]),
        homes=tuple(homes),
    )


def _counted(answers: Iterable[tuple[bool, ConsentAnswer]]) -> Consent | None:
    given = list(answers)
    tenants = [answer for vacant, answer in given if not vacant]
    try:
        return count(tenants, len(given) - len(tenants))
    except Refused:
        return None  # nobody lives there


def _home(one: ConsentTenancy, names: dict[int, str], state: ConsentState) -> HomeLine:
    notice = one.notice_sent_on
    home = one.dwelling
    # Who can answer is set on the day on which the proposal goes out.
    vacant = home.id not in names if state is ConsentState.DRAFT else one.vacant
    return HomeLine(
        id=one.id,
        dwelling_id=home.id,
        number=home.house_number,
        address=home.address,
        postcode=home.postcode,
        city=home.city,
        stairwell=home.stairwell,
        name="" if vacant else names.get(home.id, ""),
        vacant=vacant,
        answer=one.answer,
        answered_on=one.answered_on,
        means=one.means,
        spoken=one.answer is not ConsentAnswer.NOT_SPOKEN or any(v.at_home for v in one.visits),
        tried=tuple(visit.visited_on for visit in one.visits if not visit.at_home),
        notice_sent_on=notice,
        court_until=court_term(notice).last if notice is not None else None,
        notes=tuple(
            Noted(
                note.answer,
                note.answered_on,
                note.means,
                note.noted_at,
                note.staff.name if note.staff is not None else "",
            )
            for note in one.notes
        ),
    )
