"""What the papers for and about resident hosts show, apart from lists of visitors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Complex
from desktop.language import _
from desktop.language.format import AMSTERDAM
from desktop.viewings.model import Host, PolicyVersion, Shift, Vacancy, Viewing
from desktop.viewings.queries.papers.common import GONE, in_words, known, meeting_place
from desktop.viewings.rules.policy import check_may_invite
from desktop.viewings.states import Level, RelationKind, ShiftRole, ViewingState


@dataclass(frozen=True)
class PublishedRules:
    """The policy version that counts in a complex, in both languages."""

    complex: str
    number: int
    level: Level
    points: tuple[str, ...]
    criteria_nl: tuple[str, ...]
    criteria_en: tuple[str, ...]
    advert_nl: str
    advert_en: str
    participation_required: bool
    alternatives: tuple[str, ...]
    answer_hours: int
    retention_weeks: int
    min_hosts: int
    top_n: int | None


@dataclass(frozen=True)
class HostPerson:
    """A host with whom they declared to know, for the host's own statement."""

    name: str
    address: str
    complex: str
    relations: tuple[tuple[str, RelationKind], ...]


@dataclass(frozen=True)
class RotaShift:
    """One shift of a month; `host` is a name that fits in a box."""

    host_id: int
    host: str
    at: datetime
    ends_at: datetime
    leads: bool
    place: str
    together: tuple[str, ...]


@dataclass(frozen=True)
class Rota:
    complex: str
    month: date
    shifts: tuple[RotaShift, ...]


def published_rules(session: Session, complex_id: int) -> PublishedRules:
    """The newest fixed policy version of a complex. Refuses a complex without one (R1)."""
    policy = session.scalar(
        select(PolicyVersion)
        .where(PolicyVersion.complex_id == complex_id, PolicyVersion.fixed_on.is_not(None))
        .order_by(PolicyVersion.number.desc())
        .limit(1)
    )
    if policy is None:
        check_may_invite(False, "")
    assert policy is not None  # check_may_invite has refused
    return PublishedRules(
        complex=policy.complex.name,
        number=policy.number,
        level=policy.level,
        points=in_words(policy.points, "nl"),
        criteria_nl=in_words(policy.criteria, "nl"),
        criteria_en=in_words(policy.criteria, "en"),
        advert_nl=policy.advert_nl,
        advert_en=policy.advert_en,
        participation_required=policy.participation_required,
        alternatives=tuple(policy.alternatives),
        answer_hours=policy.answer_hours,
        retention_weeks=policy.retention_weeks,
        min_hosts=policy.min_hosts,
        top_n=policy.top_n,
    )


def host_person(session: Session, host_id: int) -> HostPerson:
    host = known(session.get(Host, host_id), _("This host is not there."))
    return HostPerson(
        name=host.name,
        address=host.address,
        complex=host.complex.name,
        relations=tuple((r.person, r.kind) for r in host.relations if r.person),
    )


def rota(session: Session, complex_id: int, month: date) -> Rota:
    """The shifts of a complex in the month of a day, by time. Leaves out hosts who said no or
    were replaced, and viewings that were called off."""
    complex_ = known(session.get(Complex, complex_id), _("This complex is not there."))
    first = datetime(month.year, month.month, 1, tzinfo=AMSTERDAM)
    after = first.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    shifts = session.scalars(
        select(Shift)
        .join(Viewing)
        .join(Vacancy)
        .join(Host)
        .where(
            Host.complex_id == complex_id,
            Viewing.starts_at >= first,
            Viewing.starts_at < after,
            Viewing.state != ViewingState.CANCELLED,
            Shift.state.not_in(GONE),
        )
        .order_by(Viewing.starts_at, Shift.id)
    ).all()
    return Rota(complex_.name, first.date(), tuple(_rota_shift(s, shifts) for s in shifts))


def _rota_shift(shift: Shift, shifts: Sequence[Shift]) -> RotaShift:
    viewing = shift.viewing
    return RotaShift(
        host_id=shift.host_id,
        host=shift.host.name,
        at=viewing.starts_at,
        ends_at=viewing.ends_at,
        leads=shift.role is ShiftRole.LEAD,
        place=meeting_place(viewing),
        together=tuple(
            s.host.first_name for s in shifts if s.viewing_id == viewing.id and s.id != shift.id
        ),
    )
