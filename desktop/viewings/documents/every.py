"""Every module of papers in one place. Importing this loads ReportLab."""

from desktop.viewings.documents import (
    decision_letters,
    evaluation,
    host_letters,
    invitation,
    nomination,
    offer,
    pilot_plan,
    publications,
    records,
    rota,
    visitor_lists,
)

__all__ = [
    "decision_letters",
    "evaluation",
    "host_letters",
    "invitation",
    "nomination",
    "offer",
    "pilot_plan",
    "publications",
    "records",
    "rota",
    "visitor_lists",
]
