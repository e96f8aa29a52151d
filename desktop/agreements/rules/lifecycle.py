"""Which state follows which, for a cycle and for an agreement (agreements, section 2.2)."""

from __future__ import annotations

from desktop.agreements.states import AgreementState, CycleState
from desktop.language import _
from desktop.refused import Refused

C, A = CycleState, AgreementState

CYCLE = {
    C.PREPARING: {C.BID_SENT, C.NO_POLICY},
    C.BID_SENT: {C.TALKS, C.PREPARING, C.NO_POLICY},
    C.TALKS: {C.DRAFT, C.BID_SENT, C.NO_POLICY, C.NO_AGREEMENT},
    C.DRAFT: {C.DECIDING, C.TALKS, C.NO_AGREEMENT},
    C.DECIDING: {C.SIGNED, C.DRAFT, C.TALKS, C.NO_AGREEMENT},
    C.SIGNED: {C.RUNNING},
    C.RUNNING: {C.EVALUATED},
    C.EVALUATED: {C.CLOSED},
    C.CLOSED: set(),
    # Without policy there is no duty to agree (Woningwet, art. 44(3)); parties may still talk, and
    # the bid goes out in any case.
    C.NO_POLICY: {C.PREPARING, C.BID_SENT, C.TALKS, C.CLOSED},
    C.NO_AGREEMENT: {C.TALKS, C.CLOSED},
}

AGREEMENT = {
    A.IDEA: {A.DRAFT, A.LAPSED, A.CARRIED_OVER},
    A.DRAFT: {A.TALKS, A.IDEA, A.LAPSED, A.CARRIED_OVER},
    A.TALKS: {A.AGREED, A.DRAFT, A.LAPSED, A.CARRIED_OVER},
    A.AGREED: {A.ADOPTED, A.TALKS, A.LAPSED, A.CARRIED_OVER},
    A.ADOPTED: {A.RUNNING, A.LAPSED},
    A.RUNNING: {A.ACHIEVED, A.MISSED, A.LAPSED, A.CARRIED_OVER},
    A.ACHIEVED: set(),
    A.MISSED: set(),
    A.LAPSED: set(),
    A.CARRIED_OVER: set(),
}

CYCLE_BACK = {
    (C.BID_SENT, C.PREPARING),
    (C.TALKS, C.BID_SENT),
    (C.DRAFT, C.TALKS),
    (C.DECIDING, C.DRAFT),
    (C.DECIDING, C.TALKS),
    (C.NO_AGREEMENT, C.TALKS),
}
AGREEMENT_BACK = {(A.DRAFT, A.IDEA), (A.TALKS, A.DRAFT), (A.AGREED, A.TALKS)}

# From here on the text is signed: it changes by an amendment of all parties only.
SIGNED = frozenset({A.ADOPTED, A.RUNNING, A.ACHIEVED, A.MISSED})
# These take no part in the signing.
OUT = frozenset({A.LAPSED, A.CARRIED_OVER})
ENDED = frozenset({A.ACHIEVED, A.MISSED, A.LAPSED, A.CARRIED_OVER})
# In these states of a cycle its agreements are still being made.
BEFORE_SIGNING = frozenset(
    {C.PREPARING, C.BID_SENT, C.TALKS, C.DRAFT, C.DECIDING, C.NO_POLICY, C.NO_AGREEMENT}
)


def check_cycle(now: CycleState, then: CycleState, reason: str) -> None:
    """Refuses a step that does not follow, and a step back without its reason. After signing
    there is no way back."""
    if then not in CYCLE[now]:
        raise Refused(
            _("This step is not possible at this stage. The steps at the top show how far it is."),
            "state",
        )
    if ((now, then) in CYCLE_BACK or then is C.NO_AGREEMENT) and not reason.strip():
        raise Refused(_("Write in a few words why. Everybody can read it."), "reason")


def check_agreement(now: AgreementState, then: AgreementState, reason: str) -> None:
    """Refuses a step that does not follow; and a step back, an end before the end and a move to
    another year without their reason."""
    if then not in AGREEMENT[now]:
        raise Refused(_("This step is not possible for this agreement now."), "state")
    if ((now, then) in AGREEMENT_BACK or then in OUT) and not reason.strip():
        raise Refused(_("Write in a few words why. Everybody can read it."), "reason")


def check_open(state: CycleState) -> None:
    """Refuses changes in a year that was closed: it stays as people look back on it."""
    if state is CycleState.CLOSED:
        raise Refused(_("This year is closed and stays as it is."), "state")


def check_joining(state: CycleState) -> None:
    """Refuses another agreement, or another party, in a year that was signed."""
    if state not in BEFORE_SIGNING:
        raise Refused(
            _(
                "The agreements of this year are signed. What is new goes into the talks about "
                "the next year."
            ),
            "state",
        )
