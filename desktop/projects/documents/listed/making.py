"""How a paper of the list finds what it is about, and the module that makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Printable
from desktop.language import _
from desktop.refused import Refused

Make = Callable[[Session, int, datetime], Paper]
Things = Callable[[Session, int], Sequence[int]]


def printable(
    key: str, title: Callable[[], str], make: Callable[[], Make], things: Things
) -> Printable:
    """A paper of a project, asked by its code. `things` are the numbers of what it can be about in
    a project, the newest first: the first of them that has something to print is printed."""

    def print_one(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
        if len(numbers) != 1:
            raise Refused(_("Give the code of one project, such as P26-1."))
        refused = Refused(_("Project {code} has nothing to print here.").format(code=numbers[0]))
        for id in things(session, project_with(session, numbers[0])):
            try:
                return make()(session, id, now)
            except Refused as why:
                refused = why
        raise refused

    def example(session: Session) -> Sequence[str] | None:
        from desktop.projects.model import Project

        for code in session.scalars(select(Project.code).order_by(Project.id)):
            with suppress(Refused):
                print_one(session, [code], datetime.now(UTC))
                return [code]
        return None

    return Printable(
        key, title, lambda: _("the code of a project, such as P26-1"), print_one, example
    )


def project_with(session: Session, code: str) -> int:
    """The project with a code. Refuses a code that no project has."""
    from desktop.projects.model import Project

    found = session.scalar(select(Project.id).where(Project.code == code.strip()))
    if found is None:
        raise Refused(_("There is no project with code {code}.").format(code=code))
    return found
