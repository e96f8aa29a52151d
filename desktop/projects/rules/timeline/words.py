"""A plan and what changes in it, said in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.language import _, ngettext
from desktop.language.format import day_month, day_name, day_plain
from desktop.language.lists import listed
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar
from desktop.projects.rules.timeline.replanning import Outcome

NAMED = 3  # so many tasks are named, the others are counted
CRITICAL_SHOWN = 5  # names in a line that people still read


def in_words(bar: PlanBar, plan: Plan) -> str:
    """One row as somebody would say it who sees it."""
    said = [_when(bar)]
    if bar.kind is not BarKind.MILESTONE:
        said.append(_("{percent} % done.").format(percent=bar.percent))
    said.append(_room(bar))
    waits_for = _names(plan, {link.before for link in plan.links if link.after == bar.id})
    if waits_for:
        said.append(_("Waits for {names}.").format(names=enumerated(waits_for)))
    if bar.baseline is not None and bar.baseline.finish != bar.finish:
        said.append(_("Agreed was {day}.").format(day=day_plain(bar.baseline.finish)))
    if bar.owner:
        said.append(_("Done by {owner}.").format(owner=bar.owner))
    if bar.state:
        said.append(_("State: {state}.").format(state=bar.state))
    return " ".join(said)


def _when(bar: PlanBar) -> str:
    if bar.kind is BarKind.MILESTONE:
        return _("{name}: milestone on {day}.").format(name=bar.name, day=day_name(bar.finish))
    sentence = ngettext(
        "{name}: from {start} up to and including {finish}, {n} working day.",
        "{name}: from {start} up to and including {finish}, {n} working days.",
        bar.days,
    )
    return sentence.format(
        name=bar.name, start=day_name(bar.start), finish=day_name(bar.finish), n=bar.days
    )


def _room(bar: PlanBar) -> str:
    if bar.is_critical:
        return _("On the critical path: later here is later for the whole project.")
    return ngettext(
        "Can be {n} working day late before the project is.",
        "Can be {n} working days late before the project is.",
        bar.slack,
    ).format(n=bar.slack)


def end_in_words(plan: Plan) -> str:
    """When the project ends."""
    return _("The project ends on {day}.").format(day=day_plain(plan.end))


def change_in_words(outcome: Outcome) -> str:
    """What a change does to the end of the project and to the critical path."""
    said = []
    if outcome.held_by:
        sentence = _("It cannot be earlier: it waits for {name}.")
        said.append(sentence.format(name=outcome.held_by))
    said.append(_end(outcome.end_before, outcome.end))
    if outcome.became_critical:
        sentence = _("Critical now: {names}.")
        said.append(sentence.format(names=enumerated(outcome.became_critical)))
    if outcome.got_room:
        sentence = _("Critical no longer: {names}.")
        said.append(sentence.format(names=enumerated(outcome.got_room)))
    return " ".join(said)


def _end(before: date, now: date) -> str:
    if before == now:
        return _("The end stays {day}.").format(day=day_month(now))
    written = day_month if before.year == now.year else day_plain
    return _("The end moves from {before} to {now}.").format(
        before=written(before), now=written(now)
    )


def enumerated(names: Sequence[str]) -> str:
    """`Sloop, Dak en Gevel`; of many the first few, and how many others there are."""
    if len(names) > NAMED + 1:
        n = len(names) - NAMED
        others = ngettext("{n} other", "{n} others", n).format(n=n)
        return listed((*names[:NAMED], others))
    return listed(names)


def _names(plan: Plan, ids: set[str]) -> list[str]:
    return [bar.name for bar in plan.bars if bar.id in ids]


def critical_names(plan: Plan) -> list[str]:
    """The tasks of the critical path in the order of the plan."""
    return [bar.name for bar in plan.bars if bar.is_critical and bar.kind is BarKind.TASK]


def critical_words(plan: Plan) -> str:
    """`kritiek pad: advies → akkoord → uitvoering`."""
    names = critical_names(plan)
    if not names:
        return ""
    shown = " → ".join(names[:CRITICAL_SHOWN])
    more = " → …" if len(names) > CRITICAL_SHOWN else ""
    return _("critical path: {names}").format(names=shown + more)
