"""Who may receive whom (R3), and the fair rota (R4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.viewings.states import HostState, RelationKind

WINDOW = timedelta(days=90)
APART = timedelta(hours=3)  # between the starts of two shifts of one host
DAY_PARTS = ("morning", "afternoon", "evening")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Relation:
    """Somebody whom a host declared to know too well, by name."""

    kind: RelationKind
    person: str
    declared_on: date


@dataclass(frozen=True)
class Duty:
    """A shift that was held or is planned: when, how many minutes, and whether visitors came
    (a viewing to which nobody came counts as effort, not as a turn: R4)."""

    at: datetime
    minutes: int
    lead: bool = False
    visited: bool = True


@dataclass(frozen=True)
class HostFacts:
    """A host as the rules see one. `availability` holds "wed-afternoon"; empty is always."""

    id: int
    name: str
    household: int | None
    state: HostState = HostState.ACTIVE
    instructed_on: date | None = None
    secrecy_on: date | None = None
    stairwell: str = ""
    availability: tuple[str, ...] = ()
    away: tuple[tuple[date, date], ...] = ()
    max_per_month: int = 4
    relations: tuple[Relation, ...] = ()
    duties: tuple[Duty, ...] = field(default=(), compare=False)
    last_name: str = ""


@dataclass(frozen=True)
class Seeker:
    """A candidate by the names that a conflict of interest is looked for with."""

    id: int
    name: str
    last_name: str


@dataclass(frozen=True)
class Hindrance:
    """Why a host cannot take a shift: short for behind the name, and as a sentence."""

    short: str
    sentence: str


@dataclass(frozen=True)
class Turn:
    """Why the rota proposes a host: how many `shifts` there are in 90 days before and after, and
    the `stairwell` where the host lives, when it is known."""

    shifts: int
    stairwell: str = ""

    @property
    def words(self) -> str:
        """`1 shift in 90 days; lives at stairwell B`."""
        words = ngettext("{n} shift in 90 days", "{n} shifts in 90 days", self.shifts).format(
            n=self.shifts
        )
        if self.stairwell:
            words += "; " + _("lives at stairwell {stairwell}").format(stairwell=self.stairwell)
        return words


@dataclass(frozen=True)
class Proposal:
    """Two hosts in turn, with why each of them."""

    lead: int
    second: int
    turns: dict[int, Turn] = field(hash=False)


def day_part(at: datetime) -> str:
    """`wed-afternoon` on the Dutch clock: morning until 12:00, evening from 17:30."""
    here = local(at)
    hour = here.hour + here.minute / 60
    part = DAY_PARTS[0] if hour < 12 else DAY_PARTS[1] if hour < 17.5 else DAY_PARTS[2]
    return f"{WEEKDAYS[here.weekday()]}-{part}"


def same_person(declared: str, name: str) -> bool:
    """Whether a declared name and a candidate's name may be one person: the last word of one is
    in the other (double names have two), and every other word of the shorter name begins as one of
    the longer. A false alarm costs another host; a miss costs somebody a fair viewing, so this
    leans to alarm."""
    one, two = fold(declared).split(), fold(name).split()
    shorter, longer = sorted((one, two), key=len)
    if not shorter or (shorter[-1] not in longer and longer[-1] not in shorter):
        return False
    return all(any(w.startswith(s) or s.startswith(w) for w in longer) for s in shorter)


def conflict(host: HostFacts, seekers: Iterable[Seeker]) -> tuple[Seeker, Relation] | None:
    """The first candidate whom the host declared to know, with the declaration."""
    for seeker in seekers:
        for relation in host.relations:
            if same_person(relation.person, seeker.name):
                return seeker, relation
    return None


def why_not(
    host: HostFacts,
    at: datetime,
    seekers: Sequence[Seeker],
    departing_household: int | None,
) -> str | None:
    """Why a host cannot take this shift, as a sentence; None when the host can."""
    found = hindrance(host, at, seekers, departing_household)
    return found.sentence if found is not None else None


def hindrance(
    host: HostFacts,
    at: datetime,
    seekers: Sequence[Seeker],
    departing_household: int | None,
) -> Hindrance | None:
    """The first thing that keeps a host from this shift; None when the host can."""

    def because(short: str, sentence: str) -> Hindrance:
        return Hindrance(short, sentence.format(name=host.name))

    if host.state is not HostState.ACTIVE:
        return because(_("not active"), _("{name} is not active now."))
    if host.instructed_on is None:
        return because(_("no instruction yet"), _("{name} has not had the instruction yet."))
    if host.secrecy_on is None:
        return because(
            _("secrecy not signed"), _("{name} has not signed the secrecy statement yet.")
        )
    if departing_household is not None and host.household == departing_household:
        return because(
            _("lives in this dwelling"), _("{name} lives in the dwelling that becomes free.")
        )
    known = conflict(host, seekers)
    if known is not None:
        sentence = _(
            "Host and candidate know each other, by the declaration of {day}. Choose another host."
        )
        return because(_("knows a candidate"), sentence.format(day=day_plain(known[1].declared_on)))
    day = local(at).date()
    if any(first <= day <= last for first, last in host.away):
        return because(_("is away then"), _("{name} is away on this day."))
    if host.availability and day_part(at) not in host.availability:
        return because(_("cannot come then"), _("{name} cannot come at this time."))
    month = [
        d for d in host.duties if (local(d.at).year, local(d.at).month) == (day.year, day.month)
    ]
    if len(month) >= host.max_per_month:
        return because(
            _("enough shifts this month"), _("{name} has the most shifts for this month already.")
        )
    if any(abs(d.at - at) < APART for d in host.duties):
        return because(_("another viewing then"), _("{name} has another viewing at this time."))
    return None


def effort(host: HostFacts, at: datetime) -> tuple[int, int]:
    """Minutes and turns in the 90 days before; a viewing without visitors is no turn (R4)."""
    recent = [d for d in host.duties if at - WINDOW <= d.at <= at + WINDOW]
    return sum(d.minutes for d in recent), sum(d.visited for d in recent)


def propose(
    hosts: Sequence[HostFacts],
    at: datetime,
    seekers: Sequence[Seeker] = (),
    departing_household: int | None = None,
    leave_out: Iterable[int] = (),
) -> Proposal | None:
    """The fair pair: least effort first, never two of one household (R3, R4). None when there
    is no pair. `leave_out` are hosts who said no, or whom "another proposal" passes by."""
    refused = set(leave_out)
    able = [
        h
        for h in hosts
        if h.id not in refused and why_not(h, at, seekers, departing_household) is None
    ]

    def turn(host: HostFacts) -> tuple[int, int, int, datetime, int]:
        minutes, turns = effort(host, at)
        ever = sum(d.minutes for d in host.duties)  # or small differences add up over the years
        last = max((d.at for d in host.duties), default=datetime.min.replace(tzinfo=at.tzinfo))
        return minutes, turns, ever, last, host.id

    able.sort(key=turn)
    for i, first in enumerate(able):
        for second in able[i + 1 :]:
            if first.household is not None and first.household == second.household:
                continue
            leads = [sum(d.lead for d in h.duties) for h in (first, second)]
            lead, other = (first, second) if leads[0] <= leads[1] else (second, first)
            return Proposal(lead.id, other.id, {h.id: turn_of(h, at) for h in (first, second)})
    return None


def turn_of(host: HostFacts, at: datetime) -> Turn:
    """Why this host is proposed for a viewing."""
    shifts = sum(at - WINDOW <= duty.at <= at + WINDOW for duty in host.duties)
    return Turn(shifts, host.stairwell)


def check_pair(
    hosts: Sequence[HostFacts],
    at: datetime,
    seekers: Sequence[Seeker],
    departing_household: int | None,
    min_hosts: int = 2,
) -> None:
    """R3: refuses hosts of one household, in conflict, or not able; and too few of them."""
    for host in hosts:
        sentence = why_not(host, at, seekers, departing_household)
        if sentence is not None:
            raise Refused(sentence, "hosts")
    if len({h.id for h in hosts}) != len(hosts):
        raise Refused(_("Choose two different hosts."), "hosts")
    homes = [h.household for h in hosts if h.household is not None]
    if len(homes) != len(set(homes)):
        raise Refused(
            _("These hosts live in one household. Choose two from different households."), "hosts"
        )
    if len(hosts) < min_hosts:
        raise Refused(
            ngettext("Choose {n} host.", "Choose {n} hosts.", min_hosts).format(n=min_hosts),
            "hosts",
        )
