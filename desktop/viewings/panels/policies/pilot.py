"""The part of a complex in the pilot, and the thresholds that are fixed before it starts."""

from __future__ import annotations

from babel.numbers import NumberFormatError, parse_decimal
from PySide6.QtWidgets import QWidget

from desktop.language import _, language
from desktop.language.format import day_plain, number, percent
from desktop.refused import Refused
from desktop.viewings.actions.policies import fix_thresholds, set_pilot
from desktop.viewings.queries.policies import PilotRow
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS, Threshold
from desktop.viewings.rules.measures import BY_KEY, DECIDING, Better
from desktop.viewings.states import PilotRole
from desktop.viewings.wording import word
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.facts import Facts
from desktop.widgets.form import Form
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words

USUAL_TURNOVER = 5.9  # percent a year (viewings, section 7)


class PilotCard(Card):
    """Whether the complex takes part, since when, and what counts as workable."""

    def __init__(self, desk: Desk) -> None:
        self._complex_id = 0
        self._pilot: PilotRow | None = None
        self._change = secondary(
            _("Change…"), lambda: change_pilot(desk, self._complex_id, self._pilot, self)
        )
        self._fix = secondary(_("Fix thresholds…"), lambda: ask_thresholds(desk, self._pilot, self))
        super().__init__(_("Pilot"), actions=[self._change, self._fix])
        self._desk = desk
        self._body = Swapped()
        self.add(self._body)

    def show_pilot(self, complex_id: int, pilot: PilotRow | None) -> None:
        """Show the part of a complex in the pilot; None when it has none."""
        self._complex_id, self._pilot = complex_id, pilot
        words = _("Take part…") if pilot is None else _("Change…")
        self._change.setText(words)
        self._change.setAccessibleName(words)
        self._fix.setVisible(pilot is not None and pilot.fixed_on is None)
        if pilot is None:
            nothing = Words(
                _(
                    "This complex does not take part. Take part as pilot, or as a complex to "
                    "compare with."
                ),
                "soft",
                wraps=True,
            )
            self._body.show_content(nothing)
            return
        started = self._desk.today() >= pilot.starts_on
        self._fix.set_reason(
            _("The pilot has started. Thresholds can be fixed only before the start.")
            if started
            else None
        )
        self._body.show_content(_facts(pilot))


def _facts(pilot: PilotRow) -> Facts:
    fixed = day_plain(pilot.fixed_on) if pilot.fixed_on is not None else _("not yet")
    pairs = [
        (_("Part"), word(pilot.role)),
        (_("Start"), day_plain(pilot.starts_on)),
        (_("End"), day_plain(pilot.ends_on) if pilot.ends_on is not None else ""),
        (_("Turnover"), _("{n} % a year").format(n=number(pilot.turnover_percent))),
        (_("Thresholds fixed on"), fixed),
    ]
    for key, threshold in pilot.thresholds.items():
        agreed = _("workable from {workable}, with help from {with_help}")
        if BY_KEY[key].better is Better.LOWER:
            agreed = _("workable to {workable}, with help to {with_help}")
        pairs.append(
            (
                BY_KEY[key].words,
                agreed.format(
                    workable=percent(threshold.workable), with_help=percent(threshold.with_help)
                ),
            )
        )
    return Facts(pairs)


def change_pilot(desk: Desk, complex_id: int, pilot: PilotRow | None, parent: QWidget) -> None:
    """Ask which part the complex has, from when to when, and how many dwellings change a year."""
    form = Form()
    form.choice(
        "role",
        _("Part"),
        [(role, word(role)) for role in PilotRole],
        pilot.role if pilot is not None else PilotRole.PILOT,
    )
    form.row()
    form.date("starts_on", _("Start"), pilot.starts_on if pilot is not None else None)
    form.date("ends_on", _("End"), pilot.ends_on if pilot is not None else None)
    form.end_row()
    form.text(
        "turnover_percent",
        _("Turnover in percent a year"),
        number(pilot.turnover_percent if pilot is not None else USUAL_TURNOVER),
        hint=_("How many of each hundred dwellings become free in a year."),
    )

    def work() -> None:
        values = form.values()
        if values["starts_on"] is None:
            raise Refused(_("Fill in when the pilot starts."), "starts_on")
        set_pilot(
            desk.store,
            desk.who,
            complex_id,
            values["role"],
            values["starts_on"],
            values["ends_on"],
            _percentage(values["turnover_percent"]),
        )

    Dialog(desk, _("Part in the pilot"), form, _("Save"), work, parent).open()


def _percentage(words: str) -> float:
    """A percentage as people type it: `5,9`."""
    try:
        return float(parse_decimal(words.strip().rstrip("%"), locale=language()))
    except NumberFormatError as error:
        raise Refused(
            _("This is not a number. Fill in a percentage, such as 5.9."), "turnover_percent"
        ) from error


def ask_thresholds(desk: Desk, pilot: PilotRow | None, parent: QWidget) -> None:
    """Ask for each deciding measure from which share it is workable, and workable with help."""
    assert pilot is not None  # thresholds are of a pilot
    form = Form()
    for measure in DECIDING:
        usual = USUAL_THRESHOLDS[measure.key]
        # The object name of a field is where a refusal about this measure shows.
        form.add(Words(measure.words, "strong", wraps=True))
        form.row()
        form.number(measure.key, _("workable, in %"), round(usual.workable * 100), 0, 100)
        form.number(
            f"{measure.key}.with_help", _("with help, in %"), round(usual.with_help * 100), 0, 100
        )
        form.end_row()

    def work() -> None:
        chosen = {
            m.key: Threshold(
                form.value(m.key) / 100,
                form.value(f"{m.key}.with_help") / 100,
            )
            for m in DECIDING
        }
        fix_thresholds(desk.store, desk.who, pilot.id, chosen)

    Dialog(
        desk,
        _("Fix thresholds for {complex}").format(complex=pilot.complex),
        form,
        _("Fix"),
        work,
        parent,
        explanation=_(
            "Agree now what counts as workable. After this nobody can change it, so that the "
            "outcome cannot be chosen."
        ),
    ).open()
