"""What letters and lists of a viewing have in common: who, which home, by which rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desktop.language import LANGUAGES, _
from desktop.refused import Refused
from desktop.viewings.model import Candidate, PolicyVersion, Shift, Vacancy, Viewing
from desktop.viewings.rules.policy import check_may_invite
from desktop.viewings.states import Level, ShiftState, ViewingKind

GONE = (ShiftState.DECLINED, ShiftState.REPLACED, ShiftState.ABSENT)
Row = TypeVar("Row")


@dataclass(frozen=True)
class Addressee:
    """To whom a letter goes, and in which language. `number` is the pseudonym."""

    name: str
    lines: tuple[str, ...]
    language: str
    number: str


@dataclass(frozen=True)
class Home:
    """A dwelling as a letter describes it: area in m², rent in whole cents a month."""

    address: str
    postcode_city: str
    complex: str
    rooms: int | None
    area_m2: float | None
    floor: int | None
    energy_label: str
    rent_cents: int | None
    available_on: date | None


@dataclass(frozen=True)
class Rules:
    """What of the policy version a letter tells."""

    number: int
    level: Level
    criteria: tuple[str, ...]
    participation_required: bool
    alternatives: tuple[str, ...]
    answer_hours: int
    retention_weeks: int
    complaint_weeks: int
    consequence: str
    buddy: bool


def known(row: Row | None, sentence: str) -> Row:
    """The row; refuses with the sentence when there is none."""
    if row is None:
        raise Refused(sentence)
    return row


def current_shifts(viewing: Viewing) -> list[Shift]:
    """The shifts of hosts who receive: not of those who said no or were replaced."""
    return [shift for shift in viewing.shifts if shift.state not in GONE]


def meeting_place(viewing: Viewing) -> str:
    """Where visitors come: of the viewing, else of the complex, else the dwelling itself."""
    home = viewing.vacancy.dwelling
    return viewing.place or home.complex.meeting_point or home.address


def with_staff(viewing: Viewing) -> bool:
    """Whether staff receive instead of neighbours."""
    return viewing.staff_hosts or viewing.kind is ViewingKind.STAFF


def rules_of(vacancy: Vacancy, language: str) -> Rules:
    """The policy of a vacancy in a language. Refuses a vacancy without one (R1)."""
    policy = vacancy.policy
    if policy is None:
        check_may_invite(False, "")
    assert policy is not None  # check_may_invite has refused
    return rules_from(policy, language)


def rules_from(policy: PolicyVersion, language: str) -> Rules:
    consequence = policy.consequence
    return Rules(
        number=policy.number,
        level=policy.level,
        criteria=in_words(policy.criteria, language),
        participation_required=policy.participation_required,
        alternatives=tuple(policy.alternatives),
        answer_hours=policy.answer_hours,
        retention_weeks=policy.retention_weeks,
        complaint_weeks=policy.complaint_weeks,
        consequence=getattr(consequence, f"text_{language}") if consequence else "",
        buddy=policy.buddy,
    )


def in_words(texts: Iterable[dict[str, str]], language: str) -> tuple[str, ...]:
    """The published points or criteria in a language; in Dutch where that was not written."""
    return tuple(t.get(f"text_{language}") or t["text_nl"] for t in texts)


def home_of(vacancy: Vacancy) -> Home:
    dwelling = vacancy.dwelling
    return Home(
        address=dwelling.address,
        postcode_city=" ".join(p for p in (dwelling.postcode, dwelling.city) if p),
        complex=dwelling.complex.name,
        rooms=dwelling.rooms,
        area_m2=None if dwelling.area_m2 is None else float(str(dwelling.area_m2)),
        floor=dwelling.floor,
        energy_label=dwelling.energy_label,
        rent_cents=dwelling.rent_cents,
        available_on=vacancy.available_on,
    )


def addressee(candidate: Candidate) -> Addressee:
    """Where a letter to a candidate goes. Refuses somebody whose data were wiped."""
    if candidate.wiped_on is not None:
        raise Refused(
            _(
                "The data of candidate {number} have been wiped. There is nobody to write to."
            ).format(number=candidate.number)
        )
    place = " ".join(p for p in (candidate.postcode, candidate.city) if p)
    return Addressee(
        name=candidate.name,
        lines=tuple(line for line in (candidate.name, candidate.street, place) if line),
        language=candidate.language if candidate.language in LANGUAGES else "nl",
        number=candidate.number,
    )
