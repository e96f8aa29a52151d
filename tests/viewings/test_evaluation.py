"""The evaluation against worlds that are small enough to count by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desktop.estate.model import BuildingKind
from desktop.language import LANGUAGES, in_language, use_language
from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.viewings.documents import printables
from desktop.viewings.model import CohesionSurvey, Complaint, Pilot
from desktop.viewings.queries.evaluation import Evaluation, as_paper, evaluation
from desktop.viewings.queries.evaluation.results import Result
from desktop.viewings.queries.evaluation.types import TypesBy
from desktop.viewings.rules.complex_types import Trait
from desktop.viewings.rules.evaluation import Finding, Verdict
from desktop.viewings.rules.measures import BIASES, Question
from desktop.viewings.rules.statistics import Share, wilson
from desktop.viewings.states import (
    ComplaintAbout,
    GuardEvent,
    OfferAnswer,
    PilotRole,
    Route,
    UrgencyPolicy,
    ViewingState,
)
from tests.support.demo_world import opened
from tests.support.pdf import words_of
from tests.support.pilot import STARTS_ON, PilotWorld, Visitor

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
YES, NO = OfferAnswer.ACCEPTED, OfferAnswer.REFUSED
CHOSEN_WITH_PRIORITY = (Visitor(priority=True, offer=YES),)


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    """The words of the source, so that better Dutch breaks nothing."""
    use_language("en")


@pytest.fixture
def session(store: Store, who: Actor) -> Iterator[Session]:
    with store.act(who, "test.pilot") as act:
        yield act.session


@pytest.fixture
def pilot(session: Session) -> PilotWorld:
    return PilotWorld(session)


def result(found: Evaluation, key: str, column: str = "Kadeflat", of: str = "") -> Result:
    """One figure."""
    line = next(one for one in found.lines if one.measure.key == key and one.of == of)
    return line.results[[c.name for c in found.columns].index(column)]


def test_without_a_pilot_there_is_nothing_to_evaluate(session: Session) -> None:
    with pytest.raises(Refused):
        evaluation(session, NOW)


def test_lettings_to_people_with_priority_are_counted(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade, visitors=CHOSEN_WITH_PRIORITY)
    pilot.let(kade)
    pilot.let(kade)

    counted = result(evaluation(pilot.session, NOW), "priority_share")

    assert counted.share == Share(1, 3)
    assert counted.words.startswith("1 of 3 (")
    assert [case.words for case in counted.cases] == ["yes", "no", "no"]


def test_lettings_before_the_start_stand_on_a_line_of_their_own(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade)
    pilot.let(kade, day=STARTS_ON - timedelta(days=100), visitors=CHOSEN_WITH_PRIORITY)
    pilot.let(kade, day=STARTS_ON - timedelta(days=1500), visitors=CHOSEN_WITH_PRIORITY)

    found = evaluation(pilot.session, NOW)

    assert result(found, "priority_share").share == Share(0, 1)
    before = result(found, "priority_share", of="in the three years before")
    assert before.share == Share(1, 1)


def test_each_way_of_dealing_with_priority_is_counted_apart(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat", urgency=UrgencyPolicy.U2)
    haven = pilot.complex("Havenflat", urgency=UrgencyPolicy.U1)
    pilot.let(kade, visitors=CHOSEN_WITH_PRIORITY)
    pilot.let(kade)
    pilot.let(haven)

    outside, same_round = evaluation(pilot.session, NOW).by_policy

    assert outside.startswith("Outside the round (1 dwelling): ")
    assert "lettings to people with priority 0 of 1" in outside
    assert "lettings to people with priority 1 of 2" in same_round


def test_what_is_hidden_under_one_policy_is_told_of_none(pilot: PilotWorld) -> None:
    refused = tuple(Visitor(offer=OfferAnswer.REFUSED) for _place in range(6))
    pilot.let(pilot.complex("Kadeflat", urgency=UrgencyPolicy.U2), visitors=refused)
    one = pilot.complex("Havenflat", urgency=UrgencyPolicy.U1)
    pilot.let(one, visitors=(Visitor(offer=OfferAnswer.REFUSED),))

    for sentence in evaluation(pilot.session, NOW).by_policy:
        assert "offers refused" not in sentence


def test_somebody_passed_over_without_a_reason_is_counted_and_can_be_found(
    pilot: PilotWorld,
) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade)
    wrong = pilot.let(kade, passed_over=True)

    found = evaluation(pilot.session, NOW)

    counted = result(found, "passed_without_code")
    assert counted.value == 1
    assert [case.vacancy_id for case in counted.cases] == [wrong.id]
    assert found.answers[0].verdict.startswith("1 candidate with priority")


def test_days_to_an_offer_are_the_median(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    for days in (6, 7, 9, 12, 20):
        pilot.let(kade, visitors=(Visitor(offer=YES, offered_after=days),))

    found = evaluation(pilot.session, NOW)

    days_to_offer = result(found, "days_to_offer", of="without priority")
    assert (days_to_offer.value, days_to_offer.n) == (9, 5)


def test_a_no_show_counts_among_those_who_said_yes(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    stayed_away = Visitor(came=False)
    pilot.let(kade, visitors=(Visitor(offer=YES), stayed_away, stayed_away, Visitor(), Visitor()))

    found = evaluation(pilot.session, NOW)

    assert result(found, "no_shows", of="without priority").share == Share(2, 5)


def test_fewer_than_five_people_are_hidden(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    refuses = Visitor(priority=True, offer=NO)
    pilot.let(kade, visitors=(refuses, refuses, refuses, Visitor(offer=YES)))

    found = evaluation(pilot.session, NOW)

    hidden = result(found, "refusals", of="with priority")
    assert (hidden.share, hidden.value) == (None, None)
    assert hidden.words == "fewer than 5, not shown"


def test_five_people_are_shown(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    refuses = Visitor(priority=True, offer=NO)
    pilot.let(kade, visitors=(*[refuses] * 5, Visitor(offer=YES)))

    found = evaluation(pilot.session, NOW)

    assert result(found, "refusals", of="with priority").share == Share(5, 5)


def test_fewer_than_five_marks_are_hidden(pilot: PilotWorld) -> None:
    kade, haven = pilot.complex("Kadeflat"), pilot.complex("Havenflat")
    pilot.survey(kade, [7, 8, 9, 8])
    pilot.survey(haven, [7, 8, 9, 8, 8])

    found = evaluation(pilot.session, NOW)

    assert result(found, "mark").value is None
    assert result(found, "mark", "Havenflat").value == 8


def test_a_total_does_not_give_away_the_one_complex_that_is_hidden(pilot: PilotWorld) -> None:
    kade, haven = pilot.complex("Kadeflat"), pilot.complex("Havenflat")
    pilot.survey(haven, [7, 8, 9, 8, 8])
    pilot.survey(kade, [7, 8, 9, 8])
    assert result(evaluation(pilot.session, NOW), "mark", "All in the pilot").is_hidden

    pilot.survey(kade, [8])

    assert result(evaluation(pilot.session, NOW), "mark", "All in the pilot").n == 10


def test_priority_that_was_lost_counts_only_when_the_tour_did_not_cause_it(
    pilot: PilotWorld,
) -> None:
    kade = pilot.complex("Kadeflat")
    for place in range(7):
        vacancy = pilot.let(kade, visitors=(Visitor(priority=True, came=False), Visitor(offer=YES)))
        pilot.guard(vacancy, GuardEvent.NO_SHOW, counts=place < 5)

    assert result(evaluation(pilot.session, NOW), "priority_lost").value == 5


def test_a_pair_is_in_time_when_two_said_yes_48_hours_before(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade, hours_before=72)
    pilot.let(kade, hours_before=24)
    pilot.let(kade, hosts=1)
    pilot.let(kade)

    assert result(evaluation(pilot.session, NOW), "pair_in_time").share == Share(2, 4)


def test_a_viewing_that_was_moved_or_called_off_was_not_held_as_planned(
    pilot: PilotWorld,
) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade)
    pilot.let(kade, moved=True)
    pilot.let(kade, state=ViewingState.CANCELLED)

    assert result(evaluation(pilot.session, NOW), "held_as_planned").share == Share(1, 3)


def test_a_viewing_whose_report_is_not_there_yet_does_not_count(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade)
    pilot.let(kade, state=ViewingState.INVITED)

    assert result(evaluation(pilot.session, NOW), "held_as_planned").share == Share(1, 1)


def test_a_viewing_to_come_does_not_count(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade)
    pilot.let(kade, extra_days=400, state=ViewingState.INVITED)

    assert result(evaluation(pilot.session, NOW), "pair_in_time").share == Share(1, 1)


def test_extra_days_are_held_against_what_was_agreed(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    for days in (0, 1, 3, 4):
        pilot.let(kade, extra_days=days)

    found = evaluation(pilot.session, NOW)

    assert result(found, "within_day_budget").share == Share(3, 4)
    assert result(found, "extra_days").value == 2


def test_a_dwelling_that_staff_showed_is_a_fallback(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    pilot.let(kade)
    pilot.let(kade, hosts=0)

    assert result(evaluation(pilot.session, NOW), "fallback").share == Share(1, 2)


def test_u4_a_dwelling_labelled_beforehand_is_no_failure_of_residents(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat", urgency=UrgencyPolicy.U4)
    pilot.let(kade, route=Route.STAFF_ONLY)

    found = evaluation(pilot.session, NOW)

    assert not any(line.measure.key == "fallback" for line in found.lines)


def test_complexes_to_compare_with_say_nothing_about_residents(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    park = pilot.complex("Parkflat", PilotRole.COMPARISON)
    pilot.let(kade)
    pilot.let(park, route=Route.STAFF_ONLY)

    found = evaluation(pilot.session, NOW)

    assert result(found, "pair_in_time", "Parkflat") == Result()
    assert result(found, "priority_share", "Parkflat").share == Share(0, 1)


def test_a_lease_counts_after_a_year(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    begun = date(2025, 11, 10)
    pilot.let(kade, contract_on=begun)
    pilot.let(kade, contract_on=begun, lease_ended_on=begun + timedelta(days=200))
    pilot.let(kade, contract_on=begun, lease_ended_on=begun + timedelta(days=370))
    pilot.let(kade, contract_on=date(2026, 6, 1))

    assert result(evaluation(pilot.session, NOW), "lease_running").share == Share(2, 3)


# Verdicts ---------------------------------------------------------------------------------------


def verdict_on(found: Evaluation, name: str) -> Verdict | None:
    return next(column.verdict for column in found.columns if column.name == name)


def test_complaints_of_the_first_year_count_once_that_year_is_over(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    long_ago = NOW.date() - timedelta(days=400)
    old = pilot.let(kade, contract_on=long_ago)
    new = pilot.let(kade, contract_on=NOW.date() - timedelta(days=30))
    for vacancy, days in ((old, 100), (old, 380), (new, 10)):
        assert vacancy.contract_on is not None
        received_on = vacancy.contract_on + timedelta(days=days)
        pilot.session.add(
            Complaint(
                vacancy_id=vacancy.id,
                about=ComplaintAbout.ORDER,
                received_on=received_on,
                answer_by=received_on,
            )
        )
    pilot.session.flush()

    counted = result(evaluation(pilot.session, NOW), "complaints_year")

    assert (counted.words, counted.n) == ("1", 1)


def test_few_lettings_are_too_little_data(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    for _letting in range(3):
        pilot.let(kade)

    found = evaluation(pilot.session, NOW)

    assert verdict_on(found, "Kadeflat") is Verdict.TOO_LITTLE
    assert "too little data" in found.answers[1].verdict


def test_enough_lettings_that_went_well_are_workable(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    for _letting in range(12):
        pilot.let(kade)

    assert wilson(Share(12, 12)).low > 0.70
    assert verdict_on(evaluation(pilot.session, NOW), "Kadeflat") is Verdict.WORKABLE


def test_enough_lettings_that_staff_showed_are_not_workable(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    for _letting in range(12):
        pilot.let(kade, hosts=0)

    assert verdict_on(evaluation(pilot.session, NOW), "Kadeflat") is Verdict.NOT_WORKABLE


def test_without_thresholds_from_before_the_start_there_is_no_verdict(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat", fixed=False)
    for _letting in range(12):
        pilot.let(kade)

    found = evaluation(pilot.session, NOW)

    assert verdict_on(found, "Kadeflat") is None
    assert found.fixed_on is None
    assert "no thresholds were fixed" in found.answers[1].verdict


def test_complexes_of_one_type_are_judged_together(pilot: PilotWorld) -> None:
    kade, sluis = pilot.complex("Kadeflat"), pilot.complex("Sluisflat")
    for _letting in range(6):
        pilot.let(kade)
        pilot.let(sluis)
    tower = pilot.complex("Toren", building=BuildingKind.TOWER)
    pilot.let(tower)

    found = evaluation(pilot.session, NOW)

    assert [one.complexes for one in found.types] == [("Kadeflat", "Sluisflat"), ("Toren",)]
    assert verdict_on(found, "Kadeflat") is Verdict.WITH_HELP
    assert found.types[0].verdict is Verdict.WORKABLE


def by(found: Evaluation, trait: Trait) -> TypesBy:
    return next(one for one in found.by_trait if one.trait is trait)


@pytest.mark.parametrize(
    ("trait", "facts", "others"),
    [
        (Trait.BUILDING, {}, {"building": BuildingKind.TOWER}),
        (Trait.PEOPLE, {"target_group": "SEN"}, {"target_group": "GEZ"}),
        (Trait.LIVING_FORM, {"living_form": "GRO"}, {"living_form": ""}),
        (Trait.SIZE, {"dwelling_count": 96}, {"dwelling_count": 140}),
        (Trait.SHARED_ROOMS, {"shared_rooms": "koffiehoek"}, {"shared_rooms": ""}),
        (Trait.AGE_LABEL, {"age_from": 55}, {"age_from": None}),
        (Trait.TURNOVER, {"turnover_percent": 5.9}, {"turnover_percent": 9.5}),
    ],
)
def test_q2_complexes_are_judged_together_by_each_trait(
    pilot: PilotWorld, trait: Trait, facts: dict[str, object], others: dict[str, object]
) -> None:
    kade, sluis = pilot.complex("Kadeflat", **facts), pilot.complex("Sluisflat", **facts)
    other = pilot.complex("Toren", **{**facts, **others})
    for _letting in range(6):
        pilot.let(kade)
        pilot.let(sluis)
        pilot.let(other, hosts=0)

    types = by(evaluation(pilot.session, NOW), trait)

    assert [one.complexes for one in types.types] == [("Kadeflat", "Sluisflat"), ("Toren",)]
    assert [one.counts.split(" (")[0] for one in types.types] == ["12 of 12", "0 of 6"]
    assert types.types[0].verdict is Verdict.WORKABLE
    assert types.types[1].verdict is not Verdict.WORKABLE
    assert types.adds_up


def test_q2_of_each_type_the_measures_of_the_question_are_counted_together(
    pilot: PilotWorld,
) -> None:
    kade = pilot.complex("Kadeflat", shared_rooms="tuin")
    sluis = pilot.complex("Sluisflat", shared_rooms="wasruimte")
    tower = pilot.complex("Toren")
    for _letting in range(5):
        pilot.let(kade, extra_days=1)
        pilot.let(sluis, extra_days=3)
        pilot.let(tower, extra_days=0)

    found = by(evaluation(pilot.session, NOW), Trait.SHARED_ROOMS)
    measured = {line.measure.key: line.results for line in found.lines}

    assert [result.value for result in measured["extra_days"]] == [2, 0]
    assert [result.n for result in measured["pair_in_time"]] == [10, 5]
    assert {"held_as_planned", "fallback", "complaints", "no_shows"} <= set(measured)


def test_q2_a_type_gives_away_nothing_of_a_complex_that_is_hidden(pilot: PilotWorld) -> None:
    kade, sluis = pilot.complex("Kadeflat"), pilot.complex("Sluisflat")
    tower = pilot.complex("Toren", building=BuildingKind.TOWER)
    pilot.let(kade, visitors=(Visitor(came=False),) * 3)
    pilot.let(sluis, visitors=(Visitor(),) * 20)
    pilot.let(tower, visitors=(Visitor(),) * 20)

    found = by(evaluation(pilot.session, NOW), Trait.BUILDING)
    galleries, towers = next(
        line.results
        for line in found.lines
        if line.label.startswith("Did not appear") and "without" in line.label
    )

    assert galleries.is_hidden
    assert not towers.is_hidden


def test_q2_where_each_type_is_one_complex_the_figures_are_not_said_twice(
    pilot: PilotWorld,
) -> None:
    pilot.let(pilot.complex("Kadeflat", age_from=55))
    pilot.let(pilot.complex("Sluisflat"))
    found = evaluation(pilot.session, NOW)
    assert not any(one.adds_up for one in found.by_trait)
    assert len(by(found, Trait.AGE_LABEL).types) == 2


# Comparing --------------------------------------------------------------------------------------


def finding(found: Evaluation, key: str) -> Finding:
    return next(one.finding for one in found.comparisons if one.key == key)


def test_fewer_than_ten_on_a_side_is_too_little_to_compare(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    park = pilot.complex("Parkflat", PilotRole.COMPARISON)
    for _letting in range(9):
        pilot.let(kade, visitors=CHOSEN_WITH_PRIORITY)
        pilot.let(park, route=Route.STAFF_ONLY)

    assert finding(evaluation(pilot.session, NOW), "priority_share") is Finding.TOO_LITTLE


def test_a_comparison_does_not_give_away_what_is_hidden(pilot: PilotWorld) -> None:
    kade, haven = pilot.complex("Kadeflat"), pilot.complex("Havenflat")
    park = pilot.complex("Parkflat", PilotRole.COMPARISON)
    refuses, takes = Visitor(priority=True, offer=NO), Visitor(offer=YES)
    pilot.let(kade, visitors=(*[refuses] * 4, takes))
    pilot.let(haven, visitors=(*[refuses] * 12, *[takes] * 5))
    pilot.let(park, route=Route.STAFF_ONLY, visitors=(*[refuses] * 12, *[takes] * 5))

    keys = {one.key for one in evaluation(pilot.session, NOW).comparisons}

    assert "refusals_priority" not in keys
    assert "refusals" not in keys


def test_a_clear_difference_is_an_indication(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    park = pilot.complex("Parkflat", PilotRole.COMPARISON)
    for _letting in range(12):
        pilot.let(kade, visitors=CHOSEN_WITH_PRIORITY)
        pilot.let(park, route=Route.STAFF_ONLY)

    assert finding(evaluation(pilot.session, NOW), "priority_share") is Finding.INDICATION


def test_a_change_is_compared_only_with_ten_dwellings_in_each_cell(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    park = pilot.complex("Parkflat", PilotRole.COMPARISON)
    before = STARTS_ON - timedelta(days=60)
    for _letting in range(10):
        pilot.let(kade)
        pilot.let(kade, day=before)
        pilot.let(park, route=Route.STAFF_ONLY)
    for _letting in range(9):
        pilot.let(park, day=before, route=Route.STAFF_ONLY)
    keys = {one.key for one in evaluation(pilot.session, NOW).comparisons}
    assert "priority_share_change" not in keys

    pilot.let(park, day=before, route=Route.STAFF_ONLY)

    keys = {one.key for one in evaluation(pilot.session, NOW).comparisons}
    assert "priority_share_change" in keys


def test_living_together_is_the_mean_of_each_wave(pilot: PilotWorld) -> None:
    kade = pilot.complex("Kadeflat")
    for wave, answer in ((0, 3), (12, 4)):
        pilot.session.add_all(
            CohesionSurvey(
                complex_id=kade.id,
                wave=wave,
                answers=[6 - answer, *[answer] * 5],
                understands=answer,
            )
            for _household in range(5)
        )
    pilot.session.flush()

    found = evaluation(pilot.session, NOW)

    assert result(found, "cohesion", of="after 0, 12 and 24 months").words == "3 → 4 (n = 5)"


def survey(pilot: PilotWorld, wave: int, understands: int, is_host: bool, last: int | None) -> None:
    """Five households of the first complex answered alike; `last` is the sensitive statement."""
    [complex_id] = {row.complex_id for row in pilot.session.query(Pilot)}
    pilot.session.add_all(
        CohesionSurvey(
            complex_id=complex_id,
            wave=wave,
            is_host=is_host,
            answers=[3, 3, 3, 3, 3, last],
            understands=understands,
        )
        for _household in range(5)
    )
    pilot.session.flush()


def test_what_hosts_understand_stands_apart_from_the_residents(pilot: PilotWorld) -> None:
    pilot.complex("Kadeflat")
    pilot.session.flush()
    survey(pilot, 0, understands=2, is_host=False, last=3)
    survey(pilot, 12, understands=2, is_host=False, last=3)
    survey(pilot, 12, understands=4, is_host=True, last=3)

    found = evaluation(pilot.session, NOW)

    hosts = result(found, "understands", of="hosts after 0, 12 and 24 months")
    everybody = result(found, "understands", of="residents after 0, 12 and 24 months")
    assert hosts.words == "– → 4 (n = 0, 5)"
    assert everybody.words == "2 → 3 (n = 5, 10)"


@pytest.mark.parametrize(("last", "said"), [(None, True), (3, False)])
def test_the_report_says_when_the_sensitive_statement_was_not_asked(
    pilot: PilotWorld, last: int | None, said: bool
) -> None:
    pilot.complex("Kadeflat")
    pilot.session.flush()
    survey(pilot, 0, understands=2, is_host=False, last=last)
    limits = " ".join(evaluation(pilot.session, NOW).limits)
    assert ("was not asked" in limits) is said


# The planner, the words, the paper --------------------------------------------------------------


def test_the_planner_says_in_which_month_it_can_be_known(pilot: PilotWorld) -> None:
    pilot.complex("Kadeflat")
    pilot.complex("Parkflat", PilotRole.COMPARISON)

    found = evaluation(pilot.session, NOW)

    # 66 lettings a side at 5.9 a year are 135 months.
    assert found.plan is not None
    assert found.plan.month == date(2037, 2, 1)
    assert found.planner[-1] == "With this turnover you know this in February 2037."


def test_without_complexes_to_compare_with_no_month_is_promised(pilot: PilotWorld) -> None:
    pilot.complex("Kadeflat")

    found = evaluation(pilot.session, NOW)

    assert found.plan is None
    assert len(found.planner) == 1


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    path = shutil.copy(demo_file, tmp_path_factory.mktemp("demo"))
    with opened(Path(path), lambda: NOW.astimezone(UTC)) as store:
        yield store


def test_in_the_demo_one_flat_is_workable_and_the_other_has_too_little_data(demo: Store) -> None:
    with demo.reading() as session:
        found = evaluation(session, NOW)

    assert verdict_on(found, "Havenflat") is Verdict.WORKABLE
    assert verdict_on(found, "Kadeflat") is Verdict.TOO_LITTLE
    assert result(found, "passed_without_code", "All in the pilot").value == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_that_something_is_proved(demo: Store, language: str) -> None:
    with demo.reading() as session, in_language(language):
        paper = as_paper(evaluation(session, NOW))

    said = str(paper).casefold()
    for forbidden in (
        "bewezen",
        "dankzij",
        "bewijs",
        "proved",
        "proof",
        "thanks to",
        "significant",
    ):
        assert forbidden not in said


def test_all_biases_are_printed(demo: Store) -> None:
    with demo.reading() as session:
        assert as_paper(evaluation(session, NOW)).limits == BIASES


def test_the_report_says_the_verdicts_and_names_no_dwelling(demo: Store) -> None:
    report = next(paper for paper in printables() if paper.key == "evaluation")
    with demo.reading() as session:
        said = words_of(report.make(session, (), NOW))
        found = evaluation(session, NOW)

    for question in Question:
        answer = next(one for one in found.answers if one.question is question)
        assert answer.words in said
    assert "workable" in said
    assert "too little data" in said
    assert "PUB-" not in said


def test_a_figure_of_the_demo_can_be_counted_in_its_cases(demo: Store) -> None:
    with demo.reading() as session:
        found = evaluation(session, NOW)

    counted = result(found, "held_as_planned", "Havenflat")
    assert counted.share is not None
    assert sum(case.words == "yes" for case in counted.cases) == counted.share.count
    assert len(counted.cases) == counted.share.of
