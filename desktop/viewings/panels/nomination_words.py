"""What residents nominated, and what it must meet, in words for staff."""

from __future__ import annotations

from desktop.language import _, language
from desktop.viewings.queries.vacancy import NomineeLine, VacancyView
from desktop.viewings.rules.nomination import Check
from desktop.viewings.wording import word


def nominee_words(nominee: NomineeLine) -> str:
    """`1. Maria Santos (place 3 on the list)`."""
    return _("{place}. {name} (place {rank} on the list)").format(
        place=nominee.place, name=nominee.name, rank=nominee.rank
    )


def reasons(view: VacancyView, nominee: NomineeLine) -> str:
    """What residents answered to each published criterion."""
    criteria = view.policy.criteria if view.policy is not None else ()
    return " · ".join(
        _("{criterion}: {answer}").format(
            criterion=nl if language() == "nl" else en or nl,
            answer=word(nominee.answers[key]).lower(),
        )
        for key, nl, en in criteria
        if key in nominee.answers
    )


def check_words(check: Check) -> str:
    """What must be met, with a sign for whether it is; what to do when it is not."""
    if check.is_met:
        return f"✓  {check.words}"
    return f"✗  {check.words}. {check.sentence}"
