"""A walk: beginning it, its map, and handing out what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.language import _
from desktop.projects.actions.findings import Handed, hand_out_findings
from desktop.projects.actions.inspections import (
    MOST_WIDTH_M,
    add_map,
    start_inspection,
    use_map,
)
from desktop.projects.panels.photo_choice import PhotoChoice
from desktop.projects.queries.inspections import FindingLine, InspectionLine, maps_of
from desktop.projects.rules.voices import MOST_PEOPLE
from desktop.projects.states import InspectionKind
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import DateInput, TextInput
from desktop.widgets.form import Form

Choices = list[tuple[int | None, str]]


def ask_walk(
    desk: Desk, project_id: int, route: str, parent: QWidget, started: Callable[[int], object]
) -> None:
    """Ask where people walk, with which map; `route` is the one of last time. Tells `started` the
    walk."""
    maps = _maps(desk, project_id)
    form = Form()
    form.text("route", _("Route"), route, _("Such as “Round of the harbour”."))
    form.row()
    form.choice(
        "map_id",
        _("Map to point at"),
        [*maps, (None, _("No map: type addresses"))],
        maps[0][0] if maps else None,
        hint="" if maps else _("To point at a map, add it first: More, New map."),
    )
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in InspectionKind])
    form.end_row()

    form.number("walkers", _("How many people walk along?"), most=MOST_PEOPLE)

    def work() -> None:
        values = form.values()
        values["walkers"] = values["walkers"] or None  # nobody counted
        started(start_inspection(desk.store, desk.who, project_id, **values))

    Dialog(desk, _("Start a walk"), form, _("Start"), work, parent).open()


def ask_map(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask for a picture to point at, and how wide it is."""
    form = Form()
    form.field("photo", _("Picture of the neighbourhood"), PhotoChoice(desk))
    form.text("name", _("Name"))
    form.number(
        "width_m",
        _("Width in metres"),
        most=MOST_WIDTH_M,
        hint=_("From the left to the right edge; 0 when nobody knows. With it the program sees "
               "which findings are close together."),
    )  # fmt: skip

    def work() -> None:
        values = form.values()
        if values["photo"] is None:
            raise Refused(_("Choose a picture first."), "photo")
        width = values["width_m"] or None
        add_map(desk.store, desk.who, project_id, values["name"], values["photo"], width)

    Dialog(desk, _("New map"), form, _("Add"), work, parent).open()


def ask_other_map(desk: Desk, walk: InspectionLine, parent: QWidget) -> None:
    """Ask which map this walk points at."""
    form = Form()
    chosen = walk.map.id if walk.map is not None else None
    form.choice("map_id", _("Map to point at"), _maps(desk, walk.project_id), chosen)

    def work() -> None:
        use_map(desk.store, desk.who, walk.id, form.value("map_id"))

    Dialog(desk, _("Another map"), form, _("Use this one"), work, parent).open()


def hand_out(desk: Desk, lines: Sequence[FindingLine], parent: QWidget) -> None:
    """Ask for all new findings at once who solves them, before which day. What is left empty stays
    new."""
    form = HandingOut(lines)
    Dialog(
        desk,
        _("Hand out findings"),
        form,
        _("Hand out"),
        lambda: hand_out_findings(desk.store, desk.who, form.work()),
        parent,
        explanation=_("Who solves what, and before which day? What you leave empty stays new."),
        width=680,
    ).open()


class HandingOut(Form):
    """A line for each finding; on top one that fills all lines that are still empty."""

    def __init__(self, lines: Sequence[FindingLine]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._owner, self._due_on = TextInput(), DateInput()
        self._owner.setAccessibleName(_("Who does it"))
        self._due_on.setAccessibleName(_("Done before"))
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self._owner, 1)
        row.addWidget(self._due_on, 1)
        row.addWidget(
            secondary(_("Fill in where it is empty"), self.fill_empty),
            alignment=Qt.AlignmentFlag.AlignTop,
        )
        self.note(_("The same for all: who, and before which day"))
        self.add(top)
        for line in self._lines:
            named = f"{line.number}. {word(line.kind)}"
            self.row()
            self.text(f"owner-{line.id}", f"{named} · {line.place or _('on the map')}", line.owner)
            self.date(f"due_on-{line.id}", _("Done before"), line.due_on)
            self.end_row()

    def fill_empty(self) -> None:
        """Put what stands on top in the lines that are empty."""
        for line in self._lines:
            for name, value in (("owner", self._owner.value()), ("due_on", self._due_on.value())):
                if value and not self.value(f"{name}-{line.id}"):
                    self.set_value(f"{name}-{line.id}", value)

    def work(self) -> list[Handed]:
        """What is handed out. Refuses to hand out nothing."""
        handed = [
            Handed(line.id, self.value(f"owner-{line.id}"), self.value(f"due_on-{line.id}"))
            for line in self._lines
        ]
        filled = [one for one in handed if one.owner or one.due_on is not None]
        if not filled:
            raise Refused(_("Who does this, and when is it done?"), "work")
        return filled


def _maps(desk: Desk, project_id: int) -> Choices:
    with desk.reading() as session:
        return [(one.id, one.name) for one in maps_of(session, project_id)]
