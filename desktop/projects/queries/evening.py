"""A gathering as its evening shows it: what people said, brought together by subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.projects.queries.grouping import Together, together
from desktop.projects.queries.voices import SessionLine, proposals_at, session_line


@dataclass(frozen=True)
class EveningView:
    """The gathering with its proposals, in the order in which the first of each group was said."""

    gathering: SessionLine
    groups: tuple[Together, ...]

    @property
    def by_dots(self) -> tuple[Together, ...]:
        """The groups with the most dots first, and so the proposals in them."""
        sorted_inside = (
            Together(one.theme, tuple(sorted(one.lines, key=lambda line: -line.support)))
            for one in self.groups
        )
        return tuple(sorted(sorted_inside, key=lambda one: -one.support))


def evening_view(session: Session, session_id: int, today: date) -> EveningView:
    """A gathering with what was said at it. Refuses one that is gone."""
    line = session_line(session, session_id)
    return EveningView(line, together(proposals_at(session, session_id, today)))
