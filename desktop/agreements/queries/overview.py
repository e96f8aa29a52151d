"""The agreements of a year with their lights, as the list shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import (
    Agreement,
    Clause,
    Commitment,
    Party,
    Position,
    Theme,
)
from desktop.agreements.queries.cycles import seats_of
from desktop.agreements.queries.history import rounds
from desktop.agreements.queries.lights import AgreementLight, lights_of_cycle
from desktop.agreements.rules.changes import ChangeKind, change_kind
from desktop.agreements.rules.light import says_something
from desktop.agreements.states import (
    AgreementState,
    PositionValue,
)
from desktop.language.fold import fold


@dataclass(frozen=True)
class AgreementRow:
    """One agreement in the list: `parties` who do something for it, `change` what became of its
    light since the last report. `words` are what the filter looks in."""

    id: int
    code: str
    title: str
    theme_id: int
    theme: str
    state: AgreementState
    light: AgreementLight
    parties: tuple[str, ...]
    agreed: bool
    change: ChangeKind | None
    words: str

    @property
    def is_measured(self) -> bool:
        """Whether its light says something: before the year begins there is nothing to know."""
        reasons = (indicator.reckoned.reason for indicator in self.light.indicators)
        return self.light.override is not None or says_something(reasons, self.state)


@dataclass(frozen=True)
class ThemeLine:
    """A theme with how many agreements of the cycle it has."""

    id: int
    code: str
    name: str
    agreements: int


def agreement_rows(session: Session, cycle_id: int, on: date) -> list[AgreementRow]:
    """The agreements of a cycle by theme and code, with their lights on a day."""
    lights = lights_of_cycle(session, cycle_id, on)
    promised = _promised(session, cycle_id)
    agreed = _agreed(session, cycle_id)
    reported = next(iter(rounds(session, cycle_id, on, last=1)), None)
    before = reported.lights if reported is not None else {}
    agreements = session.execute(
        select(
            Agreement.id,
            Agreement.code,
            Agreement.title,
            Agreement.short_title,
            Agreement.theme_id,
            Theme.name.label("theme"),
            Agreement.state,
            Agreement.district,
        )
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id)
        .order_by(Theme.position, Agreement.code)
    )
    return [
        AgreementRow(
            id=a.id,
            code=a.code,
            title=a.title,
            theme_id=a.theme_id,
            theme=a.theme,
            state=a.state,
            light=lights[a.id],
            parties=tuple(dict.fromkeys(one.called for one in promised[a.id])),
            agreed=agreed.get(a.id, False),
            change=change_kind(before.get(a.code, lights[a.id].light), lights[a.id].light),
            words=_words(a, promised[a.id]),
        )
        for a in agreements
    ]


class Promised(NamedTuple):
    """A party that does something for an agreement, by its name and by what it is called."""

    party: str
    called: str


def _promised(session: Session, cycle_id: int) -> Mapping[int, Sequence[Promised]]:
    rows = session.execute(
        select(Commitment.agreement_id, Party.name, Party.short_name)
        .join(Party, Commitment.party_id == Party.id)
        .join(Agreement, Commitment.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .order_by(Commitment.id)
    )
    promised: dict[int, list[Promised]] = defaultdict(list)
    for agreement_id, name, short_name in rows:
        promised[agreement_id].append(Promised(name, short_name or name))
    return promised


def _words(agreement: Any, promised: Iterable[Promised]) -> str:
    own = (agreement.code, agreement.title, agreement.short_title, agreement.theme)
    return fold(" ".join((*own, agreement.district, *(one.party for one in promised))))


def _agreed(session: Session, cycle_id: int) -> Mapping[int, bool]:
    """Of each agreement whether every party that signs agrees to its newest version."""
    must = {seat.party_id for seat in seats_of(session, cycle_id) if seat.signs}
    newest = (
        select(func.max(Clause.id))
        .join(Agreement, Clause.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .group_by(Clause.agreement_id)
    )
    rows = session.execute(
        select(Clause.agreement_id, Position.party_id)
        .join(Position, Position.clause_id == Clause.id)
        .where(
            Clause.id.in_(newest),
            Position.value == PositionValue.AGREES,
            Position.settled_on.is_not(None),
        )
    )
    said: dict[int, set[int]] = defaultdict(set)
    for agreement_id, party_id in rows:
        said[agreement_id].add(party_id)
    return {agreement_id: bool(must) and must <= who for agreement_id, who in said.items()}


def themes(session: Session, cycle_id: int | None = None) -> list[ThemeLine]:
    """All themes in their order, with their agreements in this cycle."""
    counts: dict[int, int] = {}
    if cycle_id is not None:
        rows = session.execute(
            select(Agreement.theme_id, func.count())
            .where(Agreement.cycle_id == cycle_id)
            .group_by(Agreement.theme_id)
        )
        counts = {theme_id: n for theme_id, n in rows}  # noqa: C416 - rows are no pairs to mypy
    return [
        ThemeLine(t.id, t.code, t.name, counts.get(t.id, 0))
        for t in session.scalars(select(Theme).order_by(Theme.position, Theme.code))
    ]
