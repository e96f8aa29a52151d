"""The papers of advice and consent, from the screens: the same as the command line prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.widgets.desk import Desk

Make = Callable[[Session, int, datetime], Paper]

# The module of papers, and ReportLab with it, loads with the first one.
MAKERS: dict[str, Callable[[Any], Make]] = {
    "request": lambda papers: papers.advice.request,
    "answer": lambda papers: papers.advice.answer,
    "proposal": lambda papers: papers.consent_letters.proposals,
    "doors": lambda papers: papers.door_list.make,
    "result": lambda papers: papers.consent_result.make,
    "notices": lambda papers: papers.consent_letters.notices,
}


def paper(desk: Desk, key: str, number: int) -> Callable[[Session], Paper]:
    """A paper about one request for advice or one round."""

    def make(session: Session) -> Paper:
        from desktop.projects.documents import consulting

        return MAKERS[key](consulting)(session, number, desk.now())

    return make
