"""Uitnodiging: in Dutch, with the same in English on the back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache

from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import flowables, letter, letter_texts
from desktop.documents.letter import Letter
from desktop.documents.letterhead import Letterhead, letterhead
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import local
from desktop.projects.documents.gatherings.about import name_of, when
from desktop.projects.queries.doors import doors_of
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.queries.voices import SessionLine, session_line
from desktop.refused import Refused

KEY = "gathering-invitation"


def to_each(session: Session, session_id: int, now: datetime) -> Paper:
    """A letter to the people of every dwelling of the project. Refuses a gathering that was called
    off, and a project in whose dwellings nobody lives."""
    line = _goes_on(session, session_id)
    doors = doors_of(session, line.project_id, local(now).date())
    if not doors:
        raise Refused(
            _(
                "Nobody lives in the dwellings of this project yet. Print the invitation to "
                "everybody."
            )
        )
    with in_language("nl"):
        people = _("To the people of")
    to = [
        (people, door.address, " ".join(part for part in (door.postcode, door.city) if part))
        for door in doors
    ]
    return _written(
        session, line, now, f"{KEY}s", lambda: _("Invitations: {gathering}"), to,
        [door.address for door in doors],
    )  # fmt: skip


def to_all(session: Session, session_id: int, now: datetime) -> Paper:
    """One letter to everybody, to copy or to hang up. Refuses a gathering that was called off."""
    line = _goes_on(session, session_id)
    with in_language("nl"):
        people = _("To all residents")
    return _written(
        session, line, now, KEY, lambda: _("Invitation: {gathering}"), [(people,)], [""]
    )


def _goes_on(session: Session, session_id: int) -> SessionLine:
    line = session_line(session, session_id)
    if line.cancelled_on is not None:
        raise Refused(_("This gathering was called off."))
    return line


def _written(
    session: Session,
    line: SessionLine,
    now: datetime,
    key: str,
    title: Callable[[], str],
    to: Sequence[tuple[str, ...]],
    bookmarks: Sequence[str],
) -> Paper:
    view = project_view(session, line.project_id, local(now).date())
    head = letterhead(session)
    english = _English(session, line, view, head)
    with in_language("nl"):
        values = _values(line, view)
        footer = f"{view.name} · {name_of(line)}"
    letters = [
        Letter(
            text=KEY,
            language="nl",
            to=tuple(part for part in address if part),
            reference=view.code,
            footer=footer,
            bookmark=bookmark,
            values=values,
            enclosed=tuple(english.story()),
            signed_by=view.leader,
        )
        for address, bookmark in zip(to, bookmarks, strict=True)
    ]
    return letter.write(session, key, lambda: title().format(gathering=name_of(line)), letters, now)


class _English:
    """The text of the back; letters that go out together share its paragraphs."""

    def __init__(
        self, session: Session, line: SessionLine, view: ProjectView, head: Letterhead
    ) -> None:
        text = letter_texts.load(session, KEY, "en")
        with in_language("en"):
            values = _values(line, view)
        self._blocks = text.blocks({**letter.corporation_values(head), **values})
        self._paragraph = cache(flowables.marked)

    def story(self) -> list[Flowable]:
        return letter.story_of(self._blocks, self._paragraph)


def _values(line: SessionLine, view: ProjectView) -> dict[str, object]:
    return {
        "project": view.name,
        "gathering": name_of(line),
        "when": when(line),
        "place": line.place,
        "question": line.question,
        "may_decide": view.may_decide,
        "fixed": view.may_not_decide,
        "contact": view.contact,
    }
