"""A version of a way of working while it can still change. What is typed is kept by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_plain
from desktop.viewings.actions.policies import change_policy
from desktop.viewings.panels.dialogs.choose_policy import in_words
from desktop.viewings.panels.policies import forms
from desktop.viewings.panels.policies.consequence import add_consequence
from desktop.viewings.panels.policies.in_words import (
    alternative_words,
    common_rules,
    urgency_in_words,
)
from desktop.viewings.queries.policies import ConsequenceRow, PolicyView, consequences
from desktop.viewings.rules.policy import ALTERNATIVES, criteria_recorded
from desktop.viewings.states import Level, UrgencyPolicy
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.fields import ChoiceInput, DateInput
from desktop.widgets.form import Field, Form

QUIET_MS = 700  # after the last key; short enough to trust, long enough for one undo a sentence


class Editor(QWidget):
    """The cards of one version."""

    def __init__(self, desk: Desk, view: PolicyView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._consequences: list[ConsequenceRow] = []
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self._add_influence(view.values)
        self._add_priority(view.values)
        self._card(_("Points that hosts explain"), forms.points(view.values))
        self._criteria_card = self._card(_("Criteria"), forms.criteria(view.values))
        self._card(_("Text for the advert"), forms.advert(view.values))
        self._card(_("Numbers"), forms.numbers(view.values))
        self._card(_("Who agreed"), forms.agreements(view.values))
        self._shown = {key: field.input.value() for key, field in self.fields.items()}
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.keep)
        self._arrange()

    # Keeping ---------------------------------------------------------------------------------

    def show_view(self, view: PolicyView) -> None:
        """The version as it is now written down. What is being typed stays."""
        typed = self._typed()
        self._view = view
        for key, field in self.fields.items():
            if key in typed:
                continue
            if field.input.value() != view.values[key]:
                field.input.set_value(view.values[key])
            self._shown[key] = field.input.value()
        self._arrange()

    def keep(self) -> None:
        """Write down what was typed and is not written down yet."""
        self._quiet.stop()
        values = self._typed()
        if not values:
            return
        desk, policy_id = self._desk, self._view.row.id

        def write(seen: int | None = self._view.version) -> None:
            change_policy(desk.store, desk.who, policy_id, values, seen)

        if desk.did(write, self, lambda: write(None)):
            self._shown |= values

    def _typed(self) -> dict[str, Any]:
        """By key, what stands on the screen and is not written down. A day that cannot be read
        waits until it can."""
        return {
            key: field.input.value()
            for key, field in self.fields.items()
            if field.input.value() != self._shown[key]
            and not (isinstance(field.input, DateInput) and field.input.unreadable)
        }

    def readable(self) -> bool:
        """Whether all that was typed can be read; the first field that cannot says so."""
        return all(field.readable() for field in self.fields.values())

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def _changed(self) -> None:
        self._arrange()
        self._quiet.start()

    # Cards -----------------------------------------------------------------------------------

    def _card(self, title: str, form: Form) -> Card:
        card = Card(title)
        card.add(form)
        self.fields |= form.fields
        form.changed.connect(self._changed)
        self._column.addWidget(card)
        return card

    def _add_influence(self, values: dict[str, Any]) -> None:
        form = Form()
        form.choice(
            "level",
            _("Influence of residents"),
            [(level, word(level)) for level in Level],
            values["level"],
        )
        self._level_words = form.note("")
        form.check(
            "participation_required",
            _("Taking part is required to be offered the dwelling"),
            values["participation_required"],
            hint=_("Never counts against people with priority, or who ask for another way."),
        )
        form.field(
            "alternatives",
            _("Other ways to take part"),
            ChecksInput([(a, alternative_words(a)) for a in ALTERNATIVES], values["alternatives"]),
        )
        self._card(_("What residents do"), form)

    def _add_priority(self, values: dict[str, Any]) -> None:
        form = Form()
        form.choice(
            "urgency",
            _("Candidates with priority"),
            [(policy, word(policy)) for policy in UrgencyPolicy],
            values["urgency"],
        )
        self._urgency_words = form.note("")
        form.row()
        form.number("share_percent", _("Share in %"), values["share_percent"], 1, 100)
        form.number("share_window", _("Of each so many dwellings"), values["share_window"], 1, 50)
        form.date(
            "municipality_agreed_on",
            _("Municipality agreed on"),
            values["municipality_agreed_on"],
        )
        form.end_row()
        form.check(
            "buddy",
            _("Who has priority may bring a buddy, and a host visits after six weeks"),
            values["buddy"],
        )
        self._consequence = ChoiceInput([])
        form.field("consequence_id", _("What a refusal means in this region"), self._consequence)
        self._offer_consequences(values["consequence_id"])
        self._consequence_words = form.note("")
        form.add(_at_left(secondary(_("Add a region…"), self._add_consequence)))
        form.check(
            "permit_needed",
            _("The municipality asks a permit for these dwellings"),
            values["permit_needed"],
            hint=_("Then each decision says who checked it (Huisvestingswet art. 15)."),
        )
        form.note(common_rules())
        self._card(_("Priority"), form)

    # What belongs to which choice --------------------------------------------------------------

    def _arrange(self) -> None:
        """Words for what is chosen; only the fields that belong to it are on view."""
        level: Level = self.fields["level"].input.value()
        urgency: UrgencyPolicy = self.fields["urgency"].input.value()
        self._level_words.setText(in_words(level))
        self._urgency_words.setText(urgency_in_words(urgency))
        self._criteria_card.setVisible(criteria_recorded(level))
        for key in ("hosts_trained_on", "jurist_name", "jurist_on"):
            self.fields[key].setVisible(criteria_recorded(level))
        for key in ("top_n", "sharing_ground"):
            self.fields[key].setVisible(level is Level.C)
        for key in ("share_percent", "share_window", "municipality_agreed_on"):
            self.fields[key].setVisible(urgency is UrgencyPolicy.U3)
        self.fields["buddy"].setVisible(urgency is not UrgencyPolicy.U4)
        required: bool = self.fields["participation_required"].input.value()
        self.fields["alternatives"].setVisible(required)
        chosen = self._consequence.value()
        known = next((c for c in self._consequences if c.id == chosen), None)
        self._consequence_words.setText(known.text_nl if known is not None else "")
        self._consequence_words.setVisible(known is not None)

    def _offer_consequences(self, chosen: int | None) -> None:
        with self._desk.reading() as session:
            self._consequences = consequences(session)
        options = [
            (
                c.id,
                _("{region}: {source}, read on {day}").format(
                    region=c.region, source=c.source, day=day_plain(c.read_on)
                ),
            )
            for c in self._consequences
        ]
        self._consequence.set_options([(None, _("Choose")), *options], chosen)

    def _add_consequence(self) -> None:
        add_consequence(self._desk, self, self._offer_consequences)


def _at_left(button: QWidget) -> QWidget:
    """A button as wide as its words, in a form that gives everything its full width."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return made
