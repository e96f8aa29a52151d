"""One visitor on the tour card."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from desktop.language import _, language
from desktop.language.format import clock
from desktop.viewings.actions.reports import Visit
from desktop.viewings.panels.reasons import refusals
from desktop.viewings.queries.reports import ReportForm, Visitor
from desktop.viewings.states import Presence, Want
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.form import Form
from desktop.widgets.words import Words

CAME = (Presence.PRESENT, Presence.LATE)
COLUMNS = 2


class VisitorRow(QWidget):
    """Presence, the points that were explained, and the visitor's own answer. What is asked only
    of somebody who came shows only then."""

    def __init__(self, visitor: Visitor, asked: ReportForm) -> None:
        super().__init__()
        self._visitor = visitor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(
            Words(
                _("{time}  {rank}. {name}").format(
                    time=clock(visitor.slot_at), rank=visitor.rank, name=visitor.name
                ),
                "section",
            )
        )
        self.form = Form()
        self.form.row()
        self.form.choice(
            "presence", _("Presence"), [(p, word(p)) for p in Presence], visitor.presence
        )
        self.form.choice("want", _("Answer of the visitor"), _wants(), visitor.want)
        self.form.choice(
            "reason", _("Own reason"), [("", _("None given")), *refusals()], visitor.want_reason
        )
        self.form.end_row()
        self.form.row()
        self.form.choice(
            "money",
            _("Did anybody ask you for money or a takeover?"),
            [(None, _("Not asked")), (False, _("No")), (True, _("Yes"))],
            visitor.money_asked,
        )
        self.form.choice(
            "received_by",
            _("Received by"),
            [(None, _("Not recorded")), *asked.hosts],
            visitor.received_by_id,
        )
        self.form.end_row()
        self.form.check(
            "switched", _("A host knew this visitor: the other host took over"), visitor.switched
        )
        column.addWidget(self.form)
        self._points = self._point_grid(asked.points, visitor.points)
        column.addWidget(self._points)
        if visitor.consequence:
            self._ask_consequence(column, visitor)
        self.form.changed.connect(self._show_what_is_asked)
        self._show_what_is_asked()

    def _point_grid(
        self, points: tuple[tuple[str, str, str], ...], ticked: tuple[str, ...]
    ) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(Words(_("What was explained?"), "soft"), 0, 0, 1, COLUMNS)
        self.ticks: dict[str, QCheckBox] = {}
        for place, (key, nl, en) in enumerate(points):
            tick = QCheckBox(nl if language() == "nl" else en or nl)
            tick.setChecked(key in ticked)
            self.ticks[key] = tick
            grid.addWidget(tick, 1 + place // COLUMNS, place % COLUMNS)
        return content

    def _ask_consequence(self, column: QVBoxLayout, visitor: Visitor) -> None:
        self.guard = Form()
        self.guard.note(visitor.consequence)
        self.guard.choice(
            "caused_by_tour",
            _("Did it have to do with the viewing?"),
            [(None, _("Choose")), (True, _("Yes: then it does not count")), (False, _("No"))],
        )
        column.addWidget(self.guard)

    def _show_what_is_asked(self) -> None:
        came = self.form.value("presence") in CAME
        for key in ("want", "money", "received_by", "switched"):
            self.form.fields[key].setVisible(came)
        says_no = came and self.form.value("want") is Want.NO
        self.form.fields["reason"].setVisible(says_no)
        self._points.setVisible(came)
        if self._visitor.consequence:
            no_show = self.form.value("presence") is Presence.NO_SHOW
            self.guard.setVisible(says_no or no_show)

    def visit(self) -> Visit:
        """What stands here; what is not asked is not recorded."""
        values: dict[str, Any] = self.form.values()
        came = values["presence"] in CAME
        says_no = came and values["want"] is Want.NO
        return Visit(
            invitation_id=self._visitor.invitation_id,
            presence=values["presence"],
            points=tuple(k for k, tick in self.ticks.items() if tick.isChecked()) if came else (),
            want=values["want"] if came else None,
            want_reason=(values["reason"] or "") if says_no else "",
            money_asked=values["money"] if came else None,
            switched=bool(values["switched"]) if came else False,
            received_by_id=values["received_by"] if came else None,
            caused_by_tour=(
                self.guard.value("caused_by_tour") if self._visitor.consequence else None
            ),
        )


def _wants() -> list[tuple[Want | None, str]]:
    return [(None, _("No answer yet")), *((want, word(want)) for want in Want)]
