"""Keeping which letters went out: to whom, of which kind, and with which text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from desktop.viewings.model import Candidate, Letter


def keep_letters(session: Session, told: Iterable[tuple[Candidate, str]], made_on: date) -> None:
    """Keep a letter for each candidate told; the kind is the key of its text. The fingerprint is
    of the text as it counts now, so that it can be told later what somebody was written, also
    after the corporation changed the text."""
    # Reading letter texts takes what makes papers, which the window does without at its start.
    from desktop.documents.letter_texts import load

    @cache
    def digest(kind: str, language: str) -> str:
        return load(session, kind, language).digest

    session.add_all(
        Letter(
            vacancy_id=candidate.vacancy_id,
            candidate_id=candidate.id,
            kind=kind,
            language=candidate.language,
            text_digest=digest(kind, candidate.language),
            made_on=made_on,
        )
        for candidate, kind in told
    )
