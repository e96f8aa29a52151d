"""The evaluation as a whole: the questions with what may be said of them, and all that was
measured, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.viewings.model import Pilot
from desktop.viewings.queries.evaluation.answers import (
    Answer,
    about_effect,
    about_priority,
    about_workable,
    comparisons_of,
)
from desktop.viewings.queries.evaluation.by_policy import by_policy
from desktop.viewings.queries.evaluation.comparing import Comparison
from desktop.viewings.queries.evaluation.groups import Member, members, together
from desktop.viewings.queries.evaluation.judging import verdict_on
from desktop.viewings.queries.evaluation.lines import LINES, MeasuredLine
from desktop.viewings.queries.evaluation.planning import plan_of, planner_words
from desktop.viewings.queries.evaluation.results import Group, Result
from desktop.viewings.queries.evaluation.types import TypeOfComplex, TypesBy, types_by
from desktop.viewings.rules.complex_types import Trait
from desktop.viewings.rules.evaluation import Threshold, Verdict, hidden_words
from desktop.viewings.rules.evidence import EvidencePlan
from desktop.viewings.rules.measures import BIASES, STATEMENTS, Question
from desktop.viewings.rules.retention import ORDER_TABLE_MONTHS
from desktop.viewings.states import PilotRole


@dataclass(frozen=True)
class Column:
    """A complex; or all of one side together, which is of no `kind`. `verdict` is None where there
    is nothing to judge: complexes to compare with, and those whose thresholds were not agreed."""

    name: str
    kind: str | None
    in_pilot: bool
    verdict: Verdict | None

    @property
    def is_complex(self) -> bool:
        return self.kind is not None


@dataclass(frozen=True)
class Evaluation:
    """All of it. `fixed_on` is when the last thresholds were fixed, None when some were not;
    `limits` are what can mislead, and what is no longer there to look up."""

    first_day: date
    last_day: date
    fixed_on: date | None
    columns: tuple[Column, ...]
    lines: tuple[MeasuredLine, ...]
    answers: tuple[Answer, ...]
    by_trait: tuple[TypesBy, ...]
    comparisons: tuple[Comparison, ...]
    thresholds: dict[str, Threshold]
    plan: EvidencePlan | None
    by_policy: tuple[str, ...]
    planner: tuple[str, ...]
    limits: tuple[str, ...]

    @property
    def types(self) -> tuple[TypeOfComplex, ...]:
        """The types by how a complex is built and for whom: the first thing that is asked."""
        return self.by_trait[0].types

    def of(self, question: Question) -> list[MeasuredLine]:
        """The lines of one question."""
        return [line for line in self.lines if line.measure.question is question]


def evaluation(session: Session, now: datetime) -> Evaluation:
    """The evaluation as it stands now. Refuses while no complex takes part in the pilot."""
    found = members(session, now)
    taking_part = [member for member in found if member.in_pilot]
    if not taking_part:
        raise Refused(_("No complex takes part in the pilot yet. Choose one first."), "pilot")
    compared = [member for member in found if not member.in_pilot]
    pilot = together(member.group for member in taking_part)
    other = together(member.group for member in compared) if compared else None
    columns, groups = _columns(taking_part, compared, pilot, other)
    fixed = [member.fixed_on for member in taking_part]
    plan = plan_of(taking_part, compared)
    by_trait = tuple(types_by(trait, taking_part) for trait in Trait)
    lines = _measured(columns, groups)
    comparisons = comparisons_of(pilot, other, _hidden(columns, lines))
    return Evaluation(
        first_day=min(member.starts_on for member in taking_part),
        last_day=pilot.today,
        fixed_on=max(day for day in fixed if day) if all(fixed) else None,
        columns=columns,
        lines=lines,
        answers=(
            about_priority(pilot, other, comparisons),
            about_workable(by_trait[0].types, taking_part),
            about_effect(pilot, other, comparisons),
        ),
        by_trait=by_trait,
        comparisons=comparisons,
        thresholds=taking_part[0].thresholds,
        plan=plan,
        by_policy=by_policy(pilot),
        planner=planner_words(plan),
        limits=(*(_(bias) for bias in BIASES), *_not_asked(found), *_what_went(found)),
    )


def has_pilot(session: Session) -> bool:
    """Whether a complex takes part, so that there is something to evaluate."""
    return session.scalar(select(exists().where(Pilot.role == PilotRole.PILOT))) or False


def _not_asked(found: Sequence[Member]) -> tuple[str, ...]:
    """That the sensitive statement was left out, when it was: the mean is of the others then."""
    waves = [wave for member in found for wave in member.group.waves]
    if not waves or any(wave.asked_all for wave in waves):
        return ()
    return (
        _("The statement “{statement}” was not asked: the mean is of the other five.").format(
            statement=_(STATEMENTS[-1].wording)
        ),
    )


def _what_went(found: Sequence[Member]) -> tuple[str, ...]:
    """That order tables went since (R14), when some did: what was counted in them was kept."""
    days = [
        letting.order_removed_on
        for member in found
        for letting in (*member.group.before, *member.group.lettings)
        if letting.order_removed_on is not None
    ]
    if not days:
        return ()
    return (
        ngettext(
            "Of {n} dwelling the order of the candidates was removed, on {day}: we keep it "
            "{months} months. What we counted in it was kept.",
            "Of {n} dwellings the order of the candidates was removed, last on {day}: we keep it "
            "{months} months. What we counted in it was kept.",
            len(days),
        ).format(n=len(days), day=day_plain(max(days)), months=ORDER_TABLE_MONTHS),
    )


def _columns(
    taking_part: Sequence[Member],
    compared: Sequence[Member],
    pilot: Group,
    other: Group | None,
) -> tuple[tuple[Column, ...], list[Group]]:
    """Each complex, then each side together when it has more than one."""
    columns = [
        Column(m.name, m.types[Trait.PEOPLE], m.in_pilot, verdict_on([m]) if m.in_pilot else None)
        for m in (*taking_part, *compared)
    ]
    groups = [m.group for m in (*taking_part, *compared)]
    if len(taking_part) > 1:
        columns.append(Column(_("All in the pilot"), None, True, None))
        groups.append(pilot)
    if other is not None and len(compared) > 1:
        columns.append(Column(_("All to compare with"), None, False, None))
        groups.append(other)
    return tuple(columns), groups


def _measured(columns: Sequence[Column], groups: Sequence[Group]) -> tuple[MeasuredLine, ...]:
    """The lines of which something is known of somebody."""
    every = (
        MeasuredLine(
            line.measure,
            line.label,
            _(line.of) if line.of else "",
            _not_given_away(columns, [line.result(group) for group in groups]),
        )
        for line in LINES
    )
    return tuple(line for line in every if any(result.n for result in line.results))


def _hidden(columns: Sequence[Column], lines: Sequence[MeasuredLine]) -> frozenset[str]:
    """The lines of which the total of a side is hidden."""
    return frozenset(
        line.label
        for line in lines
        if any(
            result.is_hidden and not column.is_complex
            for column, result in zip(columns, line.results, strict=True)
        )
    )


def _not_given_away(columns: Sequence[Column], found: Sequence[Result]) -> tuple[Result, ...]:
    """One hidden complex could be counted from the others and the total of its side: then the
    total is hidden too."""
    hidden = Counter(
        column.in_pilot
        for column, result in zip(columns, found, strict=True)
        if column.is_complex and result.is_hidden
    )
    return tuple(
        Result(hidden_words(), n=result.n, cases=result.cases)
        if not column.is_complex and hidden[column.in_pilot] == 1
        else result
        for column, result in zip(columns, found, strict=True)
    )
