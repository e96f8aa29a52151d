"""What stands on the page for tenants: what was agreed, per theme, and what tenants asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import Agreement, Cycle, Meeting, Party, TenantInput, Theme
from desktop.agreements.queries.facts import signed_on
from desktop.agreements.rules.lifecycle import OUT
from desktop.agreements.states import (
    MeetingKind,
    PartyKind,
    PartyRole,
    ReplyDecision,
)
from desktop.store.found import found

EXAMPLES = 3  # questions of tenants on the page
SHORT = 240  # signs of a question with its answer: a longer one takes the place of agreements
# Which examples say most: also a no, and one that somebody else has to do.
MOST_TELLING = (
    ReplyDecision.TAKEN,
    ReplyDecision.PARTLY,
    ReplyDecision.NOT,
    ReplyDecision.OTHER_PARTY,
    ReplyDecision.ALREADY,
)


@dataclass(frozen=True)
class Said:
    """An agreement in plain words: `full` as agreed, `short` in the user's own short title, empty
    when there is none."""

    code: str
    full: str
    short: str


@dataclass(frozen=True)
class ThemeTile:
    """A theme with what was agreed in it; `number` counts the themes on the page."""

    number: int
    name: str
    colour: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Asked:
    """What tenants asked, what became of it and why; `themes` are numbers of tiles. `may_quote`
    says that these may stand there as their own words."""

    text: str
    decision: ReplyDecision
    reason: str
    themes: tuple[int, ...]
    may_quote: bool = True


@dataclass(frozen=True)
class Evening:
    """An evening for tenants that is still to come."""

    held_on: date
    starts: str
    place: str


@dataclass(frozen=True)
class Summary:
    """The page for tenants. `signed_on` is None while the text is a draft; `version` counts the
    texts that were put before the parties."""

    year: int
    parties: tuple[str, ...]
    themes: tuple[ThemeTile, ...]
    asked: tuple[Asked, ...]
    evening: Evening | None
    tenants: str
    phone: str
    signed_on: date | None
    version: int
    digest: str


def summary(session: Session, cycle_id: int, today: date) -> Summary:
    """The page of a cycle as it stands: the text that binds the parties once they signed, before
    that the newest. Agreements that lapsed or went to another year are not on it."""
    cycle = found(session, Cycle, cycle_id)
    tiles = _tiles(_agreements(session, cycle_id), bool(signed_on(cycle)))
    tenants = _tenants(cycle)
    seal = cycle.seals[-1] if cycle.seals else None
    return Summary(
        year=cycle.applies_from.year,
        parties=tuple(_names(cycle)),
        themes=tuple(tile for _theme_id, tile in tiles),
        asked=_asked(session, cycle, {theme_id: tile.number for theme_id, tile in tiles}),
        evening=_evening(session, today),
        tenants=tenants.called if tenants else "",
        phone=tenants.phone if tenants else "",
        signed_on=signed_on(cycle),
        version=seal.number if seal else 0,
        digest=seal.digest if seal else "",
    )


def _agreements(session: Session, cycle_id: int) -> Sequence[Agreement]:
    return session.scalars(
        select(Agreement)
        .join(Theme)
        .where(Agreement.cycle_id == cycle_id, Agreement.state.not_in(OUT))
        .options(joinedload(Agreement.theme), selectinload(Agreement.clauses))
        .order_by(Theme.position, Agreement.code)
    ).all()


def _tiles(agreements: Iterable[Agreement], signed: bool) -> list[tuple[int, ThemeTile]]:
    by_theme = groupby(agreements, key=lambda agreement: agreement.theme)
    return [
        (
            theme.id,
            ThemeTile(
                number,
                theme.plain_name or theme.name,
                theme.colour,
                tuple(_said(agreement, signed) for agreement in several),
            ),
        )
        for number, (theme, several) in enumerate(by_theme, start=1)
    ]


def _said(agreement: Agreement, signed: bool) -> Said:
    clause = agreement.in_force if signed else agreement.newest
    plain = clause.plain_text if clause else ""
    return Said(agreement.code, plain or agreement.title, agreement.short_title)


def _names(cycle: Cycle) -> Iterable[str]:
    """The parties that sign: municipality, corporations, tenants, each as it is called in full."""
    order = list(PartyKind)
    members = [seat.party for seat in cycle.seats if seat.party.role is PartyRole.MEMBER]
    return (party.name for party in sorted(members, key=lambda p: (order.index(p.kind), p.name)))


def _tenants(cycle: Cycle) -> Party | None:
    several = [s.party for s in cycle.seats if s.party.kind is PartyKind.TENANTS]
    return min(several, key=lambda party: (not party.is_umbrella, party.name), default=None)


def _asked(session: Session, cycle: Cycle, numbers: dict[int, int]) -> tuple[Asked, ...]:
    """The most telling questions with an answer, of this cycle or asked while it was talked about:
    the short ones first, and of these those that tenants said may be quoted, of each answer one
    before a second of the same, and in the order in which they were asked."""
    answered = session.scalars(
        select(TenantInput)
        .where(
            or_(
                TenantInput.cycle_id == cycle.id,
                TenantInput.received_on.between(date(cycle.year, 1, 1), date(cycle.year, 12, 31)),
            ),
            TenantInput.reply.has(),
        )
        .options(joinedload(TenantInput.reply), selectinload(TenantInput.agreements))
        .order_by(TenantInput.may_quote.desc(), TenantInput.received_on, TenantInput.id)
    ).all()
    seen: dict[ReplyDecision, int] = {}
    ranked = []
    for place, one in enumerate(answered):
        assert one.reply is not None  # only what has an answer was read
        decision = one.reply.decision
        turn = seen[decision] = seen.get(decision, 0) + 1
        is_long = len(one.text) + len(one.reply.reason) > SHORT
        telling = MOST_TELLING.index(decision)
        ranked.append((is_long, not one.may_quote, turn, telling, place, one))
    chosen = [one for *_rank, one in sorted(ranked, key=lambda r: r[:-1])[:EXAMPLES]]
    return tuple(_example(one, numbers) for one in sorted(chosen, key=lambda i: i.received_on))


def _example(one: TenantInput, numbers: dict[int, int]) -> Asked:
    assert one.reply is not None
    themes = {numbers[a.theme_id] for a in one.agreements if a.theme_id in numbers}
    numbered = tuple(sorted(themes))
    return Asked(one.text, one.reply.decision, one.reply.reason, numbered, one.may_quote)


def _evening(session: Session, today: date) -> Evening | None:
    meeting = session.scalar(
        select(Meeting)
        .where(Meeting.kind == MeetingKind.EVENING, Meeting.held_on >= today)
        .order_by(Meeting.held_on, Meeting.id)
        .limit(1)
    )
    return Evening(meeting.held_on, meeting.starts, meeting.place) if meeting else None
