"""The complexes of the pilot by type: what may be said of each type, and what was measured of it
(section 6, question 2: "per complex type")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.language import _
from desktop.viewings.queries.evaluation.groups import Member, together
from desktop.viewings.queries.evaluation.judging import line_of, verdict_on
from desktop.viewings.queries.evaluation.lines import LINES, Line, MeasuredLine
from desktop.viewings.queries.evaluation.results import Result
from desktop.viewings.rules.complex_types import Trait
from desktop.viewings.rules.evaluation import Verdict, hidden_words
from desktop.viewings.rules.measures import Question

# Of the first question, what says something of how workable a complex is.
ASKED_TOO = ("no_shows", "welcome", "judged")


@dataclass(frozen=True)
class TypeOfComplex:
    """What may be said of one type: the complexes of it that take part, judged together."""

    kind: str
    complexes: tuple[str, ...]
    verdict: Verdict | None
    counts: str


@dataclass(frozen=True)
class TypesBy:
    """The types that a trait tells apart, and what was measured, with a result for each type."""

    trait: Trait
    types: tuple[TypeOfComplex, ...]
    lines: tuple[MeasuredLine, ...]

    @property
    def adds_up(self) -> bool:
        """Whether it says more than the complexes apart do: there is another type, and a type
        holds several of them."""
        return len(self.types) > 1 and any(len(one.complexes) > 1 for one in self.types)


def types_by(trait: Trait, taking_part: Sequence[Member]) -> TypesBy:
    """The complexes of the pilot, by one trait."""
    by_kind: dict[str, list[Member]] = defaultdict(list)
    for member in taking_part:
        by_kind[member.types[trait]].append(member)
    return TypesBy(
        trait,
        tuple(_type(kind, some) for kind, some in by_kind.items()),
        tuple(_measured([*by_kind.values()])),
    )


def _type(kind: str, some: Sequence[Member]) -> TypeOfComplex:
    return TypeOfComplex(
        kind,
        tuple(member.name for member in some),
        verdict_on(some),
        line_of("pair_in_time").result(together(member.group for member in some)).words,
    )


def _measured(types: Sequence[Sequence[Member]]) -> list[MeasuredLine]:
    lines = [
        MeasuredLine(
            line.measure,
            line.label,
            _(line.of) if line.of else "",
            tuple(_result(line, some) for some in types),
        )
        for line in LINES
        if line.measure.question is Question.WORKABLE or line.measure.key in ASKED_TOO
    ]
    return [line for line in lines if any(result.n for result in line.results)]


def _result(line: Line, some: Sequence[Member]) -> Result:
    """What may be shown of a type: nothing when one of its complexes is hidden. So a type says
    nothing that the complexes on view do not add up to, whichever traits are laid beside it."""
    result = line.result(together(member.group for member in some))
    if len(some) > 1 and any(line.result(member.group).is_hidden for member in some):
        return Result(hidden_words(), n=result.n, cases=result.cases)
    return result
