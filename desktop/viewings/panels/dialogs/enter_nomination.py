"""Entering what residents nominated, from their form: who proposed, whom first, and an answer to
each published criterion. There is no field for a word about a person."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, language
from desktop.language.format import local
from desktop.refused import Refused
from desktop.viewings.actions.nominations import enter_nomination as enter
from desktop.viewings.queries.nominations import NominationForm, nomination_form
from desktop.viewings.queries.vacancy import NomineeLine, VacancyView
from desktop.viewings.rules.nomination import Nominated
from desktop.viewings.states import CriterionAnswer
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


class NominationSheet(QWidget):
    """The form of the residents. `members()` and `nominees()` are what stands in it."""

    def __init__(self, asked: NominationForm) -> None:
        super().__init__()
        self._asked = asked
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.MEDIUM)
        self.about = Form()
        self.about.date("proposed_on", _("Proposed on"), asked.proposed_on)
        self.about.field(
            "members",
            _("Who proposed together"),
            ChecksInput(asked.hosts, asked.member_ids),
            _("At least two residents, each from another household."),
        )
        self._column.addWidget(self.about)
        self.places: list[Form] = []
        self._more = secondary(_("Add the next place"), lambda: self.add_place(None))
        for nominee in asked.nominees or (None,):
            self.add_place(nominee)

    def add_place(self, nominee: NomineeLine | None) -> None:
        """One more place in the order of the residents."""
        place = len(self.places) + 1
        form = Form()
        form.choice(
            "nominees" if place == 1 else f"nominees:{place}",
            _("Place {n}").format(n=place),
            [(None, _("Choose")), *self._asked.candidates],
            nominee.candidate_id if nominee is not None else None,
        )
        candidate = next(iter(form.fields.values()))
        for key, nl, en in self._asked.criteria:
            form.choice(
                f"criterion:{key}",
                nl if language() == "nl" else en or nl,
                [(answer, word(answer)) for answer in CriterionAnswer],
                nominee.answers.get(key) if nominee else CriterionAnswer.NOT_DISCUSSED,
            )

        def take_over_from_hosts() -> None:
            """What the hosts answered alike at the viewing stands there already."""
            said = self._asked.said_by_hosts.get(candidate.input.value(), {})
            for key, _nl, _en in self._asked.criteria:
                form.set_value(f"criterion:{key}", said.get(key, CriterionAnswer.NOT_DISCUSSED))

        candidate.input.changed.connect(take_over_from_hosts)
        self.places.append(form)
        self._column.removeWidget(self._more)
        self._column.addWidget(form)
        self._column.addWidget(self._more)
        self._more.setVisible(place < len(self._asked.candidates))

    def members(self) -> list[int]:
        chosen: list[int] = self.about.value("members")
        return chosen

    def nominees(self) -> list[Nominated]:
        """Those of the places that were filled in, in their order."""
        nominated = []
        for form in self.places:
            values = form.values()
            candidate = next(iter(values.values()))
            if candidate is not None:
                answers = {
                    key: values[f"criterion:{key}"] for key, _nl, _en in self._asked.criteria
                }
                nominated.append(Nominated(candidate, answers))
        return nominated


def enter_nomination(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Open the form, with what was entered before; a nomination that staff did not follow or that
    a colleague agreed with is left as it is."""
    with desk.reading() as session:
        asked = nomination_form(session, view.id, local(desk.now()).date())
    if not asked.hosts or not asked.candidates:
        desk.said.emit(_("There are no active hosts, or nobody can be nominated any more."))
        return
    sheet = NominationSheet(asked)

    def work() -> None:
        day = sheet.about.value("proposed_on")
        if day is None:
            raise Refused(_("Fill in the day."), "proposed_on")
        enter(desk.store, desk.who, view.id, day, sheet.members(), sheet.nominees())

    Dialog(
        desk,
        _("Nomination for {address}").format(address=view.address),
        sheet,
        _("Save"),
        work,
        parent,
        explanation=_(
            "Enter what stands on the form of the residents: whom they propose from the first {n} "
            "of the list, and their answer to each criterion in the advert."
        ).format(n=view.policy.top_n if view.policy is not None else 0),
    ).open()
