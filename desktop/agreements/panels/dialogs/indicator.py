"""How an agreement is measured: a new indicator, and changing one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.indicators import add_indicator, change_indicator
from desktop.agreements.queries.cycles import own_seat
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.indicators import wish_of
from desktop.agreements.rules.form import number, plain_number
from desktop.agreements.rules.indicators import IndicatorWish, checked, hint
from desktop.agreements.states import Direction, Frequency, PathShape
from desktop.agreements.wording import word
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import read_day
from desktop.widgets.form import Form

NUMBERS = ("baseline", "goal", "low", "high", "margin_absolute")
# Which fields each direction asks.
WAY = ("baseline", "baseline_on", "goal", "path", "steps", "cumulative")
BOUNDS = ("low", "high")
MARGINS = ("margin_percent", "margin_absolute")


def add_indicator_to(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """Ask what is measured, from what to what, and where the numbers come from."""
    wish = IndicatorWish(
        name="",
        direction=Direction.UP,
        goal_on=date(view.applies_in, 12, 31),
        source="",
        baseline_on=date(view.applies_in - 1, 12, 31),
        cumulative=True,
        owner_id=own_seat(view.parties),
    )
    form = _form(view, wish)

    def work() -> None:
        add_indicator(desk.store, desk.who, view.id, _read(form, wish))

    title = _("Indicator of {code}").format(code=view.code)
    Dialog(desk, title, form, _("Add"), work, parent, width=640).open()


def change_indicator_of(
    desk: Desk, view: AgreementView, indicator_id: int, parent: QWidget
) -> None:
    """Change what was agreed about an indicator; what was measured stays."""
    with desk.reading() as session:
        version, wish = wish_of(session, indicator_id)
    form = _form(view, wish)

    def work(seen: int | None = version) -> None:
        change_indicator(desk.store, desk.who, indicator_id, _read(form, wish), seen)

    title = _("Change indicator {code}").format(code=wish.code)
    Dialog(desk, title, form, _("Save"), work, parent, again=lambda: work(None), width=640).open()


def _form(view: AgreementView, wish: IndicatorWish) -> Form:
    form = Form()
    form.text("name", _("What is measured?"), wish.name)
    form.row()
    form.text("unit", _("Unit"), wish.unit, hint=_("For example: number, %, months."))
    form.number("decimals", _("Decimals"), wish.decimals, most=4)
    form.choice("direction", _("It goes well"), [(d, word(d)) for d in Direction], wish.direction)
    form.end_row()
    form.row()
    form.text("baseline", _("Baseline"), _shown(wish.baseline))
    form.date("baseline_on", _("Baseline is of"), wish.baseline_on)
    form.text("goal", _("Goal"), _shown(wish.goal))
    form.text("low", _("At least"), _shown(wish.low))
    form.text("high", _("At most"), _shown(wish.high))
    form.date("goal_on", _("Reached on"), wish.goal_on)
    form.end_row()
    form.check("cumulative", _("Counted up through the year, from nothing"), wish.cumulative)
    form.row()
    form.choice("path", _("The way there"), [(p, word(p)) for p in PathShape], wish.path)
    form.number("margin_percent", _("Margin in %"), int(wish.margin_percent), most=100)
    form.text("margin_absolute", _("Or a fixed margin"), _shown(wish.margin_absolute))
    form.end_row()
    form.lines(
        "steps",
        _("Agreed steps"),
        "\n".join(f"{day:%d-%m-%Y} {plain_number(value)}" for day, value in wish.steps),
        hint=_("One a line: the day and the value, as in 01-07-2026 18."),
    )
    form.row()
    form.choice("frequency", _("Measured"), [(f, word(f)) for f in Frequency], wish.frequency)
    form.choice(
        "owner_id",
        _("Who measures?"),
        [(None, _("Nobody yet")), *((seat.party_id, seat.called) for seat in view.parties)],
        wish.owner_id,
    )
    form.end_row()
    form.row()
    form.text("source", _("Source of the numbers"), wish.source)
    form.text("norm", _("Norm of the law"), wish.norm, hint=_("For example: Btiv art. 54(1)."))
    form.end_row()
    form.check("counts", _("Counts for the light of the agreement"), wish.counts)
    advice = form.note("")

    def follow() -> None:
        _show_fields(form)
        advice.setText(_advice(form, wish))

    form.changed.connect(follow)
    follow()
    return form


def _show_fields(form: Form) -> None:
    """Only what the chosen direction asks."""
    direction, scheduled = form.value("direction"), form.value("path") is PathShape.SCHEDULE
    on_a_way = direction in (Direction.UP, Direction.DOWN)
    for name in WAY:
        form.fields[name].setVisible(on_a_way and (name != "steps" or scheduled))
    for name in BOUNDS:
        form.fields[name].setVisible(direction is Direction.BETWEEN)
    for name in MARGINS:
        form.fields[name].setVisible(direction is not Direction.YESNO)


def _advice(form: Form, wish: IndicatorWish) -> str:
    """A hint about a wish that could be kept; nothing while it is being filled in."""
    try:
        return hint(checked(_read(form, wish))) or ""
    except Refused:
        return ""


def _read(form: Form, wish: IndicatorWish) -> IndicatorWish:
    """The wish as filled in. Refuses numbers and steps that cannot be read."""
    values: dict[str, Any] = form.values()
    if values["goal_on"] is None:
        raise Refused(_("Fill in a day."), "goal_on")
    frequency_stays = values["frequency"] is wish.frequency
    return replace(
        wish,
        **{name: values[name] for name in values if name not in (*NUMBERS, "steps")}
        | {name: _number(values[name], name) for name in NUMBERS}
        | {
            "margin_percent": Decimal(values["margin_percent"]),
            "steps": _steps(values["steps"]),
            "max_age_days": wish.max_age_days if frequency_stays else None,
        },
    )


def _number(text: str, field: str) -> Decimal | None:
    return number(text, field) if text else None


def _steps(lines: str) -> tuple[tuple[date, Decimal], ...]:
    steps = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        words = line.replace(":", " ").split()
        day = read_day(words[0])
        if day is None or len(words) != 2:
            raise Refused(
                _("“{line}” is no step. Write the day and the value, as in 01-07-2026 18.").format(
                    line=line
                ),
                "steps",
            )
        steps.append((day, number(words[1], "steps")))
    return tuple(steps)


def _shown(value: Decimal | None) -> str:
    return "" if value is None else plain_number(value).replace(".", ",")
