"""Which agreements ask for the advice of tenants by their theme, and which had it (Overlegwet, art.
3(2) and 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advice.rules import advice_term, least_weeks
from desktop.advice.states import AdviceState
from desktop.agreements.model import Advice, Agreement, Cycle, Theme
from desktop.agreements.queries.advices import advice_lines
from desktop.agreements.rules.consulting import advised, needs_consent
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING, OUT
from desktop.store.found import found


@dataclass(frozen=True)
class AskedAbout:
    """A request for advice about an agreement, with where it stands."""

    id: int
    subject: str
    sent_on: date
    due_on: date
    state: AdviceState


@dataclass(frozen=True)
class Consulting:
    """What the Overlegwet says about the plan of an agreement. `topics` are the letters of its
    theme about which tenants advise, and `is_open` says that nobody asked them, nor said why not,
    while the agreement can still change. `due_if_today` ends their term when it is asked today."""

    agreement_id: int
    cycle_id: int
    title: str
    topics: str
    needs_consent: bool
    asked: tuple[AskedAbout, ...]
    without: str
    is_open: bool
    due_if_today: date


@dataclass(frozen=True)
class Unasked:
    """An agreement of which the theme asks for advice that nobody asked."""

    id: int
    code: str
    topics: str


def consulting_of(session: Session, agreement_id: int, today: date) -> Consulting:
    """Whether tenants advise about an agreement. Refuses one that is gone."""
    agreement = found(session, Agreement, agreement_id)
    topics = advised(agreement.theme.consultation_topic)
    asked = asked_about(session, agreement_id, today)
    waits = agreement.cycle.state in BEFORE_SIGNING and agreement.state not in OUT
    return Consulting(
        agreement_id=agreement.id,
        cycle_id=agreement.cycle_id,
        title=f"{agreement.code} {agreement.title}",
        topics=topics,
        needs_consent=needs_consent(topics),
        asked=asked,
        without=agreement.without_advice,
        is_open=bool(topics) and waits and not asked and not agreement.without_advice,
        due_if_today=advice_term(today, least_weeks(today)).last,
    )


def unasked(session: Session, cycle_id: int) -> tuple[Unasked, ...]:
    """The agreements of a year of which the theme asks for advice, while nobody asked it or said
    why it is not needed; none once the year is signed."""
    rows = session.execute(
        select(Agreement.id, Agreement.code, Theme.consultation_topic)
        .join(Theme, Agreement.theme_id == Theme.id)
        .join(Cycle, Agreement.cycle_id == Cycle.id)
        .where(
            Agreement.cycle_id == cycle_id,
            Agreement.state.not_in(OUT),
            Agreement.without_advice == "",
            Cycle.state.in_(BEFORE_SIGNING),
            Agreement.id.not_in(
                select(Advice.agreement_id).where(Advice.agreement_id.is_not(None))
            ),
        )
        .order_by(Agreement.code)
    )
    return tuple(Unasked(id, code, advised(topics)) for id, code, topics in rows if advised(topics))


def asked_about(session: Session, agreement_id: int, today: date) -> tuple[AskedAbout, ...]:
    """What was asked about an agreement, the first request first."""
    rows = advice_lines(session, Advice.agreement_id == agreement_id, today)
    return tuple(
        AskedAbout(line.id, line.subject, line.sent_on, line.due_on, line.state) for line in rows
    )
