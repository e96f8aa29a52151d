"""The VERA codes (4.3.0) that the product uses, with labels of our own, and our states as VERA
says them. What VERA has no code for (a viewing with slots, hosts, advice of residents) goes out
as an extra attribute and has no place here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from desktop.estate.kinds import LIVING_FORMS, TARGET_GROUPS
from desktop.language import N_, _
from desktop.viewings.states import Level, OfferAnswer, ViewingState


class CodeList(Enum):
    """A VERA list; the value is its name (`Soort`) in the reference data."""

    MODEL = "PUBLICATIEMODEL"
    PUBLICATION_DETAIL = "PUBLICATIEDETAILSTATUS"
    OFFER_STATUS = "AANBIEDINGSTATUS"
    OFFER_DETAIL = "AANBIEDINGDETAILSTATUS"
    CANDIDATE_STATUS = "KANDIDAATSTATUS"
    PRIORITY = "VOORRANGSOORT"
    EVENT = "GEBEURTENISSOORT"
    APPOINTMENT_STATUS = "AFSPRAAKSTATUS"
    LIVING_FORM = "WOONVORM"
    TARGET_GROUP = "DOELGROEP"
    DWELLING_KIND = "EENHEIDDETAILSOORT"
    COMPLAINT = "RECLAMATIESOORT"
    CONTACT = "CONTACTGEGEVENSOORT"
    LANGUAGE = "TAAL"


L = CodeList

LABELS: Mapping[CodeList, Mapping[str, str]] = {
    L.MODEL: {
        "AAN": N_("Advertised"),
        "LOT": N_("Drawn by lot"),
        "DIS": N_("Direct mediation"),
        "OPT": N_("Option"),
        "EER": N_("First to react"),
        "VRI": N_("Free sector"),
        "WON": N_("Exchange"),
    },
    L.PUBLICATION_DETAIL: {
        "BES": N_("The dwelling gets another use"),
        "HAN": N_("The dwelling goes by direct mediation"),
        "ING": N_("The tenant took the notice back"),
        "ONJ": N_("The advert was not right"),
        "REN": N_("The dwelling is renovated"),
        "UIT": N_("The dwelling is no longer let"),
    },
    L.OFFER_STATUS: {
        "AAN": N_("Offered"),
        "TOE": N_("Allocated"),
        "GEW": N_("Refused"),
        "ING": N_("Offer withdrawn"),
    },
    L.OFFER_DETAIL: {
        "WBN": N_("The dwelling does not suit"),
        "WKN": N_("The state of the dwelling"),
        "WOB": N_("The surroundings"),
        "BUI": N_("The outdoor space"),
        "PAO": N_("Too little room for a car or storage"),
        "HUU": N_("The rent is too high"),
        "PER": N_("Personal circumstances"),
        "GEE": N_("No longer interested"),
        "AND": N_("Accepted another dwelling"),
        "DOC": N_("Documents were not brought"),
        "DON": N_("Documents are not in order"),
        "GEG": N_("Data are not right"),
        "NIE": N_("Did not appear at an appointment"),
        "REA": N_("Did not answer in time"),
        "TOE": N_("Allocated to another candidate"),
        "ONT": N_("Offered by mistake"),
        "COO": N_("Not nominated by residents"),
        "ONG": N_("Does not meet the published criteria"),
    },
    L.CANDIDATE_STATUS: {"TOE": N_("Gets the dwelling")},
    # Only to know that there is priority; which kind is not kept.
    L.PRIORITY: {"URG": N_("Urgency")},
    L.EVENT: {"NOS": N_("Did not appear"), "INS": N_("“Did not appear” taken back")},
    L.APPOINTMENT_STATUS: {
        "AAN": N_("Asked for"),
        "GEP": N_("Planned"),
        "AFG": N_("Held"),
        "ANN": N_("Called off"),
    },
    L.LIVING_FORM: LIVING_FORMS,
    L.TARGET_GROUP: TARGET_GROUPS,
    L.DWELLING_KIND: {
        "GAL": N_("Gallery flat"),
        "POF": N_("Stairwell flat"),
        "POW": N_("Dwelling at an open stairwell"),
        "COR": N_("Corridor flat"),
        "MAI": N_("Maisonette"),
        "BEN": N_("Ground-floor dwelling"),
        "BOV": N_("Upper dwelling"),
        "TUS": N_("Terraced house"),
        "HOE": N_("Corner house"),
        "EIN": N_("End house"),
        "TWE": N_("Semi-detached house"),
        "VRI": N_("Detached house"),
        "KAM": N_("Room"),
    },
    L.COMPLAINT: {"BEZ": N_("Objection"), "KLA": N_("Complaint")},
    L.CONTACT: {"EMA": N_("E-mail"), "TEL": N_("Phone"), "MOB": N_("Mobile phone")},
    L.LANGUAGE: {"NLD": N_("Dutch"), "ENG": N_("English")},
}

# What the candidate may give as reason, with an offer (under GEW) or at the viewing.
REFUSAL_REASONS = ("WBN", "WKN", "WOB", "BUI", "PAO", "HUU", "PER", "GEE")
# Why staff may withdraw an offer (under ING). The codes about income are left out: incomes do not
# enter here, so "documents are not in order" says enough.
_STAFF_REASONS = ("AND", "DOC", "DON", "GEG", "NIE", "REA", "TOE", "ONT")
_RESIDENTS_REASONS = ("COO", "ONG")


def label(codes: CodeList, code: str) -> str:
    """What a code says, in the language in use. A code that is not used is a `KeyError`."""
    return _(LABELS[codes][code])


def shown(codes: CodeList, code: str) -> str:
    """As `label`; a code that came from elsewhere and is not used here shows as itself."""
    return label(codes, code) if code in LABELS[codes] else code


def withdrawal_reasons(level: Level) -> tuple[str, ...]:
    """The codes by which staff may withdraw an offer. Those by which residents turn somebody away
    exist only at level C (R9)."""
    return _STAFF_REASONS + (_RESIDENTS_REASONS if level is Level.C else ())


@dataclass(frozen=True)
class Status:
    """A VERA status with its detail, if it has one."""

    code: str
    detail: str | None = None


APPOINTMENT: Mapping[ViewingState, Status] = {
    ViewingState.DRAFT: Status("AAN"),
    ViewingState.STAFFED: Status("GEP"),
    ViewingState.INVITED: Status("GEP"),
    ViewingState.HELD: Status("AFG"),
    ViewingState.CLOSED: Status("AFG"),
    ViewingState.CANCELLED: Status("ANN"),
}


def offer_status(answer: OfferAnswer, reason: str, settled: bool) -> Status:
    """An offer as AANBIEDINGSTATUS. An accepted offer stays "offered" until the decision is
    `settled`: before that a second reader may still send it back. `reason` is the code that was
    recorded; an expired offer has one of its own."""
    if answer is OfferAnswer.ACCEPTED and settled:
        return Status("TOE")
    if answer is OfferAnswer.REFUSED:
        return Status("GEW", reason or None)
    if answer is OfferAnswer.WITHDRAWN:
        return Status("ING", reason or None)
    if answer is OfferAnswer.EXPIRED:
        return Status("ING", "REA")
    return Status("AAN")


# The language of letters: VERA's TAAL to ours. Everybody else reads Dutch or asks for help.
LETTER_LANGUAGE: Mapping[str, str] = {"NLD": "nl", "ENG": "en"}
