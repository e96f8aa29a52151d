"""Whether enough tenants agreed to a renovation for the law to call the proposal reasonable.

Burgerlijk Wetboek, art. 7:220(3): with ten or more dwellings that form one structural unit, the
proposal is presumed reasonable when seventy percent or more of the tenants agreed. One tenancy is
one voice, joint tenants together one; who has not answered has not agreed, and an empty dwelling
has no tenant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.language import _
from desktop.refused import Refused
from desktop.terms.counting import Term, last_day
from desktop.terms.statutory import rule

PRESUMPTION = "renovation-presumption"
COURT = "renovation-court"
LEAST_DWELLINGS = 10
TENTHS = 7  # seventy percent, in whole numbers


@dataclass(frozen=True)
class Consent:
    """How a consent round stands: `tenancies` are those that can answer, `needed` how many of them
    must agree, `agreed` how many did. Below ten dwellings nothing can be reached: there is no
    presumption, whatever the score."""

    tenancies: int
    agreed: int
    needed: int
    reached: bool
    still_possible: bool
    presumption_applies: bool
    refused: int
    unanswered: int
    dwellings: int

    @property
    def is_enough(self) -> bool:
        """Whether the proposal needs no other one: seventy percent, or all of fewer dwellings."""
        return self.reached or self.agreed == self.tenancies

    @property
    def lacking(self) -> int:
        """How many must still agree."""
        return max(self.needed - self.agreed, 0)

    @property
    def percent(self) -> int:
        """How many percent agreed."""
        return percent(self.agreed, self.tenancies)

    @property
    def most_percent(self) -> int:
        """How many percent would have agreed when all who did not answer still do."""
        return percent(self.agreed + self.unanswered, self.tenancies)


def consent(agreed: int, refused: int, unanswered: int, dwellings: int) -> Consent:
    """Count a round. Refused: a number below 0, no tenancy at all, and more answers than there
    are dwellings, because then one was counted twice."""
    for field, number in (
        ("agreed", agreed),
        ("refused", refused),
        ("unanswered", unanswered),
        ("dwellings", dwellings),
    ):
        if number < 0:
            raise Refused(_("A number of tenancies cannot be below 0."), field)
    tenancies = agreed + refused + unanswered
    if tenancies == 0:
        raise Refused(
            _("There is no tenancy that can agree. Add the dwellings first."), "dwellings"
        )
    if tenancies > dwellings:
        raise Refused(
            _(
                "There are {tenancies} answers of {dwellings} dwellings. A dwelling was counted "
                "twice: correct that first."
            ).format(tenancies=tenancies, dwellings=dwellings),
            "dwellings",
        )
    applies = dwellings >= LEAST_DWELLINGS
    return Consent(
        tenancies=tenancies,
        agreed=agreed,
        needed=needed(tenancies),
        reached=applies and enough(agreed, tenancies),
        still_possible=applies and enough(agreed + unanswered, tenancies),
        presumption_applies=applies,
        refused=refused,
        unanswered=unanswered,
        dwellings=dwellings,
    )


def enough(agreed: int, tenancies: int) -> bool:
    """Whether so many of the tenancies are seventy percent or more."""
    return 10 * agreed >= TENTHS * tenancies


def needed(tenancies: int) -> int:
    """The smallest number that is enough."""
    return -(-TENTHS * tenancies // 10)


def percent(agreed: int, tenancies: int) -> int:
    """A share in whole percents, half a percent upwards; but never 70 while it is not enough:
    39 of 56 shows as 69 %."""
    rounded = (200 * agreed + tenancies) // (2 * tenancies)
    return rounded if enough(agreed, tenancies) else min(rounded, 10 * TENTHS - 1)


def court_term(notice_on: date) -> Term:
    """The term in which a tenant who did not agree can go to court, after the written notice that
    seventy percent was reached (art. 7:220(3))."""
    return last_day(notice_on, weeks=rule(COURT, notice_on).term)
