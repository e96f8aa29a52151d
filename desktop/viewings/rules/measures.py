"""What the evaluation of a pilot measures, as data, with the limits that its report prints.

The first two questions are the sceptical ones of colleagues: how does it go for candidates with
priority, and in which complexes does it work (viewings, section 6)?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.language import N_, _


class Question(Enum):
    """The two sceptical questions, and the effect on living together."""

    PRIORITY = "priority"
    WORKABLE = "workable"
    EFFECT = "effect"


class MeasureUnit(Enum):
    """How a measure is counted; only shares get a Wilson interval."""

    SHARE = "share"
    COUNT = "count"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    MARK = "mark"  # 1–10
    SCALE = "scale"  # 1–5


class Better(Enum):
    """Which way a measure should go; NEITHER is only looked at."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True)
class Measure:
    """Something that is measured. `wording` is the English source; `decides` says that it counts
    in the verdict of a complex type, for which it must be a share of vacancies."""

    key: str
    question: Question
    unit: MeasureUnit
    better: Better
    wording: str
    decides: bool = False

    @property
    def words(self) -> str:
        """What is measured, in the language in use."""
        return _(self.wording)


_P, _W, _E = Question.PRIORITY, Question.WORKABLE, Question.EFFECT
_U, _B = MeasureUnit, Better

MEASURES: tuple[Measure, ...] = (
    Measure("priority_share", _P, _U.SHARE, _B.NEITHER, N_("Lettings to people with priority")),
    Measure(
        "passed_without_code",
        _P,
        _U.COUNT,
        _B.LOWER,
        N_("Candidates with priority passed over without a reason"),
    ),
    Measure("days_to_offer", _P, _U.DAYS, _B.LOWER, N_("Days from invitation to offer")),
    Measure("refusals", _P, _U.SHARE, _B.NEITHER, N_("Offers refused")),
    Measure("no_shows", _P, _U.SHARE, _B.LOWER, N_("Did not appear after saying yes")),
    Measure("priority_lost", _P, _U.COUNT, _B.LOWER, N_("Priority lost after a viewing")),
    Measure("welcome", _P, _U.SCALE, _B.HIGHER, N_("Felt welcome")),
    Measure("judged", _P, _U.SCALE, _B.LOWER, N_("Felt judged")),
    Measure("lease_running", _P, _U.SHARE, _B.HIGHER, N_("Lease still running after a year")),
    Measure(
        "complaints_year", _P, _U.COUNT, _B.LOWER, N_("Complaints in the first year of the lease")
    ),
    Measure(
        "pair_in_time",
        _W,
        _U.SHARE,
        _B.HIGHER,
        N_("Dwellings for which two hosts were found in time"),
        decides=True,
    ),
    Measure(
        "held_as_planned",
        _W,
        _U.SHARE,
        _B.HIGHER,
        N_("Dwellings whose viewing was held as planned"),
        decides=True,
    ),
    Measure(
        "within_day_budget",
        _W,
        _U.SHARE,
        _B.HIGHER,
        N_("Dwellings let within the extra days agreed"),
        decides=True,
    ),
    Measure("fallback", _W, _U.SHARE, _B.LOWER, N_("Dwellings that staff showed in the end"), True),
    Measure("host_hours", _W, _U.HOURS, _B.LOWER, N_("Hours of hosts per letting")),
    Measure("hosts_active_6", _W, _U.SHARE, _B.HIGHER, N_("Hosts still active after 6 months")),
    Measure("hosts_active_12", _W, _U.SHARE, _B.HIGHER, N_("Hosts still active after 12 months")),
    Measure("hosts_per_100", _W, _U.COUNT, _B.HIGHER, N_("Hosts per 100 dwellings")),
    Measure("host_mirror", _W, _U.SHARE, _B.HIGHER, N_("How far hosts are like the residents")),
    Measure("extra_days", _W, _U.DAYS, _B.LOWER, N_("Extra days against showing by staff")),
    Measure("mark", _W, _U.MARK, _B.HIGHER, N_("Mark of candidates")),
    Measure("complaints", _W, _U.COUNT, _B.LOWER, N_("Complaints")),
    Measure("staff_minutes", _W, _U.MINUTES, _B.LOWER, N_("Minutes of staff per letting")),
    Measure("cohesion", _E, _U.SCALE, _B.HIGHER, N_("Living together (six statements of CBS)")),
    Measure("names_known", _E, _U.COUNT, _B.HIGHER, N_("Neighbours known by name after 3 months")),
    Measure("understands", _E, _U.SCALE, _B.HIGHER, N_("I understand how dwellings are allocated")),
)
BY_KEY: Mapping[str, Measure] = {measure.key: measure for measure in MEASURES}
DECIDING: tuple[Measure, ...] = tuple(measure for measure in MEASURES if measure.decides)

BIASES: tuple[str, ...] = (
    N_("Complexes and hosts joined by their own choice, so easy complexes may come first."),
    N_("The staff of a pilot are keen. Elsewhere that may be less."),
    N_("A complex that starts in a bad year does better the next year by itself."),
    N_("Another text in the advert brings other candidates."),
    N_("Who did not fill in a questionnaire may think otherwise."),
    N_("Numbers below five are left out, so that nobody can be recognised."),
    N_(
        "Candidates for one dwelling are alike; counts of candidates look more certain than they "
        "are."
    ),
)


@dataclass(frozen=True)
class Statement:
    """A statement of the CBS scale of social cohesion, answered with 1 (disagree) to 5 (agree).
    `reverse` marks the one with which agreeing means less cohesion."""

    key: str
    wording: str
    reverse: bool = False


# The order is the order of the stored answers. The last one is sensitive and may be left out.
STATEMENTS: tuple[Statement, ...] = (
    Statement("hardly", N_("People in this neighbourhood hardly know each other."), reverse=True),
    Statement("pleasant", N_("People here get on pleasantly.")),
    Statement("together", N_("This is a friendly place where people help each other.")),
    Statement("home", N_("I feel at home with the people who live here.")),
    Statement("contact", N_("I have much contact with other residents.")),
    Statement("composition", N_("I am content with who lives here.")),
)
LEAST_STATEMENTS = 4


def cohesion(answers: Sequence[int | None]) -> float | None:
    """The mean of one household's answers, 1 to 5 and higher is better; None with fewer than
    four answers. An answer outside 1 to 5 is a `ValueError`."""
    given = [
        6 - answer if statement.reverse else answer
        for statement, answer in zip(STATEMENTS, answers, strict=False)
        if answer is not None
    ]
    if any(not 1 <= answer <= 5 for answer in given):
        raise ValueError("an answer is from 1 to 5")
    return sum(given) / len(given) if len(given) >= LEAST_STATEMENTS else None
