"""What is measured, as lines of a table: each measure with the groups that it tells apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import desktop.viewings.queries.evaluation.results as results
from desktop.language import N_, _
from desktop.viewings.queries.evaluation.facts import Letting, Reception, Seeker
from desktop.viewings.queries.evaluation.results import Answers, Group, Result
from desktop.viewings.rules.measures import BY_KEY, Measure


@dataclass(frozen=True)
class Line:
    """A line of the table: `measure`, of all or of those whom `of` says (English source), and how
    it is counted. `residents_only`: it says nothing where staff show the dwellings."""

    measure: Measure
    count: Callable[[Group], Result]
    of: str = ""
    residents_only: bool = False

    @property
    def label(self) -> str:
        if not self.of:
            return self.measure.words
        return _("{measure}: {who}").format(measure=self.measure.words, who=_(self.of))

    def result(self, group: Group) -> Result:
        """What may be shown of a group."""
        if self.residents_only and not group.by_residents:
            return Result()
        return self.count(group)


@dataclass(frozen=True)
class MeasuredLine:
    """A line of the table, with a result for each column. `of` says whom it tells apart."""

    measure: Measure
    label: str
    of: str
    results: tuple[Result, ...]


WITH_PRIORITY, WITHOUT = N_("with priority"), N_("without priority")
BEFORE = N_("in the three years before")


def _twice(
    key: str, count: Callable[[Group, bool], Result], residents_only: bool = False
) -> tuple[Line, Line]:
    """A measure of those with priority, and of the others."""
    return (
        Line(BY_KEY[key], lambda group: count(group, True), WITH_PRIORITY, residents_only),
        Line(BY_KEY[key], lambda group: count(group, False), WITHOUT, residents_only),
    )


def _received(count: Callable[[Reception], bool | None]) -> Callable[[Group], Result]:
    """A share of the dwellings at which residents were to receive."""

    def asked(letting: Letting) -> bool | None:
        return None if letting.reception is None else count(letting.reception)

    return lambda group: results.of_dwellings(group, asked)


def _chosen(group: Group) -> Result:
    return results.of_dwellings(group, lambda letting: letting.chosen_priority)


def _chosen_before(group: Group) -> Result:
    return _chosen(replace(group, lettings=group.before))


def _days_to_offer(group: Group, priority: bool) -> Result:
    def days(letting: Letting) -> list[float]:
        return [
            seeker.days_to_offer
            for seeker in letting.seekers
            if seeker.priority is priority and seeker.days_to_offer is not None
        ]

    return results.of_values(group, days, of_persons=True)


def _refusals(group: Group, priority: bool) -> Result:
    def offered(seeker: Seeker) -> bool:
        return seeker.answered_offer and seeker.priority is priority

    return results.of_seekers(group, offered, lambda seeker: seeker.refused)


def _no_shows(group: Group, priority: bool) -> Result:
    def said_yes(seeker: Seeker) -> bool:
        return seeker.said_yes and seeker.priority is priority

    return results.of_seekers(group, said_yes, lambda seeker: seeker.no_show)


def _felt(asked: Callable[[Answers], int | None]) -> Callable[[Group, bool], Result]:
    def of(group: Group, priority: bool) -> Result:
        some = tuple(answer for answer in group.answers if answer.priority is priority)
        return results.of_answers(replace(group, answers=some), asked)

    return of


def _lease(group: Group) -> Result:
    return results.of_dwellings(group, lambda one: results.lease_running(one, group.today))


def _complaints_in_year(group: Group) -> Result:
    """Of the dwellings whose lease has lasted, or could have lasted, a year."""
    over = tuple(one for one in group.lettings if results.year_of_lease_over(one, group.today))
    counted = replace(group, lettings=over)
    return results.of_counts(counted, results.complaints_in_year, of_persons=False)


def _host_hours(group: Group) -> Result:
    def hours(letting: Letting) -> list[float]:
        reception = letting.reception
        if reception is None or letting.contract_on is None:
            return []
        return [reception.host_minutes / 60]

    return results.of_values(group, hours)


def _extra_days(group: Group) -> Result:
    def days(letting: Letting) -> list[float]:
        reception = letting.reception
        return [] if reception is None or reception.extra_days is None else [reception.extra_days]

    return results.of_values(group, days)


def _minutes(asked: Callable[[Letting], int | None]) -> Callable[[Group], Result]:
    def minutes(letting: Letting) -> list[float]:
        value = asked(letting)
        return [] if value is None else [value]

    return lambda group: results.of_values(group, minutes)


LINES: tuple[Line, ...] = (
    Line(BY_KEY["priority_share"], _chosen),
    Line(BY_KEY["priority_share"], _chosen_before, BEFORE),
    Line(
        BY_KEY["passed_without_code"],
        lambda group: results.of_counts(group, lambda one: one.passed_over, of_persons=False),
    ),
    *_twice("days_to_offer", _days_to_offer),
    *_twice("refusals", _refusals),
    *_twice("no_shows", _no_shows),
    Line(
        BY_KEY["priority_lost"],
        lambda group: results.of_counts(group, lambda one: one.priority_lost, of_persons=True),
        residents_only=True,
    ),
    *_twice("welcome", _felt(lambda answer: answer.welcome)),
    *_twice("judged", _felt(lambda answer: answer.judged)),
    Line(BY_KEY["lease_running"], _lease),
    Line(BY_KEY["complaints_year"], _complaints_in_year),
    Line(BY_KEY["pair_in_time"], _received(lambda r: r.pair_in_time), residents_only=True),
    Line(BY_KEY["held_as_planned"], _received(lambda r: r.as_planned), residents_only=True),
    Line(BY_KEY["within_day_budget"], _received(lambda r: r.within_budget), residents_only=True),
    Line(BY_KEY["fallback"], _received(lambda r: r.by_staff), residents_only=True),
    Line(BY_KEY["host_hours"], _host_hours, residents_only=True),
    Line(
        BY_KEY["hosts_active_6"],
        lambda group: results.hosts_active_after(group, 6),
        residents_only=True,
    ),
    Line(
        BY_KEY["hosts_active_12"],
        lambda group: results.hosts_active_after(group, 12),
        residents_only=True,
    ),
    Line(BY_KEY["hosts_per_100"], results.hosts_per_hundred, residents_only=True),
    Line(
        BY_KEY["host_mirror"],
        lambda group: results.host_mirror(group.people.host_ages, group.people.ages),
        N_("by age group"),
        residents_only=True,
    ),
    Line(
        BY_KEY["host_mirror"],
        lambda group: results.host_mirror(group.people.host_stairwells, group.people.stairwells),
        N_("by stairwell"),
        residents_only=True,
    ),
    Line(BY_KEY["extra_days"], _extra_days, residents_only=True),
    Line(BY_KEY["mark"], lambda group: results.of_answers(group, lambda answer: answer.mark)),
    Line(
        BY_KEY["complaints"],
        lambda group: results.of_counts(group, lambda one: one.complaints, of_persons=False),
    ),
    Line(BY_KEY["staff_minutes"], _minutes(lambda one: one.staff_minutes)),
    Line(BY_KEY["staff_minutes"], _minutes(lambda one: one.usual_minutes), N_("the usual way")),
    Line(
        BY_KEY["cohesion"],
        lambda group: results.over_time(group, lambda wave: wave.cohesion),
        N_("after 0, 12 and 24 months"),
    ),
    Line(
        BY_KEY["names_known"],
        lambda group: results.of_answers(group, lambda answer: answer.names_known),
    ),
    Line(
        BY_KEY["understands"],
        lambda group: results.over_time(group, lambda wave: wave.understands),
        N_("residents after 0, 12 and 24 months"),
    ),
    Line(
        BY_KEY["understands"],
        lambda group: results.over_time(group, lambda wave: wave.hosts_understand),
        N_("hosts after 0, 12 and 24 months"),
        residents_only=True,
    ),
    Line(
        BY_KEY["understands"],
        lambda group: results.of_answers(group, lambda answer: answer.understands),
        N_("candidates"),
    ),
)
