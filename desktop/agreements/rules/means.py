"""What tenants have to do their task with: days of training (Overlegwet, art. 5e) and a budget
(art. 7)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.agreements.rules.form import Ambiguous, number
from desktop.language import _
from desktop.refused import Refused

LEAST_TRAINING_DAYS = 3  # a year, for each member of the board: art. 5e(2)
MOST_HALF_DAYS = 20  # of one training; more is a typing error


@dataclass(frozen=True)
class Settlement:
    """How a budget stands, in whole cents: what is left of it, or what was spent beyond it and
    who pays that."""

    amount: int
    spent: int
    left: int
    of_landlord: int
    of_tenants: int

    @property
    def over(self) -> int:
        """What was spent beyond the amount."""
        return self.of_landlord + self.of_tenants


def settle(amount: int, spent: int, consented: int) -> Settlement:
    """How a budget stands. What goes beyond it is for the landlord as far as it consented to it,
    and for the tenants themselves beyond that (art. 7(2))."""
    over = max(spent - amount, 0)
    of_landlord = min(over, consented)
    return Settlement(amount, spent, max(amount - spent, 0), of_landlord, over - of_landlord)


def training_right(agreed_days: int | None) -> int:
    """How many half days of training a member of the board has in a year: what was agreed, and
    never fewer than the article gives."""
    return 2 * max(agreed_days or 0, LEAST_TRAINING_DAYS)


def check_training_days(days: int | None) -> None:
    """Refuses to agree on fewer days than the article gives."""
    if days is not None and days < LEAST_TRAINING_DAYS:
        sentence = _(
            "A board has a right to at least {least} days of training a year (Overlegwet, "
            "art. 5e(2))."
        )
        raise Refused(sentence.format(least=LEAST_TRAINING_DAYS), "training_days")


def check_half_days(half_days: int) -> None:
    """Refuses a training of no time, and one that is too long to be true."""
    if not 1 <= half_days <= MOST_HALF_DAYS:
        sentence = _("A training takes between half a day and {n} days.")
        raise Refused(sentence.format(n=MOST_HALF_DAYS // 2), "half_days")


def cents(text: str, field: str) -> int:
    """An amount of euros as people type it, in whole cents. An amount has two decimals, so a point
    before three digits groups thousands: 1.200 is twelve hundred euros. Refuses what is no amount,
    and parts of a cent."""
    typed = text.strip().removeprefix("€")
    try:
        euros = number(typed, field)
    except Ambiguous as two:
        euros = max(two.readings)
    whole = (euros * 100).to_integral_value()
    if whole != euros * 100:
        raise Refused(_("An amount has two decimals, such as 12,50."), field)
    return int(whole)


def check_cents(cents: int, field: str) -> None:
    """Refuses an amount of nothing or less, and one of more than ten million euros."""
    if not 1 <= cents <= 1_000_000_000:
        raise Refused(_("Fill in an amount of more than € 0."), field)
