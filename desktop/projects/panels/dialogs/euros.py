"""Money in a dialog: whole euros on the screen, cents in its value."""

from __future__ import annotations

from desktop.widgets.fields import NumberInput

CENTS = 100  # in a euro


class EurosInput(NumberInput):
    """From nothing up to `most` cents, which is what the action takes. Cents that came from a
    file stay for as long as nobody changes the euros before them."""

    def __init__(self, cents: int, most: int) -> None:
        super().__init__(cents // CENTS, 0, most // CENTS)
        self._given = cents

    def value(self) -> int:
        euros = super().value()
        return self._given if euros == self._given // CENTS else euros * CENTS

    def set_value(self, value: int) -> None:
        super().set_value(value // CENTS)
        self._given = value
