"""From lettings to what may be shown of them: counts first, then the interval; few people hidden.

Every result keeps the cases behind it, for staff who want to see which dwellings they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from desktop.language import _, ngettext
from desktop.language.format import number, percent
from desktop.viewings.queries.evaluation.facts import Letting, Seeker
from desktop.viewings.rules.evaluation import counted_words, hidden_words, share_words
from desktop.viewings.rules.mirror import likeness
from desktop.viewings.rules.retention import shown
from desktop.viewings.rules.statistics import Share, median_iqr

A_YEAR = timedelta(days=365)
NO_DATA = "–"


@dataclass(frozen=True)
class Case:
    """A dwelling behind a figure, and what it adds."""

    vacancy_id: int
    code: str
    address: str
    words: str


@dataclass(frozen=True)
class Result:
    """One measure of one group. `share` only when it may be shown; `value` is what a table of
    figures holds: a share of 0 to 1, a median, a mean or a count; None when hidden or not there.
    """

    words: str = NO_DATA
    value: float | None = None
    n: int = 0
    share: Share | None = None
    cases: tuple[Case, ...] = ()

    @property
    def is_hidden(self) -> bool:
        """Whether there is something that may not be shown."""
        return self.n > 0 and self.value is None


@dataclass(frozen=True)
class HostTime:
    """From when until when somebody was host; `until` None for who still is."""

    active_from: date
    until: date | None


@dataclass(frozen=True)
class People:
    """What hosts and residents told of their age, and in which stairwells they live; who told
    nothing is not in it."""

    host_ages: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    host_stairwells: tuple[str, ...] = ()
    stairwells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """The questionnaire of one candidate or new tenant, without a name; marks of 1–10, the rest
    1–5, None where nothing was filled in."""

    priority: bool
    mark: int | None
    welcome: int | None
    judged: int | None
    understands: int | None
    names_known: int | None


@dataclass(frozen=True)
class Wave:
    """What the households of a group answered so many months after the start: the mean of the
    statements of each, and whether they understand how dwellings are allocated (1–5), of all and of
    those who are host. `asked_all` when somebody answered the sensitive statement."""

    months: int
    cohesion: tuple[float, ...]
    understands: tuple[int, ...]
    hosts_understand: tuple[int, ...] = ()
    asked_all: bool = True


@dataclass(frozen=True)
class Group:
    """A complex, or all complexes of one side, over the period of the pilot."""

    today: date
    lettings: tuple[Letting, ...]
    by_residents: bool
    dwellings: int = 0
    hosts: tuple[HostTime, ...] = ()
    answers: tuple[Answers, ...] = ()
    waves: tuple[Wave, ...] = ()
    before: tuple[Letting, ...] = field(default=())
    people: People = People()


def of_dwellings(group: Group, asked: Callable[[Letting], bool | None]) -> Result:
    """A share of dwellings, of those that have an answer."""
    answered = [(letting, asked(letting)) for letting in group.lettings]
    known = [(letting, answer) for letting, answer in answered if answer is not None]
    if not known:
        return Result()
    share = Share(sum(answer for _letting, answer in known), len(known))
    cases = tuple(_case(letting, _("yes") if answer else _("no")) for letting, answer in known)
    return Result(counted_words(share), share.value, share.of, share, cases)


def of_people(group: Group, counted: Callable[[Letting], Share]) -> Result:
    """A share of candidates, counted by dwelling. Hidden when they are fewer than five."""
    each = [(letting, counted(letting)) for letting in group.lettings]
    found = [(letting, share) for letting, share in each if share.of]
    share = Share(sum(s.count for _l, s in found), sum(s.of for _l, s in found))
    cases = tuple(
        _case(letting, _("{count} of {of}").format(count=s.count, of=s.of)) for letting, s in found
    )
    if not found:
        return Result()
    if not shown(share.of):
        return Result(hidden_words(), n=share.of, cases=cases)
    return Result(share_words(share), share.value, share.of, share, cases)


def of_seekers(
    group: Group,
    among: Callable[[Seeker], bool],
    counted: Callable[[Seeker], bool],
) -> Result:
    """The share of those `among` whom something happened to."""

    def count(letting: Letting) -> Share:
        some = [seeker for seeker in letting.seekers if among(seeker)]
        return Share(sum(counted(seeker) for seeker in some), len(some))

    return of_people(group, count)


def of_values(
    group: Group, values: Callable[[Letting], Sequence[float]], of_persons: bool = False
) -> Result:
    """The median of days, hours or minutes, with where the middle half lies:
    `3 (2 tot 5; n = 18)`."""
    each = [(letting, list(values(letting))) for letting in group.lettings]
    found = [(letting, some) for letting, some in each if some]
    every = [value for _letting, some in found for value in some]
    cases = tuple(_case(letting, ", ".join(map(number, some))) for letting, some in found)
    if not every:
        return Result()
    if of_persons and not shown(len(every)):
        return Result(hidden_words(), n=len(every), cases=cases)
    spread = median_iqr(every)
    words = _("{median} ({low} to {high}; n = {n})").format(
        median=number(spread.median),
        low=number(spread.lower_quartile),
        high=number(spread.upper_quartile),
        n=spread.n,
    )
    return Result(words, spread.median, spread.n, None, cases)


def of_counts(group: Group, counted: Callable[[Letting], int], of_persons: bool) -> Result:
    """How often something happened. Of persons, fewer than five but some are hidden."""
    found = [(letting, counted(letting)) for letting in group.lettings]
    total = sum(count for _letting, count in found)
    cases = tuple(_case(letting, str(count)) for letting, count in found if count)
    if not found:
        return Result()
    if of_persons and total and not shown(total):
        return Result(hidden_words(), n=len(found), cases=cases)
    return Result(str(total), total, len(found), None, cases)


def of_answers(group: Group, asked: Callable[[Answers], int | None]) -> Result:
    """The mean of what people filled in; hidden when fewer than five did."""
    values = [value for value in map(asked, group.answers) if value is not None]
    return _mean(values)


def _mean(values: Sequence[float]) -> Result:
    if not values:
        return Result()
    if not shown(len(values)):
        return Result(hidden_words(), n=len(values))
    mean = fmean(values)
    words = _("{mean} (n = {n})").format(mean=number(mean), n=len(values))
    return Result(words, mean, len(values))


def over_time(group: Group, asked: Callable[[Wave], Sequence[float]]) -> Result:
    """The mean of each wave of the questionnaire: `3,1 → 3,4 → 3,6`."""
    means = [_mean(asked(wave)) for wave in group.waves]
    if not any(mean.n for mean in means):
        return Result()
    if any(mean.is_hidden for mean in means):
        return Result(hidden_words(), n=sum(mean.n for mean in means))
    words = _("{means} (n = {counts})").format(
        means=" → ".join(NO_DATA if m.value is None else number(m.value) for m in means),
        counts=", ".join(dict.fromkeys(str(mean.n) for mean in means)),
    )
    return Result(words, means[-1].value, means[-1].n)


def hosts_active_after(group: Group, months: int) -> Result:
    """Of the hosts who began so long ago, those who were still host after that time."""
    term = A_YEAR * months / 12
    begun = [host for host in group.hosts if host.active_from + term <= group.today]
    stayed = [host for host in begun if host.until is None or host.until >= host.active_from + term]
    share = Share(len(stayed), len(begun))
    if not begun:
        return Result()
    if not shown(share.of):
        return Result(hidden_words(), n=share.of)
    return Result(share_words(share), share.value, share.of, share)


def hosts_per_hundred(group: Group) -> Result:
    """Hosts who are active now, for every hundred dwellings."""
    if not group.dwellings or not group.hosts:
        return Result()
    active = sum(host.until is None for host in group.hosts)
    per_hundred = active / group.dwellings * 100
    words = ngettext("{per_hundred} ({n} host)", "{per_hundred} ({n} hosts)", active)
    return Result(
        words.format(n=active, per_hundred=number(per_hundred)), per_hundred, group.dwellings
    )


def host_mirror(hosts: Sequence[str], residents: Sequence[str]) -> Result:
    """How far the hosts are like the residents, with how many of each it is about."""
    if not hosts or not residents:
        return Result()
    alike = likeness(hosts, residents)
    if alike is None:
        return Result(hidden_words(), n=len(hosts))
    words = _("{share} alike ({hosts} hosts, {residents} residents)").format(
        share=percent(alike), hosts=len(hosts), residents=len(residents)
    )
    return Result(words, alike, len(hosts))


def lease_running(letting: Letting, today: date) -> bool | None:
    """Whether a lease that began a year ago or longer lasted that year."""
    if letting.contract_on is None or not year_of_lease_over(letting, today):
        return None
    ended = letting.lease_ended_on
    return ended is None or ended >= letting.contract_on + A_YEAR


def year_of_lease_over(letting: Letting, today: date) -> bool:
    """Whether the new lease began a year ago or longer."""
    return letting.contract_on is not None and letting.contract_on + A_YEAR <= today


def complaints_in_year(letting: Letting) -> int:
    """Complaints about a letting that came in before its lease had lasted a year."""
    if letting.contract_on is None:
        return 0
    return sum(day < letting.contract_on + A_YEAR for day in letting.complained_on)


def _case(letting: Letting, words: str) -> Case:
    return Case(letting.vacancy_id, letting.code, letting.address, words)
