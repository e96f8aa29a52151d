"""Which state of a project follows which, and what must be done before (projects, "States").

idea → preparing → with tenants → decision → work → aftercare → closed, and halted from any but the
last. A step back has its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.language import N_, _, ngettext
from desktop.projects.rules.consent import LEAST_DWELLINGS
from desktop.projects.states import ProjectKind, ProjectState
from desktop.refused import Refused

S = ProjectState

ORDER = (S.IDEA, S.PREPARING, S.WITH_TENANTS, S.DECISION, S.WORK, S.AFTERCARE, S.CLOSED)

# Overlegwet, art. 3(2): renovation and demolition (b), management (a), liveability (h).
ASKS_ADVICE = frozenset({ProjectKind.RENOVATION, ProjectKind.DEMOLITION, ProjectKind.NEIGHBOURHOOD})


class Asked(Enum):
    """What came of asking tenants for their consent."""

    OPEN = "open"
    SHORT = "short"  # the result was sent, and it is less than seventy percent
    FINISHED = "finished"


@dataclass(frozen=True)
class Standing:
    """What the guards look at. Numbers count what is still open. `advice_closed` is None when no
    advice was asked; `consent` when there was no round."""

    kind: ProjectKind
    dwellings: int
    proposals_open: int = 0
    advice_closed: bool | None = None
    consent: Asked | None = None
    uses_no_presumption: bool = False
    promises_open: int = 0
    findings_open: int = 0


class Lack(Enum):
    """What keeps a project from its next state."""

    PROPOSALS = "proposals"
    NO_ADVICE = "no advice"
    ADVICE_OPEN = "advice open"
    NO_CONSENT = "no consent"
    CONSENT_OPEN = "consent open"
    CONSENT_SHORT = "consent short"
    PROMISES = "promises"
    FINDINGS = "findings"


SENTENCES = {
    Lack.NO_ADVICE: N_(
        "Ask the tenants’ organisation for its advice first (Overlegwet, art. 3 to 5)."
    ),
    Lack.ADVICE_OPEN: N_("The request for advice is still open. Decide about the advice first."),
    Lack.NO_CONSENT: N_(
        "This renovation has ten or more dwellings. Ask the tenants for their consent (BW 7:220), "
        "or write why you make no use of the presumption."
    ),
    Lack.CONSENT_OPEN: N_("The consent round is not finished. Send its result first."),
    Lack.CONSENT_SHORT: N_(
        "Fewer than 70 % of the tenants agreed, so the proposal is not presumed reasonable (BW "
        "7:220(3)). Make another proposal, or write why you go on without it."
    ),
}
CONSENT_LACKS = {
    None: Lack.NO_CONSENT,
    Asked.OPEN: Lack.CONSENT_OPEN,
    Asked.SHORT: Lack.CONSENT_SHORT,
}


def next_state(state: ProjectState) -> ProjectState | None:
    """The state after this one; None for a project that is closed or halted."""
    if state in (S.CLOSED, S.HALTED):
        return None
    return ORDER[ORDER.index(state) + 1]


def lacks(standing: Standing, to: ProjectState) -> tuple[Lack, ...]:
    """What must be done before a project may come to a state."""
    if to is S.DECISION:
        return tuple(_before_decision(standing))
    if to is S.CLOSED:
        found = []
        if standing.promises_open:
            found.append(Lack.PROMISES)
        if standing.findings_open:
            found.append(Lack.FINDINGS)
        return tuple(found)
    return ()


def _before_decision(standing: Standing) -> list[Lack]:
    found = []
    if standing.proposals_open:
        found.append(Lack.PROPOSALS)
    if standing.kind in ASKS_ADVICE and not standing.advice_closed:
        found.append(Lack.NO_ADVICE if standing.advice_closed is None else Lack.ADVICE_OPEN)
    if asks_consent(standing) and standing.consent in CONSENT_LACKS:
        found.append(CONSENT_LACKS[standing.consent])
    return found


def asks_consent(standing: Standing) -> bool:
    """Whether a decision waits for a consent round: a renovation of ten or more dwellings (BW
    7:220(3)) that makes use of the presumption."""
    return (
        standing.kind is ProjectKind.RENOVATION
        and standing.dwellings >= LEAST_DWELLINGS
        and not standing.uses_no_presumption
    )


def lack_sentence(lack: Lack, standing: Standing) -> str:
    """What to do first, for people."""
    if lack is Lack.PROPOSALS:
        return ngettext(
            "Give tenants an answer to their proposal first: {n} has none.",
            "Give tenants an answer to their proposals first: {n} have none.",
            standing.proposals_open,
        ).format(n=standing.proposals_open)
    if lack is Lack.PROMISES:
        return ngettext(
            "{n} promise is still open. Settle it, or hand it over to somebody by name.",
            "{n} promises are still open. Settle them, or hand them over to somebody by name.",
            standing.promises_open,
        ).format(n=standing.promises_open)
    if lack is Lack.FINDINGS:
        return ngettext(
            "{n} finding is still open. Have it checked, or hand it over to somebody by name.",
            "{n} findings are still open. Have them checked, or hand them over to somebody by "
            "name.",
            standing.findings_open,
        ).format(n=standing.findings_open)
    return _(SENTENCES[lack])


def check_move(now: ProjectState, to: ProjectState, reason: str, standing: Standing) -> None:
    """Refuses a step that does not follow, a step back without its reason, and a step for which
    something must be done first."""
    if now is S.HALTED:
        raise Refused(_("This project is halted. Let it go on first."), "state")
    if now is S.CLOSED or to is S.HALTED or to is now:
        raise Refused(_("This step is not possible for this project now."), "state")
    distance = ORDER.index(to) - ORDER.index(now)
    if distance > 1:
        raise Refused(_("One step at a time: choose the next one."), "state")
    if distance < 0:
        if not reason.strip():
            raise Refused(_("Write in a few words why. Everybody can read it."), "reason")
        return
    lacking = lacks(standing, to)
    if lacking:
        raise Refused(lack_sentence(lacking[0], standing), "state")


def check_at_work(state: ProjectState) -> None:
    """Refuses changes in a project that is closed: it stays as people look back on it."""
    if state is S.CLOSED:
        raise Refused(_("This project is closed and stays as it is."), "state")


def check_goes_on(state: ProjectState, handed_to: str) -> None:
    """As `check_at_work`, but what somebody took over by name goes on after the project."""
    if not handed_to:
        check_at_work(state)
