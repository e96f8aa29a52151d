"""A row of the grid while somebody works in it: what is typed, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.agreements.actions.measuring import correct, measure, yesno_done
from desktop.agreements.documents.measured_words import goal_words
from desktop.agreements.queries.evening import EveningRow
from desktop.agreements.queries.lights import AgreementLight, IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine
from desktop.agreements.rules.form import doubt, number, plain_number
from desktop.agreements.states import Light
from desktop.agreements.wording import quantity
from desktop.language import _
from desktop.language.format import day_tiny
from desktop.refused import Refused
from desktop.widgets.desk import Desk


class Doubted(Refused):
    """A value that may be a typing error; the screen asks whether it is right."""

    def __init__(self, value: Decimal, previous: Decimal, unit: str) -> None:
        sentence = _("Is {value} right? The last time it was {previous}.")
        told = {"value": quantity(value, unit), "previous": quantity(previous, unit)}
        super().__init__(sentence.format(**told), "value")
        self.value = value


@dataclass
class Entry:
    """`typed`, `day`, `source` and `provisional` are as they stand on the screen. `kept` is what
    was measured on that day, with its number in `kept_id`; `wrong` says why what was typed is not
    kept."""

    row: EveningRow
    day: date
    typed: str = ""
    source: str = ""
    provisional: bool = False
    kept: Decimal | None = None
    kept_id: int | None = None
    wrong: str = ""
    light: IndicatorLight = field(init=False)
    agreement: AgreementLight = field(init=False)

    def __post_init__(self) -> None:
        self.light, self.agreement = self.row.light, self.row.agreement
        self.source = self.row.asked.source
        self.show_kept(self.row.asked.here)

    # What it says --------------------------------------------------------------------------------

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def is_yesno(self) -> bool:
        return self.row.asked.is_yesno

    @property
    def is_filled(self) -> bool:
        """Whether this round has its value."""
        return self.light.target.done_on is not None if self.is_yesno else self.kept is not None

    @property
    def agreement_light(self) -> Light:
        """The light of the whole agreement, as it counts."""
        return self.agreement.light

    @property
    def code(self) -> str:
        return self.row.asked.agreement_code

    @property
    def goal(self) -> str:
        return goal_words(self.light)

    @property
    def before(self) -> str:
        """What was measured last before this round, with its day."""
        before = self.row.before
        if before.measured is None or before.measured_on is None:
            return "–"
        value = quantity(before.measured, "", self.light.target.decimals)
        return f"{value} · {day_tiny(before.measured_on)}"

    @property
    def expected(self) -> str:
        """What the path asks on the day of the round."""
        expected = self.row.asked.expected
        return "–" if expected is None else quantity(expected, "", self.light.target.decimals)

    @property
    def difference(self) -> str:
        """How far the value is on the good (+) or the wrong (−) side of what was expected."""
        gap = self.light.reckoned.gap
        if gap is None or not self.is_filled:
            return ""
        sign = "+" if gap > 0 else "−" if gap < 0 else ""
        return sign + quantity(abs(gap), "")

    def show_kept(self, line: MeasurementLine | None) -> None:
        """Show what was measured on the day of this row; nothing when it was not measured."""
        self.kept, self.kept_id = None, None
        if line is not None:
            self.source, self.provisional = line.source, line.provisional
            self.kept, self.kept_id = line.value, line.id
        self.forget()

    def forget(self) -> None:
        """Show what is kept in place of what was typed."""
        self.wrong = ""
        if self.is_yesno:
            self.typed = _("yes") if self.is_filled else ""
        else:
            self.typed = "" if self.kept is None else _as_typed(self.kept)

    def go_on_from(self, before: Entry) -> None:
        """Stay as somebody was filling it in, after it was read again."""
        if before.kept_id is None and self.kept_id is None:
            self.source, self.provisional = before.source, before.provisional
        if before.wrong:
            self.typed, self.wrong = before.typed, before.wrong

    # Keeping -------------------------------------------------------------------------------------

    def keep(self, desk: Desk, meeting_id: int | None, sure: bool = False) -> bool:
        """Write what was typed; whether anything was written. Refuses what is no number or has two
        readings, what may be a typing error (Doubted) unless somebody is `sure`, and a day that
        was measured already."""
        if self.is_yesno:
            return self._keep_done(desk)
        if not self.typed.strip():
            self.forget()
            return False
        value = number(self.typed)
        if value == self.kept:
            self.wrong = ""
            return False
        doubted = doubt(value, self.row.before.measured)
        if doubted is not None and not sure:
            raise Doubted(value, doubted.previous, self.light.unit)
        self.kept_id = measure(
            desk.store,
            desk.who,
            self.id,
            self.day,
            value,
            self.source,
            provisional=self.provisional,
            meeting_id=meeting_id,
        )
        self.kept, self.wrong = value, ""
        return True

    def correct(self, desk: Desk, measurement_id: int, meeting_id: int | None) -> None:
        """Put what stands here in the place of a measurement, which stays visible."""
        value = number(self.typed)
        self.kept_id = correct(
            desk.store,
            desk.who,
            measurement_id,
            value,
            source=self.source,
            measured_on=self.day,
            provisional=self.provisional,
            meeting_id=meeting_id,
        )
        self.kept, self.wrong = value, ""

    def read_as(self, reading: Decimal) -> None:
        """Of the two readings of what was typed, this one was meant."""
        # A comma is a decimal mark in every language of the program.
        self.typed = plain_number(reading).replace(".", ",")

    def _keep_done(self, desk: Desk) -> bool:
        done = self.light.target.done_on
        words = self.typed.strip().casefold()
        if words in ("", _("no")):
            wanted = None
        elif words == _("yes"):
            wanted = done or self.day
        else:
            raise Refused(_("Type yes when it is done, and no when it is not."), "value")
        if wanted == done:
            self.forget()
            return False
        yesno_done(desk.store, desk.who, self.id, wanted)
        self.wrong = ""
        return True


def _as_typed(value: Decimal) -> str:
    return plain_number(value).replace(".", ",")
