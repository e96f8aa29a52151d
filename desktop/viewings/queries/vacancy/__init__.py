"""One vacancy as its screen shows it."""

from desktop.viewings.queries.vacancy.contact import Contact, contact_of
from desktop.viewings.queries.vacancy.lines import (
    CandidateLine,
    ComplaintLine,
    DecisionLine,
    GuardLine,
    InvitationLine,
    LapsedLine,
    OfferLine,
    PolicyLine,
    QuestionLine,
    ShiftLine,
    VacancyView,
    ViewingLine,
)
from desktop.viewings.queries.vacancy.nomination import NominationLine, NomineeLine
from desktop.viewings.queries.vacancy.reading import consequence_for, vacancy_view

__all__ = [
    "CandidateLine",
    "ComplaintLine",
    "Contact",
    "DecisionLine",
    "GuardLine",
    "InvitationLine",
    "LapsedLine",
    "NominationLine",
    "NomineeLine",
    "OfferLine",
    "PolicyLine",
    "QuestionLine",
    "ShiftLine",
    "VacancyView",
    "ViewingLine",
    "consequence_for",
    "contact_of",
    "vacancy_view",
]
