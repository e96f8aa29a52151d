"""What was done for a vacancy, by whom and when."""

from __future__ import annotations

from desktop.viewings.field_words import WORDING
from desktop.viewings.queries.decisions import trail
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.wording import action_word
from desktop.widgets.desk import Desk
from desktop.widgets.trail import Trail


class HistoryPart(Trail):
    """The trail of the vacancy on view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WORDING, action_word)

    def show_view(self, view: VacancyView) -> None:
        """Show the trail of this vacancy."""
        self.show_trail(lambda session: trail(session, view.id))
