"""The papers about a gathering, from the invitation to the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Printable
from desktop.language import _
from desktop.language.format import local
from desktop.projects.documents.listed.making import Make, project_with
from desktop.refused import Refused


def papers() -> Sequence[Printable]:
    """Each is about one gathering of a project."""
    return (
        _paper("gathering-invitations", lambda: _("Invitations to every dwelling"),
               lambda: _made().letters.to_each),
        _paper("gathering-invitation", lambda: _("Invitation to everybody"),
               lambda: _made().letters.to_all),
        _paper("gathering-sign-up", lambda: _("Sheet at the door"),
               lambda: _made().sheets.at_the_door),
        _paper("gathering-tonight", lambda: _("You said this tonight"),
               lambda: _made().sheets.tonight),
        _paper("gathering-report", lambda: _("Report of a gathering"),
               lambda: _made().report.make),
    )  # fmt: skip


def _paper(key: str, title: Callable[[], str], make: Callable[[], Make]) -> Printable:
    def print_one(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
        return make()(session, _gathering(session, numbers, now), now)

    def example(session: Session) -> Sequence[str] | None:
        from desktop.projects.model import Project, TenantSession

        rows = session.execute(
            select(Project.code, TenantSession.held_on)
            .join(TenantSession, TenantSession.project_id == Project.id)
            .where(TenantSession.cancelled_on.is_(None))
            .order_by(Project.id, TenantSession.held_on.desc())
        ).all()
        for code, held_on in rows:
            with suppress(Refused):
                numbers = [code, held_on.isoformat()]
                print_one(session, numbers, datetime.now(UTC))
                return numbers
        return None

    takes = lambda: _("the code of a project and the day of a gathering")  # noqa: E731
    return Printable(key, title, takes, print_one, example)


def _gathering(session: Session, numbers: Sequence[str], now: datetime) -> int:
    """A gathering by the code of its project and its day, as 2026-07-09; without a day the next
    one, else the last. Refuses what is no day, and a day without a gathering."""
    from desktop.projects.model import TenantSession

    if not 1 <= len(numbers) <= 2:
        raise Refused(_("Give the code of one project and a day, such as P26-1 2026-12-10."))
    rows = session.execute(
        select(TenantSession.held_on, TenantSession.id)
        .where(
            TenantSession.project_id == project_with(session, numbers[0]),
            TenantSession.cancelled_on.is_(None),
        )
        .order_by(TenantSession.held_on, TenantSession.id)
    ).all()
    if len(numbers) == 2:
        asked = _day(numbers[1])
        chosen = [id for held_on, id in rows if held_on == asked]
    else:
        today = local(now).date()
        chosen = [id for held_on, id in rows if held_on >= today]
        chosen = chosen or [id for _held_on, id in rows][-1:]
    if not chosen:
        raise Refused(_("There is no gathering on this day. Look up the day first."))
    return int(chosen[0])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        sentence = _("“{text}” is no day. Write it as 2026-07-09.")
        raise Refused(sentence.format(text=text)) from None


def _made() -> Any:
    from desktop.projects.documents import gatherings

    return gatherings
