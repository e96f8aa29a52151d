"""What becomes of a plan when a task is moved, stretched or linked, in dates and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.projects.rules.schedule import Link
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar
from desktop.projects.rules.timeline.replanning import Moved, Outcome, Replanning, Stretched
from desktop.projects.rules.timeline.words import change_in_words, in_words
from desktop.refused import Refused
from tests.support.projects import agreed, renovation


@pytest.fixture
def replanning() -> Replanning:
    return Replanning(renovation())


def bar(plan: Plan | Outcome, id: str) -> PlanBar:
    return next(bar for bar in plan.bars if bar.id == id)


def kept(plan: Plan, outcome: Outcome) -> Plan:
    """The plan once a change of it was kept."""
    return replace(plan, bars=tuple(outcome.bars))


def test_a_task_that_is_stretched_moves_all_that_waits_for_it(replanning):
    outcome = replanning.stretch_by("sloop", 2)
    assert outcome.change == Stretched("sloop", 7)
    assert bar(outcome, "dak").start == date(2026, 12, 2)
    assert bar(outcome, "klaar").finish == date(2026, 12, 15)
    assert bar(outcome, "alles").finish == date(2026, 12, 15)
    assert change_in_words(outcome) == "Einde schuift van 11 december naar 15 december."


def test_a_task_with_room_that_takes_it_all_becomes_critical(replanning):
    outcome = replanning.move_to("gevel", date(2026, 12, 14))
    assert outcome.change == Moved("gevel", date(2026, 12, 14))
    assert change_in_words(outcome) == (
        "Einde schuift van 11 december naar 16 december. Nu kritiek: Gevel. "
        "Niet meer kritiek: Sloop en Dak."
    )


def test_of_a_group_that_has_room_now_only_the_tasks_are_named():
    plan = renovation()
    other = (
        PlanBar("buurt", "Buurt", plan.begins, plan.begins, 0, BarKind.SUMMARY),
        PlanBar("groen", "Groen", plan.begins, plan.begins, 1, depth=1),
    )
    outcome = Replanning(replace(plan, bars=(*plan.bars, *other))).move_by("groen", 20)
    assert outcome.became_critical == ("Groen",)
    assert outcome.got_room == ("Sloop", "Dak", "Klaar")


def test_a_task_begins_no_earlier_than_what_it_waits_for_allows(replanning):
    outcome = replanning.move_to("dak", date(2026, 11, 25))
    assert outcome.change == Moved("dak", None)
    assert tuple(outcome.bars) == replanning.plan.bars
    assert change_in_words(outcome) == (
        "Eerder kan niet: dit wacht op Sloop. Einde blijft 11 december."
    )


def test_a_task_that_is_moved_back_begins_as_soon_as_it_can(replanning):
    later = kept(replanning.plan, replanning.move_by("gevel", 2))
    assert bar(later, "gevel").not_before == date(2026, 12, 2)
    outcome = Replanning(later).move_to("gevel", date(2026, 11, 30))
    assert outcome.change == Moved("gevel", None)
    assert tuple(outcome.bars) == replanning.plan.bars


def test_a_milestone_stands_on_the_day_to_which_it_is_moved(replanning):
    outcome = replanning.move_to("klaar", date(2026, 12, 15))
    assert bar(outcome, "klaar").finish == date(2026, 12, 15)
    later = kept(replanning.plan, outcome)
    assert Replanning(later).as_planned() == later


def test_the_agreed_plan_stays_what_it_was():
    plan = agreed(renovation())
    later = kept(plan, Replanning(plan).stretch_by("dak", 30))
    assert [bar.baseline for bar in later.bars] == [bar.baseline for bar in plan.bars]
    assert "Vastgelegd was 11 december 2026." in in_words(bar(later, "dak"), later)


def test_work_that_was_begun_stays_on_its_day_and_says_why_it_cannot_be_moved():
    plan = renovation()
    fixed = tuple(
        replace(b, fixed="Gevel is al begonnen.") if b.id == "gevel" else b for b in plan.bars
    )
    replanning = Replanning(replace(plan, bars=fixed))
    outcome = replanning.stretch_by("sloop", 20)
    assert bar(outcome, "gevel").start == date(2026, 11, 30)
    with pytest.raises(Refused, match="al begonnen"):
        replanning.move_by("gevel", 1)
    assert bar(replanning.stretch_by("gevel", 1), "gevel").days == 4


def test_what_is_in_a_group_waits_for_what_the_group_waits_for():
    plan = renovation()
    asbestos = PlanBar("asbest", "Asbest", plan.begins, plan.begins, 2)
    links = (*plan.links, Link("asbest", "alles"))
    plan = Replanning(replace(plan, bars=(asbestos, *plan.bars), links=links)).as_planned()
    outcome = Replanning(plan).move_to("sloop", plan.begins)
    assert bar(outcome, "sloop").start == date(2026, 11, 25)
    assert outcome.change == Moved("sloop", None)
    assert outcome.held_by == "Asbest"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda p: p.move_by("alles", 1), "Een groep volgt haar taken."),
        (lambda p: p.stretch_by("klaar", 1), "Een mijlpaal duurt geen dagen."),
        (lambda p: p.link("dak", "sloop"), "op elkaar: Sloop → Dak → Sloop."),
        (lambda p: p.link("sloop", "dak"), "Dak wacht al op Sloop."),
        (lambda p: p.link("dak", "dak"), "Een taak kan niet op zichzelf wachten."),
        (lambda p: p.link("alles", "dak"), "Deze taken wachten op elkaar"),
    ],
)
def test_what_cannot_be_is_refused_in_words(replanning, change, sentence):
    with pytest.raises(Refused) as refused:
        change(replanning)
    assert sentence in refused.value.sentence


def test_a_link_gives_the_plan_that_comes_of_it(replanning):
    plan = replanning.link("dak", "gevel")
    assert plan.links[-1] == Link("dak", "gevel")
    assert bar(plan, "gevel").start == date(2026, 12, 14)


def test_a_row_says_itself_as_a_sentence(replanning):
    assert in_words(bar(replanning.plan, "gevel"), replanning.plan) == (
        "Gevel: van maandag 30 november tot en met woensdag 2 december, 3 werkdagen. 0 % gedaan. "
        "Kan 7 werkdagen uitlopen voordat het project later klaar is. Wacht op Sloop."
    )
