"""The questions of the overview: a new evening, its facts, a shell, another name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.floorplans import actions, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.model import SketchRole
from desktop.floorplans.plan import Home, Plan
from desktop.floorplans.queries import EveningLine, SketchLine
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

BLANK = "blank"


def new_evening(desk: Desk, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask for which project and which shell; tells `made` the new evening."""
    form = _facts_form(EveningFacts("", "", desk.today()))
    shells = templates.shells()
    form.choice(
        "shell",
        _("The building that tenants begin with"),
        [(shell.key, _(shell.word)) for shell in shells],
        shells[0].key,
        hint=_("You can change it, or add others, before the evening."),
    )

    def work() -> None:
        evening_id = actions.plan_evening(desk.store, desk.who, _facts(form))
        chosen = next(shell for shell in shells if shell.key == form.value("shell"))
        add_template(desk, chosen, evening_id)
        made(evening_id)

    Dialog(desk, _("New drawing evening"), form, _("Add"), work, parent).open()


def change_evening(desk: Desk, line: EveningLine, parent: QWidget) -> None:
    """Ask what is different about an evening."""
    form = _facts_form(EveningFacts(line.project, line.home_type, line.held_on))

    def work(seen: int | None = line.version) -> None:
        actions.change_evening(desk.store, desk.who, line.id, _facts(form), seen)

    Dialog(
        desk,
        _("Change drawing evening"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
    ).open()


def add_shell(desk: Desk, evening_id: int, parent: QWidget) -> None:
    """Ask which building comes beside those of the evening."""
    form = Form()
    choices = [*templates.shells(), *templates.examples()]
    form.choice(
        "shell",
        _("Shell or example"),
        [*((template.key, _(template.word)) for template in choices), (BLANK, _("Empty sheet"))],
        choices[0].key,
        hint=_("On an empty sheet you draw the outer walls yourself, or read in a file."),
    )

    def work() -> None:
        if form.value("shell") == BLANK:
            blank = Home((Plan(name=_("Ground floor")),))
            new = NewSketch(_("New building"), blank, SketchRole.SHELL, evening_id)
            actions.begin_sketch(desk.store, desk.who, new)
            return
        chosen = next(template for template in choices if template.key == form.value("shell"))
        add_template(desk, chosen, evening_id)

    Dialog(desk, _("Add a shell or an example"), form, _("Add"), work, parent).open()


def add_template(desk: Desk, template: templates.Template, evening_id: int) -> int:
    """Copy a supplied shell or example into an evening, where staff can change it."""
    role = SketchRole.SHELL if template.is_shell else SketchRole.EXAMPLE
    new = NewSketch(_(template.word), template.home, role, evening_id)
    return actions.begin_sketch(desk.store, desk.who, new)


def rename(desk: Desk, line: SketchLine, parent: QWidget) -> None:
    """Ask how a drawing is called from now on."""
    form = Form()
    form.text("title", _("What is this drawing called?"), line.title)

    def work() -> None:
        actions.rename_sketch(desk.store, desk.who, line.id, form.value("title"))

    Dialog(desk, _("Rename drawing"), form, _("Save"), work, parent).open()


def keep_version(desk: Desk, sketch_id: int, parent: QWidget) -> None:
    """Ask how this version of a drawing is called."""
    form = Form()
    form.text("name", _("What is this version called?"), hint=_("For example: before the talk"))

    def work() -> None:
        actions.keep_version(desk.store, desk.who, sketch_id, form.value("name"))

    Dialog(desk, _("Keep this version"), form, _("Keep"), work, parent).open()


def _facts_form(facts: EveningFacts) -> Form:
    form = Form()
    form.text("project", _("Project"), facts.project, hint=_("For example: Houbenstaete new build"))
    form.text("home_type", _("Type of home"), facts.home_type, hint=_("For example: type B"))
    form.date("held_on", _("Day of the evening"), facts.held_on)
    return form


def _facts(form: Form) -> EveningFacts:
    return EveningFacts(form.value("project"), form.value("home_type"), form.value("held_on"))
