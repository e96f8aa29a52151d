"""What the data must show for each step of the ladder (projects, "Participation level, promised and
real"), and what is lacking for a promise."""

from __future__ import annotations

import pytest

from desktop.projects.rules.ladder import Happened, shown
from desktop.projects.states import Participation

P = Participation

TOLD = Happened(phases=2, phases_told=2)
ASKED = Happened(asked_before_decision=1, proposals=3, proposals_answered=3)
ADVISED = Happened(advices_before_decision=1)
MADE = Happened(design_sessions=2, proposals_that_changed_the_plan=1)
BOUND = Happened(bound=1, bound_carried_out=1)


@pytest.mark.parametrize(
    ("happened", "step"),
    [
        (TOLD, P.INFORM),
        (ASKED, P.CONSULT),
        (ADVISED, P.ADVISE),
        (MADE, P.MAKE_TOGETHER),
        (BOUND, P.DECIDE_TOGETHER),
    ],
)
def test_each_step_is_shown_by_what_can_be_counted(happened: Happened, step: Participation) -> None:
    found = shown(step, happened)
    assert (found.shown, found.missing, found.is_kept) == (step, (), True)


@pytest.mark.parametrize(
    ("promised", "happened", "missing"),
    [
        (P.INFORM, Happened(), ["er is nog geen fase begonnen"]),
        (
            P.INFORM,
            Happened(phases=3, phases_told=1),
            ["2 fasen begonnen zonder bericht aan bewoners"],
        ),
        (
            P.CONSULT,
            Happened(proposals=3, proposals_answered=1),
            ["een bijeenkomst of enquête vóór het besluit", "antwoord op 2 voorstellen"],
        ),
        (P.ADVISE, Happened(), ["een advies vóór het besluit"]),
        (
            P.ADVISE,
            Happened(advices_before_decision=1, advices_unexplained=1),
            ["de redenen waarom een advies niet is gevolgd"],
        ),
        (
            P.MAKE_TOGETHER,
            Happened(design_sessions=1),
            ["nog 1 ontwerpavond", "een voorstel van bewoners dat het plan veranderde"],
        ),
        (
            P.DECIDE_TOGETHER,
            Happened(),
            ["een stemming, budget of akkoordronde die bindt"],
        ),
        (P.DECIDE_TOGETHER, Happened(bound=1), ["dat de uitslag is uitgevoerd"]),
    ],
)
def test_what_is_lacking_for_a_promise_is_said(
    promised: Participation, happened: Happened, missing: list[str]
) -> None:
    assert list(shown(promised, happened).missing) == missing


def test_more_than_was_promised_keeps_the_promise() -> None:
    found = shown(P.CONSULT, BOUND)
    assert (found.shown, found.is_kept, found.missing) == (P.DECIDE_TOGETHER, True, ())


def test_less_than_was_promised_says_how_far_it_came() -> None:
    found = shown(P.DECIDE_TOGETHER, ASKED)
    assert (found.shown, found.is_kept) == (P.CONSULT, False)
