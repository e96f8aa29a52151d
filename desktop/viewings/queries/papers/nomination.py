"""The form on which residents nominate. It is in the hands of neighbours, so it is of a type that
has no place for rank, priority, address, phone or mail (R5); nobody who is protected is on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.model import Vacancy
from desktop.viewings.queries.facts import candidates_of, nominate_by, standing
from desktop.viewings.queries.papers.common import in_words, known
from desktop.viewings.rules.nomination import first_ones
from desktop.viewings.rules.order import pass_code
from desktop.viewings.states import Level


@dataclass(frozen=True)
class NominationPaper:
    """`names` are first names, or numbers without one, by the alphabet: their order says nothing.
    `until` is the last day on which it counts."""

    home: str
    complex: str
    names: tuple[str, ...]
    criteria: tuple[str, ...]
    facts: tuple[str, ...]
    until: date | None


def nomination_paper(session: Session, vacancy_id: int) -> NominationPaper:
    """Refuses a dwelling for which residents nominate nobody."""
    vacancy = known(session.get(Vacancy, vacancy_id), _("This vacancy is not there."))
    policy = vacancy.policy
    if policy is None or policy.level is not Level.C:
        raise Refused(
            _("Here residents nominate nobody: the way of working does not say so."), "level"
        )
    people = {candidate.id: candidate for candidate in candidates_of(session, vacancy_id)}
    first = first_ones([standing(candidate) for candidate in people.values()], policy.top_n)
    able = [one for one in first if pass_code(one, policy.participation_required) is None]
    return NominationPaper(
        home=vacancy.dwelling.address,
        complex=policy.complex.name,
        names=tuple(sorted(people[one.id].first_name or one.number for one in able)),
        criteria=in_words(policy.criteria, "nl"),
        facts=tuple(criterion.get("fact_nl", "") for criterion in policy.criteria),
        until=nominate_by(vacancy),
    )
