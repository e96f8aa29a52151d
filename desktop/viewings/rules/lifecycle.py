"""Which state follows which (viewings, section 3)."""

from __future__ import annotations

from datetime import date

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.states import (
    DecisionState,
    HostState,
    VacancyState,
    ViewingState,
)

V, W, H, D = VacancyState, ViewingState, HostState, DecisionState

VACANCY = {
    V.ANNOUNCED: {V.PREPARED},
    V.PREPARED: {V.PUBLISHED, V.ANNOUNCED},
    V.PUBLISHED: {V.CLOSED},
    V.CLOSED: {V.VIEWING, V.OFFERING},
    V.VIEWING: {V.OFFERING},
    V.OFFERING: {V.VIEWING, V.DECIDED},
    V.DECIDED: {V.CONTRACT, V.OFFERING},
    V.CONTRACT: {V.COMPLETED},
    V.COMPLETED: set(),
    V.WITHDRAWN: set(),
}
# Withdrawing is possible until the lease is signed.
for _state in (V.ANNOUNCED, V.PREPARED, V.PUBLISHED, V.CLOSED, V.VIEWING, V.OFFERING, V.DECIDED):
    VACANCY[_state] = VACANCY[_state] | {V.WITHDRAWN}

VIEWING = {
    W.DRAFT: {W.STAFFED, W.CANCELLED},
    W.STAFFED: {W.INVITED, W.DRAFT, W.CANCELLED},
    W.INVITED: {W.HELD, W.CANCELLED, W.STAFFED},
    W.HELD: {W.CLOSED},
    W.CLOSED: set(),
    W.CANCELLED: set(),
}

HOST = {
    H.APPLIED: {H.INSTRUCTED, H.STOPPED},
    H.INSTRUCTED: {H.ACTIVE, H.STOPPED},
    H.ACTIVE: {H.PAUSED, H.STOPPED},
    H.PAUSED: {H.ACTIVE, H.STOPPED},
    H.STOPPED: {H.APPLIED},
}

DECISION = {
    D.DRAFT: {D.SUBMITTED},
    D.SUBMITTED: {D.SETTLED, D.RETURNED},
    D.RETURNED: {D.SUBMITTED, D.DRAFT},
    D.SETTLED: {D.LETTERS_SENT, D.LAPSED},
    D.LETTERS_SENT: {D.CLOSED, D.LAPSED},
    D.CLOSED: {D.WIPED, D.LAPSED},
    D.WIPED: set(),
    D.LAPSED: set(),
}

# The steps that the screen shows above a vacancy (viewings, section 14).
STEPS = (
    "notice",
    "publication",
    "candidates",
    "viewing",
    "offer",
    "decision",
    "let",
)
STEP_OF = {
    V.ANNOUNCED: 0,
    V.PREPARED: 1,
    V.PUBLISHED: 1,
    V.CLOSED: 2,
    V.VIEWING: 3,
    V.OFFERING: 4,
    V.DECIDED: 5,
    V.CONTRACT: 6,
    V.COMPLETED: 6,
}


def advert_runs(state: VacancyState, until: date | None, today: date) -> bool:
    """Whether people can still react; reading in the list of candidates closes the advert."""
    return state is V.PUBLISHED and until is not None and today <= until


def check_vacancy(now: VacancyState, then: VacancyState) -> None:
    """Refuses a step that does not follow."""
    if then not in VACANCY[now]:
        raise Refused(
            _(
                "This step is not possible at this stage of the letting. The steps at the top show "
                "how far it is."
            ),
            "state",
        )


def check_viewing(now: ViewingState, then: ViewingState) -> None:
    """Refuses a step that does not follow."""
    if then not in VIEWING[now]:
        raise Refused(_("This step is not possible at this stage of the viewing."), "state")


def check_host(now: HostState, then: HostState) -> None:
    """Refuses a step that does not follow."""
    if then not in HOST[now]:
        raise Refused(_("This step is not possible for this host now."), "state")


def check_decision(now: DecisionState, then: DecisionState) -> None:
    """Refuses a step that does not follow."""
    if then not in DECISION[now]:
        raise Refused(_("This step is not possible at this stage of the decision."), "state")
