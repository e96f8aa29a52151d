"""What must hold for every history at level C: only a nomination that was tested by one colleague
and read by another moves somebody, never past priority or a protected candidate."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.refused import Refused
from desktop.store import Actor
from desktop.viewings.actions.nominations import (
    agree,
    do_not_follow,
    enter_nomination,
    pass_test,
    send_back,
)
from desktop.viewings.actions.offers import accept_offer, make_offer, refuse_offer
from desktop.viewings.rules.nomination import Nominated
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import CriterionAnswer, Level, NominationState
from tests.support import steps
from tests.support.clock import Clock
from tests.support.demo_world import opened
from tests.support.steps import Letting, bring, people

WORDS = "Past bij de criteria."
PRIORITY, PROTECTED = 3, 2


@pytest.fixture(scope="module")
def seen(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Letting]:
    """Five candidates of whom number 3 has priority and number 2 is protected; the viewing is
    over."""
    file = Path(shutil.copy(migrated_file, tmp_path_factory.mktemp("level c") / "ready.db"))
    clock = Clock()
    with opened(file, clock) as store:
        letting = steps.begin(store, clock, people(5, priority=[PRIORITY], protected=[PROTECTED]))
        letting.policy_values = {"level": Level.C, "top_n": 4, "sharing_ground": "gedeelde keuken"}
        bring(letting, steps.close_viewing)
    return file, letting


def nominate(x: Letting, *ranks: int) -> None:
    nominees = [Nominated(x.candidates[r], {"rules": CriterionAnswer.YES}) for r in ranks]
    enter_nomination(x.store, x.author, x.vacancy, x.today, x.hosts[:2], nominees)


def last(x: Letting) -> int:
    nomination = x.view().nomination
    return nomination.id if nomination is not None else 0


def last_offer(x: Letting) -> int:
    offers = x.view().offers
    return offers[-1].id if offers else 0


def by(x: Letting, who: str) -> Actor:
    return x.author if who == "author" else x.reader


MOVES: dict[str, Callable[[Letting], object]] = {
    **{f"nominate {r}": lambda x, r=r: nominate(x, r) for r in range(1, 6)},
    "nominate 4 then 1": lambda x: nominate(x, 4, 1),
    "nominate 1 then 3": lambda x: nominate(x, 1, 3),
    "test": lambda x: pass_test(x.store, x.author, last(x), WORDS),
    "do not follow": lambda x: do_not_follow(x.store, x.author, last(x), WORDS),
    "send back": lambda x: send_back(x.store, x.reader, last(x), "Waarom?"),
    **{
        f"{who} agrees": lambda x, who=who: agree(x.store, by(x, who), last(x))
        for who in ("author", "reader")
    },
    **{
        f"offer {r}": lambda x, r=r: make_offer(x.store, x.author, x.vacancy, x.candidates[r])
        for r in range(1, 6)
    },
    **{
        f"offer {r} with the code": lambda x, r=r: make_offer(
            x.store,
            x.author,
            x.vacancy,
            x.candidates[r],
            None,
            dict.fromkeys(x.candidates.values(), PassCode.NOMINATED),
        )
        for r in (1, 4)
    },
    "refuses": lambda x: refuse_offer(x.store, x.author, last_offer(x), "WBN", False),
    "accepts": lambda x: accept_offer(x.store, x.author, last_offer(x)),
    "a day later": lambda x: x.clock.move_on(days=1),
}


@settings(deadline=None, max_examples=60)
@given(moves=st.lists(st.sampled_from(sorted(MOVES)), min_size=2, max_size=14))
def test_no_history_moves_anybody_but_by_a_nomination_that_another_read(
    seen: tuple[Path, Letting], moves: list[str]
) -> None:
    file, ready = seen
    clock = Clock()
    clock.move_to(ready.clock.moment)
    with (
        TemporaryDirectory() as folder,
        opened(Path(shutil.copy(file, folder)), clock) as store,
    ):
        letting = Letting(**{**vars(ready), "store": store, "clock": clock})
        order = [c.rank for c in letting.view().candidates]
        agreed_once = False
        for move in moves:
            try:
                MOVES[move](letting)
            except Refused:
                continue
            view = letting.view()
            assert [c.rank for c in view.candidates] == order
            agreed = [n for n in view.nominations if n.state is NominationState.AGREED]
            assert all(n.reader and n.author_id != letting.reader.id for n in agreed)
            assert move != "author agrees"
            agreed_once = agreed_once or bool(agreed)
            for offer in view.offers:
                moved = PassCode.NOMINATED in offer.deviations.values()
                before = order[: order.index(offer.rank)]
                assert not moved or agreed_once
                able = {c.rank for c in view.candidates if c.passed is None}
                passed = [r for r in before if r in able]
                assert PROTECTED not in passed
                assert PRIORITY not in passed


def test_the_way_there_is(seen: tuple[Path, Letting]) -> None:
    """The moves can bring a nomination to an offer: else nothing above would be held."""
    file, ready = seen
    clock = Clock()
    clock.move_to(ready.clock.moment)
    with (
        TemporaryDirectory() as folder,
        opened(Path(shutil.copy(file, folder)), clock) as store,
    ):
        letting = Letting(**{**vars(ready), "store": store, "clock": clock})
        for move in ("nominate 4 then 1", "test", "reader agrees"):
            MOVES[move](letting)
        assert letting.view().nominations[-1].state is NominationState.AGREED
        with pytest.raises(Refused):
            MOVES["offer 4"](letting)  # 3 has priority and 2 is protected: both come first
