"""Tenant mode of Plattegronden: begin, draw, look at it, take it home; then clean for the next."""

from __future__ import annotations

import shapely
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.floorplans import actions, queries, templates
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.model import SketchRole
from desktop.floorplans.panels.done import DonePage
from desktop.floorplans.panels.start import Begin, StartPage, Way
from desktop.floorplans.panels.tenant_drawing import TenantDrawing
from desktop.floorplans.plan import Home, Plan, Wall, WallKind
from desktop.floorplans.wording import metres
from desktop.floorplans.wording.supplied import supplied_name, with_supplied_names
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.spoken import Spoken
from desktop.widgets.swapped import Swapped


class TenantScreen(QWidget):
    """What the tenants of an evening see, one after the other. It speaks the language that the
    tenant chose, and gives the staff theirs back when it goes."""

    def __init__(self, desk: Desk, evening_id: int) -> None:
        super().__init__()
        self._desk, self._evening_id = desk, evening_id
        self._spoken = Spoken(self)
        self.sketch_id: int | None = None
        self._page: QWidget
        self._place = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)
        self.start()

    @property
    def page(self) -> QWidget:
        """What is on view: the start, the drawing, or the end."""
        return self._page

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be where the tenant is."""
        page = self._page
        if isinstance(page, StartPage | TenantDrawing | DonePage):
            page.show_refusal(sentence)

    # The way through -----------------------------------------------------------------------

    def start(self, title: str = "") -> None:
        """The start screen, with nothing of anybody on it."""
        self.sketch_id = None
        with self._desk.reading() as session:
            evening = queries.evening(session, self._evening_id)
            ways = _ways(
                queries.views(session, self._evening_id, SketchRole.SHELL, SketchRole.EXAMPLE)
            )
        page = StartPage(_subtitle(evening, ways), ways, title)
        page.began.connect(self._begin)
        page.language_asked.connect(self._speak)
        self._show(page)

    def _speak(self, code: str) -> None:
        title = self._page.title if isinstance(self._page, StartPage) else ""
        self._spoken.use(code)
        self.start(title)

    def _begin(self, title: str, begin: Begin, freehand: bool) -> None:
        new = NewSketch(
            title,
            begin.home,
            evening_id=self._evening_id,
            origin_id=begin.origin_id,
            language=self._spoken.code,
        )
        desk = self._desk
        try:
            self.sketch_id = actions.begin_sketch(desk.store, desk.who, new)
        except Refused as refused:
            self.show_refusal(refused.sentence)
            return
        # What a tenant began is not the next one's to undo.
        desk.store.forget_undo()
        self.draw(freehand)

    def draw(self, freehand: bool = False) -> None:
        """The drawing, to draw on."""
        if self.sketch_id is None:
            return
        page = TenantDrawing(self._desk, self.sketch_id)
        page.pad.take("sketch" if freehand else "room")
        page.done.connect(self.finish)
        self._show(page)

    def finish(self) -> None:
        """Look at it, say one wish, print; the drawing is kept whatever follows."""
        if self.sketch_id is None:
            return
        desk, sketch_id = self._desk, self.sketch_id
        desk.did(lambda: actions.finish_sketch(desk.store, desk.who, sketch_id), self)
        page = DonePage(desk, sketch_id)
        page.back.connect(self.draw)
        page.next_asked.connect(self.start_for_next)
        self._show(page)

    def start_for_next(self) -> None:
        """Clean for the next tenant, in the language of the staff."""
        thanks = _("Thank you! Your drawing is kept.")
        self._spoken.begin_anew()
        self.start()
        if isinstance(self._page, StartPage):
            self._page.say(thanks)

    def _show(self, page: QWidget) -> None:
        self._page = page
        self._place.show_content(page)
        page.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._page.setFocus(event.reason())


def _ways(views: list[queries.SketchView]) -> list[Way]:
    """An empty shell, an example, and squared paper; an example of the evening itself comes
    before those that come with the program."""
    # A building of which nothing is drawn yet is none to begin in.
    shells = [
        _begin_with(v)
        for v in views
        if v.line.role is SketchRole.SHELL and any(level.walls for level in v.home.levels)
    ]
    examples = [_begin_with(v) for v in views if v.line.role is SketchRole.EXAMPLE]
    supplied = [Begin(_(t.word), t.home) for t in templates.examples()]
    if shells:
        # At an evening of row houses the row house comes before the flat.
        storeys = len(shells[0].home.levels)
        supplied.sort(key=lambda begin: abs(len(begin.home.levels) - storeys))
    blank = Home((Plan(name=_("Ground floor")),))
    ways = []
    if shells:
        words = _("The outer walls are there already. You draw the rooms.")
        ways.append(Way(_("Empty home"), words, tuple(shells)))
    words = _("A home with rooms. You change what you want different.")
    ways.append(Way(_("Example"), words, tuple(examples or supplied)))
    words = _("Draw lines with your finger. The program makes walls of them.")
    ways.append(Way(_("Sketch by hand"), words, (Begin("", blank),), freehand=True))
    return ways


def _begin_with(view: queries.SketchView) -> Begin:
    return Begin(supplied_name(view.line.title), with_supplied_names(view.home), view.line.id)


def _subtitle(evening: queries.EveningLine, ways: list[Way]) -> str:
    parts = [part for part in (evening.project, evening.home_type) if part]
    first = ways[0].homes[0].home.levels[0]
    outside = [
        body
        for id, body in derive_home(ways[0].homes[0].home)[0].bodies.items()
        if _is_shell(first.walls[id])
    ]
    if outside:
        left, bottom, right, top = shapely.total_bounds(outside)
        words = _("{width} by {depth}")
        parts.append(words.format(width=metres(right - left), depth=metres(top - bottom)))
    return " · ".join(parts)


def _is_shell(wall: Wall) -> bool:
    return wall.kind is WallKind.SHELL
