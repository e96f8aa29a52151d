"""What Plattegronden adds to Vandaag: the evenings of the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from desktop.feature import Place, WeekItem
from desktop.floorplans import queries
from desktop.language import _
from desktop.language.format import AMSTERDAM

# An evening has a day; it stands in the week at the hour at which evenings mostly begin.
USUAL_HOUR = time(19, 30)


def week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    """The drawing evenings from `first` up to and including `last`."""
    return [
        WeekItem(
            datetime.combine(line.held_on, USUAL_HOUR, AMSTERDAM),
            _("Drawing evening {title}").format(title=line.title),
            Place("floorplans", "design_evening", line.id),
        )
        for line in queries.evenings(session)
        if first <= line.held_on <= last
    ]
