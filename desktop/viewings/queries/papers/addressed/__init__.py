"""What letters to candidates and hosts tell: values in words of the letter's language come later,
when it is written."""

from desktop.viewings.queries.papers.addressed.appointments import (
    host_questions,
    visits,
)
from desktop.viewings.queries.papers.addressed.decided import (
    backed_out,
    complaints,
    decision_letters,
)
from desktop.viewings.queries.papers.addressed.letters import (
    BackedOutLetter,
    ComplaintLetter,
    DecisionLetter,
    HostLetter,
    OfferLetter,
    TakenBackLetter,
    VisitLetter,
)
from desktop.viewings.queries.papers.addressed.offered import (
    offers,
    taken_back,
)

__all__ = [
    "BackedOutLetter",
    "ComplaintLetter",
    "DecisionLetter",
    "HostLetter",
    "OfferLetter",
    "TakenBackLetter",
    "VisitLetter",
    "backed_out",
    "complaints",
    "decision_letters",
    "host_questions",
    "offers",
    "taken_back",
    "visits",
]
