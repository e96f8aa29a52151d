"""What each choice of a way of working means, and what it rules out."""

from __future__ import annotations

from desktop.language import _
from desktop.viewings.states import UrgencyPolicy


def urgency_in_words(urgency: UrgencyPolicy) -> str:
    """How people with priority go through the round, and what that rules out (section 5)."""
    return {
        UrgencyPolicy.U1: _(
            "People with priority get the offer at once and see the dwelling with staff. Hosts "
            "welcome them after they said yes. Hosts do not receive them beforehand."
        ),
        UrgencyPolicy.U2: _(
            "People with priority join like everybody. Hosts do not know who they are. Advice "
            "cannot move them, and who misses the viewing keeps the offer."
        ),
        UrgencyPolicy.U3: _(
            "A fixed share of the dwellings goes to people with priority, outside the round. The "
            "others are shown by residents. The municipality has to agree."
        ),
        UrgencyPolicy.U4: _(
            "Dwellings that fit people with priority stay out of the viewings. That is said "
            "before the advert goes out, never afterwards."
        ),
    }[urgency]


def common_rules() -> str:
    """What holds with each of them (C1 to C6)."""
    return _(
        "Always: nobody here judges the priority again, its reason is shown to nobody, and what "
        "the viewing caused never counts against somebody."
    )


def alternative_words(alternative: str) -> str:
    """Another way to take part than with the group (R13b)."""
    return {
        "individual": _("a visit alone"),
        "phone": _("by phone"),
        "other day": _("on another day"),
    }[alternative]


def number_words() -> tuple[tuple[str, str], ...]:
    """The numbers of a way of working, by column, with what they count."""
    return (
        ("min_hosts", _("Hosts at a viewing")),
        ("group_max", _("Households at a time")),
        ("slot_minutes", _("Minutes a visit")),
        ("day_budget", _("Extra days at most")),
        ("answer_hours", _("Hours to answer an offer")),
        ("letters_working_days", _("Letters within working days")),
        ("complaint_weeks", _("Weeks to complain")),
        ("retention_weeks", _("Weeks until data are wiped")),
    )
