"""Who did what to an agreement, and when."""

from __future__ import annotations

from desktop.agreements.field_words import WORDING
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.trail import trail
from desktop.agreements.wording import action_word
from desktop.widgets.desk import Desk
from desktop.widgets.trail import Trail


class HistoryPage(Trail):
    """The trail of the agreement on view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WORDING, action_word)

    def show_view(self, view: AgreementView) -> None:
        """Show the trail of this agreement."""
        self.show_trail(lambda session: trail(session, view.id))
