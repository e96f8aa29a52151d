"""Findings in plain words, in Dutch and in English."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from desktop.floorplans import wording
from desktop.floorplans.checks import Finding, Grade, Wish
from desktop.floorplans.checks.findings import WELL
from desktop.floorplans.drawing.marks import Words
from desktop.floorplans.drawing.storey import draw_plain
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Home, OpeningKind, Plan, Point, RoomLabel, RoomType, Stair
from desktop.floorplans.wording.findings import MENDS
from desktop.floorplans.wording.sentences import SENTENCES
from desktop.language import LANGUAGES, in_language
from tests.support import plans
from tests.support.checked import (
    RULES,
    checked,
    complete_home,
    found,
    room,
    row,
    with_door,
    with_furniture,
    with_window,
)

LIVING, BEDROOM, KITCHEN = RoomType.LIVING, RoomType.BEDROOM, RoomType.KITCHEN
BATHROOM, TOILET, HALL = RoomType.BATHROOM, RoomType.TOILET, RoomType.HALL


def worst(home: Home | Plan, check: str, *wishes: Wish) -> Finding:
    finding = found(home, check, *wishes)[0]
    assert finding.grade is not Grade.GOOD
    return finding


def told(finding: Finding) -> tuple[str, str]:
    with in_language("nl"):
        return wording.title(finding), wording.sentence(finding)


def test_a_bathroom_in_which_no_wheelchair_turns() -> None:
    finding = worst(room(1_400, 2_000, BATHROOM), "turning", Wish.WHEELCHAIR)

    assert told(finding) == (
        "Badkamer is smal",
        "1,40 m breed; voor een rolstoel is 1,50 m draairuimte nodig.",
    )


def test_a_bedroom_with_a_small_window() -> None:
    plan = with_window(room(2_500, 4_600, BEDROOM), 1, 200, 400, 1_450)
    label = next(iter(plan.labels))
    named = plan.labels.set(label, replace(plan.labels[label], name="Slaapkamer 1"))

    finding = worst(replace(plan, labels=named), "daylight")

    assert told(finding) == (
        "Slaapkamer 1 krijgt weinig licht",
        "Raam is te klein voor 11,5 m²: maak het 40 cm breder.",
    )


def test_all_rooms_can_be_reached() -> None:
    (finding,) = found(complete_home(), "reachable")

    assert told(finding) == (
        "Alle kamers zijn bereikbaar",
        "Vanaf de voordeur, door deuren van 85 cm of breder.",
    )


def test_several_rooms_that_cannot_be_reached_are_one_line() -> None:
    plan = row(3_000, (3_000, HALL), (3_000, LIVING), (3_000, BEDROOM), (2_500, BEDROOM))
    plan = with_door(with_door(with_door(plan, 1, 500, front=True), 6, 1_000), 7, 1_000)

    title, _sentence = told(worst(plan, "reachable"))

    assert title.startswith("Niet bereikbaar: ")
    assert title.endswith(" en nog 2 kamers")


def test_a_room_that_has_no_label_yet_is_called_by_the_area_that_the_drawing_shows() -> None:
    plan = with_door(row(3_000, (3_000, HALL), (2_500, BEDROOM)), 1, 500, front=True)
    bedroom_unlabelled = replace(plan, labels=Map({1: RoomLabel(Point(1_000, 1_500), HALL)}))

    assert told(worst(plan, "reachable"))[0] == "Niet bereikbaar: Slaapkamer"
    title, _sentence = told(worst(bedroom_unlabelled, "reachable"))
    assert title == "Niet bereikbaar: Kamer van 7,5 m²"  # 2.50 by 3.00 m between the walls


@pytest.mark.parametrize(("width_mm", "shown"), [(1_799, "1,79 m"), (1_795, "1,79 m")])
def test_what_falls_short_reads_as_short(width_mm: int, shown: str) -> None:
    _title, sentence = told(worst(room(width_mm, 4_000, BEDROOM), "room-width"))

    assert sentence.startswith(f"{shown} breed; ")


def test_an_area_that_falls_short_reads_as_short() -> None:
    _title, sentence = told(worst(room(2_000, 2_499, BEDROOM), "living-area"))

    assert sentence == "4,9 m²; een kamer om in te wonen is minstens 5 m²."


def test_a_riser_that_is_too_high_reads_as_too_high() -> None:
    below = room(8_000, 3_000, HALL)
    stair = Stair(Point(500, 1_500), 0, run_mm=3_300, risers=16)
    below = replace(below, stairs=below.stairs.set(90, stair))
    home = Home((below, room(8_000, 3_000, HALL)), floor_mm=16 * 188 + 1 - below.ceiling_mm)

    _title, sentence = told(worst(home, "stair"))

    assert sentence.startswith("Elke trede is 18,9 cm hoog; dat mag hoogstens 18,8 cm zijn.")


def test_below_the_list_it_always_says_that_this_is_a_sketch() -> None:
    with in_language("nl"):
        assert (
            wording.disclaimer() == "Dit is een schets, geen toets. De architect rekent alles na."
        )


@pytest.mark.parametrize(("item", "shown"), [("wardrobe", "kledingkast"), ("x", "een meubel")])
def test_a_door_is_told_what_it_hits(item: str, shown: str) -> None:
    plan = with_door(room(3_000, 3_000, BEDROOM), 1, 500)
    finding = worst(with_furniture(plan, item, 1_000, 600, 1_000, 600), "door-furniture")

    title, _sentence = told(finding)

    assert title == f"Slaapkamer: deur raakt {shown}"


def test_an_advice_is_told_to_be_no_rule() -> None:
    (reachable,) = found(complete_home(), "reachable")
    (width,) = found(complete_home(), "room-width")

    with in_language("nl"):
        assert wording.source(reachable) == "Advies, geen regel"
        assert "4.3 lid 3" in wording.source(width)


def homes() -> list[Home]:
    """Homes with all kinds of things wrong, and one with which nothing is."""
    shut = row(1_500, (1_700, LIVING), (700, TOILET), (700, BATHROOM), (1_400, KITCHEN))
    shut = replace(shut, ceiling_mm=2_200)
    narrow = plans.with_walls(
        plans.rectangle(6_100, 5_100, 100), plans.wall((0, 800), (6_100, 800))
    )
    narrow = plans.with_label(plans.with_label(narrow, 3_000, 3_000, BEDROOM), 3_000, 400, HALL)
    narrow = with_door(with_door(narrow, 1, 300, 800, front=True), 5, 4_500)
    full = row(2_500, (3_000, LIVING), (3_000, TOILET), (3_000, KITCHEN))
    full = with_door(with_door(with_door(full, 6, 300), 5, 500), 1, 1_950)
    full = plans.with_opening(
        full, replace(full.openings[12], kind=OpeningKind.PASSAGE, at_mm=1500)
    )
    for item, width, depth in [("bed-double", 1_700, 2_100), ("table", 1_400, 1_800)]:
        full = with_furniture(full, item, 1_000, 1_200, width, depth)
    full = with_furniture(full, "sofa", 2_000, 700, 2_000, 900)
    full = with_window(full, 3, 7_000, 300, 300)
    big = row(6_000, (9_000, LIVING), (900, RoomType.STORAGE), (900, RoomType.OUTDOOR))
    steep = Stair(Point(500, 1_500), 0, width_mm=700, run_mm=2_000, risers=12)
    steep_home = replace(narrow, stairs=narrow.stairs.set(90, steep))
    return [
        Home((shut,)),
        Home((steep_home, room(2_000, 3_000, HALL))),
        Home((full,)),
        Home((big,)),
        Home((Plan(),)),
        complete_home(),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_found_has_words(language: str) -> None:
    with in_language(language):
        for home in homes():
            for finding in (*checked(home), *checked(home, *Wish)):
                for words in (wording.title(finding), wording.sentence(finding)):
                    assert words
                    assert "{" not in words
                if finding.mend is not None:
                    assert wording.mend_words(finding.mend)


def test_nearly_every_sentence_is_seen_in_the_homes_of_these_tests() -> None:
    """So that the test above means something."""
    seen = {(f.check, f.case) for home in homes() for f in checked(home, *Wish)}

    assert len(seen) > 0.7 * len(SENTENCES)


def test_every_rule_has_a_sentence_for_when_all_is_well() -> None:
    assert all((rule.id, WELL) in SENTENCES for rule in RULES)


def test_every_sentence_is_of_a_rule() -> None:
    assert {check for check, _case in SENTENCES} == {rule.id for rule in RULES}


@pytest.mark.parametrize("count", [1, 12])
def test_what_is_good_is_folded_under_one_line(count: int) -> None:
    with in_language("nl"):
        assert wording.good_ones(count).startswith(f"{count} ding")


def test_a_length_is_told_in_metres_with_two_decimals() -> None:
    with in_language("nl"):
        assert wording.metres(1_400) == "1,40 m"
    with in_language("en"):
        assert wording.metres(1_400) == "1.40 m"


def test_every_mend_has_words_for_its_button() -> None:
    mends = [f.mend for home in homes() for f in checked(home, *Wish) if f.mend is not None]

    assert {mend.name for mend in mends} <= set(MENDS)


@given(st.integers(2_050, 2_700), st.integers(2_050, 2_700))
def test_a_room_is_as_large_on_paper_as_in_its_check(width_mm: int, depth_mm: int) -> None:
    """A bedroom around the 5 m² that a room to live in must have."""
    plan = plans.with_label(plans.rectangle(width_mm, depth_mm, 100), 800, 800, BEDROOM)
    words = [mark.text for mark in draw_plain(derive(plan), 50).marks if isinstance(mark, Words)]
    small = [f for f in checked(plan) if (f.check, f.case) == ("living-area", "small")]
    for finding in small:
        assert any(wording.sentence(finding).startswith(text) for text in words)
    assert bool(small) == ((width_mm - 100) * (depth_mm - 100) < 5_000_000)
