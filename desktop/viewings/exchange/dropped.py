"""What of a file does not enter, and why: each column is named with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from desktop.language import _
from desktop.language.fold import fold


class DropReason(Enum):
    """Why a column stays outside. Most say that it must not count; the last, that nobody needs
    it."""

    BSN = "citizen service number"
    INCOME = "income"
    BIRTH = "birth date"
    NATIONALITY = "nationality"
    GENDER = "gender"
    CHILDREN = "children"
    SIGNALS = "signals"
    URGENCY = "reason for priority"
    REMARKS = "remarks"
    OTHER = "not needed"


R = DropReason

# The first that fits counts, so the reason for priority stands before what it may mention.
_PATTERNS: tuple[tuple[DropReason, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (R.BSN, r"\bbsn\b|burgerservice|sofinummer|\bsofi\b|citizen service|social security"),
        (
            R.URGENCY,
            r"urgentie ?(reden|soort|grond|detail|categorie|profiel)|voorrangs?(reden|grond|soort)"
            r"|(reden|soort|grond|categorie) (van |voor )?(de )?(urgentie|voorrang)"
            r"|voorrangsregeling|(reason|ground|kind)s? (of|for) (the )?(urgency|priority)"
            r"|(urgency|priority) (reason|ground|kind)",
        ),
        (
            R.INCOME,
            r"inkomen|income|salaris|salary|\bloon\b|uitkering|vermogen|huurtoeslag|\bwages?\b",
        ),
        (
            R.BIRTH,
            r"geboorte(datum|jaar|dag)|geboren|leeftijd|birth ?(date|day|year)|of birth|\bage\b",
        ),
        (
            R.NATIONALITY,
            r"nationalit|geboorteland|geboorteplaats|herkomst|afkomst|verblijfs(titel|status|recht)"
            r"|\borigin\b|country of birth|etnic|ethnic",
        ),
        (R.GENDER, r"geslacht|\bgender\b|\bsex\b|\baanhef\b|\bm v\b|man vrouw"),
        (R.CHILDREN, r"kind(eren)?\b|children|gezins(samenstelling|situatie)|burgerlijke ?staat"),
        (
            R.SIGNALS,
            r"signal(en|ering)|\bsignaal|\bsignals?\b|huurschuld|overlast|\barrears\b|nuisance",
        ),
        (R.REMARKS, r"opmerking|notitie|toelichting|bijzonderhe|remark|\bnotes?\b|comment"),
    )
)


@dataclass(frozen=True)
class Dropped:
    """A column (or a field of a message, with its path) that was not read in."""

    column: str
    reason: DropReason

    @property
    def sentence(self) -> str:
        """What the report says: the column, and why it stayed outside."""
        return _("The column “{column}” was not imported: {why}").format(
            column=self.column, why=why(self.reason)
        )


def reason_for(heading: str) -> DropReason:
    """The reason that fits a heading best; OTHER when it holds nothing that must stay outside."""
    folded = fold(heading.replace("_", " "))
    for reason, pattern in _PATTERNS:
        if pattern.search(folded):
            return reason
    return DropReason.OTHER


def why(reason: DropReason) -> str:
    """The reason in words, to follow a colon."""
    return {
        R.BSN: _("this program keeps no citizen service numbers."),
        R.INCOME: _("income is secret and does not count here."),
        R.BIRTH: _("age does not count here."),
        R.NATIONALITY: _("origin does not count here."),
        R.GENDER: _("gender does not count here."),
        R.CHILDREN: _("children do not count here, only the number of persons."),
        R.SIGNALS: _("signals about tenants must not reach neighbours."),
        R.URGENCY: _("the reason for priority stays with the municipality."),
        R.REMARKS: _("free text about persons does not belong here."),
        R.OTHER: _("it is not needed."),
    }[reason]
