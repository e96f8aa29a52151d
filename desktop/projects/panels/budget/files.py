"""Ballots from a file, as somebody counted them in a workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.projects.actions.ballots import cast_ballots
from desktop.projects.exchange.ballots import read_ballots
from desktop.projects.panels.dialogs.euros import CENTS
from desktop.projects.queries.budgets import BudgetView
from desktop.projects.rules.budget import Idea
from desktop.widgets.desk import Desk
from desktop.widgets.job import Progress


def ask_ballots(desk: Desk, view: BudgetView, parent: QWidget) -> None:
    """Ask for a file with ballots, and enter them: all of them, or none when one is refused."""
    path = desk.ask_file(parent, _("Read in ballots"), "CSV (*.csv)")
    if path is not None:
        take_ballots(desk, view, path, parent)


def take_ballots(desk: Desk, view: BudgetView, path: Path, parent: QWidget) -> None:
    """Enter the ballots of a file, in a worker."""
    offered = [
        Idea(idea.name, (idea.cost_cents or 0) // CENTS) for idea in view.ideas if idea.feasible
    ]

    def work(progress: Progress) -> int:
        progress.step(0, 0, _("Reading the file"))
        wishes = read_ballots(path, offered).wishes
        return cast_ballots(desk.store, desk.who, view.id, wishes)

    def tell(count: int) -> None:
        words = ngettext("{n} ballot was read in.", "{n} ballots were read in.", count)
        desk.said.emit(words.format(n=count))

    desk.run(_("The ballots are being read in"), work, tell, parent)
