"""A feature for tests of the window: it says, shows, finds and prints what it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Due, Feature, Figure, Place, WeekItem
from desktop.widgets.desk import Desk


class Screen(QWidget):
    """The tab of a `Made` feature."""

    def __init__(self, made: Made) -> None:
        super().__init__()
        self._made = made
        self.places: list[Place] = []
        column = QVBoxLayout(self)
        column.addWidget(QLabel(made.key))
        column.addWidget(QPushButton("Iets doen"))

    def show_place(self, place: Place) -> None:
        self.places.append(place)

    def print_what(self) -> Callable[[Session], Paper] | None:
        return self._made.prints

    def manual_page(self) -> str:
        return "search"

    def tenant_screen(self) -> QWidget | None:
        return QLabel("Welkom buur") if self._made.lends else None


@dataclass
class Made:
    """What the feature says; change it as the test goes on."""

    key: str
    due: list[Due] = field(default_factory=list)
    week: list[WeekItem] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    prints: Callable[[Session], Paper] | None = None
    lends: bool = False
    built: int = 0
    caught_up: int = 0

    def feature(self) -> Feature:
        def tab(desk: Desk) -> QWidget:
            self.built += 1
            return Screen(self)

        def due(session: Session, now: datetime) -> Sequence[Due]:
            return self.due

        def week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
            return [item for item in self.week if first <= item.at.date() <= last]

        def catch_up(store: object) -> None:
            self.caught_up += 1

        return Feature(
            key=self.key,
            title=lambda: self.key.capitalize(),
            tab=tab,
            due=due,
            week=week,
            figures=lambda session, now: self.figures,
            finds={"complex": lambda: "Complexen"},
            catch_up=catch_up,
        )


def one_page(day: date) -> Paper:
    """A small paper that is really a PDF."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Week")
    canvas.save()
    return Paper("week", "Week", day, "nl", out.getvalue())
