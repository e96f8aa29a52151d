"""The VERA codes in use exist, have not ended, and belong to the status they are sent with.

The rows in use stand beside this test; the whole reference file is read too where it is at hand.
"""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.language import in_language
from desktop.viewings import codes
from desktop.viewings.codes import CodeList, Status
from desktop.viewings.states import (
    Level,
    OfferAnswer,
    ViewingState,
)

OWN = Path(__file__).parent / "data" / "codes.csv"
WHOLE = Path(__file__).parents[4] / "shared" / "vera" / "Referentiedata.csv"
FILES = [OWN, *([WHOLE] if WHOLE.exists() else [])]
IN_USE = [(codes_of, code) for codes_of, labels in codes.LABELS.items() for code in labels]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


ROWS = {path: rows(path) for path in FILES}


def day(text: str) -> date | None:
    return datetime.strptime(text, "%d-%m-%Y").replace(tzinfo=UTC).date() if text else None


def in_force(path: Path, codes_of: CodeList, code: str) -> list[dict[str, str]]:
    today = datetime.now(UTC).date()
    return [
        row
        for row in ROWS[path]
        if (row["Soort"], row["Code"]) == (codes_of.value, code)
        and (day(row["Begindatum"]) or today) <= today
        and (day(row["Einddatum"]) or today) >= today
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
@pytest.mark.parametrize(("codes_of", "code"), IN_USE, ids=lambda x: getattr(x, "value", x))
def test_every_code_in_use_exists_in_its_list_and_has_not_ended(path, codes_of, code):
    assert len(in_force(path, codes_of, code)) == 1


@pytest.mark.parametrize(("codes_of", "code"), IN_USE, ids=lambda x: getattr(x, "value", x))
def test_every_code_has_a_dutch_label_of_our_own(codes_of, code):
    with in_language("nl"):
        dutch = codes.label(codes_of, code)
    with in_language("en"):
        english = codes.label(codes_of, code)
    assert dutch != english or english in {"Starters", "E-mail"}


def check_status(path: Path, statuses: CodeList, details: CodeList, status: Status) -> None:
    assert in_force(path, statuses, status.code)
    assert status.code in codes.LABELS[statuses]
    if status.detail is not None:
        (row,) = in_force(path, details, status.detail)
        assert row["Parent"] in ("", f"{statuses.value}.{status.code}")
        assert status.detail in codes.LABELS[details]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
@pytest.mark.parametrize("answer", OfferAnswer)
@pytest.mark.parametrize("settled", [True, False])
def test_every_answer_to_an_offer_has_a_status_with_a_detail_that_fits(path, answer, settled):
    reason = {OfferAnswer.REFUSED: "WBN", OfferAnswer.WITHDRAWN: "ONT"}.get(answer, "")
    check_status(
        path,
        CodeList.OFFER_STATUS,
        CodeList.OFFER_DETAIL,
        codes.offer_status(answer, reason, settled),
    )


@pytest.mark.parametrize("state", ViewingState)
def test_every_state_of_a_viewing_has_a_status(state):
    assert codes.APPOINTMENT[state].code in codes.LABELS[CodeList.APPOINTMENT_STATUS]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_reasons_of_a_candidate_belong_to_refused_and_those_of_staff_to_withdrawn(path):
    def parents(reasons):
        return {in_force(path, CodeList.OFFER_DETAIL, r)[0]["Parent"] for r in reasons}

    assert parents(codes.REFUSAL_REASONS) == {"AANBIEDINGSTATUS.GEW"}
    assert parents(codes.withdrawal_reasons(Level.C)) == {"AANBIEDINGSTATUS.ING"}


def test_every_reason_of_an_offer_has_its_use():
    used = {*codes.REFUSAL_REASONS, *codes.withdrawal_reasons(Level.C)}
    assert used == set(codes.LABELS[CodeList.OFFER_DETAIL])


@pytest.mark.parametrize("level", [Level.A, Level.B])
def test_R9_residents_cannot_turn_anybody_away_below_level_c(level):
    assert not {"COO", "ONG"} & set(codes.withdrawal_reasons(level))
    assert {"COO", "ONG"} < set(codes.withdrawal_reasons(Level.C))


def test_an_accepted_offer_is_allocated_only_when_the_decision_is_settled():
    accepted = OfferAnswer.ACCEPTED
    assert codes.offer_status(accepted, "", settled=False) == Status("AAN")
    assert codes.offer_status(accepted, "", settled=True) == Status("TOE")


def test_income_is_no_reason_that_can_be_recorded():
    assert not {"INH", "INL"} & set(codes.LABELS[CodeList.OFFER_DETAIL])
