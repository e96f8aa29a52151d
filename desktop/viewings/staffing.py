"""Who receives at a viewing, in words for screen and paper."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _, pgettext
from desktop.viewings.queries.calendar import Planned, Staffing
from desktop.viewings.states import ShiftState

STAFFING: Mapping[Staffing, str] = {
    Staffing.NO_PAIR: N_("No pair yet"),
    Staffing.ASKED: N_("Pair asked"),
    Staffing.COMPLETE: N_("Pair complete"),
    Staffing.STAFF: N_("With staff"),
    Staffing.HELD: N_("Held"),
    Staffing.CALLED_OFF: N_("Called off"),
}


def staffing_words(staffing: Staffing) -> str:
    """How it stands with the hosts, in the language in use."""
    return _(STAFFING[staffing])


def staffing_in_short(staffing: Staffing) -> str:
    """The same in one word, for the narrow block of a week."""
    return {
        Staffing.NO_PAIR: pgettext("hosts", "Needed"),
        Staffing.ASKED: pgettext("hosts", "Asked"),
        Staffing.COMPLETE: pgettext("hosts", "Complete"),
        Staffing.STAFF: pgettext("hosts", "Staff"),
        Staffing.HELD: _("Held"),
        Staffing.CALLED_OFF: _("Called off"),
    }[staffing]


def hosts_in_words(planned: Planned) -> str:
    """`Ria komt, Ahmed gevraagd`: who receives and what they said; nobody when it is called off."""
    if planned.staffing is Staffing.CALLED_OFF:
        return ""
    said = {
        ShiftState.PROPOSED: _("{name} proposed"),
        ShiftState.ASKED: _("{name} asked"),
        ShiftState.CONFIRMED: _("{name} is coming"),
        ShiftState.HELD: _("{name} was there"),
    }
    return ", ".join(said[host.state].format(name=host.name) for host in planned.hosts)
