"""Werkwijzen: left the complexes, right what residents do there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.store import Changed
from desktop.viewings.panels.policies.version import VersionScreen
from desktop.viewings.queries.policies import ComplexPolicies, by_complex, policy_view
from desktop.viewings.wording import word
from desktop.widgets.beside import lay_beside
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.theme import Tone

SHOWN_TABLES = {"policy_version", "complex", "pilot", "priority_consequence"}


class PoliciesPanel(QWidget):
    """Every complex with its way of working."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._homes: list[ComplexPolicies] = []
        self._read()
        self.list = ChoiceList(
            self._matching,
            _("Search complex"),
            _("Complexes"),
            empty=Empty(_("No complexes yet"), _("Import the dwellings first, in the settings.")),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.version = VersionScreen(desk)
        lay_beside(self, self.list, self.version, _("Choose a complex at the left"))
        self.list.chosen.connect(self._show)
        desk.changed.connect(self._changed)
        self.list.choose_first()

    def show_place(self, place: Place) -> None:
        """Show a complex, or a version in its complex."""
        if place.id is None:
            return
        if place.kind == "complex":
            self.list.choose(place.id)
            return
        try:
            with self._desk.reading() as session:
                row = policy_view(session, place.id).row
        except Refused as refused:
            self._desk.show_refusal(refused)
            return
        self.list.choose(row.complex_id)
        self.version.show_complex(self._home(row.complex_id), row.id)

    def place_on_view(self) -> Place:
        """The version on view, or its complex when it has none yet."""
        chosen, version = self.list.chosen_id, self.version.policy_id
        if chosen is None:
            return Place("viewings", part="policies")
        if version is None:
            return Place("viewings", "complex", chosen)
        return Place("viewings", "policy_version", version)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The text for the advert of the complex on view."""
        return self.version.print_what()

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._homes = by_complex(session)

    def _home(self, complex_id: int) -> ComplexPolicies:
        return next(home for home in self._homes if home.id == complex_id)

    def _changed(self, changed: Changed) -> None:
        if not changed.tables & SHOWN_TABLES:
            return
        self._read()
        self.list.reload()
        chosen = self.list.chosen_id
        if chosen is not None and any(home.id == chosen for home in self._homes):
            home = self._home(chosen)
            still_there = any(row.id == self.version.policy_id for row in home.versions)
            self.version.show_complex(home, self.version.policy_id if still_there else None)

    def _show(self, complex_id: int) -> None:
        self.version.show_complex(self._home(complex_id))

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        return [
            _list_row(home)
            for home in self._homes
            if all(w in fold(f"{home.name} {home.code}") for w in asked)
        ]


def _list_row(home: ComplexPolicies) -> ListRow:
    if not home.versions:
        return ListRow(home.id, home.name, _("None yet"), Tone.GREY, _("no way of working yet"))
    newest = home.versions[0]
    draft = newest.fixed_on is None
    return ListRow(
        home.id,
        home.name,
        _("Draft") if draft else _("In force"),
        Tone.AMBER if draft else Tone.GREEN,
        word(newest.level),
        _("version {number}").format(number=newest.number),
    )
