"""The reasons that the dialogs offer to choose from: VERA codes with our words."""

from __future__ import annotations

from desktop.viewings.codes import LABELS, REFUSAL_REASONS, CodeList, label, withdrawal_reasons
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import Level, NominationState

Options = list[tuple[str, str]]


def refusals() -> Options:
    """What a candidate may give as reason for a no."""
    return [(code, label(CodeList.OFFER_DETAIL, code)) for code in REFUSAL_REASONS]


def withdrawals(level: Level) -> Options:
    """Why staff may take an offer back at this level of influence (R9)."""
    return [(code, label(CodeList.OFFER_DETAIL, code)) for code in withdrawal_reasons(level)]


def ends_of_publication() -> Options:
    """Why a dwelling is not let after all."""
    codes = LABELS[CodeList.PUBLICATION_DETAIL]
    return [(code, label(CodeList.PUBLICATION_DETAIL, code)) for code in codes]


def passing_codes(view: VacancyView) -> list[PassCode]:
    """Why somebody may be passed over at levels B and C: a nomination only once it was agreed."""
    nomination = view.nomination
    if nomination is None or nomination.state is not NominationState.AGREED:
        return [PassCode.NOT_ELIGIBLE]
    return [PassCode.NOT_ELIGIBLE, PassCode.NOMINATED]
