"""The papers of advice and consent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.feature import Printable
from desktop.language import _
from desktop.projects.documents.listed.making import Make, printable


def papers() -> Sequence[Printable]:
    """Each is about one request for advice, or one round, of a project."""

    def of_advice(key: str, title: Callable[[], str], make: Callable[[], Make]) -> Printable:
        return printable(key, title, make, _requests)

    def of_round(key: str, title: Callable[[], str], make: Callable[[], Make]) -> Printable:
        return printable(key, title, make, _rounds)

    return (
        of_advice(
            "project-advice", lambda: _("Request for advice"), lambda: _made().advice.request
        ),
        of_advice(
            "project-advice-answer",
            lambda: _("Answer to an advice"),
            lambda: _made().advice.answer,
        ),
        of_round(
            "consent-proposals",
            lambda: _("Proposals with a card to answer"),
            lambda: _made().consent_letters.proposals,
        ),
        of_round("consent-doors", lambda: _("Door list"), lambda: _made().door_list.make),
        of_round(
            "consent-result",
            lambda: _("Result of a consent round"),
            lambda: _made().consent_result.make,
        ),
        of_round(
            "consent-notices",
            lambda: _("Notices with the eight weeks"),
            lambda: _made().consent_letters.notices,
        ),
    )


def _made() -> Any:
    from desktop.projects.documents import consulting

    return consulting


def _requests(session: Session, project_id: int) -> Sequence[int]:
    from desktop.projects.model import AdviceRequest

    return session.scalars(
        select(AdviceRequest.id)
        .where(AdviceRequest.project_id == project_id)
        .order_by(AdviceRequest.id.desc())
    ).all()


def _rounds(session: Session, project_id: int) -> Sequence[int]:
    from desktop.projects.model import ConsentRound

    return session.scalars(
        select(ConsentRound.id)
        .where(ConsentRound.project_id == project_id)
        .order_by(ConsentRound.number.desc())
    ).all()
