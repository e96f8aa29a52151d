"""The monitor: how the agreements of a year go on a day, and what changed since the last report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.agreements.model import (
    Agreement,
    Cycle,
    Explanation,
    Indicator,
    Measurement,
    Theme,
)
from desktop.agreements.queries import payload
from desktop.agreements.queries.facts import signing_parties
from desktop.agreements.queries.history import Round, round_before, rounds
from desktop.agreements.queries.lights import AgreementLight, IndicatorLight, lights_of_cycle
from desktop.agreements.queries.measuring import readings_of_cycle
from desktop.agreements.rules.changes import Change, changes
from desktop.agreements.rules.light import Reading
from desktop.agreements.rules.rounds import AMISS, LightCounts, count, explains
from desktop.agreements.states import AgreementState, Light
from desktop.store.found import found


@dataclass(frozen=True)
class Explained:
    """Why an agreement does not go as agreed, what is done about it, by whom and by when."""

    reference_date: date
    cause: str
    measure: str
    who: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True)
class MonitorIndicator:
    """An indicator with its light, everything that was measured up to the day, for its chart, and
    where the last number came from, for the list of sources."""

    light: IndicatorLight
    source: str
    source_date: date | None
    norm: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class MonitorRow:
    """An agreement in the monitor. `previous` is its light in the report before, None when it was
    not in one; `explained` is what was said about a light that is amber or red now."""

    agreement_id: int
    code: str
    title: str
    plain: str
    light: AgreementLight
    previous: Light | None
    indicators: tuple[MonitorIndicator, ...]
    explained: Explained | None

    @property
    def is_amiss(self) -> bool:
        return self.light.light in AMISS

    @property
    def is_open(self) -> bool:
        """Whether an explanation is asked that nobody gave yet."""
        return self.is_amiss and (self.explained is None or not self.explained.cause)


@dataclass(frozen=True)
class MonitorTheme:
    """A theme with its agreements and how many of them have each light."""

    code: str
    name: str
    colour: str
    counts: LightCounts
    rows: tuple[MonitorRow, ...]


@dataclass(frozen=True)
class Monitor:
    """How the agreements of a year go on a day. `counts` is of the lights as they count, `computed`
    of those without what parties decided themselves; they are printed side by side. `changes` is
    since the report of `previous_on`; `rounds` are the reports before, the oldest first, with the
    light of each agreement by code. Agreements that lapsed are not in it."""

    cycle_id: int
    year: int
    applies_from: date
    applies_to: date
    parties: tuple[str, ...]
    on: date
    counts: LightCounts
    computed: LightCounts
    themes: tuple[MonitorTheme, ...]
    previous_on: date | None
    changes: tuple[Change, ...]
    rounds: tuple[tuple[date, tuple[tuple[str, Light], ...]], ...] = ()

    @property
    def rows(self) -> tuple[MonitorRow, ...]:
        """Every agreement, in the order of the themes."""
        return tuple(row for theme in self.themes for row in theme.rows)

    @property
    def amiss(self) -> tuple[MonitorRow, ...]:
        """What does not go as agreed: first red, then amber."""
        return tuple(row for light in reversed(AMISS) for row in self.with_light(light))

    @property
    def open(self) -> tuple[MonitorRow, ...]:
        """What still has to be explained."""
        return tuple(row for row in self.amiss if row.is_open)

    @property
    def not_measurable(self) -> tuple[MonitorRow, ...]:
        """What is not known; the reason and who measures stand with the indicators."""
        return self.with_light(Light.NM)

    @property
    def overridden(self) -> tuple[MonitorRow, ...]:
        """What has a light that a party decided on, of the whole or of an indicator."""
        return tuple(
            row
            for row in self.rows
            if row.light.override or any(i.override for i in row.light.indicators)
        )

    def with_light(self, light: Light) -> tuple[MonitorRow, ...]:
        return tuple(row for row in self.rows if row.light.light is light)


def monitor(session: Session, cycle_id: int, on: date) -> Monitor:
    """The monitor of a cycle on a day. Refuses a cycle that is gone."""
    cycle = found(session, Cycle, cycle_id)
    before = round_before(session, cycle_id, on)
    rows = _rows(session, cycle_id, on, before)
    return Monitor(
        cycle_id=cycle_id,
        year=cycle.applies_from.year,
        applies_from=cycle.applies_from,
        applies_to=cycle.applies_to,
        parties=tuple(party.name for party in signing_parties(session, cycle_id)),
        on=on,
        counts=count(row.light.light for _theme, row in rows),
        computed=count(row.light.computed for _theme, row in rows),
        themes=_themes(rows),
        previous_on=before.on if before is not None else None,
        changes=_changes(before, [row for _theme, row in rows]),
        rounds=tuple(
            (one.on, tuple(sorted(one.lights.items())))
            for one in rounds(session, cycle_id, on - timedelta(days=1))
        ),
    )


def as_payload(shown: Monitor) -> str:
    """The monitor as text that can be kept."""
    return payload.as_payload(shown)


def from_payload(text: str) -> Monitor:
    """The monitor as it was kept: printed again it is the same."""
    return payload.from_payload(Monitor, text)


def _rows(
    session: Session, cycle_id: int, on: date, before: Round | None
) -> list[tuple[Theme, MonitorRow]]:
    agreements = session.scalars(
        select(Agreement)
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id, Agreement.state != AgreementState.LAPSED)
        .options(selectinload(Agreement.clauses))
        .order_by(Theme.position, Theme.code, Agreement.code)
    ).all()
    lights = lights_of_cycle(session, cycle_id, on)
    indicators = _indicators(session, cycle_id, on, lights.values())
    explained = _explained(session, cycle_id, on)
    then = before.lights if before is not None else {}
    since = before.on if before is not None else None
    rows = []
    for agreement in agreements:
        light, previous = lights[agreement.id], then.get(agreement.code)
        clause = agreement.in_force or agreement.newest
        row = MonitorRow(
            agreement_id=agreement.id,
            code=agreement.code,
            title=agreement.title,
            plain=clause.plain_text if clause is not None else "",
            light=light,
            previous=previous,
            indicators=tuple(indicators[one.id] for one in light.indicators),
            explained=_said(explained[agreement.id], previous, light.light, since),
        )
        rows.append((agreement.theme, row))
    return rows


def _indicators(
    session: Session, cycle_id: int, on: date, lights: Iterable[AgreementLight]
) -> Mapping[int, MonitorIndicator]:
    readings = readings_of_cycle(session, cycle_id, on)
    last = {id: of_one[-1].id for id, of_one in readings.items()}
    measured = session.execute(
        select(Measurement.id, Measurement.source, Measurement.source_date).where(
            Measurement.id.in_(last.values())
        )
    )
    sources = {id: (source, source_date) for id, source, source_date in measured}
    agreed = session.execute(
        select(Indicator.id, Indicator.source, Indicator.norm)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
    )
    facts = {id: (source, norm) for id, source, norm in agreed}
    found = {}
    for one in (one for light in lights for one in light.indicators):
        own_source, norm = facts[one.id]
        source, source_date = sources.get(last.get(one.id, 0), (own_source, None))
        found[one.id] = MonitorIndicator(one, source, source_date, norm, readings.get(one.id, ()))
    return found


def _explained(session: Session, cycle_id: int, on: date) -> Mapping[int, Sequence[Explanation]]:
    """What was said about each agreement up to a day, the last thing last."""
    rows = session.scalars(
        select(Explanation)
        .join(Agreement, Explanation.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id, Explanation.reference_date <= on)
        .order_by(Explanation.reference_date, Explanation.id)
    )
    said: dict[int, list[Explanation]] = defaultdict(list)
    for row in rows:
        said[row.agreement_id].append(row)
    return said


def _said(
    several: Sequence[Explanation], before: Light | None, now: Light, since: date | None
) -> Explained | None:
    """What explains the light of now, if anything does."""
    if now not in AMISS or not several:
        return None
    last = several[-1]
    if not explains(last.reference_date, before, now, since):
        return None
    return Explained(
        last.reference_date, last.cause, last.measure, last.who, last.due_on, last.done_on
    )


def _themes(rows: Iterable[tuple[Theme, MonitorRow]]) -> tuple[MonitorTheme, ...]:
    by_theme: dict[Theme, list[MonitorRow]] = defaultdict(list)
    for theme, row in rows:
        by_theme[theme].append(row)
    return tuple(
        MonitorTheme(
            theme.code,
            theme.name,
            theme.colour,
            count(row.light.light for row in of_theme),
            tuple(of_theme),
        )
        for theme, of_theme in by_theme.items()
    )


def _changes(before: Round | None, rows: Iterable[MonitorRow]) -> tuple[Change, ...]:
    now = {row.code: row.light.light for row in rows}
    return changes(before.lights, now) if before is not None else ()
