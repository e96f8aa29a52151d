"""The evaluation as a whole: the questions with what may be said of them, and all that was
measured, side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.language import _, ngettext
from desktop.language.format import number, percent
from desktop.refused import Refused
from desktop.viewings.queries.evaluation.comparing import (
    Comparison,
    between_sides,
    changed_more,
    with_and_without_priority,
)
from desktop.viewings.queries.evaluation.groups import Member, members, together
from desktop.viewings.queries.evaluation.lines import LINES, Line
from desktop.viewings.queries.evaluation.results import Group, Result
from desktop.viewings.rules.evaluation import (
    Threshold,
    Verdict,
    finding_words,
    hidden_words,
    verdict,
    verdict_words,
)
from desktop.viewings.rules.evidence import USUAL_AFTER, USUAL_BEFORE, EvidencePlan, plan_evidence
from desktop.viewings.rules.measures import BIASES, BY_KEY, DECIDING, Measure, Question
from desktop.viewings.rules.statistics import Share


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
class MeasuredLine:
    """A line of the table, with a result for each column. `of` says whom it tells apart."""

    measure: Measure
    label: str
    of: str
    results: tuple[Result, ...]


@dataclass(frozen=True)
class TypeOfComplex:
    """What may be said of one type: the complexes of it that take part, judged together."""

    kind: str
    complexes: tuple[str, ...]
    verdict: Verdict | None
    counts: str


@dataclass(frozen=True)
class Answer:
    """A question, what may be said of it, and the counts that it rests on."""

    question: Question
    words: str
    verdict: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class Evaluation:
    """All of it. `fixed_on` is when the last thresholds were fixed, None when some were not."""

    first_day: date
    last_day: date
    fixed_on: date | None
    columns: tuple[Column, ...]
    lines: tuple[MeasuredLine, ...]
    answers: tuple[Answer, ...]
    types: tuple[TypeOfComplex, ...]
    comparisons: tuple[Comparison, ...]
    thresholds: dict[str, Threshold]
    plan: EvidencePlan | None
    planner: tuple[str, ...]
    biases: tuple[str, ...]

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
    plan = _plan(taking_part, compared)
    types = _types(taking_part)
    comparisons = _comparisons(pilot, other)
    return Evaluation(
        first_day=min(member.starts_on for member in taking_part),
        last_day=pilot.today,
        fixed_on=max(day for day in fixed if day) if all(fixed) else None,
        columns=columns,
        lines=_measured(columns, groups),
        answers=(
            _about_priority(pilot, other, comparisons),
            _about_workable(types, taking_part),
            _about_effect(pilot, other, comparisons),
        ),
        types=types,
        comparisons=comparisons,
        thresholds=taking_part[0].thresholds,
        plan=plan,
        planner=_planner(plan),
        biases=tuple(_(bias) for bias in BIASES),
    )


def _columns(
    taking_part: Sequence[Member],
    compared: Sequence[Member],
    pilot: Group,
    other: Group | None,
) -> tuple[tuple[Column, ...], list[Group]]:
    """Each complex, then each side together when it has more than one."""
    columns = [
        Column(m.name, m.kind, m.in_pilot, _verdict([m]) if m.in_pilot else None)
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


def _line(key: str) -> Line:
    return next(line for line in LINES if line.measure.key == key)


def _shares(group: Group) -> dict[str, Share]:
    """The shares that decide."""
    found = {m.key: _line(m.key).result(group).share for m in DECIDING}
    return {key: share for key, share in found.items() if share is not None}


def _verdict(of_one_kind: Sequence[Member]) -> Verdict | None:
    """By the thresholds that were fixed beforehand; None when they were not."""
    agreed = of_one_kind[0].thresholds
    if any(m.fixed_on is None or m.thresholds != agreed for m in of_one_kind):
        return None
    if any(measure.key not in agreed for measure in DECIDING):
        return None
    return verdict(_shares(together(m.group for m in of_one_kind)), agreed)


def _types(taking_part: Sequence[Member]) -> tuple[TypeOfComplex, ...]:
    by_kind: dict[str, list[Member]] = defaultdict(list)
    for member in taking_part:
        by_kind[member.kind].append(member)
    return tuple(
        TypeOfComplex(
            kind,
            tuple(m.name for m in some),
            _verdict(some),
            _line("pair_in_time").result(together(m.group for m in some)).words,
        )
        for kind, some in by_kind.items()
    )


def said(found: Verdict | None) -> str:
    """A verdict in words; without thresholds there is none."""
    return verdict_words(found) if found is not None else _("no thresholds were fixed")


# The questions ----------------------------------------------------------------------------------


def _comparisons(pilot: Group, other: Group | None) -> tuple[Comparison, ...]:
    made = [*with_and_without_priority(pilot)]
    if other is not None:
        made = [*between_sides(pilot, other), *made, *changed_more(pilot, other)]
    return tuple(made)


def _about_priority(pilot: Group, other: Group | None, comparisons: Sequence[Comparison]) -> Answer:
    passed = _line("passed_without_code").result(pilot)
    count = int(passed.value or 0)
    first = (
        ngettext(
            "{n} candidate with priority was passed over without a reason.",
            "{n} candidates with priority were passed over without a reason.",
            count,
        ).format(n=count)
        if count
        else _("Nobody with priority was passed over without a reason.")
    )
    compared = next((c for c in comparisons if c.key == "priority_share"), None)
    second = (
        _("A difference in lettings to people with priority: {finding}.").format(
            finding=finding_words(compared.finding, compared.n)
        )
        if compared is not None
        else _("There are no complexes to compare with.")
    )
    share = _line("priority_share")
    return Answer(
        Question.PRIORITY,
        _("How does it go for candidates with priority?"),
        f"{first} {second}",
        _sides(share.label, share.result(pilot), share.result(other) if other else None),
    )


def _about_workable(types: Sequence[TypeOfComplex], taking_part: Sequence[Member]) -> Answer:
    return Answer(
        Question.WORKABLE,
        _("In which complexes is it workable?"),
        "; ".join(f"{one.kind}: {said(one.verdict)}" for one in types),
        tuple(
            "{complex}: {measure} {counts}".format(
                complex=member.name,
                measure=BY_KEY["pair_in_time"].words.lower(),
                counts=_line("pair_in_time").result(member.group).words,
            )
            for member in taking_part
        ),
    )


def _about_effect(pilot: Group, other: Group | None, comparisons: Sequence[Comparison]) -> Answer:
    understood = next((c for c in comparisons if c.key == "understands"), None)
    verdict = _("No questionnaire was held among residents yet.")
    if understood is not None:
        verdict = _("A change in “I understand how dwellings are allocated”: {finding}.").format(
            finding=finding_words(understood.finding, understood.n)
        )
    line = _line("cohesion")
    return Answer(
        Question.EFFECT,
        _("Does it help people to live together?"),
        verdict,
        (
            *((understood.words,) if understood is not None else ()),
            *_sides(line.measure.words, line.result(pilot), line.result(other) if other else None),
        ),
    )


def _sides(label: str, pilot: Result, other: Result | None) -> tuple[str, ...]:
    lines = [_("{measure}, in the pilot: {counts}").format(measure=label, counts=pilot.words)]
    if other is not None:
        lines.append(
            _("{measure}, to compare with: {counts}").format(measure=label, counts=other.words)
        )
    return tuple(lines)


# The planner ------------------------------------------------------------------------------------


def _plan(taking_part: Sequence[Member], compared: Sequence[Member]) -> EvidencePlan | None:
    """None without complexes to compare with: then no difference can be seen at all."""
    sides = [side for side in (taking_part, compared) if side]
    if len(sides) < 2:
        return None
    everybody = [*taking_part, *compared]
    dwellings = sum(m.group.dwellings for m in everybody)
    turnover = sum(m.turnover_percent * m.group.dwellings for m in everybody) / max(dwellings, 1)
    return plan_evidence(
        min(m.starts_on for m in taking_part),
        sum(m.group.dwellings for m in taking_part),
        sum(m.group.dwellings for m in compared),
        turnover,
    )


def _planner(plan: EvidencePlan | None) -> tuple[str, ...]:
    if plan is None:
        return (_("Without complexes to compare with, a difference cannot be seen."),)
    return (
        _(
            "To see a share of refusals go from {before} to {after}, {n} lettings on each side "
            "are needed. The slower side has about {per_year} a year."
        ).format(
            before=percent(USUAL_BEFORE),
            after=percent(USUAL_AFTER),
            n=plan.needed_per_arm,
            per_year=number(plan.lettings_per_year, 0),
        ),
        plan.words,
    )
