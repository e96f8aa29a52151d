"""The head of the chosen project: its name, what it is, and the one next thing to do."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from desktop.language import _, ngettext
from desktop.language.format import money_about
from desktop.projects.actions.projects import move_project, remove_project, resume_project
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.dwellings import choose_dwellings
from desktop.projects.panels.dialogs.history import show_history
from desktop.projects.panels.dialogs.project import change_project_facts
from desktop.projects.panels.dialogs.states import ask_halt, step_back
from desktop.projects.panels.files import fill_files
from desktop.projects.panels.papers import fill_project_menu
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.states import Participation, ProjectState
from desktop.projects.wording import word
from desktop.widgets.buttons import Button
from desktop.widgets.card import HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button


class ProjectHeader(HeaderCard):
    """`view` is the project as it was read last."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        self._desk, self._project = desk, project
        self.view: ProjectView | None = None
        self.next = Button("", self._go_on, "primary")
        super().__init__(
            actions=[
                menu_button(_("Print"), self._fill_papers),
                menu_button(_("More"), self._fill_more),
                self.next,
            ]
        )
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.view = view = project_view(session, self._project.number, self._desk.today())
        self.set_title(view.name, subtitle(view))
        words = next_words(view)
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setVisible(bool(words))
        self.next.set_reason(view.why_not[0] if view.why_not else None)
        self._tell_reasons()

    def _go_on(self) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return
        if view.state is ProjectState.HALTED:
            desk.did(lambda: resume_project(desk.store, desk.who, view.id), self)
        elif view.next is not None:
            then = view.next
            desk.did(lambda: move_project(desk.store, desk.who, view.id, then), self)

    def _fill_papers(self, menu: QMenu) -> None:
        if self.view is not None:
            fill_project_menu(menu, self._desk, self.view.id, self)

    def _fill_more(self, menu: QMenu) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return
        at_work = view.state is not ProjectState.CLOSED
        closed = _("the project is closed")
        add_entry(
            menu,
            _("Change the project…"),
            lambda: change_project_facts(desk, view, self),
            at_work,
            closed,
        )
        add_entry(
            menu,
            _("Choose the dwellings…"),
            lambda: choose_dwellings(desk, view, self),
            at_work and bool(view.complex_ids),
            closed if not at_work else _("it has no complex yet"),
        )
        halted = view.state is ProjectState.HALTED
        add_entry(
            menu,
            _("Halt the project…"),
            lambda: ask_halt(desk, view, self),
            at_work and not halted,
            closed if not at_work else _("it is halted already"),
        )
        first = view.state is ProjectState.IDEA
        add_entry(
            menu,
            _("One step back…"),
            lambda: step_back(desk, view, self),
            at_work and not halted and not first,
            _("there is no step before this one"),
        )
        menu.addSeparator()
        add_entry(menu, _("History…"), lambda: show_history(desk, view, self))
        menu.addSeparator()
        fill_files(menu, desk, view.id, view.code, self)
        menu.addSeparator()
        add_entry(
            menu,
            _("Remove the project"),
            lambda: desk.did(lambda: remove_project(desk.store, desk.who, view.id), self),
            first,
            _("people are at work on it"),
        )


def subtitle(view: ProjectView) -> str:
    """`48 woningen · projectleider Onderhoud · huurders: adviseren (trede 3 van 5) · € 2,1 mln`."""
    parts = [word(view.kind)]
    homes = view.dwellings or view.homes
    if homes:
        parts.append(ngettext("{n} dwelling", "{n} dwellings", homes).format(n=homes))
    if view.leader:
        parts.append(_("led by {who}").format(who=view.leader))
    parts.append(
        _("tenants: {level} (step {step} of {steps})").format(
            level=word(view.participation),
            step=view.participation.step,
            steps=len(Participation),
        )
    )
    if view.budget_cents:
        parts.append(money_about(view.budget_cents))
    return " · ".join(parts)


def next_words(view: ProjectView) -> str:
    """The verb of the next step; nothing for a project that is closed."""
    words = {
        ProjectState.PREPARING: _("Begin the preparation"),
        ProjectState.WITH_TENANTS: _("To the tenants"),
        ProjectState.DECISION: _("Take the decision"),
        ProjectState.WORK: _("Begin the work"),
        ProjectState.AFTERCARE: _("The work is done"),
        ProjectState.CLOSED: _("Close the project"),
    }
    if view.state is ProjectState.HALTED:
        return _("Let it go on")
    return words[view.next] if view.next is not None else ""
