"""Section 2, "Brief": of each letter to a candidate it is kept which text went out, and when."""

from __future__ import annotations

import pytest

from desktop.documents.letter_texts import load
from desktop.viewings.model import Letter
from tests.support import steps
from tests.support.steps import Letting, Step, bring


@pytest.mark.parametrize(
    ("kind", "step", "ranks"),
    [
        ("invitation", steps.invite, [1, 2, 3, 4]),
        ("reminder", steps.remind, None),
        ("offer", steps.offer, [1]),
    ],
)
def test_a_letter_that_went_out_is_kept_with_its_language_text_and_day(
    letting: Letting, kind: str, step: Step, ranks: list[int] | None
) -> None:
    bring(letting, step)
    with letting.store.reading() as session:
        letters = session.query(Letter).filter_by(kind=kind).order_by(Letter.id).all()
        assert letters
        for letter in letters:
            assert letter.text_digest == load(session, kind, letter.language).digest
            assert letter.made_on <= letting.today
        if ranks is not None:
            assert [x.candidate_id for x in letters] == [letting.candidates[r] for r in ranks]


def test_a_letter_is_kept_in_the_language_of_the_candidate(letting: Letting) -> None:
    bring(letting, steps.invite)
    with letting.store.reading() as session:
        [letter] = session.query(Letter).filter_by(candidate_id=letting.candidates[2])
        assert letter.language == "en"


def test_an_invitation_that_is_undone_leaves_no_letter(letting: Letting) -> None:
    bring(letting, steps.invite)
    letting.store.undo(letting.author)
    with letting.store.reading() as session:
        assert session.query(Letter).count() == 0
