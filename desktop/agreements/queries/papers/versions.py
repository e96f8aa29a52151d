"""What changed in the texts of a year: each version beside the one before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.agreements.model import Agreement, Clause, Theme
from desktop.agreements.rules.redline import Piece, diff
from desktop.language.format import local


@dataclass(frozen=True)
class Version:
    """A version of a text: its number, which party wrote it, and when."""

    number: int
    author: str
    made_on: date


@dataclass(frozen=True)
class TextChange:
    """From one version to the next: what changed in the full text and in plain words, and why.
    `amended_on` is the day on which all parties agreed to change what they had signed."""

    old: Version
    new: Version
    text: tuple[Piece, ...]
    plain_text: tuple[Piece, ...]
    reason: str
    amended_on: date | None


@dataclass(frozen=True)
class ChangedAgreement:
    """An agreement with the changes of its text, oldest first."""

    id: int
    code: str
    title: str
    changes: tuple[TextChange, ...]


def changed_agreements(
    session: Session, cycle_id: int, agreement_ids: Collection[int] = ()
) -> tuple[ChangedAgreement, ...]:
    """The agreements of a year whose text has more than one version, in the order of the
    document; only of `agreement_ids` when there are any."""
    which = select(Agreement).join(Theme).where(Agreement.cycle_id == cycle_id)
    if agreement_ids:
        which = which.where(Agreement.id.in_(agreement_ids))
    agreements = session.scalars(
        which.options(
            selectinload(Agreement.clauses).joinedload(Clause.author),
            selectinload(Agreement.amendments),
        ).order_by(Theme.position, Agreement.code)
    )
    return tuple(_changed(agreement) for agreement in agreements if len(agreement.clauses) > 1)


def between(session: Session, old_id: int, new_id: int) -> ChangedAgreement | None:
    """What changed between any two versions of one agreement; None when they are of different
    ones."""
    old, new = session.get(Clause, old_id), session.get(Clause, new_id)
    if old is None or new is None or old.agreement_id != new.agreement_id:
        return None
    agreement = new.agreement
    return ChangedAgreement(agreement.id, agreement.code, agreement.title, (_change(old, new, {}),))


def _changed(agreement: Agreement) -> ChangedAgreement:
    amended = {amendment.new_id: amendment.agreed_on for amendment in agreement.amendments}
    versions: Sequence[Clause] = agreement.clauses
    changes = _changes(versions, amended)
    return ChangedAgreement(agreement.id, agreement.code, agreement.title, tuple(changes))


def _changes(versions: Sequence[Clause], amended: dict[int, date]) -> Iterator[TextChange]:
    for old, new in pairwise(versions):
        yield _change(old, new, amended)


def _change(old: Clause, new: Clause, amended: dict[int, date]) -> TextChange:
    return TextChange(
        old=_version(old),
        new=_version(new),
        text=diff(old.text, new.text),
        plain_text=diff(old.plain_text, new.plain_text),
        reason=new.reason,
        amended_on=amended.get(new.id),
    )


def _version(clause: Clause) -> Version:
    return Version(clause.number, clause.author.name, local(clause.made_at).date())
