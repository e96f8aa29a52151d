"""What the drawings of an evening share and where they differ, in numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.floorplans import statistics
from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.panels.heat_map import HeatMap
from desktop.floorplans.plan import Home, RoomType
from desktop.floorplans.queries import SketchView, one_a_home
from desktop.floorplans.statistics import FEWEST, Outlier, RoomWish, Shared
from desktop.floorplans.titles import title_of
from desktop.floorplans.wording import floor_area_m2, room_word
from desktop.language import _, ngettext
from desktop.language.format import number, percent
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.scroll import Scroll
from desktop.widgets.segments import Segments
from desktop.widgets.table import Table
from desktop.widgets.table_rows import Align, Cell, Column, TableRow
from desktop.widgets.words import Words

MAP_HEIGHT = 380


class SharedPart(QWidget):
    """Areas per type of room, which rooms adjoin, open kitchens, where rooms lie; what stands out
    comes first. Of the variants of a home the newest counts."""

    def __init__(self, desk: Desk, drawings: Sequence[SketchView]) -> None:
        super().__init__()
        self._desk = desk
        views = one_a_home(drawings)
        self._has_variants = len(views) < len(drawings)
        self._ids = [view.line.id for view in views]
        self._titles = {view.line.id: title_of(view.line) for view in views}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if not views:
            column.addWidget(Empty(_("No drawings yet"), _("Numbers come with the drawings.")))
            return
        homes = [derive_home(view.home) for view in views]
        facts = [
            statistics.facts_of(view.line.id, home) for view, home in zip(views, homes, strict=True)
        ]
        self.shared = statistics.shared(facts)
        held = QWidget()
        cards = QVBoxLayout(held)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.GAP)
        if self.shared.outliers:
            cards.addWidget(self._outliers(self.shared.outliers))
        cards.addWidget(self._rooms(self.shared))
        cards.addWidget(self._touching(self.shared))
        cards.addWidget(WhereCard([view.home for view in views], homes))
        cards.addStretch(1)
        column.addWidget(Scroll(held))

    def _outliers(self, outliers: Sequence[Outlier]) -> Card:
        card = Card(_("What stands out"))
        for one in outliers:
            what = _("usable area") if one.type is None else room_word(one.type)
            words = _("{title}: {what} {value}, the others mostly {lower} to {upper}").format(
                title=self._titles[one.sketch_id],
                what=what.lower(),
                value=floor_area_m2(one.value_m2),
                lower=floor_area_m2(one.spread.lower),
                upper=floor_area_m2(one.spread.upper),
            )
            card.add(Words(words, wraps=True))
        return card

    def _rooms(self, shared: Shared) -> Card:
        counted = ngettext("{n} drawing", "{n} drawings", shared.sketches)
        words = counted.format(n=shared.sketches)
        if self._has_variants:
            words += " · " + _("of variants the newest counts")
        if shared.sketches < FEWEST:
            words += " · " + _("Too few to say much: from {n} on numbers mean something.").format(
                n=FEWEST
            )
        card = Card(
            _("Rooms and their areas"),
            words,
            actions=[secondary(_("Print the design brief"), self._print)],
        )
        table = Table(
            "floorplans-rooms",
            [
                Column(_("Room"), 0),
                Column(_("In how many homes"), 150, Align.RIGHT),
                Column(_("Rooms a home"), 120, Align.RIGHT),
                Column(_("Median"), 100, Align.RIGHT),
                Column(_("Middle half"), 170, Align.RIGHT),
                Column(_("Smallest to largest"), 170, Align.RIGHT),
            ],
            _("Rooms and their areas"),
        )
        table.show_rows(
            [_room_row(n, wish, shared.sketches) for n, wish in enumerate(shared.rooms)]
        )
        table.setFixedHeight(theme.scaled(theme.ROW_HEIGHT) * (len(shared.rooms) + 1) + 8)
        card.add(table)
        if shared.kitchens:
            card.add(Words(_kitchens(shared), "soft", wraps=True))
        return card

    def _touching(self, shared: Shared) -> Card:
        card = Card(
            _("Which rooms lie next to each other"),
            _("In how many drawings two types of room share a wall, of those that have both."),
        )
        types = [wish.type for wish in shared.rooms]
        columns = [Column("", 0), *(Column(room_word(t), 96, Align.RIGHT) for t in types)]
        table = Table("floorplans-touching", columns, _("Which rooms lie next to each other"))
        table.show_rows([_touching_row(n, one, types, shared) for n, one in enumerate(types)])
        table.setFixedHeight(theme.scaled(theme.ROW_HEIGHT) * (len(types) + 1) + 16)
        card.add(table)
        return card

    def _print(self) -> None:
        from desktop.floorplans.documents.brief import design_brief

        ids, now = self._ids, self._desk.now()
        self._desk.show_paper(lambda session: design_brief(session, ids, now))


class WhereCard(Card):
    """A map of where the rooms of a type lie in all drawings, a storey at a time."""

    def __init__(self, homes: Sequence[Home], derived: Sequence[Sequence[Derived]]) -> None:
        highest = max(homes, key=lambda home: len(home.levels))
        storeys = [(str(n), storey_word(highest, n)) for n in range(len(highest.levels))]
        self.levels = Segments(storeys, _("Storeys"))
        self.levels.setVisible(len(storeys) > 1)
        super().__init__(_("Where the rooms lie"), actions=[self.levels])
        self._derived = derived
        self.levels.chosen.connect(lambda _key: self._show())
        self.map: HeatMap | None = None
        self._show()

    def _show(self) -> None:
        """The storey that is chosen, of the homes that have it."""
        level = int(self.levels.current)
        if self.map is not None:
            self.body.removeWidget(self.map)
            self.map.deleteLater()
        self.map = HeatMap([home[level] for home in self._derived if level < len(home)])
        self.map.setFixedHeight(theme.scaled(MAP_HEIGHT))
        self.add(self.map)


def _room_row(id: int, wish: RoomWish, sketches: int) -> TableRow:
    spread = wish.area_m2
    rooms = number(wish.rooms.median)
    if wish.rooms.least != wish.rooms.most:
        rooms = f"{rooms} ({number(wish.rooms.least)}–{number(wish.rooms.most)})"
    return TableRow(
        id,
        (
            Cell(room_word(wish.type), bold=True),
            Cell(
                _("{n} of {all} ({share})").format(
                    n=wish.homes, all=sketches, share=percent(wish.homes / sketches)
                ),
                sort=wish.homes,
            ),
            Cell(rooms, sort=wish.rooms.median),
            Cell(floor_area_m2(spread.median), sort=spread.median),
            Cell(
                f"{floor_area_m2(spread.lower)} – {floor_area_m2(spread.upper)}", sort=spread.lower
            ),
            Cell(
                f"{floor_area_m2(spread.least)} – {floor_area_m2(spread.most)}", sort=spread.least
            ),
        ),
    )


def _touching_row(id: int, one: RoomType, types: Sequence[RoomType], shared: Shared) -> TableRow:
    cells = [Cell(room_word(one), bold=True)]
    for other in types:
        touch, both = shared.touching.get(statistics.pair(one, other), (0, 0))
        if other is one or not both:
            cells.append(Cell("–", sort=-1))
        else:
            words = _("{n} of {all}").format(n=touch, all=both)
            cells.append(Cell(words, sort=touch / both, note=percent(touch / both)))
    return TableRow(id, tuple(cells))


def _kitchens(shared: Shared) -> str:
    return _("An open kitchen: {n} of {all} ({share})").format(
        n=shared.open_kitchens,
        all=shared.kitchens,
        share=percent(shared.open_kitchens / shared.kitchens),
    )
