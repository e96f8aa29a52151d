"""The questions of colleagues, each with what may be said of it and the counts it rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.language import _, ngettext
from desktop.viewings.queries.evaluation.comparing import (
    Comparison,
    between_sides,
    changed_more,
    with_and_without_priority,
)
from desktop.viewings.queries.evaluation.groups import Member
from desktop.viewings.queries.evaluation.judging import line_of, said
from desktop.viewings.queries.evaluation.results import Group, Result
from desktop.viewings.queries.evaluation.types import TypeOfComplex
from desktop.viewings.rules.evaluation import finding_words
from desktop.viewings.rules.measures import BY_KEY, Question


@dataclass(frozen=True)
class Answer:
    """A question, what may be said of it, and the counts that it rests on."""

    question: Question
    words: str
    verdict: str
    counts: tuple[str, ...]


def comparisons_of(
    pilot: Group, other: Group | None, hidden: Collection[str]
) -> tuple[Comparison, ...]:
    """What can be compared, without the lines that are hidden."""
    made = [*with_and_without_priority(pilot, hidden)]
    if other is not None:
        made = [*between_sides(pilot, other, hidden), *made, *changed_more(pilot, other)]
    return tuple(made)


def about_priority(pilot: Group, other: Group | None, comparisons: Sequence[Comparison]) -> Answer:
    passed = line_of("passed_without_code").result(pilot)
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
    share = line_of("priority_share")
    return Answer(
        Question.PRIORITY,
        _("How does it go for candidates with priority?"),
        f"{first} {second}",
        _sides(share.label, share.result(pilot), share.result(other) if other else None),
    )


def about_workable(types: Sequence[TypeOfComplex], taking_part: Sequence[Member]) -> Answer:
    return Answer(
        Question.WORKABLE,
        _("In which complexes is it workable?"),
        "; ".join(f"{one.kind}: {said(one.verdict)}" for one in types),
        tuple(
            "{complex}: {measure} {counts}".format(
                complex=member.name,
                measure=BY_KEY["pair_in_time"].words.lower(),
                counts=line_of("pair_in_time").result(member.group).words,
            )
            for member in taking_part
        ),
    )


def about_effect(pilot: Group, other: Group | None, comparisons: Sequence[Comparison]) -> Answer:
    understood = next((c for c in comparisons if c.key == "understands"), None)
    verdict = _("No questionnaire was held among residents yet.")
    if understood is not None:
        verdict = _("A change in “I understand how dwellings are allocated”: {finding}.").format(
            finding=finding_words(understood.finding, understood.n)
        )
    line = line_of("cohesion")
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
