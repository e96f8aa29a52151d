"""The papers of a year, from the screens: the same as the command line prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu
from sqlalchemy.orm import Session

from desktop.agreements.documents import printables
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import add_entry, menu_button

Make = Callable[[Session, int, datetime], Paper]

# Which function makes each paper of a year; the module of papers loads with the first one.
MAKERS: dict[str, Callable[[Any], Make]] = {
    "agreements-summary": lambda papers: papers.summary.make,
    "agreements-summary-large": lambda papers: papers.summary.large_print,
    "agreements-text": lambda papers: papers.full_text.make,
    "agreements-changes": lambda papers: papers.redline.make,
    "agreements-signatures": lambda papers: papers.signature_sheet.make,
    "agreements-deadlines": lambda papers: papers.deadline_list.make,
    "agreements-monitor": lambda papers: papers.monitor.make,
    "tenant-questions": lambda papers: papers.tenant_questions.make,
    "tenant-questions-poster": lambda papers: papers.tenant_questions.poster,
    "agreements-housing-report": lambda papers: papers.housing_report.make,
    "measuring-form": lambda papers: papers.measuring_form.make,
    "agreements-parties": lambda papers: papers.party_list.make,
    "bid": lambda papers: papers.bid.make,
    "bid-letters": lambda papers: papers.bid.letters,
}


def paper_of(desk: Desk, maker: Callable[[Any], Make], number: int) -> Callable[[Session], Paper]:
    """A paper about one thing: `maker` picks its function from all papers, `number` is its id."""

    def make(session: Session) -> Paper:
        from desktop.agreements.documents import every

        return maker(every)(session, number, desk.now())

    return make


def paper_of_year(desk: Desk, cycle: ChosenCycle, key: str) -> Callable[[Session], Paper] | None:
    """The paper of the chosen year; None while no year is chosen."""
    return paper_of(desk, MAKERS[key], cycle.id) if cycle.id is not None else None


def print_menu(desk: Desk, cycle: ChosenCycle, keys: Sequence[str] = ()) -> Button:
    """A button with papers of the chosen year; all of them when no keys are given."""

    def fill(menu: QMenu) -> None:
        for printable in printables():
            if printable.key in (keys or MAKERS) and printable.key in MAKERS:
                make = paper_of_year(desk, cycle, printable.key)
                if make is not None:
                    add_entry(menu, printable.title(), partial(desk.show_paper, make))

    return menu_button(_("Print"), fill)
